"""What holds nothing but pixels is told from what holds more, in each format."""

import io
import struct
import zlib

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from content.pictures.bare_files import is_bare
from content.pictures.upload_checks import prepare_picture

FORMATS = ["JPEG", "PNG", "WEBP"]


def written(format_, mode="RGB", size=(60, 40), **options):
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(buffer, format_, **options)
    return buffer.getvalue()


def exif():
    data = Image.Exif()
    data[0x010E] = "Taken at home"
    return data.tobytes()


def png_with_words(content):
    chunk = b"tEXtComment\0Taken at home"
    words = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return content[:-12] + words + content[-12:]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_what_was_prepared_is_bare(format_, mode):
    if format_ == "JPEG":
        mode = "RGB"
    prepared = prepare_picture(ContentFile(written(format_, mode)))

    assert is_bare(prepared)
    assert prepared.tell() == 0


def test_jpeg_of_several_scans_is_bare():
    assert is_bare(ContentFile(written("JPEG", progressive=True)))


@pytest.mark.parametrize(
    "content",
    [
        *(written(format_, exif=exif()) for format_ in FORMATS),
        *(written(format_) + b"behind it" for format_ in FORMATS),
        written("JPEG", comment=b"Taken at home"),
        written("JPEG") + written("JPEG"),
        png_with_words(written("PNG")),
        written("PNG", "P"),
        written("PNG", size=(3000, 10)),
        written("WEBP", icc_profile=b"profile"),
        written("WEBP")[:-3],
        b"no picture",
        b"",
    ],
)
def test_what_holds_more_is_not_bare(content):
    assert not is_bare(ContentFile(content))
