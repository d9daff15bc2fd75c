"""Documents are results of their own, as long as the public may fetch them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.document import DocumentFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import PageFactory
from twinning_site.search.indexing.entries import rebuild

pytestmark = pytest.mark.usefixtures("council")

SEARCH = reverse("search:search")


def found(client, q, **more) -> list[str]:
    response = client.get(SEARCH, {"q": q, **more})
    return [result.entry.heading for result in response.context["results"]]


@pytest.mark.parametrize("query", ["membership form", "Form", "herring", "membership pdf"])
def test_file_is_found_by_title_kind_type_and_words(client, query):
    document = DocumentFactory(title="Join us: form", kind="membership_form")
    document.text = "Do you like herring?"
    document.save()
    response = client.get(SEARCH, {"q": query})
    results = [result for result in response.context["results"] if result.document]
    assert [result.url for result in results] == [document.get_absolute_url()]


def test_type_size_pages_and_language_are_told(client):
    DocumentFactory(title="Information pack")
    html = " ".join(client.get(SEARCH, {"q": "information pack"}).text.split())
    assert re.search(r"Document · PDF, [\d.]+\W(bytes|KB), 2 pages ?, English", html)


def test_documents_can_be_asked_for_alone(client):
    PageFactory(title="Membership")
    DocumentFactory(title="Membership form")
    assert found(client, "membership", kind="document") == ["Membership form"]


def test_document_of_an_issue_is_found_as_the_issue(client):
    document = DocumentFactory(title="Herring news")
    assert found(client, "herring") == ["Herring news"]
    NewsletterFactory(title="Autumn herring", document=document)
    assert found(client, "herring") == ["Autumn herring"]


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_document_that_is_not_public_is_not_found(client, state):
    DocumentFactory(title="Secret", **{state: True})
    rebuild()
    assert found(client, "secret") == []


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
@pytest.mark.parametrize("factory", [LinkGroupFactory, PageFactory])
def test_document_whose_owners_are_all_secret_is_not_found(client, factory, state):
    document = DocumentFactory(title="Secret")
    owner = factory(**{state: True})
    owner.documents.add(document)
    assert found(client, "secret") == []
    assert client.get(SEARCH, {"q": "secrte"}).context["suggestion"] == ""
    assert client.get("/de/search/", {"q": "secret"}).context["other_languages"] == []
    factory().documents.add(document)
    assert found(client, "secret") == ["Secret"]


def test_document_is_gone_with_its_page(client, time_machine):
    document = DocumentFactory(title="Secret")
    page = PageFactory(expires_at=timezone.now() + timedelta(hours=1))
    page.documents.add(document)
    assert found(client, "secret") == ["Secret"]
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    assert found(client, "secret") == []


@pytest.mark.parametrize("rows", [1, 3])
def test_documents_cost_two_queries_however_many(client, rows, django_assert_num_queries):
    for _ in range(rows):
        DocumentFactory(title="Herring")
    with django_assert_num_queries(10):
        assert found(client, "herring") == ["Herring"] * rows
