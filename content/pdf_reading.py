"""What an uploaded PDF holds: its words for the search, its first page, its accessibility."""

import io
from dataclasses import dataclass

from django.core.files.base import File
from pypdf import PdfReader

# Enough for any newsletter; a bomb must not fill the database.
MOST_PAGES, MOST_CHARACTERS = 200, 300_000
COVER_WIDTH = 640  # pixels


@dataclass(frozen=True)
class PdfReading:
    """`cover` is the first page as a JPEG. Tags and a title are what PDF/UA asks for first."""

    text: str
    cover: bytes
    is_tagged: bool
    has_title: bool


def read_pdf(file: File) -> PdfReading:
    """Read a PDF that `content.documents.check_document` has let in.

    Raises:
        pypdfium2.PdfiumError: if it cannot be drawn.
    """
    import pypdfium2  # noqa: PLC0415 - large, and only the worker needs it

    file.seek(0)
    content = file.read()
    with pypdfium2.PdfDocument(content) as pdf:
        texts, length = [], 0
        for number in range(min(len(pdf), MOST_PAGES)):
            text = pdf[number].get_textpage().get_text_bounded()
            texts.append(text)
            length += len(text)
            if length > MOST_CHARACTERS:
                break
        cover = _draw(pdf[0])
    reader = PdfReader(io.BytesIO(content))
    catalog = reader.root_object
    marks = catalog.get("/MarkInfo", {})
    return PdfReading(
        # PostgreSQL cannot hold a NUL.
        text=" ".join(" ".join(texts).replace("\0", "").split())[:MOST_CHARACTERS],
        cover=cover,
        is_tagged="/StructTreeRoot" in catalog and bool(marks.get("/Marked", False)),
        has_title=bool(reader.metadata and str(reader.metadata.title or "").strip()),
    )


def _draw(page) -> bytes:
    # A page may claim to be kilometres wide; its picture never is.
    width, height = page.get_size()
    scale = COVER_WIDTH / max(width, height / 2)
    buffer = io.BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
