"""Pages that say that something failed belong to the site and help."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override


@pytest.mark.django_db
def test_address_that_leads_nowhere_offers_ways_on(client, council):
    response = client.get("/no/such/page/")

    html = response.content.decode()
    assert response.status_code == 404
    assert "<h1>This page is not here</h1>" in html
    assert 'name="q"' in html
    assert '<a href="/cities/">All cities</a>' in html
    assert '<a href="/">Home</a>' in html  # not marked as where the reader is
    assert "Talk to the" in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'rel="canonical"' not in html


@pytest.mark.django_db
def test_address_that_leads_nowhere_speaks_the_language_of_its_prefix(client):
    assert '<html lang="de"' in client.get("/de/no/such/page/").content.decode()


def test_fault_of_ours_is_told_without_database_or_context():
    with override("en"):
        html = render_to_string("500.html")

    assert "<h1>Something went wrong on our side</h1>" in html
    assert 'href="/static/css/site.css"' in html
    assert "{{" not in html


@pytest.mark.django_db
def test_form_without_its_token_says_what_to_do(council):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/admin/login/", {"username": "amina"})

    assert response.status_code == 403
    assert "<h1>The form could not be taken</h1>" in response.content.decode()
