import re
from datetime import UTC, datetime, timedelta

import pytest
from django.forms import CharField, Textarea
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import timezone

from content.intake import rate_limits, used_tokens
from content.intake.guarded_form import GuardedForm
from content.models import RateCount
from tests.volunteers.form_filler import hidden_fields
from tests.volunteers.test_journey import ANSWERS, URL
from volunteers.models import Application

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


def apply(client, address="192.0.2.7", **changes):
    """Apply in one step, from a network address."""
    form = hidden_fields(client.get(URL))
    data = {**form, **ANSWERS, "step": "send", **changes}
    return client.post(URL, data, REMOTE_ADDR=address)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"extra": "cheap pills"}, "trap"),
        ({"message": "http://a.example http://b.example www.c.example"}, ""),
        ({"message": 9 * "http://a.example "}, ""),
        ({"message": 10 * "http://a.example "}, "links"),
        ({"message": "See https://choir.example/ for what I sing."}, ""),
    ],
)
def test_what_looks_like_abuse_is_kept_aside_with_the_reason(client, open_office, changes, reason):
    answer = apply(client, **changes)

    assert answer.url.startswith("/volunteer/sent/")
    assert Application.objects.get().held_for == reason


def test_filled_in_faster_than_a_person_can_is_kept_aside(client, open_office, settings):
    settings.MESSAGE_MIN_SECONDS = 3

    apply(client)

    assert Application.objects.get().held_for == "fast"


@pytest.mark.parametrize(("seconds", "is_fast"), [(2.9, True), (3, False)])
def test_fast_is_less_than_the_setting(settings, time_machine, seconds, is_fast):
    settings.MESSAGE_MIN_SECONDS = 3
    time_machine.move_to(NOON, tick=False)
    token = GuardedForm().token

    time_machine.move_to(NOON + timedelta(seconds=seconds), tick=False)
    form = GuardedForm(QueryDict(f"token={token}"))

    assert form.is_valid()
    assert ("fast" in form.suspicions()) is is_fast


def test_token_that_we_did_not_sign_is_refused_and_a_new_one_given():
    form = GuardedForm(QueryDict("token=1700000000.000-abc:forged"))

    assert form.non_field_errors() == [
        "We could not see that this form came from our page. Please send it again."
    ]
    assert form.token != form.data["token"]
    assert GuardedForm(QueryDict(f"token={form.token}")).is_valid()


def test_text_may_be_as_long_as_its_field_says_or_of_any_length():
    class Form(GuardedForm):
        short = CharField(max_length=9, widget=Textarea)
        long = CharField(widget=Textarea)

    form = Form()

    assert "maxlength" not in f"{form['short']} {form['long']}"


def test_token_of_a_form_is_kept_so_that_a_replay_is_known():
    token = GuardedForm().token

    assert GuardedForm(QueryDict(f"token={token}")).token == token


def test_unbound_copy_has_the_answers_and_no_errors():
    class Form(GuardedForm):
        name = CharField()
        city = CharField()

    form = Form(QueryDict("name=Zoë"))
    assert set(form.errors) == {"__all__", "city"}

    copy = form.unbound_copy()

    assert not copy.is_bound
    assert copy.errors == {}
    assert copy["city"].errors == []
    assert 'value="Zoë"' in str(copy["name"])
    assert set(form.errors) == {"__all__", "city"}


def test_fingerprint_is_of_answers_and_token():
    token, other = GuardedForm().token, GuardedForm().token

    def fingerprint(query: str) -> str:
        return GuardedForm(QueryDict(query)).fingerprint()

    assert fingerprint(f"token={token}&extra=a") == fingerprint(f"extra=a&token={token}&more=1")
    assert fingerprint(f"token={token}&extra=a") != fingerprint(f"token={token}&extra=b")
    assert fingerprint(f"token={token}&extra=a") != fingerprint(f"token={other}&extra=a")


def test_slow_people_are_welcome(client, open_office, settings, time_machine):
    settings.MESSAGE_MIN_SECONDS = 3
    form = hidden_fields(client.get(URL))
    time_machine.move_to(timezone.now() + timedelta(hours=23))

    client.post(URL, {**form, **ANSWERS, "step": "send"})

    assert Application.objects.get().held_for == ""


@pytest.mark.parametrize(
    "spelling", ["Zoe@Example.org", "zoe+2@example.org", "zoe+a+b@example.org"]
)
def test_many_messages_from_one_address_are_kept_aside(client, open_office, settings, spelling):
    settings.MESSAGES_PER_ADDRESS = 2

    for number, email in enumerate(["zoe@example.org", "ZOE@example.org", spelling]):
        apply(client, address=f"192.0.{number}.1", email=email)

    assert [row.email for row in Application.objects.held()] == [spelling]
    assert Application.objects.held().get().held_for == "address"


def test_neighbours_in_a_network_count_together_and_a_flood_is_refused(
    client, open_office, settings
):
    settings.MESSAGES_PER_NETWORK = 1
    answers = [
        apply(client, address=f"192.0.2.{number}", email=f"a{number}@example.org")
        for number in range(6)
    ]

    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert Application.objects.held().count() == 4
    html = answers[-1].content.decode()
    assert (
        "So many messages came from your network today that we cannot take another one. "
        "Please try again tomorrow, or phone us."
    ) in html
    assert 'value="Zoë Müller-Łukasz"' in html
    assert apply(client, address="198.51.100.1").status_code == 302


def test_a_class_that_rates_pages_keeps_nobody_from_volunteering(client, open_office, settings):
    settings.MESSAGES_PER_NETWORK = 1
    ratings = [
        client.post(
            "/feedback/",
            {**hidden_fields(client.get("/feedback/")), "rating": "good", "comment": str(number)},
            REMOTE_ADDR="192.0.2.7",
        ).status_code
        for number in range(6)
    ]

    apply(client)

    assert ratings[-1] == 429
    assert Application.objects.get().held_for == ""


def test_what_is_too_long_is_told_and_not_cut(client, open_office):
    form = client.get(URL).text
    answer = apply(client, skills="x" * 2001)

    assert re.findall(r"<textarea[^>]*maxlength", form) == []
    assert answer.status_code == 422
    assert "at most 2000 characters (it has 2001)" in answer.text
    assert "x" * 2001 in answer.text


def test_tomorrow_counts_anew(client, open_office, settings, time_machine):
    settings.MESSAGES_PER_ADDRESS = 1
    apply(client)

    time_machine.move_to(timezone.now() + timedelta(days=1))
    apply(client)

    assert Application.objects.held().count() == 0


def test_counts_are_kept_for_a_day(client, open_office, time_machine):
    time_machine.move_to(NOON, tick=False)

    apply(client)

    assert {row.until for row in RateCount.objects.all()} == {NOON + timedelta(days=1)}


def test_repeated_post_counts_once(client, open_office):
    form = {**hidden_fields(client.get(URL)), **ANSWERS, "step": "send"}

    answers = [client.post(URL, form, REMOTE_ADDR="192.0.2.7") for _ in range(2)]

    assert answers[0].url == answers[1].url
    assert {row.count for row in RateCount.objects.all()} == {1}


def test_message_without_an_address_counts_for_its_network_alone(client, open_office):
    form = hidden_fields(client.get("/feedback/"))

    client.post("/feedback/", {**form, "rating": "good", "comment": "Fine"})

    counts = RateCount.objects.exclude(key=used_tokens._key(form["token"][0]))
    assert counts.count() == 1


def test_counts_hold_no_address_and_no_network(client, open_office):
    apply(client)

    rows = str(list(RateCount.objects.values()))
    assert RateCount.objects.count() == 3
    assert "192.0.2" not in rows
    assert "zoe" not in rows


@pytest.mark.parametrize(
    ("behind_proxy", "headers", "network"),
    [
        (False, {"X-Forwarded-For": "203.0.113.9"}, "192.0.2.0"),
        (True, {"X-Forwarded-For": "203.0.113.209"}, "203.0.113.0"),
        (True, {"X-Forwarded-For": "1.1.1.1, 203.0.113.9"}, "203.0.113.0"),
        (True, {"X-Forwarded-For": "2001:db8:1:ff02::3"}, "2001:db8:1::"),
        (True, {"X-Forwarded-For": "::ffff:203.0.113.9"}, "203.0.113.0"),
        (True, {"X-Forwarded-For": "<script>"}, "192.0.2.0"),
        (True, {}, "192.0.2.0"),
    ],
)
def test_network_is_the_proxys_word_only_behind_a_proxy(settings, behind_proxy, headers, network):
    settings.BEHIND_PROXY = behind_proxy
    request = RequestFactory(headers=headers).get("/", REMOTE_ADDR="192.0.2.7")

    assert rate_limits.client_network(request) == network


@pytest.mark.parametrize("address", [{}, {"REMOTE_ADDR": ""}])
def test_visitor_through_a_unix_socket_has_no_network(address):
    request = RequestFactory().get("/")
    request.META = {"HTTP_X_FORWARDED_FOR": "203.0.113.9", **address}

    assert rate_limits.client_network(request) == ""
