"""The whole way of everything that officers publish; readers see what is published, only."""

import pytest
from django.contrib import admin

from content.models import Draft, Publishable, Version
from content.versions.recording import keep_version
from tests.admin_forms import form_data, save
from tests.content.versions.things import THINGS, address, restore_address

pytestmark = pytest.mark.django_db
CANARY = "Zyxwvutfeather"
DRAFTED = [
    model
    for model, its_admin in admin.site._registry.items()
    if issubclass(model, Publishable) and its_admin.has_drafts
]


def public_answers(client, thing):
    """Everything of the public that could tell of a row: pages, lists, search, feeds, calendars."""
    names = [
        "/", "/cities/", "/groups/", "/events/", "/newsletters/", "/feed/", "/sitemap.xml",
        f"/search/?q={CANARY}", f"/search/suggest/?q={CANARY[:6]}", "/events/calendar.ics",
        thing.get_absolute_url(),
    ]  # fmt: skip
    return {name: client.get(name).content.decode(errors="replace") for name in names}


def leaks(client, thing):
    return [
        name
        for name, text in public_answers(client, thing).items()
        if CANARY in text.replace(f"q={CANARY}", "").replace(f'value="{CANARY}"', "")
        and not name.startswith("/search/?")
    ]


def test_each_model_is_among_those_that_are_walked():
    made = {made.__name__ for made in THINGS}
    assert {model._meta.model_name.replace("linkgroup", "group") for model in DRAFTED} == made


@pytest.mark.parametrize("make", THINGS, ids=lambda make: make.__name__)
def test_save_preview_publish_compare_restore_delete_and_back(
    council, officer, officer_client, client, make
):
    thing = make()
    form = address(thing, "change")
    heading = "title_0" if "title_0" in form_data(officer_client.get(form)) else "name_0"
    before = form_data(officer_client.get(form))[heading][0]

    save(officer_client, form, "_save_draft", **{heading: CANARY})
    assert Draft.objects.of(thing).exists()
    assert leaks(client, thing) == []
    assert CANARY in officer_client.get(address(thing, "previewed_page")).text
    assert CANARY in officer_client.get(address(thing, "draft")).text
    assert leaks(client, thing) == []

    answer = save(officer_client, form)
    assert answer.status_code == 302, answer.context["errors"]
    assert CANARY in client.get(thing.get_absolute_url()).text
    newest = Version.objects.of(thing).order_by("-number").first()
    compare = address(thing, "compare") + f"?older=1&newer={newest.number}"
    assert CANARY in officer_client.get(compare).text

    restored = officer_client.post(
        address(thing, "restore"), {"version": "1", "name": heading.removesuffix("_0")}
    )
    assert form_data(restored)[heading] == [before]
    assert CANARY in client.get(thing.get_absolute_url()).text
    officer_client.post(form, form_data(restored) | {"_save": "1"})
    assert leaks(client, thing) == []

    save(officer_client, form, "_save_draft", **{heading: CANARY})
    officer_client.post(address(thing, "delete"), {"post": "yes"})
    assert client.get(thing.get_absolute_url()).status_code == 404
    officer_client.post(restore_address(thing))
    assert client.get(thing.get_absolute_url()).status_code == 200
    assert leaks(client, thing) == []


def test_thousand_versions_of_one_page_cost_a_list_a_constant_number_of_queries(
    council, officer, officer_client, django_assert_max_num_queries
):
    thing = THINGS[-1]()
    version = keep_version(thing, officer)
    Version.objects.bulk_create(
        Version(
            content_type=version.content_type, object_id=version.object_id, number=number,
            user=officer, heading="Visits", state=version.state,
        )
        for number in range(2, 1001)
    )  # fmt: skip
    with django_assert_max_num_queries(12):
        page = officer_client.get(address(thing, "history"))
    assert page.status_code == 200
