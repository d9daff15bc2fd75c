"""What somebody who writes for one group sees and does; every address is in the matrix."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from content.actions import publish
from content.models import Document
from content.permissions import may_edit
from events.models import Event
from links.models import GroupWriter, LinkGroup, Newsletter
from tests.admin_forms import errors_of, form_data, save
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group_writer import writer_of
from tests.factories.newsletter import NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from tests.workbench.admin_addresses import a_list, url

pytestmark = pytest.mark.django_db


def rows_of(group):
    event = EventFactory(draft=True, groups=[group])
    document = DocumentFactory(draft=True)
    group.documents.add(document)
    return [group, event, NewsletterFactory(draft=True, group=group), document]


def test_rows_of_the_own_group_are_listed_and_open(client, writer, bonn):
    for row in rows_of(bonn):
        assert str(row) in client.get(a_list(type(row))).content.decode()
        assert client.get(url(row)).status_code == 200
        assert may_edit(writer, row)


def test_rows_of_other_groups_are_not_there(client, writer, leiden):
    for row in [*rows_of(leiden), NewsletterFactory(draft=True, group=None)]:
        assert str(row) not in client.get(a_list(type(row))).content.decode()
        for page in ("change", "history", "delete"):
            assert client.get(url(row, page)).status_code != 200
        assert not may_edit(writer, row)


@pytest.mark.parametrize("factory", [CityFactory, PageFactory])
def test_what_belongs_to_no_group_is_closed(client, writer, factory):
    row = factory()

    assert client.get(a_list(type(row))).status_code == 403
    assert client.get(url(row)).status_code == 403


def test_a_writer_without_groups_has_nothing(client, bonn):
    client.force_login(writer_of())
    row = NewsletterFactory(draft=True, group=bonn)

    assert str(row) not in client.get(a_list(Newsletter)).content.decode()
    assert client.get(url(row)).status_code == 302


def test_membership_without_the_role_gives_nothing(client, writer, bonn):
    writer.groups.clear()
    row = NewsletterFactory(draft=True, group=bonn)

    assert not may_edit(type(writer).objects.get(pk=writer.pk), row)
    assert client.get(url(row)).status_code == 403


def test_a_writer_who_is_an_editor_too_edits_everything(writer, leiden):
    writer.groups.add(Group.objects.get(name="Editors"))
    row = NewsletterFactory(draft=True, group=leiden)

    assert may_edit(type(writer).objects.get(pk=writer.pk), row)


def test_contacts_are_edited_in_the_page_of_the_own_group(client, writer, bonn):
    contact = ContactFactory(group=bonn, name="Ann", email="ann@example.org")

    answer = save(client, url(bonn), **{"contacts-0-name": "Ann Other"})

    assert answer.status_code == 302
    contact.refresh_from_db()
    assert contact.name == "Ann Other"


def test_a_newsletter_is_written_for_the_own_group_only(client, writer, bonn, leiden):
    address = reverse("admin:links_newsletter_add")
    page = client.get(address)
    assert page.context["adminform"].form["group"].value() == bonn.pk
    data = form_data(page) | {"title_0": "News", "year": "2020", "_save": "on"}

    for group in (leiden.pk, ""):
        assert "group" in errors_of(client.post(address, data | {"group": group}))
    assert client.post(address, data | {"group": bonn.pk}).status_code == 302

    assert Newsletter.objects.get().group == bonn
    assert Newsletter.objects.get().published_at is None


def test_a_row_is_not_moved_to_another_group(client, writer, bonn, leiden):
    newsletter = NewsletterFactory(draft=True, group=bonn)

    assert "group" in errors_of(save(client, url(newsletter), group=leiden.pk))

    newsletter.refresh_from_db()
    assert newsletter.group == bonn


def test_a_row_is_moved_by_whoever_writes_for_both(client, writer, bonn, leiden):
    GroupWriter.objects.create(user=writer, group=leiden)
    newsletter = NewsletterFactory(draft=True, group=bonn)

    save(client, url(newsletter), group=leiden.pk)

    newsletter.refresh_from_db()
    assert newsletter.group == leiden


def test_the_other_groups_of_an_event_stay(client, writer, bonn, leiden):
    event = EventFactory(draft=True, groups=[bonn, leiden])

    assert save(client, url(event), groups=[bonn.pk]).status_code == 302

    assert set(event.groups.all()) == {bonn, leiden}


@pytest.mark.parametrize("left", [[], ["leiden"]])
def test_an_event_is_not_taken_from_the_own_group(client, writer, bonn, leiden, left):
    event = EventFactory(draft=True, groups=[bonn, leiden])
    keys = [leiden.pk] if left else []

    assert "groups" in errors_of(save(client, url(event), groups=keys))

    assert set(event.groups.all()) == {bonn, leiden}


def test_an_event_of_others_is_not_taken_over(client, writer, bonn, leiden):
    event = EventFactory(draft=True, groups=[leiden])

    client.post(url(event), {"groups": [bonn.pk], "_save": "on"})

    assert set(event.groups.all()) == {leiden}


def test_drafts_of_others_cannot_be_chosen(client, writer, bonn):
    hidden, shown = CityFactory(draft=True), CityFactory()

    assert "cities" in errors_of(save(client, url(bonn), cities=[hidden.pk]))
    assert save(client, url(bonn), cities=[shown.pk]).status_code == 302


def test_what_an_officer_has_chosen_stays_chosen(client, writer, bonn):
    hidden = CityFactory(draft=True)
    bonn.cities.add(hidden)

    assert save(client, url(bonn), summary_0="New").status_code == 302

    assert list(bonn.cities.all()) == [hidden]


def picked(client, model, field, term=""):
    query = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
    answer = client.get(reverse("admin:autocomplete"), query | {"field_name": field, "term": term})
    return {row["text"] for row in json.loads(answer.content)["results"]}


def test_pickers_offer_own_groups_and_what_is_public(client, writer, bonn, leiden):
    CityFactory(name="Draft City", draft=True)
    city = CityFactory(name="Public City")
    DocumentFactory(title="Secret", draft=True)
    document = DocumentFactory(title="Own", draft=True, author=writer)

    assert picked(client, Newsletter, "group") == {"Bonn Link"}
    assert picked(client, Event, "groups") == {"Bonn Link"}
    assert picked(client, LinkGroup, "cities") == {str(city)}
    assert picked(client, Newsletter, "document") == {str(document)}
    assert picked(client, LinkGroup, "documents", "secret") == set()


def test_pickers_stay_closed_to_whoever_has_no_role(client, bonn):
    client.force_login(OfficerFactory(groups=[]))
    query = {"app_label": "events", "model_name": "event", "field_name": "cities"}

    assert client.get(reverse("admin:autocomplete"), query).status_code == 403


def test_the_list_offers_no_filter_that_names_rows_of_others(client, writer, leiden):
    for model in (Newsletter, Event, LinkGroup):
        assert "Leiden" not in client.get(a_list(model)).content.decode()


def test_a_new_document_is_the_writers_own_until_others_offer_it(client, writer, bonn, leiden):
    document = DocumentFactory(draft=True, author=writer)
    assert may_edit(writer, document)

    leiden.documents.add(document)
    assert not may_edit(writer, document)

    bonn.documents.add(document)
    assert not may_edit(writer, document)


def test_documents_are_fetched_while_they_are_drafts_of_the_own_group(client, writer, bonn):
    own, foreign = DocumentFactory(draft=True), DocumentFactory(draft=True)
    bonn.documents.add(own)

    answer = client.get(own.get_absolute_url())
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert client.get(foreign.get_absolute_url()).status_code == 404
    assert Document.objects.editable_by(writer).get() == own


def test_pages_of_own_drafts_are_shown_and_those_of_others_are_not(client, writer, bonn, leiden):
    for group, status in ((bonn, 200), (leiden, 404)):
        for row in (group, EventFactory(draft=True, groups=[group])):
            assert client.get(row.get_absolute_url()).status_code == status


def test_a_writer_takes_back_that_a_draft_was_discarded(client, writer, bonn):
    publish(bonn)
    save(client, url(bonn), "_save_draft", summary_0="Twinned for long.")

    discarded = client.post(url(bonn, "discard_draft"), follow=True)
    token = discarded.text.partition('name="token" value="')[2].partition('"')[0]
    client.post(url(bonn, "undo"), {"token": token})

    assert str(bonn.summary) in client.get(bonn.get_absolute_url()).text
    assert "Twinned for long." in client.get(url(bonn)).text
