"""Word, OpenDocument and older files that officers really get."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st

from content.documents.office_reader import read_office_text
from content.documents.upload_checks import OPEN_DOCUMENT as ODT
from content.documents.upload_checks import WORD, read_facts
from tests import hostile_files
from tests.officers_files import (
    WORD_MAIN,
    archive,
    manifest_of_encrypted,
    ole,
    open_document,
    with_archive_password,
    word,
)

BROKEN = "This Word or OpenDocument file is broken. Save it again and try once more."
NO_DOCUMENT = "This file is not a PDF, Word (.docx) or OpenDocument (.odt) file."
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
OLD_WORD = "This is a file of an old Word (.doc). Save it as .docx or PDF."
SPREADSHEET = "This is a spreadsheet. Save it as PDF."
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def file_of(content: bytes) -> ContentFile:
    return ContentFile(content, name="news.docx")


def refusal_of(content: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        read_facts(file_of(content))
    return " ".join(refusal.value.messages)


def override(part: str, media_type: str = WORD_MAIN) -> str:
    return f'<Types><Override PartName="/{part}" ContentType="{media_type}"/></Types>'


def own_type(name: str) -> bytes:
    """An archive that says of itself what OpenDocument and others do."""
    return archive({"mimetype": name})


def opendocument_with(manifest: str) -> bytes:
    return open_document(**{"META-INF__manifest.xml": manifest})


SLIDES_WITH_SHEET = override("xl.xlsx", SHEET.removesuffix(".main+xml")).replace(
    "</Types>", override("ppt/presentation.xml", SLIDES).removeprefix("<Types>")
)
BY_EXTENSION = 'Default Extension="xml"'
RELATION = (
    '<Relationships><Relationship Target="text/main.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>"
)
ALL_BY_EXTENSION = override("").replace('Override PartName="/"', BY_EXTENSION)
UTF_16 = f'<?xml version="1.0" encoding="utf-16"?>{override("word/document.xml")}'.encode("utf-16")


@pytest.mark.parametrize(
    "content",
    [
        word("Swans", main="word/document7.xml"),
        word("Swans", main="word/document2.xml"),
        word("Swans", main="text/Haupt.xml"),
        word("Swans", types=override("WORD/Document.xml")),
        word("Swans", types=ALL_BY_EXTENSION),
        word("Swans", types=UTF_16),
        word("Swans", types=override("word/document.xml").replace("/word", "word")),
        word("Swans", types=override("word/document.xml", f"{WORD_MAIN.upper()} ")),
        word("Swans").replace(b"[Content_Types].xml", b"[content_types].XML"),
        word("Swans").replace(b"word/document.xml", b"word\\document.xml"),
        word("Swans", main="text/main.xml", types=ALL_BY_EXTENSION, _rels__0rels=RELATION).replace(
            b"_rels/0rels", b"_rels/.rels"
        ),
    ],
    ids=[
        "document7", "document2", "other folder", "capitals", "extension", "UTF-16", "no slash",
        "type in capitals", "list in small letters", "backslash", "relation",
    ],
)  # fmt: skip
def test_the_main_part_may_have_any_name(content):
    file = file_of(content)

    assert read_facts(file).media_type == WORD
    assert read_office_text(file) == "Swans"


@pytest.mark.parametrize(
    "content",
    [
        opendocument_with(manifest_of_encrypted()),
        opendocument_with(manifest_of_encrypted("encrypted-package")),
        opendocument_with(manifest_of_encrypted("Pictures/1.png")),
        ole("EncryptedPackage"),
        ole("EncryptionInfo", "EncryptedPackage"),
        ole("DataSpaces", "EncryptedPackage"),
        with_archive_password(word("Swans")),
        with_archive_password(open_document("<text:p>Swans</text:p>")),
        with_archive_password(word("Swans"), first=1),
        with_archive_password(open_document("<text:p>Swans</text:p>"), first=1),
    ],
    ids=range(10),
)
def test_a_password_is_told_from_a_broken_file(content):
    assert refusal_of(content) == "This file is locked with a password. Remove it first."


@pytest.mark.parametrize(
    "content",
    [
        word("Swans")[:-30],
        word("Swans")[:200],
        open_document("<text:p>Swans</text:p>")[:-30],
        word(body="<w:p><w:r>"),
        open_document("<text:p>"),
        word(types=override("word/gone.xml")),
        word(types="<Types"),
    ],
    ids=range(7),
)
def test_a_broken_file_is_told_from_no_document(content):
    assert refusal_of(content) == BROKEN


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (ole("WordDocument"), OLD_WORD),
        (ole("1Table", "WordDocument"), OLD_WORD),
        (ole("WordDocument", "1Table", "Data"), OLD_WORD),
        (ole("Workbook"), SPREADSHEET),
        (ole("Book"), SPREADSHEET),
        (word("Swans", types=override("xl/workbook.xml", SHEET)), SPREADSHEET),
        (own_type("application/vnd.oasis.opendocument.spreadsheet"), SPREADSHEET),
        (word("Swans", types=SLIDES_WITH_SHEET), "This is a presentation. Save it as PDF."),
        (ole("PowerPoint Document"), "This is a presentation. Save it as PDF."),
        (own_type("application/vnd.oasis.opendocument.presentation"), "This is a presentation."),
        (word("Swans", types=override("word/document.xml", TEMPLATE)), "This is a template."),
        (own_type("application/vnd.oasis.opendocument.text-template"), "This is a template."),
        (archive({"Index/Document.iwa": ""}), "This is a file of Apple Pages."),
        (b"{\\rtf1 hello}", "This is an RTF file. Save it as .docx or PDF."),
        (ole("Something"), NO_DOCUMENT),
        (ole("WordDocument")[:600], NO_DOCUMENT),
        (own_type("application/epub+zip"), NO_DOCUMENT),
        (b'<?xml version="1.0"?><office:document>', "This is an XML file."),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>',
            "This is an XML file.",
        ),
        (archive({"photo.jpg": ""}), NO_DOCUMENT),
    ],
    ids=range(20),
)
def test_other_formats_are_told_by_their_names(content, answer):
    assert refusal_of(content).startswith(answer)


@pytest.mark.parametrize("end", ["honest", "zip64", "shifted"])
def test_an_archive_with_an_endless_list_is_refused(end):
    assert refusal_of(hostile_files.zip_with_endless_list(end)) in {BROKEN, NO_DOCUMENT}


POLISH = "Łabędzie przylatują do Oksfordu w kwietniu."
BROKEN_PROPERTIES = {"meta.xml": "<broken", "styles.xml": "<broken"}


def run(text: str, properties: str = "") -> str:
    """A run of Word (ECMA-376, part 1, 17.3.2.25) with its properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


IN_POLISH = '<w:lang w:val="pl-PL"/>'
IN_PROPERTIES = {"docProps__core.xml": "<properties><language>pl-PL</language></properties>"}
MOSTLY_POLISH = f"<w:p>{run(POLISH, IN_POLISH)}{run('Swans')}</w:p>"


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        (word(POLISH, pages="3", language="pl-PL"), (WORD, 3, "pl")),
        (word(POLISH, pages="3", language="pl-PL", main="word/document7.xml"), (WORD, 3, "pl")),
        (word(POLISH), (WORD, None, "")),
        (word(POLISH, pages="many", language="x-none"), (WORD, None, "")),
        (word("白鳥が来る", language="en-US"), (WORD, None, "ja")),
        (word(pages="1", language="de-DE"), (WORD, 1, "de")),
        (word(language="en-GB", body=MOSTLY_POLISH), (WORD, None, "pl")),
        (open_document("<text:p>Labutě</text:p>", pages="2", language="cs"), (ODT, 2, "cs")),
        (open_document(pages="0", language="zxx"), (ODT, None, "")),
        (open_document(**BROKEN_PROPERTIES), (ODT, None, "")),
        # The file's own properties go before the program's default.
        (word(POLISH, language="en-US", **IN_PROPERTIES), (WORD, None, "pl")),
    ],
    ids=range(11),
)
def test_pages_and_language_are_those_of_the_file(content, facts):
    read = read_facts(file_of(content))

    assert (read.media_type, read.pages, read.language) == facts


SHOWN = '<w:vanish w:val="0"/>'
DELETED = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
CELL = "<w:tc><w:p>{}</w:p></w:tc>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('Swans')}</w:p><w:p>{run('come &amp; go')}</w:p>", "Swans come & go"),
        (f"<w:p>{run('Sw')}<w:r><w:softHyphen/></w:r>{run('ans')}</w:p>", "Swans"),
        (f"<w:p>{DELETED}<w:ins>{run('new')}</w:ins></w:p>", "new"),
        (f"<w:p>{run('secret', '<w:vanish/>')}{run('open')}</w:p>", "open"),
        (f"<w:p>{run('a', SHOWN)}<w:r><w:tab/></w:r>{run('b')}</w:p>", "a b"),
        (f"<w:p><w:moveFrom>{run('once')}</w:moveFrom>{run('now')}</w:p>", "now"),
        (f"<w:tbl><w:tr>{CELL.format(run('a'))}{CELL.format(run('b'))}</w:tr></w:tbl>", "a b"),
    ],
    ids=range(7),
)
def test_the_words_of_word_are_those_that_readers_see(body, text):
    assert read_office_text(file_of(word(body=body))) == text


NOTE = "<office:annotation><text:p>why?</text:p></office:annotation>"
CHANGES = "<text:tracked-changes><text:p>old</text:p></text:tracked-changes>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>News</text:h><text:p>of<text:s/>swans<text:tab/></text:p>", "News of swans"),
        (f"<text:p>Sw<text:span>ans</text:span>{NOTE}</text:p>", "Swans"),
        (f"{CHANGES}<text:p>new</text:p>", "new"),
        ("<text:list-item><text:p>a</text:p></text:list-item><text:p>b</text:p>", "a b"),
    ],
    ids=range(4),
)
def test_the_words_of_opendocument_are_those_that_readers_see(body, text):
    assert read_office_text(file_of(open_document(body))) == text


def test_an_entity_takes_neither_memory_nor_other_files():
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    content = archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{bomb}<d><p>Swans &a; &b;</p></d>",
        }
    )

    assert "root" not in read_office_text(file_of(content))


PARTS = ["word/document.xml", "content.xml", "[Content_Types].xml", "META-INF/manifest.xml"]


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(PARTS))
def test_any_content_of_a_part_gets_an_answer(content, part):
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<d/>"}

    for first in ({}, parts):
        answer = ""
        try:
            read_facts(file_of(archive(first | {part: content})))
        except ValidationError as refusal:
            answer = refusal.messages[0]
        assert "just now" not in answer
