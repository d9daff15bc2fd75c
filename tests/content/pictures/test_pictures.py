"""What the library of pictures takes, refuses and keeps."""

import io
import resource

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageCms

from content.models import Picture
from content.pictures.upload_checks import check_picture, prepare_picture
from tests import hostile_files
from tests.admin_forms import errors_of, save
from tests.content.pictures.uploads import ADD, WORDS, file_of, prepared
from tests.factories.picture import PictureFactory

NO_PICTURE = "This file is not a picture, or it is broken. Use a JPEG, PNG or WebP file."


@pytest.mark.parametrize(
    "content",
    [
        hostile_files.PROGRAM,
        hostile_files.HTML,
        hostile_files.picture(size=(400, 400))[:-200],
        hostile_files.picture(kind="PNG")[:60],
        hostile_files.picture(kind="WEBP")[:30],
        hostile_files.png_with_text_bomb(),
        b"\xff\xd8\xff" + b"\0" * 100,
        b"\x89PNG\r\n\x1a\n",
        b"P6 1000000000 1000000000 255\n",
        b"x",
    ],
    ids=range(10),
)
def test_what_is_no_picture_is_refused_whatever_its_name(content):
    with pytest.raises(ValidationError) as refusal:
        check_picture(file_of(content))

    assert refusal.value.messages == [NO_PICTURE]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((10_000, 6_000), "10000 by 6000 pixels"),
        ((12_000, 10_000), "12000 by 10000 pixels"),
        ((60_000, 60_000), "far too many pixels"),
        ((2**31 - 1, 2**31 - 1), "far too many pixels"),
    ],
)
def test_a_bomb_of_pixels_does_not_go_off(size, words):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(ValidationError, match=words):
        check_picture(file_of(hostile_files.png_claiming(*size)))

    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert kilobytes < 50_000


def test_too_many_bytes_are_refused(settings):
    settings.UPLOAD_MAX_PICTURE_BYTES = 100

    with pytest.raises(ValidationError) as refusal:
        check_picture(file_of(hostile_files.picture()))

    assert refusal.value.messages[0].endswith("The most that can be taken is 100 bytes.")


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGBA"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "1"),
        ("PNG", "I;16"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
        ("MPO", "RGB"),
    ],
)
def test_every_common_kind_is_taken(kind, mode):
    content = hostile_files.picture(kind=kind, mode=mode)

    check_picture(file_of(content))
    image = prepared(content)

    assert image.format == {"MPO": "JPEG"}.get(kind, kind)
    assert image.mode in {"RGB", "RGBA"}
    assert image.size == (60, 40)


def test_colours_stay_what_they_were():
    print_profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red = hostile_files.picture(color=(200, 30, 30), icc_profile=print_profile, quality=95)

    pixel = prepared(red).getpixel((30, 20))

    assert all(abs(a - b) < 8 for a, b in zip(pixel, (200, 30, 30), strict=True))
    assert "icc_profile" not in prepared(red).info


def test_sixteen_bits_are_not_blown_out():
    grey = hostile_files.picture(mode="I;16", kind="PNG", color=0x8000)

    assert abs(prepared(grey).getpixel((1, 1))[0] - 128) < 3


def test_a_broken_colour_profile_does_no_harm():
    check_picture(file_of(content := hostile_files.picture(icc_profile=b"nonsense" * 20)))

    assert prepared(content).size == (60, 40)


def test_what_a_photograph_tells_of_its_place_is_gone():
    prepared_file = prepare_picture(file_of(hostile_files.photo_of_a_place()))

    content = prepared_file.read()
    image = Image.open(io.BytesIO(content))
    assert not dict(image.getexif())
    assert b"Exif" not in content
    assert b"Secret" not in content
    assert b"secret" not in content
    assert image.size == (40, 60)  # turned upright


def test_what_hides_behind_a_picture_is_gone():
    content = hostile_files.picture() + b"PK\x03\x04" + hostile_files.HTML

    assert b"<script>" not in prepare_picture(file_of(content)).read()


def test_a_large_picture_is_kept_smaller():
    assert prepared(hostile_files.picture(size=(6000, 3000))).size == (2560, 1280)


@pytest.mark.django_db
def test_the_name_of_the_file_tells_nothing():
    picture = PictureFactory(file=file_of(hostile_files.picture(), "Anna at home.exe"))

    assert "Anna" not in picture.file.name
    assert picture.file.name.endswith(".jpg")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((200, 100), [200]),
        ((320, 4000), [205]),
        ((1000, 500), [320, 640, 960, 1000]),
        ((4000, 2000), [320, 640, 960, 1280, 1920]),
        ((3000, 2), [320, 640, 960, 1280, 1920]),
    ],
)
def test_every_width_that_pages_name_is_there(size, widths):
    picture = PictureFactory(file=file_of(hostile_files.picture(size=size)))

    picture.refresh_from_db()
    for media_type, addresses in picture.file.sources:
        named = [entry.split() for entry in addresses.split(", ")]
        for address, width in named:
            with default_storage.open(address.removeprefix("/media/")) as file:
                image = Image.open(file)
                assert image.get_format_mimetype() == media_type
                assert abs(image.width - int(width[:-1])) <= 1
                assert not dict(image.getexif())
        assert [int(width[:-1]) for _, width in named] == widths


@pytest.mark.django_db
def test_deleting_a_picture_deletes_all_its_files(django_capture_on_commit_callbacks):
    picture = PictureFactory(file__width=700)
    assert files_of_media()

    with django_capture_on_commit_callbacks(execute=True):
        Picture.objects.filter(pk=picture.pk).delete()

    assert files_of_media() == []


@pytest.mark.django_db
def test_replacing_a_picture_deletes_the_old_files(django_capture_on_commit_callbacks):
    picture = Picture.objects.get(pk=PictureFactory(file__width=700).pk)
    before = set(files_of_media())

    with django_capture_on_commit_callbacks(execute=True):
        picture.file = file_of(hostile_files.picture(size=(800, 400)))
        picture.save()

    after = set(files_of_media())
    assert after
    assert not before & after
    assert (picture.width, picture.height) == (800, 400)


def files_of_media(folder: str = "pictures") -> list[str]:
    if not default_storage.exists(folder):
        return []
    folders, files = default_storage.listdir(folder)
    below = [file for name in folders for file in files_of_media(f"{folder}/{name}")]
    return [f"{folder}/{file}" for file in files] + below


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (hostile_files.PROGRAM, "holiday.jpg"),
        (hostile_files.HTML, "logo.svg"),
        (hostile_files.picture(size=(300, 300))[:-100], "half.jpg"),
    ],
    ids=["program", "page", "half"],
)
def test_a_refusal_stands_beside_the_field(officer_client, content, name):
    response = save(officer_client, ADD, **WORDS, file=SimpleUploadedFile(name, content))

    assert errors_of(response) == {"file": [NO_PICTURE]}
    assert not Picture.objects.exists()


def test_a_refused_form_shows_no_picture_that_is_not_there(officer_client):
    upload = SimpleUploadedFile("a.jpg", hostile_files.PROGRAM)

    page = save(officer_client, ADD, **WORDS, file=upload).content.decode()

    assert 'class="thumbnail"' not in page


def test_a_refused_form_shows_the_picture_it_was_to_replace(officer_client):
    picture = PictureFactory()
    address = reverse("admin:content_picture_change", args=[picture.pk])
    upload = SimpleUploadedFile("a.jpg", hostile_files.picture())

    response = save(officer_client, address, alt_0="", file=upload)

    assert list(errors_of(response)) == ["alt"]
    assert f'src="{picture.file.small_url}"' in response.content.decode()


def test_a_bomb_is_refused_beside_the_field(officer_client):
    upload = SimpleUploadedFile("bomb.png", hostile_files.png_claiming(12_000, 10_000))

    response = save(officer_client, ADD, **WORDS, file=upload)

    assert "12000 by 10000 pixels" in errors_of(response)["file"][0]


def test_a_picture_needs_words_for_people_who_do_not_see_it(officer_client):
    upload = SimpleUploadedFile("a.jpg", hostile_files.picture())

    response = save(officer_client, ADD, **WORDS | {"alt_0": ""}, file=upload)

    assert list(errors_of(response)) == ["alt"]


def test_an_officer_adds_a_picture(officer_client):
    upload = SimpleUploadedFile("IMG_1.JPG", hostile_files.photo_of_a_place())

    save(officer_client, ADD, **WORDS, file=upload)

    picture = Picture.objects.get()
    assert (str(picture.alt), picture.width, picture.height) == ("A bridge", 40, 60)
    response = officer_client.get(picture.file.url)
    assert b"Secret" not in b"".join(response.streaming_content)


def test_an_odd_header_that_pillow_gets_over_is_no_error():
    buffer, image = io.BytesIO(), Image.new("RGB", (60, 40))
    image.save(buffer, "MPO", save_all=True, append_images=[image])
    content = buffer.getvalue()
    place = content.index(b"MPF\0") + 4

    check_picture(file_of(content[:place] + b"XX" + content[place + 2 :]))
