"""Read the pages of a PDF as browsers do; `content.documents.pdf_reader` starts this."""

import base64
import io
import sys
from typing import Any

import pypdfium2

from content.documents.extracted_text import MAX_CHARACTERS, searchable
from content.file_readers.process import read_one_file

MAX_READ_PAGES = 200
COVER_WIDTH = 640  # pixels
MAX_TITLE, MAX_BEGINNING = 300, 3000  # characters


def count_pages(content: bytes, max_pages: str) -> dict:
    """Return how many pages can be opened, one after the other.

    Raises:
        pypdfium2.PdfiumError: if not even the first can be.
    """
    with pypdfium2.PdfDocument(content) as pdf:
        pdf[0].close()
        for number in range(1, min(len(pdf), int(max_pages))):
            try:
                pdf[number].close()
            except pypdfium2.PdfiumError:
                return {"pages": number}
        return {"pages": min(len(pdf), int(max_pages))}


def text(content: bytes) -> dict:
    """Return the words of the first pages; a page that cannot be read is left out.

    Raises:
        ValueError: if none can be read.
    """
    texts: list[str] = []
    length, failed = 0, 0
    with pypdfium2.PdfDocument(content) as pdf:
        for number in range(min(len(pdf), MAX_READ_PAGES)):
            try:
                page = pdf[number]
                texts.append(page.get_textpage().get_text_bounded())
                page.close()
            except pypdfium2.PdfiumError:
                failed += 1
                continue
            length += len(texts[-1])
            if length > MAX_CHARACTERS:
                break
    if failed and not texts:
        raise ValueError("No page can be read.")
    return {"text": searchable(" ".join(texts))}


def beginning(content: bytes) -> dict:
    """Return the fields of `content.documents.pdf_reader.PdfBeginning`."""
    with pypdfium2.PdfDocument(content) as pdf:
        words = pdf[0].get_textpage().get_text_range()[:MAX_BEGINNING]
        return {
            "title": pdf.get_metadata_value("Title")[:MAX_TITLE],
            "lines": [line.strip() for line in words.splitlines() if line.strip()],
        }


def cover(content: bytes) -> dict:
    """Return the first page as a JPEG, in Base64."""
    with pypdfium2.PdfDocument(content) as pdf:
        return {"cover": base64.b64encode(_draw(pdf[0])).decode()}


def _draw(page: Any) -> bytes:
    """Return a page as a JPEG; its size is limited whatever the page claims."""
    width, height = page.get_size()
    scale = COVER_WIDTH / max(width, height / 2)
    buffer = io.BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(buffer, "JPEG", quality=82)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(
        read_one_file(
            {"beginning": beginning, "count_pages": count_pages, "cover": cover, "text": text}
        )
    )
