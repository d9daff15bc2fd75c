"""What the clock alone changes is seen at that moment, on every kind of page, and not before."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db.models import DateField

from content.models import Publishable
from tests.factories.consent import ConsentWordingFactory
from tests.page_store.kinds_of_page import ADDRESSES, WITHOUT_ROWS, addresses_of, face
from tests.page_store.moments import MOMENTS
from tests.page_store.wsgi_client import ask
from tests.public_addresses import public_names
from twinning_site.page_store.triggers import shown_models

pytestmark = pytest.mark.django_db(transaction=True)
# Dates of public rows at which nothing happens in public, and why
NO_MOMENT = {
    "cities.City.checked_on": "only told",
    "content.Document.read_at": "says that the worker has read it",
    "events.Event.next_ends_at": "computed from the others",
    "events.Event.next_from": "since when the two beside it are known",
    "events.Event.next_starts_at": "computed from the others",
    "events.Event.previous_starts_at": "only told",
    "events.OccurrenceChange.original_starts_at": "only names the date that is changed",
    "links.LinkGroup.answered_on": "for officers",
    "links.LinkGroup.asked_on": "for officers",
    "links.LinkGroup.checked_on": "only told",
    "links.Newsletter.events_until": "the end of a list that begins at the publication",
    "search.SearchEntry.over_at": "a copy of an event’s",
    "search.SearchEntry.visible_from": "a copy of a row’s",
    "search.SearchEntry.visible_until": "a copy of a row’s",
}
# Without one that applies, nobody can volunteer.
CONSENT = "volunteers.ConsentWording.valid_from"
SET_BY_ITSELF = {"created_at", "updated_at"}
FOR_OFFICERS = {"review_on"}
# Kinds of page that say nothing that a clock could change but their frame
ONLY_FRAME = {
    *("pages:contact", "pages:feedback", "pages:feedback-thanks", "pages:open-data"),
    "volunteers:erased",
}


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.name)
def test_every_page_follows_the_clock(site, moment, forget_all):
    asked = addresses_of(moment.pages)
    with time_machine.travel(moment.at - timedelta(seconds=30), tick=False) as clock:
        if CONSENT not in moment.columns:
            ConsentWordingFactory()
        moment.make()
        before = {address: ask(site, address) for address in asked}

        clock.shift(29.9)
        again = {address: ask(site, address) for address in asked}
        clock.shift(0.1)
        after = {address: face(ask(site, address)) for address in asked}

        forget_all()
        fresh = {address: face(ask(site, address)) for address in asked}
    assert not [one for one in asked if before[one].state and again[one].state != "hit"]
    assert not [one for one in asked if face(before[one]) != face(again[one])]
    assert not [one for one in asked if after[one] != fresh[one]]
    unchanged = {one for one in asked if after[one] == face(before[one])}
    assert not [name for name in moment.pages if unchanged.issuperset(ADDRESSES[name])]


def test_every_kind_of_page_has_a_moment_or_a_reason():
    """Whoever adds a kind of page says here at which moments it changes."""
    with_moment = set().union(*(moment.pages for moment in MOMENTS))
    of_its_own = set().union(*(m.pages for m in MOMENTS if not m.pages >= ONLY_FRAME))

    assert ADDRESSES.keys() | WITHOUT_ROWS.keys() == public_names()
    assert with_moment == ADDRESSES.keys()
    assert of_its_own == ADDRESSES.keys() - ONLY_FRAME


def test_every_date_of_a_public_row_has_its_moments_or_a_reason():
    """Whoever adds a date to a public model says here what happens at it."""
    publishable = [model for model in apps.get_models() if issubclass(model, Publishable)]
    dates = {
        f"{model._meta.label}.{field.name}"
        for model in {*shown_models(), *publishable}
        for field in model._meta.concrete_fields
        if isinstance(field, DateField) and field.name not in SET_BY_ITSELF | FOR_OFFICERS
    }

    assert set().union(*(moment.columns for moment in MOMENTS)) == dates - NO_MOMENT.keys()
