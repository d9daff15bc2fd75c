"""Open an uploaded PDF, in a process of its own that `content.documents.pdf_reader` starts.

A few hundred bytes can unpack to gigabytes, so only a process that may die opens one. It does
not import Django, which would take seconds.
"""

import base64
import contextlib
import io
import json
import resource
import sys
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

MAX_MEMORY = 1024**3
# Exit codes
BROKEN, TOO_MUCH = 3, 4
# A malicious page tree has no end; the site takes no file of so many pages.
MAX_COUNTED_PAGES = 2001
# Limits of what is read; enough for any newsletter
MAX_READ_PAGES, MAX_CHARACTERS = 200, 300_000
COVER_WIDTH = 640  # pixels


def facts(content: bytes) -> dict:
    """Return the fields of `content.documents.pdf_reader.PdfFacts`."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        return {"is_locked": True, "pages": 0, "language": ""}
    language = str(reader.root_object.get("/Lang", ""))[:2].lower()
    return {"is_locked": False, "pages": _count_pages(reader), "language": language}


def reading(content: bytes) -> dict:
    """Return the fields of `content.documents.pdf_reader.PdfReading`, the cover in Base64."""
    import pypdfium2  # noqa: PLC0415 - slow to import, and `facts` does not need it

    with pypdfium2.PdfDocument(content) as pdf:
        texts, length = [], 0
        for number in range(min(len(pdf), MAX_READ_PAGES)):
            text = pdf[number].get_textpage().get_text_bounded()
            texts.append(text)
            length += len(text)
            if length > MAX_CHARACTERS:
                break
        cover = _draw(pdf[0])
    reader = PdfReader(io.BytesIO(content))
    catalog = reader.root_object
    marks = catalog.get("/MarkInfo", {})
    return {
        # PostgreSQL cannot hold a NUL.
        "text": " ".join(" ".join(texts).replace("\0", "").split())[:MAX_CHARACTERS],
        "cover": base64.b64encode(cover).decode(),
        "is_tagged": "/StructTreeRoot" in catalog and bool(marks.get("/Marked", False)),
        "has_title": bool(reader.metadata and str(reader.metadata.title or "").strip()),
    }


def _count_pages(reader: PdfReader) -> int:
    """Count the pages, up to `MAX_COUNTED_PAGES`.

    pypdf itself would follow a tree that branches to the same pages again and again for ever.

    Raises:
        ValueError: if a page stands twice in the tree.
    """
    seen: set[int] = set()
    pages, waiting = 0, [reader.root_object["/Pages"]]
    while waiting and pages < MAX_COUNTED_PAGES:
        node = waiting.pop().get_object()
        if not isinstance(node, DictionaryObject):
            raise ValueError("A page is no dictionary.")
        if "/Kids" not in node:
            pages += 1
            continue
        kids = node["/Kids"].get_object()
        if not isinstance(kids, ArrayObject):
            raise ValueError("The children of a page are no list.")
        numbers = {kid.idnum for kid in kids if isinstance(kid, IndirectObject)}
        if len(numbers) < len(kids) or numbers & seen:
            raise ValueError("A page stands twice in the page tree.")
        seen |= numbers
        waiting += kids
    return pages


def _draw(page: Any) -> bytes:
    """Return a page as a JPEG; its size is limited whatever the page claims."""
    width, height = page.get_size()
    scale = COVER_WIDTH / max(width, height / 2)
    buffer = io.BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(buffer, "JPEG", quality=82)
    return buffer.getvalue()


def main(task: str) -> int:
    """Read a PDF from the standard input and write the result of `task` as JSON."""
    # macOS has no such limit; there only the time is limited.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    try:
        result = {"facts": facts, "reading": reading}[task](sys.stdin.buffer.read())
    except MemoryError:
        return TOO_MUCH
    # The parsers raise more kinds of errors than they document.
    except Exception:
        return BROKEN
    json.dump(result, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
