"""Opens an uploaded PDF; a program of its own, which `content.documents.pdf_reader` starts.

A few hundred bytes can unpack to gigabytes, so only a process that may die opens one. It knows
nothing of Django: that would take seconds to start.
"""

import base64
import contextlib
import io
import json
import resource
import sys

from pypdf import PdfReader

MAX_MEMORY = 1024**3
# Exit codes
BROKEN, TOO_MUCH = 3, 4
# One that branches has no end; the site takes none as long as this.
MAX_COUNTED_PAGES = 2001
# Enough for any newsletter; a bomb must not fill the database.
MAX_PAGES, MAX_CHARACTERS = 200, 300_000
COVER_WIDTH = 640  # pixels


def facts(content: bytes) -> dict:
    """Number of pages, and the two letters of the language, if the file tells it."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        return {"is_locked": True, "pages": 0, "language": ""}
    language = str(reader.root_object.get("/Lang", ""))[:2].lower()
    return {"is_locked": False, "pages": _count_pages(reader), "language": language}


def reading(content: bytes) -> dict:
    """The fields of `content.documents.pdf_reader.PdfReading`, the cover in Base64."""
    import pypdfium2  # noqa: PLC0415 - large, and facts do without

    with pypdfium2.PdfDocument(content) as pdf:
        texts, length = [], 0
        for number in range(min(len(pdf), MAX_PAGES)):
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
    """Count up to `MAX_COUNTED_PAGES`.

    pypdf follows a page tree wherever it leads; one that branches to the same pages again and
    again would keep it busy for ever.

    Raises:
        ValueError: if the tree is none.
    """
    pages, seen, waiting = 0, set(), [reader.root_object["/Pages"]]
    while waiting and pages < MAX_COUNTED_PAGES:
        node = waiting.pop().get_object()
        if "/Kids" not in node:
            pages += 1
            continue
        kids = list(node["/Kids"])
        numbers = {kid.idnum for kid in kids}
        if len(numbers) < len(kids) or numbers & seen:
            raise ValueError("A page stands twice in the page tree.")
        seen |= numbers
        waiting += kids
    return pages


def _draw(page) -> bytes:
    # A page may claim to be kilometres wide; its picture never is.
    width, height = page.get_size()
    scale = COVER_WIDTH / max(width, height / 2)
    buffer = io.BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(buffer, "JPEG", quality=82)
    return buffer.getvalue()


def main(task: str) -> int:
    """Read a PDF from the input and write what `task` tells of it as JSON."""
    # macOS knows no such limit; there only the time is limited.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    try:
        told = {"facts": facts, "reading": reading}[task](sys.stdin.buffer.read())
    except MemoryError:
        return TOO_MUCH
    # A parser of other people's files stumbles in more ways than it documents.
    except Exception:
        return BROKEN
    json.dump(told, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
