"""What is handed out of the folder of pictures."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["", "2026/", "2026", "../", "none.jpg"])
def test_a_folder_or_nothing_is_not_found(client, path):
    default_storage.save("pictures/2026/a.jpg", ContentFile(b"x"))

    assert client.get(f"/media/pictures/{path}").status_code == 404
