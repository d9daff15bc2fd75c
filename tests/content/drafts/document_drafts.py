"""What an officer does with a new file, and where it is then."""

from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from content.models import Draft
from tests.admin_forms import errors_of, save
from tests.content.versions.things import address
from tests.factories.document import pdf_bytes


def new_file(pages: int = 5) -> SimpleUploadedFile:
    return SimpleUploadedFile("new.pdf", pdf_bytes(pages))


def draft_file(client, document, button: str = "_save_draft", pages: int = 5, **typed):
    answer = save(client, address(document, "change"), button, file=new_file(pages), **typed)
    assert answer.status_code == 302, errors_of(answer)
    return answer


def stored() -> set[str]:
    return set(storages["documents"].listdir("")[1])


def waiting_name(document) -> str:
    return Draft.objects.of(document).get().rows[0]["fields"]["file"]


def fetched(client, url: str) -> bytes | int:
    answer = client.get(url)
    return answer.getvalue() if answer.streaming else answer.status_code
