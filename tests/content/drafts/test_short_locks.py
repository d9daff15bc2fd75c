"""A draft takes the place of its row for as short as can be: others wait to save meanwhile."""

import pytest
from django.db import connection
from django.test.signals import template_rendered
from django.test.utils import CaptureQueriesContext

from tests.admin_forms import form_data, save
from tests.content.versions.things import THINGS, address
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory

FORM = "admin/publishable_change_form.html"
SENT = {"a mistake": {"name_0": ""}, "what others changed": {"summary_0": "Another sentence"}}


@pytest.fixture
def when_rendered():
    """By the name of each template: whether a transaction is open as it begins, and how many
    queries have been counted by then."""
    found = {}

    def note(template, **_sent):
        state = (connection.in_atomic_block, len(connection.queries_log))
        found.setdefault(template.name, state)

    template_rendered.connect(note)
    yield found
    template_rendered.disconnect(note)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sent", [None, *SENT])
def test_form_of_a_draft_is_rendered_without_a_lock(council, officer_client, when_rendered, sent):
    city = CityFactory()
    MilestoneFactory(city=city)
    form = address(city, "change")
    opened = form_data(officer_client.get(form))
    save(officer_client, form, "_save_draft", summary_0="Half a sentence")
    when_rendered.clear()

    if sent is None:
        answer = officer_client.get(form)
    else:
        answer = officer_client.post(form, opened | SENT[sent] | {"_save_draft": "on"})

    assert "Half a sentence" in answer.text
    assert FORM in when_rendered
    assert not any(is_locked for is_locked, _queries in when_rendered.values())


@pytest.mark.django_db
@pytest.mark.parametrize("make", THINGS, ids=lambda make: make.__name__)
def test_nothing_of_the_draft_is_read_again_by_then(council, officer_client, make, when_rendered):
    thing = make()
    form = address(thing, "change")
    heading = "title_0" if "title_0" in form_data(officer_client.get(form)) else "name_0"
    save(officer_client, form, "_save_draft", **{heading: "Of the draft"})
    when_rendered.clear()
    of_the_draft = [type(thing), *(getattr(thing, part).model for part in thing.parts)]

    with CaptureQueriesContext(connection) as queries:
        shown = form_data(officer_client.get(form))

    assert shown[heading] == ["Of the draft"]
    _is_locked, before = when_rendered[FORM]
    # What links to the row is looked for in the texts of all tables.
    later = [
        query["sql"] for query in queries.captured_queries[before:] if "/go/" not in query["sql"]
    ]
    tables = [f'FROM "{model._meta.db_table}"' for model in of_the_draft]
    assert not [sql for sql in later if any(table in sql for table in tables)]
