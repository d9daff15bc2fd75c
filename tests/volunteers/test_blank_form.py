import io

import page
import pytest
from django.urls import reverse
from pypdf import PdfReader

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.question import QuestionFactory
from tests.factories.theme import ThemeFactory
from tests.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(council):
    ConsentWordingFactory(version="2026-1", text="I agree that you keep what I write.")


def print_form(client) -> bytes:
    client.get(reverse("volunteers:blank-form"))
    work_off()
    response = client.get(reverse("volunteers:blank-form"))
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_the_blank_form_asks_what_the_form_online_asks(client, office):
    CityFactory(name="León", slug="leon")
    CityFactory(name="Secret", slug="secret", draft=True)
    ThemeFactory(name="Music", slug="music")
    QuestionFactory(label="May we drive?", kind="yes_no", help_text="A car.", is_required=True)
    QuestionFactory(label="Your shoe size?", kind="one", choices="Small\nLarge")
    QuestionFactory(label="When born?", kind="date")
    QuestionFactory(label="Not asked?", shown_from=None)

    reader = PdfReader(io.BytesIO(print_form(client)))
    text = " ".join(sheet.extract_text() for sheet in reader.pages)

    questions = ["Your name", "E-mail address", "Phone number", "Languages you speak"]
    positions = [text.index(question) for question in questions]
    assert positions == sorted(positions)
    assert "May we drive? (needed)" in text
    asked = ["May we drive?", "A car.", "Your shoe size?", "When born?"]
    places = [text.index(words) for words in asked]
    assert places == sorted(places)
    assert all(words in text for words in ("Yes", "No", "Small", "Large"))
    assert "Not asked?" not in text
    assert "No answer" not in text
    assert "León" in text
    assert "Music" in text
    assert "Secret" not in text
    assert "I agree that you keep what I write." in text
    assert "Wording 2026-1" in text


def test_the_blank_form_conforms_to_pdf_ua(client, office):
    QuestionFactory(label={"de": "Fahren Sie?"}, kind="one", choices={"de": "Ja\nGern"})
    report = page.validate_pdf_bytes(print_form(client), profile="ua1")

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_without_a_wording_there_is_no_form(client, council):
    assert client.get(reverse("volunteers:blank-form")).status_code == 404
