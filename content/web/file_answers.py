"""Answers that hold an uploaded file."""

from hashlib import sha256

from django.http import FileResponse

from content.models import Document

# An uploaded file must never act as a page of this site.
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def document_answer(document: Document, filename: str) -> FileResponse:
    """Return the file of a document under a readable name; whether it may be seen is asked before.

    Raises:
        FileNotFoundError: if it is gone.
    """
    answer = FileResponse(document.file.open(), filename=filename, content_type=document.media_type)
    answer["Content-Security-Policy"] = FILE_POLICY
    answer["ETag"] = etag_of(str(document.file))
    return answer


def etag_of(name: str) -> str:
    """Return the validator of a stored file, whose name never gets other content."""
    return f'"{sha256(name.encode()).hexdigest()[:32]}"'
