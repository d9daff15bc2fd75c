"""No browser and no cache keeps a page that shows what somebody sent, or the key to it."""

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from tests.factories.application import ApplicationFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.drop_box import DropBoxFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.page import PageFactory
from tests.factories.preview_link import PreviewLinkFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.volunteers.form_filler import hidden_fields
from tests.volunteers.test_journey import ANSWERS
from twinning_site.pages.messages import signed_addresses as message_tokens
from twinning_site.pages.still_right.signed_addresses import answer_token
from volunteers.signed_addresses import handover_token, own_page_token, sent_page_token

MESSAGE = {"name": "Zoë", "email": "zoe@example.org", "message": "Hello"}
FORMS = {
    "/volunteer/apply/": ANSWERS,
    "/contact/": MESSAGE,
    "/groups/circle/write/": MESSAGE,
    "/feedback/": {"rating": "good", "comment": "Fine"},
}
# A picture that other sites show of a public page
PUBLIC = {"content:picture", "content:share-picture"}


@pytest.fixture
def site(open_office, client):
    LinkGroupFactory(slug="circle")
    return client


def names_with_token() -> list[str]:
    """Return the names of all addresses that hold a key."""
    found = []
    for prefix, (_pattern, resolver) in get_resolver().namespace_dict.items():
        for name in filter(lambda key: isinstance(key, str), resolver.reverse_dict):
            ways = resolver.reverse_dict.getlist(name)
            if any("token" in names for way in ways for _path, names in way[0]):
                found.append(f"{prefix}:{name}")
    return sorted(set(found) - PUBLIC)


@pytest.mark.parametrize("changes", [{"step": "check"}, {"email": "zoe"}, {"name": ""}])
@pytest.mark.parametrize("url", FORMS)
def test_page_that_repeats_what_was_typed_is_in_no_cache_but_the_readers_own(site, url, changes):
    if url == "/feedback/":
        changes = {"rating": "best"}
    elif url != "/volunteer/apply/" and "step" in changes:
        changes = {"message": ""}

    page = site.post(url, {**hidden_fields(site.get(url)), **FORMS[url], **changes})

    assert page.status_code in {200, 422}
    # The browser's “back” leads to a form that had an error: only the reader's own browser has it.
    expected = "no-store" if page.status_code == 200 else "private, no-cache"
    assert page["Cache-Control"] == expected


@pytest.mark.parametrize("url", FORMS)
def test_page_after_sending_is_not_kept(site, url):
    answer = site.post(url, {**hidden_fields(site.get(url)), **FORMS[url], "step": "send"})

    assert answer.status_code == 302
    assert "no-store" in answer["Cache-Control"]


def test_form_that_comes_back_for_want_of_the_cookie_is_in_no_shared_cache(site):
    site.handler.enforce_csrf_checks = True

    page = site.post("/contact/", MESSAGE)

    assert page.status_code == 403
    assert page["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", names_with_token())
def test_page_behind_a_key_is_not_kept(site, name):
    application, enquiry = ApplicationFactory(), EnquiryFactory()
    passed = ApplicationFactory(state="passed", group=LinkGroupFactory())
    today = timezone.localdate()
    asked = ContactFactory(confirms_page=True, group__asked_on=today)
    PreviewLinkFactory(thing=PageFactory(draft=True), key="key-of-a-draft")
    PreviewLinkFactory(thing=DocumentFactory(draft=True), key="key-of-a-file")
    DropBoxFactory(key="key-of-a-group")
    tokens = [
        "key-of-a-draft",
        "key-of-a-file",
        "key-of-a-group",
        handover_token(passed.reference, passed.group_id, passed.state_since),
        own_page_token(application.reference),
        sent_page_token(application.reference),
        message_tokens.sent_page_token(enquiry.reference),
        message_tokens.copy_page_token(enquiry.reference),
        answer_token(asked.group_id, asked.pk, today.isoformat()),
    ]

    pages = [site.get(reverse(name, kwargs={"token": token})) for token in [*tokens, "forged"]]

    assert 200 in {page.status_code for page in pages}
    for page in pages:
        assert "no-store" in page["Cache-Control"]
        if page.streaming:
            page.getvalue()


def test_there_are_addresses_with_keys():
    assert len(names_with_token()) >= 5


def test_what_people_sent_is_kept_by_no_officers_browser(site, officer_client):
    rows = [ApplicationFactory(), EnquiryFactory(), FeedbackFactory(), QueuedEmailFactory()]

    for row in rows:
        place = f"admin:{row._meta.app_label}_{row._meta.model_name}"
        for address in (
            reverse(f"{place}_changelist"),
            reverse(f"{place}_change", args=[row.pk]),
            reverse(f"{place}_history", args=[row.pk]),
        ):
            assert "no-store" in officer_client.get(address)["Cache-Control"]
