"""What another connection writes is seen by the next reader, whatever wrote it, on every page."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.db.models import F, ForeignKey, Model
from django.utils import timezone
from i18nfield.strings import LazyI18nString

from content.models import Council, Publishable
from content.models.video import CaptionsField
from content.text.fields import RichTextField
from tests.factories import factories_by_model
from tests.factories.consent import ConsentWordingFactory
from tests.factories.document import DocumentFactory
from tests.factories.page import PageFactory
from tests.page_store.dated_rows import make_site
from tests.page_store.kinds_of_page import ADDRESSES, DOCUMENT_UID, addresses_of, face
from tests.page_store.wsgi_client import ask
from tests.whole_site.one_language import multilingual_fields, multilingual_models
from twinning_site.page_store.triggers import shown_models

pytestmark = pytest.mark.django_db(transaction=True)
CHEAP = "/robots.txt"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nQuux\n"
# Kinds of page in which no officer's text stands, and what they say
NO_TEXTS = {"events:event-this-month": "the month"}


def elsewhere(write: Callable[[], object]) -> None:
    """Write through a connection of its own, as another process does."""

    def work() -> None:
        try:
            write()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(work).result()


def make_row(model: type[Model]) -> Model:
    """A row that no other one needs."""
    if model is Council:
        return Council.objects.get()
    if model is Redirect:
        return Redirect.objects.create(site_id=1, old_path="/old/", new_path="/new/")
    if not model._meta.auto_created:
        return factories_by_model()[model]()
    ends = [field for field in model._meta.fields if isinstance(field, ForeignKey)]
    return model._base_manager.create(**{end.name: make_row(end.related_model) for end in ends})


@pytest.mark.parametrize("model", shown_models(), ids=lambda model: model._meta.label)
def test_change_addition_and_deletion_in_bulk_are_seen(site, model):
    """None of these sends a signal, and none touches another table."""
    row = make_row(model)
    rows = model._base_manager.filter(pk=row.pk)
    column = next(field.name for field in model._meta.concrete_fields if not field.primary_key)
    unseen = []

    for way, write in {
        "change": lambda: rows.update(**{column: F(column)}),
        "deletion": lambda: rows._raw_delete(rows.db),
        "addition": lambda: model._base_manager.bulk_create([row]),
    }.items():
        ask(site, CHEAP)
        assert ask(site, CHEAP).state == "hit"
        elsewhere(write)
        if ask(site, CHEAP).state != "miss":
            unseen.append(way)

    assert not unseen


def test_every_kind_of_page_shows_new_texts(site, forget_all):
    make_site()
    ConsentWordingFactory()
    DocumentFactory(title="Statute", uid=DOCUMENT_UID)
    asked = addresses_of(ADDRESSES)
    before = {address: face(ask(site, address)) for address in asked}

    elsewhere(call_all_quux)

    after = {address: face(ask(site, address)) for address in asked}
    forget_all()
    assert not [one for one in asked if after[one] != face(ask(site, one))]
    unchanged = {one for one in asked if before[one] == after[one]}
    unseen = {name for name in ADDRESSES if unchanged.issuperset(ADDRESSES[name])}
    assert unseen == NO_TEXTS.keys()


def call_all_quux() -> None:
    """Put the same word into all texts, by bulk methods."""
    for model in multilingual_models():
        for field in multilingual_fields(model):
            words = "<p>Quux</p>" if isinstance(field, RichTextField) else "Quux"
            words = CAPTIONS if isinstance(field, CaptionsField) else words
            model._base_manager.update(**{field.name: LazyI18nString({"en": words})})
        if issubclass(model, Publishable):
            model._base_manager.update(updated_at=timezone.now() + timedelta(days=2))
    Council.objects.update(email="quux@example.org")


def test_search_finds_what_another_process_saved(site):
    page = PageFactory(title="Statute")
    assert b"/quux/" not in ask(site, "/search/?q=quux").body

    page.title, page.slug = "Quux", "quux"
    elsewhere(page.save)

    assert b'href="/quux/"' in ask(site, "/search/?q=quux").body
