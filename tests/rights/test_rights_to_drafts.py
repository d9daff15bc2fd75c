"""What is drafted, and what is typed, in every role: as docs/roles.md says of the row itself."""

import pytest
from django.urls import reverse

from content.actions import publish
from content.drafts.keeping import keep_draft
from content.drafts.rows import stored_rows
from tests.factories.council import CouncilFactory
from tests.factories.group import LinkGroupFactory
from tests.rights.addresses import OF_DRAFTS, OF_WRITING, PUBLISHABLE, ROLES, WRITTEN, has, url
from tests.rights.roles_table import may, person
from tests.rights.rows import MAKERS

pytestmark = pytest.mark.django_db


def wrong_answers(client, thing, role, row, addresses, *, is_own) -> list[tuple]:
    """Return what does not answer as the table says."""
    wrong = []
    for end, (right, method, status) in addresses.items():
        if not has(thing, end):
            continue
        answer = getattr(client, method)(url(thing, end, row.pk))
        got = answer.status_code
        if answer.streaming:
            answer.getvalue()
        is_allowed = may(thing, role, right, is_own=is_own)
        refused = got in {403, 404} or (got == 302 and answer.url == reverse("admin:index"))
        if not (got == status if is_allowed else refused):
            wrong.append((end, is_own, got, is_allowed))
    return wrong


@pytest.mark.parametrize("thing", PUBLISHABLE)
@pytest.mark.parametrize("role", ROLES)
def test_drafts_beside_public_rows_are_asked_for_like_their_rows(client, role, thing):
    own, foreign = LinkGroupFactory(), LinkGroupFactory()
    CouncilFactory()
    client.force_login(person(role, own))
    wrong = []

    for is_own, group in ((True, own), (False, foreign)):
        row = MAKERS[thing](group, None)
        publish(row)
        keep_draft(row, stored_rows(row), None, "")
        wrong += wrong_answers(client, thing, role, row, OF_DRAFTS | OF_WRITING, is_own=is_own)

    assert wrong == []


@pytest.mark.parametrize("thing", sorted({*WRITTEN} - {*PUBLISHABLE}))
@pytest.mark.parametrize("role", ROLES)
def test_what_is_typed_is_kept_for_those_who_may_save_it(client, role, thing):
    group, council = LinkGroupFactory(), CouncilFactory()
    client.force_login(person(role, group))
    row = council if thing == "content.council" else MAKERS[thing](group, None)

    assert wrong_answers(client, thing, role, row, OF_WRITING, is_own=True) == []
