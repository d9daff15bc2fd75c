import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from content.text.countries import SortedCountries
from tests.factories.council import CouncilFactory
from tests.factories.page import PageFactory, add_legal_pages
from twinning_site.pages.legal_pages import _table, legal_pages_of, word_for
from twinning_site.pages.models import PageKind

pytestmark = pytest.mark.django_db


def foot_of(client, address="/about/"):
    foot = client.get(address).text.partition("<footer")[2]
    return re.findall(r"<li><a [^>]*>([^<]*)</a>", foot.partition("<nav")[2].partition("</nav>")[0])


def test_every_row_of_the_table_is_of_a_country_and_names_its_law():
    table = _table()
    codes = {code for code, _name in SortedCountries()}
    assert {*table} - {"EU"} <= codes
    assert {*table["EU"]["countries"]} <= codes
    for code in [*table, *table["EU"]["countries"]]:
        assert all(page.law for page in legal_pages_of(code))


def test_countries_ask_for_what_their_law_says():
    kinds = {
        code: [page.kind for page in legal_pages_of(code)] for code in ("DE", "GB", "SE", "JP")
    }
    assert kinds == {
        "DE": [PageKind.IMPRINT, PageKind.PRIVACY, PageKind.ACCESSIBILITY],
        "GB": [PageKind.PRIVACY, PageKind.ACCESSIBILITY],
        "SE": [PageKind.PRIVACY, PageKind.ACCESSIBILITY],
        "JP": [],
    }
    assert word_for(PageKind.IMPRINT, "FR", "fr") == "Mentions légales"
    assert word_for(PageKind.IMPRINT, "JP", "en") == "Legal notice"


def test_foot_links_legal_pages_last_in_their_order(client):
    CouncilFactory(country="GB", offers_volunteering=False)
    PageFactory(title="Other", place="foot", position=9)
    PageFactory(title="Statement", kind="accessibility", place="nowhere")
    PageFactory(title="Data", kind="privacy", place="about")
    PageFactory(title="Secret", kind="imprint", place="foot", draft=True)
    assert foot_of(client) == ["Open data", "Other", "Privacy notice", "Accessibility statement"]


@pytest.mark.parametrize(("country", "label"), [("FR", "not compliant"), ("GB", "")])
def test_foot_says_how_accessible_a_french_site_is(client, country, label):
    CouncilFactory(country=country)
    PageFactory(kind="accessibility", conformance="none")
    assert (label or "Accessibility statement") == foot_of(client)[-1].rpartition(": ")[2]


def test_second_page_of_a_kind_is_refused():
    PageFactory(kind="privacy")
    with pytest.raises(ValidationError, match="another page of this kind"):
        PageFactory.build(kind="privacy", slug="second").full_clean()
    PageFactory.build(slug="third").full_clean()


def test_only_a_statement_says_how_accessible_the_site_is():
    with pytest.raises(ValidationError, match="Only an accessibility statement"):
        PageFactory.build(conformance="full").full_clean()


def waiting(client):
    return {
        entry.text: entry
        for _section, panels in client.get("/admin/").context["sections"]
        for panel in panels
        for entry in panel.entries
        if str(panel.title) == "Pages that the law asks for"
    }


def test_day_sheet_names_what_is_missing_and_begins_it(officer_client, council):
    council.country = "DE"
    council.save()
    PageFactory(kind="privacy")
    PageFactory(kind="accessibility", draft=True)

    found = waiting(officer_client)

    assert [*found] == ["Legal notice", "Accessibility statement"]
    assert "DDG" in found["Legal notice"].detail
    assert not found["Accessibility statement"].button
    assert "Write it: Legal notice" in officer_client.get("/admin/").text
    form = officer_client.get(found["Legal notice"].url).context["adminform"].form
    assert form["kind"].value() == "imprint"
    assert form["place"].value() == "foot"
    assert form["title"].value().data == {"en": "Legal notice", "de": "Impressum"}


def test_nothing_is_asked_once_all_are_there(officer_client, council, client):
    add_legal_pages()
    assert waiting(officer_client) == {}


def test_form_of_a_page_takes_an_unknown_kind_for_none(officer_client, council):
    address = reverse("admin:pages_page_add")
    assert officer_client.get(f"{address}?kind=nonsense").status_code == 200
