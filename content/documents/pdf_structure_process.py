"""Read what a PDF is by its structure, with qpdf; `content.documents.pdf_reader` starts this."""

import io
import sys

import pikepdf
from pikepdf import Array, Dictionary

from content.documents.language_tags import main_language
from content.file_readers.process import read_one_file


def facts(content: bytes, max_pages: str) -> dict:
    """Return the fields of `content.documents.pdf_reader.PdfFacts`; -1 pages if it is damaged.

    Raises:
        ValueError: if the tree of pages has no end.
    """
    free = {"can_be_printed": True, "can_be_copied": True}
    unknown = {"lock": "", "pages": -1, "is_mended": False, "language": "", **free}
    try:
        pdf = pikepdf.open(io.BytesIO(content))
    # A PDF that only restricts printing or copying opens without a password.
    except pikepdf.PasswordError:
        return unknown | {"lock": "password"}
    except pikepdf.PdfError as error:
        if "encryption" in str(error):
            # Such as for people with a certificate
            return unknown | {"lock": "other"}
        if "Loop detected" in str(error):
            raise ValueError("The tree of pages has no end.") from error
        return unknown
    with pdf:
        if pdf.is_encrypted and not pdf.user_password_matched:
            # Without a password for its owner qpdf opens it, but no browser does.
            return unknown | {"lock": "password"}
        return {
            "lock": "",
            "pages": _count_pages(pdf, int(max_pages)),
            "is_mended": bool(pdf.get_warnings()),
            "language": _language(pdf),
            # Of low quality, too: browsers tell no difference.
            "can_be_printed": pdf.allow.print_lowres and pdf.allow.print_highres,
            "can_be_copied": pdf.allow.extract,
        }


def accessibility(content: bytes) -> dict:
    """Return the fields of `content.documents.pdf_reader.PdfAccessibility`."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        marks = pdf.Root.get("/MarkInfo")
        is_marked = isinstance(marks, Dictionary) and bool(marks.get("/Marked", False))
        return {
            "is_tagged": "/StructTreeRoot" in pdf.Root and is_marked,
            "has_title": _has_title(pdf),
        }


def _language(pdf: pikepdf.Pdf) -> str:
    """Return the document's language, where PDF/UA wants it, or else where others write it.

    Those are the outermost part of the structure and the metadata (XMP). The file may do without
    any, or hold nonsense there.
    """
    found = main_language(_tag(pdf.Root))
    structure = pdf.Root.get("/StructTreeRoot")
    if not found and isinstance(structure, Dictionary):
        kids = structure.get("/K")
        outermost = kids[0] if isinstance(kids, Array) and len(kids) else kids
        found = main_language(_tag(outermost))
    return found or main_language(next(iter(_metadata(pdf, "dc:language")), ""))


def _tag(of: object) -> str:
    """Return the entry for the language of a dictionary; some programs write a name there."""
    tag = of.get("/Lang") if isinstance(of, Dictionary) else None
    return str(tag).removeprefix("/") if isinstance(tag, pikepdf.String | pikepdf.Name) else ""


def _metadata(pdf: pikepdf.Pdf, name: str) -> list[str]:
    """Return what the metadata (XMP) tells under a name; nothing of what cannot be read."""
    try:
        told = pdf.open_metadata(strict=False).get(name) or ""
        return [told] if isinstance(told, str) else sorted(map(str, told))
    # The parser of the metadata raises more kinds of errors than it documents.
    except Exception as error:
        print(error, file=sys.stderr)  # noqa: T201 - the log of this process
        return []


def _has_title(pdf: pikepdf.Pdf) -> bool:
    """Return whether the metadata (XMP), where PDF/UA wants it, or the older entry has a title."""
    if "".join(_metadata(pdf, "dc:title")).strip():
        return True
    old = pdf.trailer.get("/Info")
    title = old.get("/Title") if isinstance(old, Dictionary) else None
    return bool(str(title or "").strip())


def _count_pages(pdf: pikepdf.Pdf, max_pages: int) -> int:
    """Count the pages, up to `max_pages`, without asking qpdf for all of them at once.

    A page may stand twice in the tree, as some programs write an empty one.

    Raises:
        ValueError: if a branch does, which may have no end.
    """
    seen: set[tuple[int, int]] = set()
    pages, waiting = 0, [pdf.Root.Pages]
    while waiting and pages < max_pages:
        node = waiting.pop()
        if not isinstance(node, Dictionary):
            raise ValueError("A page is no dictionary.")
        kids = node.get("/Kids")
        if kids is None:
            pages += 1
            continue
        if not isinstance(kids, Array) or node.objgen in seen:
            raise ValueError("The children of a page are no list, or a branch stands there twice.")
        seen.add(node.objgen)
        waiting += list(kids)
    return pages


if __name__ == "__main__":
    sys.exit(read_one_file({"facts": facts, "accessibility": accessibility}))
