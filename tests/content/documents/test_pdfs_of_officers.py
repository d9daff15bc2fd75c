"""PDFs that officers really get: restricted, with junk in front, with odd metadata."""

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from pikepdf import Dictionary, Name

from content.documents.pdf_reader import draw_pdf_cover, read_pdf_accessibility, read_pdf_text
from content.documents.upload_checks import PDF, read_facts
from tests import hostile_files
from tests.officers_files import pdf_of_lines, saved

BROKEN = "This PDF is broken. Save it again and try once more."
LOCKED = "This PDF is locked with a password. Remove it first."
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nX-Filler: "
NO_PRINTING = pikepdf.Permissions(print_lowres=False, print_highres=False, extract=False)
CIPHERS = {
    "RC4, 40 bits": {"R": 2, "aes": False, "metadata": False},
    "RC4, 128 bits": {"R": 3, "aes": False, "metadata": False},
    "AES, 128 bits": {"R": 4, "aes": True},
    "AES, 256 bits": {"R": 6, "aes": True},
}


def file_of(content: bytes) -> ContentFile:
    return ContentFile(content, name="news.pdf")


def refusal_of(content: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        read_facts(file_of(content))
    return " ".join(refusal.value.messages)


@pytest.mark.parametrize("cipher", CIPHERS.values(), ids=CIPHERS)
def test_restricted_printing_is_no_lock(cipher):
    encryption = pikepdf.Encryption(user="", owner="owner", allow=NO_PRINTING, **cipher)
    file = file_of(saved(pdf_of_lines("Swans", pages=2), encryption=encryption))

    assert read_facts(file).pages == 2
    assert read_pdf_text(file) == "Swans Swans"
    assert draw_pdf_cover(file)
    assert not read_pdf_accessibility(file).is_tagged


@pytest.mark.parametrize("cipher", CIPHERS.values(), ids=CIPHERS)
def test_a_password_is_a_lock(cipher):
    encryption = pikepdf.Encryption(user="secret", owner="owner", **cipher)

    assert refusal_of(saved(pdf_of_lines("Swans"), encryption=encryption)) == LOCKED


@pytest.mark.parametrize("cipher", CIPHERS.values(), ids=CIPHERS)
def test_a_password_is_a_lock_though_the_owner_has_none(cipher):
    """Programs that know of owners open it, browsers ask for the password."""
    encryption = pikepdf.Encryption(user="secret", owner="", **cipher)

    assert refusal_of(saved(pdf_of_lines("Swans"), encryption=encryption)) == LOCKED


@pytest.mark.parametrize(
    "junk",
    [
        HTTP.ljust(657, b"x") + b"\r\n\r\n",
        b"\n",
        b"\xef\xbb\xbf",
        b"From: office\n" * 70,
        bytes(1019),
    ],
    ids=["http", "line", "byte order mark", "mail", "zeros"],
)
def test_a_pdf_may_begin_in_the_first_kilobyte(junk):
    file = file_of(junk + saved(pdf_of_lines("Swans")))

    assert (read_facts(file).media_type, read_facts(file).pages) == (PDF, 1)
    assert read_pdf_text(file) == "Swans"
    assert draw_pdf_cover(file)


def test_a_pdf_behind_the_first_kilobyte_is_none():
    assert "not a PDF" in refusal_of(bytes(1025) + saved(pdf_of_lines("Swans")))


def with_xmp_title(**title) -> bytes:
    pdf = pdf_of_lines("Swans")
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary())
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name, value in title.items():
            metadata[name.replace("_", ":")] = value
    assert "/Info" not in pdf.trailer or "/Title" not in pdf.docinfo
    return saved(pdf)


@pytest.mark.parametrize(
    ("title", "has_title"),
    [("Swans of León", True), ("広島", True), (" ", False), (None, False)],
)
def test_a_title_in_the_metadata_counts(title, has_title):
    content = with_xmp_title(**({"dc_title": title} if title else {"dc_creator": ["Anna"]}))

    facts = read_pdf_accessibility(file_of(content))

    assert (facts.is_tagged, facts.has_title) == (True, has_title)


@pytest.mark.parametrize(
    "metadata",
    [b"<x:xmpmeta", b"\xff\xfe\0", b"<?xml version='1.0'?><a>&b;</a>", b""],
    ids=["cut", "bytes", "entity", "empty"],
)
def test_broken_metadata_leaves_the_older_title(metadata):
    pdf = pdf_of_lines("Swans")
    pdf.docinfo.Title = "Swans"
    pdf.Root.Metadata = pdf.make_stream(metadata)

    assert read_pdf_accessibility(file_of(saved(pdf))).has_title


def test_a_title_that_is_no_text_is_no_error():
    content = hostile_files.pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R /MarkInfo 5 /Metadata 7 /Lang [1]>>",
        b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>",
    ).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info (none)")
    file = file_of(content)

    assert (read_facts(file).pages, read_facts(file).language) == (1, "")
    assert not read_pdf_accessibility(file).has_title


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("ko", "ko"), ("pt-BR", "pt"), ("DE", "de"), ("gsw-CH", "gsw"), ("deu", "de"),
        ("zh-Hant-TW", "zh-Hant"), ("x-none", ""), ("und", ""), ("\ud7ff\u0000", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_language_is_the_one_that_the_file_tells(tag, language):
    pdf = pdf_of_lines("Swans")
    pdf.Root.Lang = pikepdf.String(tag)

    assert read_facts(file_of(saved(pdf))).language == language


def test_the_language_may_stand_in_the_metadata_alone():
    pdf = pdf_of_lines("Swans")
    with pdf.open_metadata() as metadata:
        metadata["dc:language"] = {"fr-CA"}

    assert read_facts(file_of(saved(pdf))).language == "fr"


@pytest.mark.parametrize("is_list", [False, True])
def test_the_language_may_stand_in_the_structure_alone(is_list):
    pdf = pdf_of_lines("Swans")
    outermost = pdf.make_indirect(Dictionary(S=Name.Document, Lang=pikepdf.String("pl-PL")))
    pdf.Root.StructTreeRoot = Dictionary(K=pikepdf.Array([outermost]) if is_list else outermost)

    assert read_facts(file_of(saved(pdf))).language == "pl"


@pytest.mark.parametrize("tag", [Name("/de-DE"), Dictionary(), pikepdf.Array([])])
def test_a_language_that_is_no_text_is_no_error(tag):
    pdf = pdf_of_lines("Swans")
    pdf.Root.Lang = tag

    assert read_facts(file_of(saved(pdf))).language == ("de" if isinstance(tag, Name) else "")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("die Städtepartner-", "schaft lebt"), "die Städtepartnerschaft lebt"),
        (("Städte\xadpartner\xad", "schaft"), "partnerschaft"),
        (("from Oxford-", "Grenoble"), "from Oxford-Grenoble"),
        (("Ein-", "und Ausgabe"), "Ein- und Ausgabe"),
        (("a well-known choir",), "a well-known choir"),
    ],
)
def test_words_that_are_split_at_the_end_of_a_line_are_joined(lines, words):
    text = read_pdf_text(file_of(saved(pdf_of_lines(*lines))))

    assert words in text
    assert text.isprintable()


def test_a_page_twice_in_the_tree_is_two_pages():
    content = hostile_files.pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Count 2 /Kids [3 0 R 3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>",
    )

    assert read_facts(file_of(content)).pages == 2


def test_a_certificate_is_no_password():
    content = hostile_files.pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>",
    ).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [(a) (a)] /Encrypt <</Filter /Adobe.PubSec /V 4 /R 4 /Length 128>>",
    )

    assert "encrypted in a way that browsers cannot open" in refusal_of(content)


@pytest.mark.parametrize(
    "damage",
    [
        (b"/Type /Catalog", b"/Tape /Catalog"),
        (b"/Pages 2 0 R", b"/Pages 3 0 R"),
        (b"startxref", b"startyref"),
        (b"/Kids [3 0 R]", b"/Kids [3 0 R 9 0 R]"),
    ],
)
def test_a_damaged_file_that_browsers_show_is_taken(damage):
    file = file_of(
        hostile_files.pdf_of_objects(
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>",
        ).replace(*damage)
    )

    assert read_facts(file).pages >= 1
    assert draw_pdf_cover(file)


@pytest.mark.parametrize("missing", [40, 100, 400])
def test_a_file_that_was_cut_off_is_broken(missing):
    """qpdf mends it, no browser does."""
    content = saved(pdf_of_lines("Swans", pages=3))

    assert refusal_of(content[:-missing]) == BROKEN


def test_a_damaged_file_keeps_its_language():
    pdf = pdf_of_lines("Swans")
    pdf.Root.Lang = pikepdf.String("ko")

    facts = read_facts(file_of(saved(pdf).replace(b"startxref", b"startyref")))

    assert (facts.pages, facts.language) == (1, "ko")
