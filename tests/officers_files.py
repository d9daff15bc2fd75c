"""Documents as officers get them from colleagues, programs and telephones, each made here."""

import io
import zipfile
from xml.sax.saxutils import escape

import pikepdf
import pillow_heif
from PIL import Image

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "style": "style", "meta": "meta",
        "fo": "xsl-fo-compatible", "manifest": "manifest",
    }.items()
)  # fmt: skip


def pdf_of_lines(*lines: str, pages: int = 1, size: tuple[int, int] = (600, 800)) -> pikepdf.Pdf:
    """A PDF with a few lines of text on each page, open for changes."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica, Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip
    shown = b" 0 -14 Td ".join(b"<%b> Tj" % line.encode("cp1252").hex().encode() for line in lines)
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=size)
        page.Contents = pdf.make_stream(b"BT /F 12 Tf 50 700 Td %b ET" % shown)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    return pdf


def saved(pdf: pikepdf.Pdf, **options) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, **options)
    return buffer.getvalue()


def word(
    *paragraphs: str,
    main: str = "word/document.xml",
    types: str = "",
    pages: str = "",
    language: str = "",
    body: str = "",
    **parts: str,
) -> bytes:
    """A Word file. `body` is XML in place of the paragraphs; `parts` are further ones."""
    body = body or "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    styles = (
        f"<w:styles {WORD_SPACE}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:lang w:val="{language}" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
    )
    content = {
        "[Content_Types].xml": types
        or f'<Types><Override PartName="/{main}" ContentType="{WORD_MAIN}"/></Types>',
        main: f"<w:document {WORD_SPACE}><w:body>{body}</w:body></w:document>",
    }
    if language:
        content[f"{main.rpartition('/')[0]}/styles.xml"] = styles
    if pages:
        content["docProps/app.xml"] = f"<Properties><Pages>{pages}</Pages></Properties>"
    return archive(content | {name.replace("__", "/"): text for name, text in parts.items()})


def open_document(body: str = "", *, pages: str = "", language: str = "", **parts: str) -> bytes:
    """An OpenDocument text; `body` is its XML."""
    content = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF_SPACES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
    }
    if pages:
        content["meta.xml"] = (
            f"<office:document-meta {ODF_SPACES}><office:meta>"
            f'<meta:document-statistic meta:page-count="{pages}"/>'
            "</office:meta></office:document-meta>"
        )
    if language:
        content["styles.xml"] = (
            f"<office:document-styles {ODF_SPACES}><office:styles>"
            '<style:default-style style:family="graphic"><style:text-properties fo:language="zxx"/>'
            '</style:default-style><style:default-style style:family="paragraph">'
            f'<style:text-properties fo:language="{language}"/></style:default-style>'
            "</office:styles></office:document-styles>"
        )
    return archive(content | {name.replace("__", "/"): text for name, text in parts.items()})


def manifest_of_encrypted(name: str = "content.xml") -> str:
    """The list of parts of an OpenDocument file with a password (ODF 1.3, part 2, 4.4)."""
    return (
        f'<manifest:manifest {ODF_SPACES}><manifest:file-entry manifest:full-path="{name}">'
        '<manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>'
        "</manifest:manifest>"
    )


def archive(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            # OpenDocument 1.3, part 2, 3.3: programs look for it without unpacking.
            plain = zipfile.ZIP_STORED if name == "mimetype" else None
            opened.writestr(name, content, plain)
    return buffer.getvalue()


def with_archive_password(content: bytes, first: int = 0) -> bytes:
    """The archive as it looks if its parts, from `first` on, are encrypted (APPNOTE.TXT, 4.4.4)."""
    changed = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start, number = content.find(mark), 0
        while start >= 0:
            changed[start + place] |= number >= first
            start, number = content.find(mark, start + 1), number + 1
    return bytes(changed)


def ole(*streams: str) -> bytes:
    """An OLE 2 file (MS-CFB, version 3) with empty streams of these names."""
    end, free, sector = b"\xfe\xff\xff\xff", b"\xff\xff\xff\xff", 512
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
        + bytes(6) + bytes(4) + b"\1\0\0\0" + b"\1\0\0\0" + bytes(4) + b"\0\x10\0\0"
        + end + bytes(4) + end + bytes(4) + b"\0\0\0\0" + free * 108
    )  # fmt: skip
    fat = b"\xfd\xff\xff\xff" + (end if len(streams) < 4 else b"\2\0\0\0") + end + free * 125
    names = ["Root Entry", *streams]
    entries = b"".join(_ole_entry(name, number, len(names)) for number, name in enumerate(names))
    padded = entries + bytes(-len(entries) % sector)
    return head + fat + padded


def _ole_entry(name: str, number: int, total: int) -> bytes:
    """One entry of the directory (MS-CFB, 2.6.1); the streams form a chain of right siblings."""
    encoded = name.encode("utf-16-le")
    none = b"\xff\xff\xff\xff"
    right = (number + 1).to_bytes(4, "little") if 0 < number < total - 1 else none
    child = b"\1\0\0\0" if number == 0 and total > 1 else none
    kind = b"\5" if number == 0 else b"\2"
    return (
        encoded.ljust(64, b"\0") + (len(encoded) + 2).to_bytes(2, "little") + kind + b"\1"
        + none + right + child + bytes(36) + b"\xfe\xff\xff\xff" + bytes(8)
    )  # fmt: skip


def phone_picture(size=(60, 40), mode="RGB", color=(200, 30, 30), **options) -> bytes:
    """A HEIC as a telephone makes it."""
    buffer = io.BytesIO()
    image = Image.new(mode, size, color)
    pillow_heif.from_pillow(image).save(buffer, **options)
    return buffer.getvalue()


def picture_that_moves(kind: str) -> bytes:
    buffer = io.BytesIO()
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "blue", "green")]
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=100)
    return buffer.getvalue()
