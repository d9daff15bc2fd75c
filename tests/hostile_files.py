"""Files that officers may be tricked into uploading, each made here."""

import io
import struct
import zipfile
import zlib
from functools import cache

from PIL import Image
from pypdf import PdfWriter


def picture(size=(60, 40), mode="RGB", kind="JPEG", color=None, **options) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, color or 0).save(buffer, kind, **options)
    return buffer.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_claiming(width: int, height: int) -> bytes:
    """A small PNG whose head promises any number of pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [_chunk(b"IHDR", head), _chunk(b"IDAT", pixels), _chunk(b"IEND", b"")]
    )


def png_with_text_bomb() -> bytes:
    """A small PNG whose comment unpacks to 200 MB."""
    plain = picture(kind="PNG")
    squeezer = zlib.compressobj(9)
    bomb = b"".join(squeezer.compress(bytes(10**7)) for _ in range(20)) + squeezer.flush()
    return plain[:33] + _chunk(b"zTXt", b"Comment\0\0" + bomb) + plain[33:]


def photo_of_a_place() -> bytes:
    """A JPEG taken sideways, with the place where it was taken in its metadata."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 45.0, 7.0), 3: "W", 4: (1.0, 15.0, 28.0)})
    return picture(color=(200, 30, 30), exif=exif, comment=b"secret remark")


def pdf(pages: int = 2, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pdf_of_objects(*objects: bytes) -> bytes:
    """A PDF from its objects, of which the first is the catalogue (ISO 32000-1, 7.5)."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return b"%bxref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d /Root 1 0 R>>\n" % (
        body, len(objects) + 1, table, len(objects) + 1,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(body)  # fmt: skip


def pdf_that_branches_without_end() -> bytes:
    """Forty levels, each of which has the next one twice: 2^40 pages."""
    levels = [
        b"<</Type /Pages /Count 2 /Kids [%d 0 R %d 0 R]>>" % (number + 1, number + 1)
        for number in range(2, 42)
    ]
    return pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>", *levels, b"<</Type /Page /MediaBox [0 0 9 9]>>"
    )


def pdf_that_bites_its_tail() -> bytes:
    return pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 1 /Kids [2 0 R]>>"
    )


@cache
def pdf_that_unpacks_to_a_gigabyte() -> bytes:
    """A page whose text is a gigabyte of blanks, packed three times into 700 bytes."""
    squeezer = zlib.compressobj(9)
    blanks = b" " * 1024**2
    packed = b"".join(squeezer.compress(blanks) for _ in range(1024)) + squeezer.flush()
    packed = zlib.compress(zlib.compress(packed, 9), 9)
    return pdf_of_objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R>>",
        b"<</Length %d /Filter [/FlateDecode /FlateDecode /FlateDecode]>>\nstream\n%b\nendstream"
        % (len(packed), packed),
    )


WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


WORD_TEXT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>"
)


def word(types: str = WORD_TYPE, **parts: bytes) -> bytes:
    """A Word file with further parts; `__` in a name stands for a slash, `_dot_` for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
        )
        archive.writestr("word/document.xml", WORD_TEXT)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def open_document(*parts: str) -> bytes:
    """An OpenDocument file with further, empty parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name in ("content.xml", *parts):
            archive.writestr(name, "<document-content/>")
    return buffer.getvalue()


def zip_with_endless_list(end: str = "honest") -> bytes:
    """A ZIP whose list of files is larger than any that is meant well, and whose end may lie."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", "")
        for number in range(200):
            archive.writestr(f"{number}{'x' * 6000}", "")
    content = buffer.getvalue()
    body, tail = content[:-22], content[-22:]
    count, size, start = struct.unpack("<10xHIIxx", tail)
    if end == "zip64":  # APPNOTE.TXT, 4.3.14 to 4.3.16: the true size stands in another record
        record = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start)
        locator = struct.pack("<4sIQI", b"PK\6\7", 0, len(body), 1)
        return body + record + locator + tail[:12] + bytes(4) + tail[16:]
    if end == "shifted":  # inside the true end there begins another, which says that it is empty
        return body[start:] + tail[:4] + b"PK\5\6" + tail[8:16] + bytes(4) + tail[20:]
    return content


PROGRAM = b"MZ\x90\x00\x03" + bytes(500) + b"This program cannot be run in DOS mode."
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
