"""Every form with rich text keeps links by number, refuses those to nothing, and tells drafts."""

import json

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db.models import CASCADE, ForeignKey
from django.urls import reverse

from content.forms.checked_links import CheckedLinksForm
from content.text.fields import RichTextField
from content.web.link_targets import stable_address
from tests.admin_forms import errors_of, form_data, save
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory
from tests.factories.page import PageFactory
from tests.factories.video import VideoFactory

pytestmark = pytest.mark.django_db
FACTORIES = {
    "cities.City": CityFactory,
    "content.Council": CouncilFactory,
    "content.Video": VideoFactory,
    "events.Event": EventFactory,
    "links.Article": ArticleFactory,
    "links.Fund": FundFactory,
    "links.LinkGroup": LinkGroupFactory,
    "pages.Page": PageFactory,
}
FIELDS = [
    (model._meta.label, field.name)
    for model in apps.get_models()
    for field in model._meta.get_fields()
    if isinstance(field, RichTextField)
]
every_field = pytest.mark.parametrize(("label", "name"), FIELDS)


def address_of(row) -> str:
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])


def form_of(row) -> tuple[str, str]:
    """Where a row is written, and what stands before the names of its inputs."""
    if admin.site.is_registered(type(row)):
        return address_of(row), ""
    owner = next(
        field
        for field in row._meta.get_fields()
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE
    )
    accessor = owner.remote_field.get_accessor_name()
    return address_of(getattr(row, owner.name)), f"{accessor}-0-"


def write(client, row, name: str, html: str, code: int = 0, **changes):
    address, prefix = form_of(row)
    return save(client, address, **{f"{prefix}{name}_{code}": html}, **changes)


def stored(row, name: str) -> dict:
    row.refresh_from_db()
    return getattr(row, name).data


def messages_of(response) -> str:
    return " ".join(map(str, response.wsgi_request._messages._queued_messages))


def link(address: str) -> str:
    return f'<p><a href="{address}">words</a></p>'


@every_field
def test_typed_address_is_kept_by_number_and_the_public_page_follows(
    officer_client, client, label, name
):
    row, target = FACTORIES[label](), EventFactory(slug="old")

    response = write(officer_client, row, name, link("http://127.0.0.1:8000/de/events/old/#a"), 1)

    assert response.status_code == 302, errors_of(response)
    assert f'href="{stable_address(target)}#a"' in stored(row, name)["de"]


@every_field
def test_link_to_nothing_is_refused_beside_its_field(officer_client, label, name):
    row = FACTORIES[label]()
    before = stored(row, name)

    response = write(officer_client, row, name, link("/never-was/"))

    assert response.status_code == 200
    assert "“/never-was/” leads nowhere on this site." in response.content.decode()
    assert stored(row, name) == before


@every_field
def test_link_to_a_draft_is_told(officer_client, label, name):
    row, draft = FACTORIES[label](), EventFactory(draft=True, title="Secret fair")

    response = write(officer_client, row, name, link(draft.get_absolute_url()))

    assert "A link in this text leads to a draft: <a href=" in messages_of(response)
    assert "Event: Secret fair</a>" in messages_of(response)


def test_every_rich_text_has_a_form_that_looks_at_links(rf, officer):
    request = rf.get("/")
    request.user = officer
    looked_at = set()
    for one in admin.site._registry.values():
        # That of a new council is short; a page that is there has all.
        forms = [one.get_form(request, one.model(pk=1), change=True)]
        forms += [formset.form for formset, _inline in one.get_formsets_with_inlines(request)]
        for form in (form for form in forms if issubclass(form, CheckedLinksForm)):
            looked_at |= {(form._meta.model._meta.label, name) for name in form.base_fields}

    assert set(FIELDS) <= looked_at


def test_every_refused_address_is_named_but_not_hundreds(officer_client):
    page = PageFactory()
    html = "".join(link(f"/nothing-{number:03}/") for number in range(100))

    response = write(officer_client, page, "body", f"{html}{link('www.example.org')}")

    [*named, more] = errors_of(response)["body"]
    assert [one.split("”")[0] for one in named] == [f"“/nothing-{n:03}/" for n in range(5)]
    assert more == "And 96 more links."


def test_what_was_typed_is_still_there_after_a_refusal(officer_client):
    html = link("/never-was/")

    response = write(officer_client, PageFactory(), "body", html)

    assert form_data(response)["body_0"] == [html]


def test_old_dead_link_does_not_keep_anybody_from_correcting_a_word(officer_client):
    page = PageFactory(body=link("/never-was/"))

    response = write(officer_client, page, "body", f"<p>More.</p>{link('/never-was/')}")

    assert response.status_code == 302
    assert "More." in stored(page, "body")["en"]


def test_text_that_nobody_touched_is_not_looked_at(officer_client):
    page = PageFactory(body=link("/never-was/"))

    assert save(officer_client, address_of(page), title_0="New").status_code == 302


def test_pressing_save_twice_is_no_quarrel_with_oneself(officer_client):
    page, event = PageFactory(), EventFactory()
    address = address_of(page)
    data = form_data(officer_client.get(address))
    data |= {"body_0": link(event.get_absolute_url()), "_save": "on"}

    assert officer_client.post(address, data).status_code == 302
    assert officer_client.post(address, data).status_code == 302
    assert stable_address(event) in stored(page, "body")["en"]


def test_whoever_may_not_see_the_target_is_not_told_its_name(client, officer):
    page, draft = PageFactory(), EventFactory(draft=True, title="Secret fair")
    officer.groups.clear()
    officer.user_permissions.set(Permission.objects.filter(content_type__app_label="pages"))
    client.force_login(officer)

    response = write(client, page, "body", link(draft.get_absolute_url()))

    assert response.status_code == 302
    assert "Secret" not in messages_of(response)


@pytest.mark.parametrize("times", [2000])
def test_two_thousand_links_are_saved(officer_client, times):
    event, page = EventFactory(slug="fair"), PageFactory()

    response = write(officer_client, page, "body", '<a href="/events/fair/">a</a> ' * times)

    assert response.status_code == 302
    assert stored(page, "body")["en"].count(stable_address(event)) == times


def test_text_of_a_megabyte_is_refused_as_too_long_and_nothing_else(officer_client):
    html = link("/never-was/") * 30_000

    response = write(officer_client, PageFactory(), "body", html)

    [error] = errors_of(response)["body"]
    assert error.startswith("This text is too long.")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">a</a>',
        '<a href="java\nscript:alert(1)">a</a>',
        '<a href="/go/event/1/" onclick="alert(1)">a</a><img src=x onerror=alert(1)>',
        '<a href="data:text/html,<script>alert(1)</script>">a</a>',
        "<a href='/events/\"><script>alert(1)</script>'>a</a>",
    ],
)
def test_hostile_html_is_stored_clean(officer_client, html):
    page = PageFactory()
    EventFactory(pk=1)

    write(officer_client, page, "body", html)

    text = json.dumps(stored(page, "body"))
    assert not any(
        word in text for word in ("javascript", "onclick", "onerror", "<script", "data:")
    )
