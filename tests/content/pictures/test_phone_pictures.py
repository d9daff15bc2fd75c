"""Pictures from telephones and from everywhere else: taken, or answered by name."""

import io
import resource

import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from content.models import Picture
from content.pictures.phone_formats import phone_format
from content.pictures.upload_checks import check_picture, checked_picture, prepare_picture
from tests import hostile_files
from tests.admin_forms import errors_of, save
from tests.content.pictures.uploads import ADD, WORDS, file_of, prepared
from tests.factories.picture import PictureFactory
from tests.officers_files import phone_picture, picture_that_moves


def refusal_of(content: bytes) -> str:
    with pytest.raises(ValidationError) as refusal:
        check_picture(file_of(content))
    return " ".join(refusal.value.messages)


def exif(orientation: int) -> bytes:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "SecretCamera"
    return data.tobytes()


def several() -> bytes:
    """A HEIC with a second picture, as of a burst."""
    heif = pillow_heif.from_pillow(Image.new("RGB", (60, 40), (200, 30, 30)))
    heif.add_from_pillow(Image.new("RGB", (20, 20), "blue"))
    buffer = io.BytesIO()
    heif.save(buffer)
    return buffer.getvalue()


def test_grey_of_sixteen_bits_keeps_its_shades():
    picture = checked_picture(file_of(phone_picture(mode="I;16", color=40_000)))

    assert abs(Image.open(picture).convert("L").getpixel((5, 5)) - 155) < 3


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (phone_picture(), "JPEG"),
        (phone_picture(mode="L", color=90), "JPEG"),
        (phone_picture(mode="RGBA", color=(200, 30, 30, 90)), "PNG"),
        (several(), "JPEG"),
        (hostile_files.picture(kind="AVIF"), "JPEG"),
        (hostile_files.picture(kind="AVIF", mode="RGBA", color=(1, 2, 3, 90)), "PNG"),
        (hostile_files.picture(kind="AVIF", mode="L"), "JPEG"),
    ],
    ids=["HEIC", "grey", "transparent", "burst", "AVIF", "transparent AVIF", "grey AVIF"],
)
def test_pictures_of_phones_are_taken(content, kind):
    check_picture(file_of(content))
    image = prepared(content)

    assert (image.format, image.size) == (kind, (60, 40))


def test_colours_of_a_phone_stay_what_they_were():
    pixel = prepared(phone_picture()).getpixel((30, 20))

    assert all(abs(a - b) < 8 for a, b in zip(pixel, (200, 30, 30), strict=True))


@pytest.mark.parametrize(
    "content",
    [
        phone_picture(exif=exif(6)),
        hostile_files.picture(kind="AVIF", exif=exif(6)),
        phone_picture(exif=exif(8)),
    ],
)
def test_a_sideways_picture_is_turned_and_tells_nothing(content):
    file = prepare_picture(file_of(content))

    assert Image.open(file).size == (40, 60)
    assert b"Secret" not in file.read()


def test_a_large_picture_of_a_phone_is_kept_smaller():
    assert prepared(phone_picture(size=(4032, 3024))).size == (2560, 1920)


def test_pixels_are_counted_before_they_are_decoded(settings):
    settings.UPLOAD_MAX_PICTURE_PIXELS = 1000
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

    assert "60 by 40 pixels, which is too large" in refusal_of(phone_picture())
    assert "60 by 40 pixels, which is too large" in refusal_of(hostile_files.picture(kind="AVIF"))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss - before < 300_000


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (phone_picture()[:300], "HEIC"),
        (phone_picture()[:60], "HEIC"),
        (b"\0\0\0\x18ftypheic" + bytes(100), "HEIC"),
        (hostile_files.picture(kind="AVIF", size=(400, 400))[:-100], "AVIF"),
        (b"\0\0\0\x18ftypavif" + bytes(100), "AVIF"),
    ],
)
def test_what_to_do_on_the_phone_is_told(content, name):
    answer = refusal_of(content)

    assert answer.startswith(f"This {name} picture cannot be opened here. Send it as a JPEG")
    assert "Most Compatible" in answer


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (picture_that_moves("WEBP"), "This WebP file is animated."),
        (picture_that_moves("PNG"), "This PNG file is animated."),
        (picture_that_moves("AVIF"), "This AVIF file is animated."),
        (picture_that_moves("GIF"), "This is a GIF file. Save it as JPEG or PNG."),
        (hostile_files.picture(kind="GIF"), "This is a GIF file. Save it as JPEG or PNG."),
        (hostile_files.picture(kind="TIFF"), "This is a TIFF file. Save it as JPEG or PNG."),
        (picture_that_moves("TIFF"), "This is a TIFF file. Save it as JPEG or PNG."),
        (hostile_files.picture(kind="BMP"), "This is a BMP file. Save it as JPEG or PNG."),
        (hostile_files.picture(kind="JPEG2000"), "This is a JPEG 2000 file."),
        (hostile_files.picture(kind="PDF"), "This is a PDF file. Save it as JPEG or PNG."),
        (b"\0\0\0\x14ftypqt  " + bytes(100), "This is a video."),
        (b"\0\0\0\x18ftypmp42" + bytes(100), "This is a video."),
        (b"\0\0\0\x18ftypiso5" + bytes(100), "This is a video."),
        (b"\x1aE\xdf\xa3" + bytes(100), "This is a video."),
        (b"RIFF\x0a\0\0\0AVI LIST" + bytes(100), "This is a video."),
        (b"\0\0\0\x18ftypcrx " + bytes(100), "This is a RAW file."),
        (b"FUJIFILMCCD-RAW 0201" + bytes(100), "This is a RAW file."),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "This is a PostScript file."),
        (b"8BPS\0\1" + bytes(100), "This is a Photoshop file. Save it as JPEG or PNG."),
        (b"BM, said the swan", "This file is not a picture, or it is broken."),
    ],
    ids=range(20),
)
def test_other_pictures_are_answered_by_name(content, answer):
    assert refusal_of(content).startswith(answer)


@pytest.mark.parametrize("kind", ["HEIC", "AVIF"])
def test_an_officer_adds_a_picture_of_a_phone(officer_client, kind):
    content = phone_picture() if kind == "HEIC" else hostile_files.picture(kind="AVIF")

    save(officer_client, ADD, **WORDS, file=SimpleUploadedFile(f"IMG_1.{kind}", content))

    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (60, 40)
    assert picture.file.name.endswith(".jpg")


def test_a_refusal_by_name_stands_beside_the_field(officer_client):
    upload = SimpleUploadedFile("film.gif", picture_that_moves("GIF"))

    response = save(officer_client, ADD, **WORDS, file=upload)

    assert errors_of(response) == {"file": ["This is a GIF file. Save it as JPEG or PNG."]}


def test_phones_are_let_choose_their_pictures(officer_client):
    page = officer_client.get(ADD).text

    assert (
        'accept="image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,image/svg+xml"'
        in page
    )


@pytest.mark.django_db
def test_a_program_may_save_a_picture_of_a_phone():
    picture = PictureFactory(file=file_of(phone_picture(size=(700, 400))))

    assert (picture.width, picture.height) == (700, 400)
    assert picture.file.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("brands", "format_"),
    [
        (b"heic\0\0\0\0mif1heic", "HEIF"),
        (b"mif1\0\0\0\0mif1heic", "HEIF"),
        (b"mif1\0\0\0\0mif1avif", "AVIF"),
        (b"avif\0\0\0\0mif1miaf", "AVIF"),
        (b"isom\0\0\0\0mp41mp42", ""),
    ],
)
def test_the_format_is_that_of_the_brands(brands, format_):
    assert phone_format(file_of(b"\0\0\0\x18ftyp" + brands)) == format_


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=40), st.booleans())
def test_a_damaged_picture_is_taken_or_answered(place, damage, is_heic):
    content = phone_picture() if is_heic else hostile_files.picture(kind="AVIF")
    place %= len(content)

    answer = ""
    try:
        prepare_picture(file_of(content[:place] + damage + content[place + len(damage) :]))
    except (ValidationError, OSError) as refusal:
        answer = str(refusal)

    assert "just now" not in answer
