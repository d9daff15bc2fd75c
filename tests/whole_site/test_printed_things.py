"""What is printed holds the longest texts that somebody types: names of 120 letters, no picture."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdfium2 import PdfDocument

from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.theme import ThemeFactory
from tests.printed import outside, overlaps
from tests.worker import work_off

WORDS = ("Friends of the twin town and all who sing there " * 8)[:120].strip()
NOUNS = ("Städtepartnerschaftsjubiläumsvorbereitungsausschuss " * 8)[:120].strip()
LONG = {"words": WORDS, "long words": NOUNS, "one wide word": "M" * 120}


def sheets(client, address: str) -> PdfDocument:
    client.get(address)
    work_off()
    response = client.get(address)
    assert response.status_code == 200
    return PdfDocument(b"".join(response.streaming_content))


def faults(document: PdfDocument) -> list[object]:
    """Texts outside their sheet, or over one another, with the number of the sheet."""
    return [
        (number, fault)
        for number, sheet in enumerate(document, start=1)
        for fault in [*outside(sheet), *overlaps(sheet)]
    ]


@pytest.fixture(params=LONG.values(), ids=LONG.keys())
def text(request, council) -> str:
    """A text that stands everywhere."""
    text = request.param
    for name in ("name", "home_city_name", "officer_role", "office_address"):
        setattr(council, name, text)
    council.save()
    return text


@pytest.mark.parametrize("prefix", ["", "/de"])
def test_a_fact_sheet_holds_long_texts(client, text, prefix):
    city = CityFactory(name=text, slug="w" * 50, summary=text, body=f"<h2>{text}</h2><p>{text}</p>")
    city.themes.set([ThemeFactory(name=text), ThemeFactory(name=text, slug="other")])
    MilestoneFactory(city=city, title=text, year=1947)
    LinkGroupFactory(name=text, summary=text, cities=[city])

    assert faults(sheets(client, prefix + reverse("cities:fact-sheet", args=[city.slug]))) == []


@pytest.mark.parametrize("prefix", ["", "/de"])
def test_a_newsletter_holds_long_texts(client, text, prefix):
    group = LinkGroupFactory(name=text)
    issue = NewsletterFactory(
        title=text,
        slug="w" * 50,
        summary=text,
        group=group,
        events_until=timezone.localdate() + timedelta(days=7),
    )
    for position in range(4):
        ArticleFactory(
            newsletter=issue,
            title=text,
            position=position,
            body=f"<h3>{text}</h3><p>{text * 9}</p>",
        )
    EventFactory(title=text, place=text, groups=[group])
    EventFactory(title=text, groups=[group], is_all_day=True, status="cancelled")

    assert faults(sheets(client, prefix + reverse("links:newsletter-pdf", args=[issue.slug]))) == []


@pytest.mark.parametrize("prefix", ["", "/de"])
def test_a_form_on_paper_holds_long_texts(client, text, prefix):
    ConsentWordingFactory(text=text)
    CityFactory(name=text)
    ThemeFactory(name=text)

    assert faults(sheets(client, prefix + reverse("volunteers:blank-form"))) == []
