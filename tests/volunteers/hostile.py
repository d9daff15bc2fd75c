"""What nobody should send and somebody will. Each entry gives the arguments of one request.

A recipe takes the fields that a visitor would send and returns what `Client.generic` wants:
method, body and content type.
"""

from urllib.parse import quote, urlencode

FORM = "application/x-www-form-urlencoded"
SCRIPT = "<script>alert(1)</script>"
BIDI = "\u202e\u2066"

# Put into every field of text
TEXTS = {
    "nothing": "",
    "spaces": "   ",
    "no-break spaces": "\u00a0\u3000",
    "NUL": "\x00",
    "NUL inside": "a\x00b",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f\x85\x9b",
    "1 MB": "A" * 1_000_000,
    "1 MB of accents": "é" * 500_000,
    "100,000 lines": "a\n" * 100_000,
    "header by CR LF": "Zoe\r\nBcc: all@example.org",
    "header by LF": "Zoe\nBcc: all@example.org\n\nBody",
    "header by CR": "Zoe\rBcc: all@example.org",
    "header by line separator": "Zoe\u2028Bcc: all@example.org\u2029\x0b\x0c\x1c\x85x",
    "encoded word": "=?utf-8?q?Bcc=3A_all=40example=2Eorg?=",
    "right-to-left override": f"Zoe {BIDI}gro.elpmaxe@live",
    "script": SCRIPT,
    "broken out of an attribute": '" autofocus onfocus="alert(1)" x="',
    "broken out of a textarea": f"</textarea>{SCRIPT}",
    "comment": "<!-- --!> <![CDATA[ x ]]>",
    "template": "{{ 7|add:7 }}{% load static %}{% include '/etc/passwd' %}",
    "template of another kind": "${7*7} #{7*7} <%= 7*7 %>",
    "quotes": "'; DROP TABLE volunteers_application; --",
    "format": "%s%n%(password)s {0.__class__}",
    "formula": "=cmd|' /C calc'!A0",
    "path": "../../../../etc/passwd",
    "backslashes": "\\\\host\\share \\0 \\u0000",
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "stacked accents": "Z" + "\u0351\u036b\u0343" * 300,
    "noncharacters": "\uffff\ufffe\U0010ffff",
    "byte order mark": "\ufeffZoe",
    "mixed scripts": "Zоё Ζoe ﷽",
    "links": "http://a.example http://b.example [url=http://c.example]",
    "javascript": "javascript:alert(1)",
    "JSON": '{"name": {"$gt": ""}}',
    "one very long word": "w" * 3999,
}
ADDRESSES = {
    "header by CR LF": "zoe@example.org\r\nBcc: all@example.org",
    "header, percent-encoded": "zoe@example.org%0aBcc:all@example.org",
    "two": "zoe@example.org, all@example.org",
    "comma in quotes": '"a,b"@example.org',
    "line break in quotes": '"a\n b"@example.org',
    "two at signs": "zoe@example.org@evil.example",
    "no domain": "zoe@",
    "no name": "@example.org",
    "with a name": "Zoe <zoe@example.org>",
    "number": "zoe@[127.0.0.1]",
    "NUL": "zoe@example.org\x00",
    "accent in the name": "zoë@example.org",
    "accent in the domain": "zoe@bücher.example",
    "very long name": f"{'z' * 300}@example.org",
    "very long domain": f"zoe@{'example.' * 60}org",
    "right-to-left override": f"zoe{BIDI}@example.org",
    "script": f"{SCRIPT}@example.org",
    "pipe": "|/bin/sh@example.org",
    "dash": "-oQ/tmp@example.org",
}
TEXT_FIELDS = [
    "name", "phone", "languages", "skills", "availability", "message", "comment", "page", "step",
    "extra", "question_1",
]  # fmt: skip


def _posted(fields: dict, **changes) -> tuple[str, bytes, str]:
    data = {**fields, **changes}
    return "POST", urlencode(data, doseq=True, errors="surrogatepass").encode(), FORM


def _texts(text: str):
    def recipe(fields: dict):
        typed = {name: text for name in TEXT_FIELDS if name in fields and name != "step"}
        return _posted(fields, **typed)

    return recipe


def _multipart(fields: dict, content_type: str = "", **files: bytes) -> tuple[str, bytes, str]:
    parts = [
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, values in fields.items()
        for value in (values if isinstance(values, list) else [values])
    ] + [
        b'--b\r\nContent-Disposition: form-data; filename="../x.exe"; '
        + f'name="{name}"\r\n\r\n'.encode()
        + body
        + b"\r\n"
        for name, body in files.items()
    ]
    return (
        "POST",
        b"".join(parts) + b"--b--\r\n",
        content_type or "multipart/form-data; boundary=b",
    )


SHAPES = {
    "no field at all": lambda fields: ("POST", b"", FORM),
    "every field twice": lambda fields: _posted({name: [v, v] for name, v in fields.items()}),
    "names with brackets": lambda fields: _posted({f"{name}[]": v for name, v in fields.items()}),
    "1,001 fields": lambda fields: _posted(fields, **{f"x{n}": 1 for n in range(1001)}),
    "900 choices": lambda fields: _posted(fields, cities=[f"c{n}" for n in range(900)]),
    "choice that is a number": lambda fields: _posted(fields, cities="9" * 40, interests="-1"),
    "choice of another row": lambda fields: _posted(fields, cities="draft", rating="best"),
    "wording that is a word": lambda fields: _posted(fields, wording="abc"),
    "wording that is huge": lambda fields: _posted(fields, wording="9" * 5000),
    "wording below zero": lambda fields: _posted(fields, wording="-1"),
    "consent that is odd": lambda fields: _posted(fields, consent="\x00"),
    "unknown step": lambda fields: _posted(fields, step="\x00steal"),
    "no token": lambda fields: _posted({k: v for k, v in fields.items() if k != "token"}),
    "forged token": lambda fields: _posted(fields, token="1-x:forged"),
    "token with NUL": lambda fields: _posted(fields, token="\x00:\x00"),
    "token that is huge": lambda fields: _posted(fields, token="x:" * 100_000),
    "replay": lambda fields: _posted(fields),
    "invalid UTF-8": lambda fields: ("POST", _posted(fields)[1] + b"&name=%ff%fe%c0%af", FORM),
    "raw invalid UTF-8": lambda fields: ("POST", _posted(fields)[1] + b"&name=\xff\xfe\x00", FORM),
    "half a character": lambda fields: _posted(fields, name="\ud800Zoe"),
    "broken percent signs": lambda fields: ("POST", _posted(fields)[1] + b"&name=%ZZ%", FORM),
    "no equals sign": lambda fields: ("POST", b"&&&name&=&;;=;", FORM),
    "3 MB": lambda fields: _posted(fields, message="A" * 3_000_000),
    "JSON": lambda fields: ("POST", b'{"name": ["Zoe"]}', "application/json"),
    "JSON called a form": lambda fields: ("POST", b'{"name": ["Zoe"]}', FORM),
    "plain text": lambda fields: ("POST", b"name=Zoe", "text/plain"),
    "no content type": lambda fields: ("POST", _posted(fields)[1], ""),
    "odd content type": lambda fields: ("POST", _posted(fields)[1], "x; ;=;\xff"),
    "file for a text": lambda fields: _multipart(fields, name=b"MZ\x00\xff"),
    "multipart of bytes": lambda fields: _multipart({**fields, "name": "a\x00b\r\nBcc: x"}),
    "multipart without boundary": lambda fields: _multipart(fields, "multipart/form-data"),
    "multipart that breaks off": lambda fields: (
        "POST", _multipart(fields)[1][:-90], "multipart/form-data; boundary=b"
    ),
    "multipart in base64": lambda fields: (
        "POST",
        b'--b\r\nContent-Disposition: form-data; name="name"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--b--\r\n",
        "multipart/form-data; boundary=b",
    ),
    **{
        f"charset {charset!r} in a {kind}": (
            lambda fields, charset=charset, make=make, base=base: (
                *make(fields)[:2],
                f"{base}; charset={charset}",
            )
        )
        for charset in (
            "martian", "utf-16", "utf-7", "idna", "punycode", "base64", "rot13", "zip",
            "unicode_escape", "undefined", "x" * 500, "\xe9", "",
        )
        for kind, make, base in (
            ("form", _posted, FORM),
            ("multipart", _multipart, "multipart/form-data; boundary=b"),
        )
    },
    "PUT": lambda fields: ("PUT", _posted(fields)[1], FORM),
    "DELETE": lambda fields: ("DELETE", b"", FORM),
    "OPTIONS": lambda fields: ("OPTIONS", b"", FORM),
    "made-up method": lambda fields: ("STEAL", _posted(fields)[1], FORM),
}  # fmt: skip

RECIPES = {
    **{f"text: {name}": _texts(text) for name, text in TEXTS.items()},
    **{
        f"address: {name}": (lambda fields, address=address: _posted(fields, email=address))
        for name, address in ADDRESSES.items()
    },
    **{f"shape: {name}": recipe for name, recipe in SHAPES.items()},
}
QUERIES = [
    "city=\x00", "city=" + "x" * 5000, "page=%ff%fe", "rating=\x00&page=//x",
    "page=" + quote("/" + BIDI), "&&&=;", "page[]=x", "city=%", "page=http://evil.example/",
    "page=/admin/", "rating=best", "page=" + quote(SCRIPT),
]  # fmt: skip
