"""The form of the council."""

import pytest

from tests.factories.council import CouncilFactory

pytestmark = pytest.mark.django_db
FORM = "/admin/content/council/1/change/"


def test_contrast_of_the_colours_is_said_in_words(admin_client):
    CouncilFactory(accent_color="#c8452d")

    html = admin_client.get(FORM).content.decode()

    assert "White text on the first colour: 9.5 to 1" in html
    assert "The second colour is shown as #" in html


def test_what_is_no_colour_is_refused_beside_the_field(admin_client):
    CouncilFactory()

    response = admin_client.post(FORM, {"brand_color": "#0f4c5c", "accent_color": "yellow"})

    errors = response.context["adminform"].form.errors
    assert errors["accent_color"] == ["Write the colour like #0f4c5c."]
    assert "yellow" in response.content.decode()


def test_form_of_the_first_council_offers_no_second_one(admin_client):
    html = admin_client.get("/admin/content/council/add/").text

    assert 'name="_continue"' in html
    assert 'name="_addanother"' not in html
