"""The whole way of everything that officers publish; readers see what is published, only."""

import pytest
from django.contrib import admin

from content.models import Document, Draft, Publishable, Version
from content.versions.recording import keep_version
from tests.admin_forms import form_data, save
from tests.content.versions.things import THINGS, address, restore_address
from twinning_site.pages.models import Page

pytestmark = pytest.mark.django_db
CANARY = "Zyxwvutfeather"
DRAFTED = [model for model in admin.site._registry if issubclass(model, Publishable)]


def page_of(thing) -> str:
    """The address of the page on which readers see a row."""
    if isinstance(thing, Document):
        return Page.objects.get(documents=thing).get_absolute_url()
    return thing.get_absolute_url()


def read(answer) -> str:
    content = answer.getvalue() if answer.streaming else answer.content
    return content.decode(errors="replace")


def public_answers(client, thing):
    """Everything of the public that could tell of a row: pages, lists, search, feeds, calendars."""
    names = [
        "/", "/cities/", "/groups/", "/events/", "/newsletters/", "/feed/", "/sitemap.xml",
        f"/search/?q={CANARY}", f"/search/suggest/?q={CANARY[:6]}", "/events/calendar.ics",
        page_of(thing), thing.get_absolute_url(),
    ]  # fmt: skip
    return {name: read(client.get(name)) for name in names}


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
    assert CANARY in client.get(page_of(thing)).text
    newest = Version.objects.of(thing).order_by("-number").first()
    compare = address(thing, "compare") + f"?older=1&newer={newest.number}"
    assert CANARY in officer_client.get(compare).text

    restored = officer_client.post(
        address(thing, "restore"), {"version": "1", "name": heading.removesuffix("_0")}
    )
    assert form_data(restored)[heading] == [before]
    assert CANARY in client.get(page_of(thing)).text
    officer_client.post(form, form_data(restored) | {"_save": "1"})
    assert leaks(client, thing) == []

    save(officer_client, form, "_save_draft", **{heading: CANARY})
    officer_client.post(address(thing, "delete"), {"post": "yes"})
    assert client.get(thing.get_absolute_url()).status_code == 404
    officer_client.post(restore_address(thing))
    back = client.get(thing.get_absolute_url())
    assert back.status_code == 200
    read(back)
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
