"""What every page says of the office."""

import pytest

from tests.factories.council import CouncilFactory

pytestmark = pytest.mark.django_db
USUAL = "Ask about a link, tell us about an event, or bring an idea."


def test_sentences_of_the_council_stand_beside_its_address(client):
    CouncilFactory(
        office_invitation={"en": "We know people\nin <five> cities."},
        office_hours={"en": "Monday, 9 am to 4 pm", "de": "Montag, 9 bis 16 Uhr"},
    )

    html = client.get("/contact/").content.decode()

    assert "<p>We know people<br>in &lt;five&gt; cities.</p>" in html
    assert "Monday, 9 am to 4 pm" in html
    assert USUAL not in html
    assert "Montag, 9 bis 16 Uhr" in client.get("/de/contact/").content.decode()


def test_without_them_there_is_the_usual_invitation_and_no_hours(client):
    CouncilFactory()

    html = client.get("/contact/").content.decode()

    assert USUAL in html
    assert "Opening hours" not in html


def test_hours_in_another_language_are_marked_as_such(client):
    CouncilFactory(office_hours={"en": "Monday, 9 am to 4 pm"})

    html = client.get("/de/contact/").content.decode()

    assert '<dd lang="en" dir="ltr">Monday' in html
