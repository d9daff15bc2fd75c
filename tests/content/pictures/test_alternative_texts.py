"""Alternative texts that describe nothing are refused, in every language."""

import pytest
from django.core.exceptions import ValidationError

from content.models import Picture
from content.pictures.alternative_texts import objection_to
from tests.admin_forms import errors_of, save
from tests.content.admin.library.test_uploads import ADD, WORDS, photo
from tests.factories.picture import PictureFactory


@pytest.mark.parametrize(
    "text",
    [
        "IMG_1234",
        "DSC01234",
        "P1010001",
        "PXL_20230501_123",
        "Screenshot 2024-05-01 at 10.11.12.png",
        "WhatsApp Image 2024-05-01 at 10.11",
        "picture",
        "Picture 3",
        "picture.jpg",
        "the mayor.JPEG",
        "20230501_101112",
        "a1b2c3d4e5f60718",
        "Bild",
        "Bild (2)",
        "Fotos",
        "фото 3",
        "照片",
        "!!!",
    ],
)
def test_name_of_a_file_is_no_description(text):
    assert text in objection_to(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bridge",
        "Bildhauer Meier vor seinem Werk",
        "Photographers at the river",
        "The first page of the file mayor.jpg",
        "Imagery of the sea",
        "Samuel",
        "Party",
        "桥",
        "",
    ],
)
def test_description_is_taken(text):
    assert objection_to(text) == ""


def test_name_of_the_file_itself_is_refused_but_not_a_file_that_is_named_in_words():
    assert objection_to("mayor", "mayor.jpg")
    assert objection_to("Mayor", "mayor.jpg")
    assert objection_to("The mayor opens the fair", "The mayor opens the fair.jpg") == ""


def test_each_language_is_looked_at():
    picture = PictureFactory.build(alt={"en": "A bridge", "de": "IMG_1234"})

    with pytest.raises(ValidationError) as refused:
        picture.clean()

    assert "IMG_1234" in refused.value.messages[0]


def test_form_says_so_and_knows_how_the_file_was_called(officer_client):
    response = save(officer_client, ADD, **WORDS | {"alt_0": "Bridge"}, file=photo("bridge.jpg"))

    assert "does not tell what is to be seen" in errors_of(response)["alt"][0]
    assert not Picture.objects.exists()
