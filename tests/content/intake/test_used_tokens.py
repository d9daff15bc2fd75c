"""A form's token stores one message and ends after a day; nothing that was typed is lost."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from content.intake.guarded_form import MAX_TOKEN_AGE
from content.models import QueuedEmail, RateCount
from tests.volunteers.form_filler import hidden_fields
from tests.volunteers.test_journey import ANSWERS, check, send
from twinning_site.pages.messages import actions
from twinning_site.pages.models import Enquiry, Feedback
from volunteers.models import Application

MESSAGE = {"name": "Zoë Łukasz", "email": "zoe@example.org", "message": "Grüße\nund mehr"}
FORMS = {
    "/contact/": (Enquiry, MESSAGE, "message"),
    "/volunteer/apply/": (Application, ANSWERS | {"step": "send"}, "message"),
    "/feedback/": (Feedback, {"rating": "good", "comment": "Fine"}, "comment"),
}

every_form = pytest.mark.parametrize("url", FORMS)


@pytest.fixture(autouse=True)
def office(open_office):
    """Let the forms be open."""


def post(client, url, token_of, **changes):
    """Send the form whose page is `token_of`."""
    return client.post(url, {**FORMS[url][1], **hidden_fields(token_of), **changes})


@every_form
def test_sixty_messages_with_one_token_are_one(client, url):
    page = client.get(url)
    model, _answers, text = FORMS[url]

    answers = [post(client, url, page, **{text: f"Win {number}"}) for number in range(60)]

    assert [answer.status_code for answer in answers] == [302] + 59 * [409]
    assert model.objects.count() == 1
    assert QueuedEmail.objects.count() <= 2


@every_form
def test_other_words_come_back_filled_in_and_go_out_by_one_more_press(client, url, settings):
    settings.MESSAGE_MIN_SECONDS = 3
    page = client.get(url)
    model, _answers, text = FORMS[url]
    post(client, url, page)

    again = post(client, url, page, **{text: "One thing more"})
    assert "Nothing you typed is lost" in again.text
    assert "One thing more" in again.text
    assert "private" in again["Cache-Control"]
    sent = post(client, url, again, **{text: "One thing more"})

    assert sent.status_code == 302
    assert model.objects.get(**{text: "One thing more"}).held_for == ""


@every_form
def test_pressing_twice_leads_to_the_same_page(client, url):
    page = client.get(url)

    first, second = post(client, url, page), post(client, url, page)

    assert first.url == second.url
    assert FORMS[url][0].objects.count() == 1


@every_form
def test_form_that_was_open_too_long_comes_back_filled_in(client, url, time_machine, settings):
    settings.MESSAGE_MIN_SECONDS = 3
    page = client.get(url)
    model, answers, text = FORMS[url]
    time_machine.move_to(timezone.now() + timedelta(seconds=MAX_TOKEN_AGE + 1))

    again = post(client, url, page)
    assert "This page was open for more than a day." in again.text
    assert answers[text].split("\n")[-1] in again.text
    assert not model.objects.exists()
    post(client, url, again)

    assert model.objects.get().held_for == ""


def test_ended_form_that_was_sent_leads_to_its_reference(client, time_machine):
    page = client.get("/contact/")
    first = post(client, "/contact/", page)
    time_machine.move_to(timezone.now() + timedelta(days=3))

    assert post(client, "/contact/", page).url == first.url


def test_page_with_the_answers_renews_a_token_that_has_ended(client, time_machine, settings):
    settings.MESSAGE_MIN_SECONDS = 3
    page = client.get("/volunteer/apply/")
    time_machine.move_to(timezone.now() + timedelta(days=2))

    checked = post(client, "/volunteer/apply/", page, step="check")
    sent = send(client, checked)

    assert sent.status_code == 302
    assert Application.objects.get().held_for == ""


def test_token_of_one_form_is_used_up_for_the_others(client):
    page = client.get("/contact/")
    post(client, "/contact/", page)

    answer = client.post("/feedback/", {**hidden_fields(page), "rating": "good", "comment": ""})

    assert answer.status_code == 409


def test_token_stays_used_when_what_it_stored_is_erased(client):
    checked = check(client)
    send(client, checked)
    Application.objects.get().delete()

    answer = send(client, checked)

    assert answer.status_code == 409
    assert "Müller-Łukasz" in answer.text


def test_token_is_not_used_up_by_a_post_that_fails(client, monkeypatch):
    client.raise_request_exception = False
    page = client.get("/contact/")
    with monkeypatch.context() as broken:
        broken.setattr(actions, "send_enquiry", lambda *args, **kwargs: 1 / 0)
        assert post(client, "/contact/", page).status_code == 500

    assert post(client, "/contact/", page).status_code == 302


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_store_one(client, same):
    page = client.get("/contact/")
    barrier, answers = threading.Barrier(2), []

    def press(number: int) -> None:
        barrier.wait()
        try:
            words = "Hello" if same else f"Hello {number}"
            answers.append(post(Client(), "/contact/", page, message=words))
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Enquiry.objects.count() == 1
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == ([302, 302] if same else [302, 409])
    assert len({answer.url for answer in answers if answer.status_code == 302}) == 1


def test_used_tokens_are_forgotten_once_they_have_ended(client):
    post(client, "/feedback/", client.get("/feedback/"))

    latest = timezone.now() + timedelta(seconds=MAX_TOKEN_AGE)
    assert {row.until <= latest for row in RateCount.objects.all()} == {True}
