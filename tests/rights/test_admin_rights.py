"""Every address of the admin, in every role, for own rows, rows of others and rows that are gone.

What is expected stands in docs/roles.md.
"""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from content.models import Council
from content.models.publishing import PublishingState
from content.versions.recording import keep_version
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory
from tests.rights.addresses import (
    OF_DRAFTS,
    OF_WRITING,
    PUBLISHABLE,
    ROLES,
    WRITTEN,
    admin_names,
    has,
    url,
)
from tests.rights.roles_table import OTHERS, THINGS, may, person
from tests.rights.rows import MAKERS, registered

pytestmark = pytest.mark.django_db

# What each address of a row shows or does, and how it is asked
OF_ROWS = {"change": "see", "history": "see", "compare": "see", "delete": "delete"}
OF_LISTS = {"changelist": "see", "add": "add"}
# Open to whoever is signed in: there they find only what their rights let them
OF_STAFF = {
    "day_sheet_by_mail",
    "guide",
    "index",
    "link_targets",
    "password_change",
    "password_change_done",
} | {
    "own_account",
    "search",
    "search_suggestions",
}
# Their answer to whoever may look: the form of a row that there can be only one of, a log
ONE_ROW_ONLY = {"content.council"}
# Their pages have no form, whatever is sent to them.
READ_ONLY = {"content.version"}


def names_of(thing: str) -> set[str]:
    """The ends of the names of a model's addresses that every model has, or every versioned."""
    prefix = thing.replace(".", "_")
    of_drafts = OF_DRAFTS if thing in PUBLISHABLE else ()
    of_writing = OF_WRITING if thing in WRITTEN else ()
    ends = (*OF_ROWS, *OF_LISTS, *of_drafts, *of_writing, "restore")
    return {f"{prefix}_{end}" for end in ends}


def test_every_address_of_the_admin_is_in_a_table():
    of_things = set().union(*(names_of(thing) for thing in THINGS))
    # Of the bin; there it is no step back of a row.
    of_things -= {"content_version_restore"}

    assert admin_names() - of_things == set(OTHERS)


def test_every_thing_of_the_admin_is_in_the_table():
    assert sorted(THINGS) == registered() == sorted(MAKERS)


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_gets_is_what_the_table_says(client, role, thing):
    own, foreign = LinkGroupFactory(draft=True), LinkGroupFactory(draft=True)
    user = person(role, own)
    client.force_login(user)
    other = person("Officer", own)
    rows = {True: MAKERS[thing](own, user)}
    if thing not in ONE_ROW_ONLY:
        rows[False] = MAKERS[thing](foreign, other)
    wrong = []

    def check(is_allowed: bool, answer, *what):
        if (answer.status_code == 200) is not is_allowed:
            wrong.append((*what, answer.status_code, "allowed" if is_allowed else "refused"))

    for is_own, row in rows.items():
        if has(thing, "compare"):
            keep_version(row, None)
        for end, right in OF_ROWS.items():
            if has(thing, end):
                answer = client.get(url(thing, end, row.pk), {"older": 1, "newer": 1})
                is_allowed = may(thing, role, right, is_own=is_own)
                check(is_allowed, answer, end, is_own)
        if thing in READ_ONLY:
            continue
        # An empty form is refused with its errors, whoever may not write is not even told these.
        before = type(row).objects.filter(pk=row.pk).values().get()
        answer = client.post(url(thing, "change", row.pk), {})
        if not may(thing, role, "write", is_own=is_own):
            check(False, answer, "write", is_own)
            assert type(row).objects.filter(pk=row.pk).values().get() == before
    for end, right in OF_LISTS.items():
        if has(thing, end):
            is_allowed = may(thing, role, right, is_own=True)
            if end == "changelist" and thing in ONE_ROW_ONLY:
                assert (client.get(url(thing, end)).status_code == 302) is is_allowed
            else:
                check(is_allowed, client.get(url(thing, end)), end)
    assert wrong == []


@pytest.mark.parametrize("thing", PUBLISHABLE)
@pytest.mark.parametrize("role", ROLES)
def test_only_who_may_publish_publishes_and_takes_down(client, role, thing):
    group = LinkGroupFactory(draft=True)
    client.force_login(person(role, group))
    row = MAKERS[thing](group, None)
    address = url(thing, "change", row.pk)

    for action, state in (("publish_now", "live"), ("take_down_now", "expired")):
        data = {"action": action, "_selected_action": [row.pk], "post": "yes"}
        client.post(url(thing, "changelist"), data)
        row.refresh_from_db()
        if may(thing, role, "publish", is_own=True):
            if thing != "links.newsletter":
                assert row.publishing_state == PublishingState(state)
        else:
            assert client.post(address, {"_publish": "on"}).status_code == 403
            assert client.post(address, {"_schedule": "on"}).status_code == 403
            assert client.post(url(thing, "take_down", row.pk)).status_code in {403, 404}
            assert row.published_at is None


@pytest.mark.parametrize("thing", PUBLISHABLE)
@pytest.mark.parametrize("role", ROLES)
def test_a_row_that_is_gone_is_not_there(client, role, thing):
    group = LinkGroupFactory(draft=True)
    client.force_login(person(role, group))
    row = MAKERS[thing](group, None)
    key = row.pk
    row.delete()

    for end in OF_ROWS:
        assert client.get(url(thing, end, key)).status_code in {302, 403, 404}


def asked(name: str, own, foreign, client, user):
    """Ask for one of the other addresses: for what is the person's own, and for what is not."""
    picker = {"app_label": "links", "model_name": "newsletter", "field_name": "group"}
    other = person("Officer", own)

    def row_url(thing, group, end=None):
        row = MAKERS[thing](group, user if group is own else other)
        return reverse(f"admin:{name}", args=[row.pk])

    def of(group):
        match name:
            case "app_list":
                return client.get(reverse("admin:app_list", args=["content"]))
            case "autocomplete":
                return client.get(reverse("admin:autocomplete"), picker)
            case "content_version_erase" | "content_version_restore":
                return client.post(row_url("content.version", group))
            case "content_mailtemplate_preview" | "content_mailtemplate_shipped":
                Council.current() or CouncilFactory()
                return client.post(row_url("content.mailtemplate", group))
            case "content_version_file":
                document = MAKERS["content.document"](group, None)
                version = keep_version(document, None)
                answer = client.get(reverse(f"admin:{name}", args=[version.pk]))
                if answer.streaming:
                    answer.getvalue()
                return answer
            case "events_event_dates_page":
                return client.get(row_url("events.event", group))
            case "content_picture_preview":
                return client.get(row_url("content.picture", group))
            case "auth_user_password_change":
                return client.get(row_url("auth.user", group))
            case "otp_totp_totpdevice_config" | "otp_totp_totpdevice_qrcode":
                return client.get(row_url("otp_totp.totpdevice", group))
            case "volunteers_application_change_state":
                row = MAKERS["volunteers.application"](group, None)
                return client.get(reverse(f"admin:{name}", args=[row.pk, "contacted"]))
            case "volunteers_application_merge":
                rows = [MAKERS["volunteers.application"](group, None) for _ in "ab"]
                return client.get(reverse(f"admin:{name}", args=[row.pk for row in rows]))
            case "links_linkgroup_drop_box":
                return client.get(reverse(f"admin:{name}", args=[group.pk]))
            case "events_event_dates":
                return client.post(reverse(f"admin:{name}"))
            case "day_sheet_answer":
                row = MAKERS["links.newsletter"](group, None)
                data = {"row": f"links.newsletter:{row.pk}", "answer": "still_right"}
                return client.post(reverse(f"admin:{name}"), data)
            case "view_on_site":
                row = MAKERS["events.event"](group, None)
                kind = _content_type(row)
                return client.get(reverse(f"admin:{name}", args=[kind, row.pk]))
        return client.get(reverse(f"admin:{name}"))

    return of(own), of(foreign)


def _content_type(row) -> int:
    kinds = type(row)._meta.apps.get_model("contenttypes.ContentType").objects
    return kinds.get_for_model(row).pk


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("role", ROLES)
def test_other_addresses_answer_those_in_the_table(client, role, name):
    own, foreign = LinkGroupFactory(draft=True), LinkGroupFactory(draft=True, name="Leiden")
    user = person(role, own)
    client.force_login(user)
    cell = OTHERS[name].get(role, "–")
    if role == "no role":
        cell = "yes" if name in OF_STAFF else "–"

    of_own, of_foreign = asked(name, own, foreign, client, user)

    if name == "day_sheet_answer":
        told = [str(list(one.wsgi_request._messages)[-1]) for one in (of_own, of_foreign)]
        assert ["gone" in one for one in told] == [cell == "–", cell != "yes"]
        return
    refused = {403, 404}
    assert (of_own.status_code not in refused) is (cell != "–"), of_own.status_code
    if cell == "own" and name == "autocomplete":
        assert b"Leiden" not in of_foreign.content
    else:
        assert (of_foreign.status_code not in refused) is (cell == "yes")


def test_groups_of_users_come_with_the_site():
    assert Group.objects.filter(name__in=["Writers", "Editors", "Officers"]).count() == 3


def test_a_writer_who_edits_a_city_would_be_an_editor(client):
    client.force_login(person("Writer", LinkGroupFactory()))

    assert client.get(url("cities.city", "change", CityFactory().pk)).status_code == 403
