"""What the demo has to hold, whatever its words are."""

import re
from collections import Counter
from urllib.parse import urlsplit

import page
import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.utils import timezone
from pypdf import PdfReader

from cities.models import City, CityStatus, Milestone
from content.models import Council, Document, Picture
from events.models import Event
from links.models import Contact, LinkGroup, Newsletter
from twinning_site.pages.models import Page
from volunteers.forms import ApplicationForm
from volunteers.models import ConsentWording

# On one worker, so that the demo is loaded once.
pytestmark = pytest.mark.xdist_group("demo: what it holds")
MAIL_ADDRESS = re.compile(r"[\w.+-]+@([\w.-]*\w)")
# RFC 2606 and RFC 6761: names that lead to nobody
RESERVED_NAME = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test)$")
WEB_ADDRESS = re.compile(r"""https?://[^\s"'<>\\)]+""")
# What the demo may name on the web: the council and the cities themselves, what tells of León,
# the licence of the pictures, and the two bodies to which readers in Britain can complain
NAMED_HOSTS = {
    "www.oxford.gov.uk",
    "www.leiden.nl",
    "www.bonn.de",
    "www.grenoble.fr",
    "en.wikipedia.org",
    "www.gorodperm.ru",
    "opensource.org",
    "www.equalityadvisoryservice.com",
    "ico.org.uk",
}
REAL_PHONES = {"01865252537", "01865249811"}


def everything() -> str:
    """Return every row of the database as text, whatever model it is of."""
    return "\n".join(
        serializers.serialize("json", model._base_manager.all(), ensure_ascii=False)
        for model in apps.get_models(include_auto_created=True)
    )


def text_of_documents() -> str:
    texts = []
    for document in Document.objects.all():
        with document.file.open() as file:
            texts += [sheet.extract_text() for sheet in PdfReader(file).pages]
    return "\n".join(texts)


def test_holds_the_five_cities_and_six_groups(demo):
    assert {city.slug for city in City.objects.published()} == {
        "leiden", "bonn", "grenoble", "leon", "perm",
    }  # fmt: skip
    assert LinkGroup.objects.published().count() == 6
    assert LinkGroup.objects.get(is_umbrella=True).members.count() == 5


def test_holds_each_kind_of_document(demo):
    assert Counter(document.kind_id for document in Document.objects.published()) == {
        "application_form": 1,
        "membership_form": 1,
        "information_pack": 1,
        "poster": 1,
    }
    assert Newsletter.objects.published().exclude(group=None).count() == 8


def test_documents_are_really_there(demo):
    pages = {}
    for document in Document.objects.all():
        with document.file.open() as file:
            reader = PdfReader(file)
            assert len(reader.pages) == document.pages
            assert reader.root_object["/Lang"].startswith("en")
            pages[document.kind_id] = document.pages

    assert pages == {
        "application_form": 2,
        "membership_form": 2,
        "information_pack": 3,
        "poster": 1,
    }


def test_documents_conform_to_pdf_ua(demo):
    for document in Document.objects.all():
        with document.file.open() as file:
            report = page.validate_pdf_bytes(file.read(), profile="ua1")

        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("application_form", ["Oxford City Council", "Leiden", "Bonn", "Grenoble", "León"]),
        ("membership_form", ["Oxford-Grenoble Association", "OX1 1BX"]),
        ("information_pack", ["Museum of Oxford", "2014", "May", "01865 252537"]),
        ("poster", ["Reflections on Humanity", "7 November 2015", "15:00", "16:00", "Cathedral"]),
    ],
)
def test_documents_can_be_read(demo, kind, facts):
    with Document.objects.get(kind=kind).file.open() as file:
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())

    assert [fact for fact in facts if fact not in text] == []


def test_paper_form_asks_what_the_form_of_the_site_asks(demo):
    form = ApplicationForm(current_wording=ConsentWording.objects.get())
    [pdf] = [it for it in Document.objects.all() if it.kind_id == "application_form"]
    with pdf.file.open() as file:
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())

    assert [form[name].label for name in form.asked if str(form[name].label) not in text] == []


def test_nobody_real_can_be_written_to(demo):
    domains = MAIL_ADDRESS.findall(everything() + text_of_documents())

    assert Council.objects.get().email
    assert Contact.objects.exclude(email="").exists()
    assert [domain for domain in domains if not RESERVED_NAME.search(domain)] == []


def test_other_sites_are_the_few_that_it_may_name(demo):
    hosts = {urlsplit(address).hostname or "" for address in WEB_ADDRESS.findall(everything())}

    assert {host for host in hosts if not RESERVED_NAME.search(host)} == NAMED_HOSTS


@pytest.mark.parametrize(
    ("name", "is_reserved"),
    [
        ("oxford.example", True),
        ("bonn-link.example.org", True),
        ("example.invalid", True),
        ("oxford.gov.uk", False),
        ("notexample.org", False),
        ("example.org.uk", False),
    ],
)
def test_a_reserved_name_is_told_from_others(name, is_reserved):
    assert bool(RESERVED_NAME.search(name)) is is_reserved


def test_contacts_are_roles_without_names_and_phones(demo):
    assert not Contact.objects.exclude(name="", phone="").exists()


def test_every_phone_is_the_councils(demo):
    numbers = {
        re.sub(r"\s", "", number) for number in re.findall(r"\b01\d{3} ?\d{6}\b", everything())
    }

    assert numbers == REAL_PHONES


def test_something_is_on_and_much_is_to_come(demo):
    agenda = Event.objects.published().agenda(timezone.now())

    assert len(agenda.now) >= 1
    assert len(agenda.next) >= 10


def test_the_past_is_there_with_its_pictures(demo):
    past = {event.slug: event for event in Event.objects.published().past()}

    assert {
        "reflections-on-humanity",
        "reflections-on-humanity-installations",
        "oxford-week-in-bonn-2015",
        "linked-cities-concert",
    } <= past.keys()
    assert past["oxford-week-in-bonn-2015"].photos.count() == 3
    assert past["reflections-on-humanity"].poster.kind_id == "poster"


def test_what_no_source_tells_is_marked_as_example(demo):
    told = {event.slug for event in Event.objects.filter(example=False)}

    assert told == {"reflections-on-humanity", "reflections-on-humanity-installations"}
    assert not Newsletter.objects.filter(example=False).exists()
    assert not Document.objects.filter(example=False).exists()
    assert {page.slug for page in Page.objects.filter(example=False)} == {"twinning"}
    assert not City.objects.filter(example=True).exists()


def test_prices_are_examples(demo):
    assert all(event.example for event in Event.objects.all() if event.price)


@pytest.mark.parametrize("language", ["en", "de"])
def test_page_on_twinning_says_which_links_the_demo_does_not_tell_of(demo, language):
    text = Page.objects.get(slug="twinning").body.data[language]

    assert [name for name in ("2015", "Padua", "Ramallah") if name not in text] == []


def test_traditions_never_end(demo):
    endless = set(Event.objects.filter(last_ends_at=None).values_list("slug", flat=True))

    assert {
        "oxford-in-leiden-in-may",
        "third-october-in-leiden",
        "remembrance-sunday",
        "visit-with-grenoble",
        "sponsored-swim",
        "misa-campesina",
        "oxford-week-in-bonn",
        "bonn-week-in-oxford",
        "gallery-month",
    } <= endless


def test_suspended_link_says_why_and_until_when(demo):
    perm = City.objects.get(slug="perm")

    assert perm.status == CityStatus.SUSPENDED
    assert str(perm.status_since) == "March 2022"
    assert "Ukraine" in str(perm.status_reason)
    assert "international law" in str(perm.status_outlook)


def test_vague_dates_stay_vague(demo):
    milestone = Milestone.objects.get(city__slug="grenoble", kind="signing")

    assert milestone.date_text == "1980s"
    assert not milestone.is_exact_year


def test_every_picture_has_words_in_both_languages_and_credit(demo):
    for picture in Picture.objects.all():
        assert picture.alt.data.keys() == picture.caption.data.keys() == {"en", "de"}
        assert picture.creator
        assert picture.licence


@pytest.mark.parametrize("model", [City, LinkGroup, Page])
def test_cities_groups_and_pages_speak_german(demo, model):
    for row in model.objects.all():
        assert row.summary.data["de"]
        assert row.body.data["de"]


def test_privacy_notice_says_how_long_a_message_is_kept(demo):
    notice = Page.objects.get(slug="privacy")

    assert set(notice.body.data) == set(settings.SITE_LANGUAGES)
    for text in notice.body.data.values():
        assert re.search(rf"\b{settings.ENQUIRY_KEEP_DAYS} (days|Tage)\b", text)
