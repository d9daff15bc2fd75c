"""A draft moves a public row from one group to another; until it is published nothing has moved."""

import pytest
from django.test import Client
from django.urls import reverse

from content.drafts.keeping import keep_draft
from content.drafts.rows import stored_rows
from content.models import Draft
from tests.admin_forms import form_data, save
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.workbench.admin_addresses import a_list, url

pytestmark = pytest.mark.django_db
SECRET = "Zebraword quokka"


def issue(group):
    made = NewsletterFactory(title="Autumn", group=group)
    ArticleFactory(newsletter=made)
    return made, "group", lambda other: other.pk


def event(group):
    return EventFactory(title="Autumn", groups=[group]), "groups", lambda other: [other.pk]


@pytest.fixture(params=[issue, event])
def moved(request):
    """The public row of Bonn, whose draft is Leiden's; a client of each, and of an officer."""
    CouncilFactory()
    bonn, leiden = LinkGroupFactory(name="Bonn Link"), LinkGroupFactory(name="Leiden Link")
    thing, field, value = request.param(bonn)
    rows = stored_rows(thing)
    rows[0]["fields"] |= {field: value(leiden), "title": f'{{"en": "{SECRET}"}}'}
    keep_draft(thing, rows, OfficerFactory(), "")
    clients = []
    for user in (writer_of(bonn), writer_of(leiden), OfficerFactory()):
        clients.append(Client())
        clients[-1].force_login(user)
    return thing, field, (bonn, leiden), clients


def keys(thing, field) -> list:
    return list(type(thing).objects.filter(pk=thing.pk).values_list(field, flat=True))


def test_writer_of_the_group_of_now_is_not_shut_out(moved):
    thing, field, (bonn, leiden), (of_bonn, _of_leiden, _officer) = moved
    form = of_bonn.get(url(thing))
    assert form.status_code == 200
    assert form_data(form)["title_0"] == [SECRET]
    assert form_data(form)[field] == [str(leiden.pk)]

    answer = save(of_bonn, url(thing), "_save_draft", title_0="Written by Bonn")

    assert answer.status_code == 302
    drafted = Draft.objects.get().rows[0]["fields"]
    assert "Written by Bonn" in str(drafted["title"])
    assert drafted[field] in (leiden.pk, [leiden.pk])
    assert keys(thing, field) == [bonn.pk]
    assert of_bonn.get(url(thing, "preview")).status_code == 200
    assert "Written by Bonn" in of_bonn.get(url(thing, "previewed_page")).text


def test_writer_of_the_group_of_now_may_leave_it_where_it_is(moved):
    thing, field, (bonn, _leiden), (of_bonn, _of_leiden, _officer) = moved

    assert save(of_bonn, url(thing), "_save_draft", **{field: bonn.pk}).status_code == 302

    assert bonn.pk in [Draft.objects.get().rows[0]["fields"][field]] + list(
        Draft.objects.get().rows[0]["fields"].get("groups", [])
    )


def test_typed_form_is_previewed_by_the_writer_of_the_group_of_now(moved):
    thing, _field, _groups, (of_bonn, _of_leiden, _officer) = moved
    data = form_data(of_bonn.get(url(thing))) | {"title_0": "Typed by Bonn"}

    assert "Typed by Bonn" in of_bonn.post(url(thing, "previewed_page"), data).text


@pytest.mark.parametrize(
    "page",
    ["change", "history", "delete", "preview", "previewed_page", "autosave", "release",
     "preview_link", "draft", "discard_draft"],
)  # fmt: skip
def test_writer_of_the_group_to_come_finds_nothing_yet(moved, page):
    thing, field, (bonn, _leiden), (_of_bonn, of_leiden, _officer) = moved
    for method in ("get", "post"):
        answer = getattr(of_leiden, method)(url(thing, page), {"title_0": "Mine", "_save": "on"})

        assert answer.status_code in {302, 403, 404, 405}
        if answer.status_code == 302:
            assert answer.url == reverse("admin:index")
        assert SECRET not in answer.text
    assert keys(thing, field) == [bonn.pk]
    assert SECRET in str(Draft.objects.get().rows)


def test_nothing_of_the_draft_is_in_lists_and_searches_of_others(moved):
    thing, _field, _groups, (_of_bonn, of_leiden, _officer) = moved
    word, rest = SECRET.split()
    found = reverse("admin:search"), reverse("admin:search_suggestions")

    for address in ("/admin/", a_list(type(thing)), *(f"{one}?q={rest}" for one in found)):
        text = of_leiden.get(address).text
        assert "Autumn" not in text
        assert word not in text
    reader = Client()
    for address in ("/", thing.get_absolute_url(), f"/search/?q={rest}"):
        assert word not in reader.get(address).text


def test_once_it_is_published_it_is_the_other_groups(moved):
    thing, field, (_bonn, leiden), (of_bonn, of_leiden, officer) = moved

    save(officer, url(thing), "_save")

    assert keys(thing, field) == [leiden.pk]
    assert of_leiden.get(url(thing)).status_code == 200
    assert of_bonn.get(url(thing)).status_code in {302, 403, 404}


def test_writer_of_neither_publishes(moved):
    thing, field, (bonn, _leiden), (of_bonn, _of_leiden, _officer) = moved

    save(of_bonn, url(thing), "_publish")

    assert keys(thing, field) == [bonn.pk]
