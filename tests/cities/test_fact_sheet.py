import io
import re

import page
import pytest
from django.urls import reverse
from pypdf import PdfReader

from cities.fact_sheet import fact_sheet_html
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.picture import PictureFactory
from tests.worker import work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def bonn(council):
    city = CityFactory(name="Bonn", slug="bonn", picture=PictureFactory(), body="<p>Rhine.</p>")
    MilestoneFactory(city=city, title="Signed in the Town Hall", year=1947)
    LinkGroupFactory(name="Oxford Bonn Link").cities.add(city)
    LinkGroupFactory(name="Secret friends", draft=True).cities.add(city)
    return city


def fetch(client, city) -> bytes:
    address = reverse("cities:fact-sheet", args=[city.slug])
    client.get(address)
    work_off()
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_a_fact_sheet_conforms_and_tells_all_but_drafts(client, bonn):
    pdf = fetch(client, bonn)
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)

    failures = page.validate_pdf_bytes(pdf, profile="ua1").failures
    assert [(failure.rule_id, failure.message) for failure in failures] == []
    words = [
        "Bonn, Germany",
        "At a glance",
        "370 miles (590 kilometres)",
        "Rhine.",
        "Signed in the Town",
    ]
    positions = [text.index(word) for word in words]
    assert positions == sorted(positions)
    assert "Oxford Bonn Link" in text
    assert "Secret friends" not in text


def test_nobody_prints_a_draft(client, bonn):
    bonn.published_at = None
    bonn.save()

    assert client.get(reverse("cities:fact-sheet", args=["bonn"])).status_code == 404


def test_names_on_the_map_are_text_of_the_page(council, bonn):
    """WeasyPrint draws text of a drawing letter by letter: Arabic would fall apart."""
    html = fact_sheet_html(bonn)

    assert "<text" not in html
    assert re.search(r'<span class="map__name map__name--\w+"\s*>Bonn</span>', html)
