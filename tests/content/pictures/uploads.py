"""Pictures as an officer uploads them, and what the library keeps of one."""

from django.core.files.base import ContentFile
from PIL import Image

from content.pictures.upload_checks import prepare_picture

ADD = "/admin/content/picture/add/"
WORDS = {"alt_0": "A bridge", "creator": "Somebody", "licence": "CC BY 4.0"}


def file_of(content: bytes, name: str = "picture.jpg") -> ContentFile:
    """Return an upload of this content."""
    return ContentFile(content, name=name)


def prepared(content: bytes) -> Image.Image:
    """Return the picture that is stored of this content."""
    image = Image.open(prepare_picture(file_of(content)))
    image.load()
    return image
