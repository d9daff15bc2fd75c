"""What becomes of an answer when its question changes while somebody types."""

import pytest

from content.models import Council
from tests.volunteers.form_filler import hidden_fields
from tests.volunteers.test_journey import ANSWERS, URL, check, send
from tests.volunteers.test_questions import make, name_of
from volunteers.models import Application, Question
from volunteers.models.question import MAX_QUESTIONS

pytestmark = pytest.mark.usefixtures("open_office")


@pytest.mark.parametrize("step", ["check", "send", "change"])
@pytest.mark.parametrize("way", ["retired", "deleted"])
def test_answer_to_what_is_no_longer_asked_is_shown_and_not_stored(client, step, way):
    line = make("line", label="Your shoe size?")
    checked = check(client, **{name_of(line): "Forty-two"})
    if way == "deleted":
        line.delete()
    else:
        Question.objects.update(shown_from=None)

    page = client.post(URL, {**hidden_fields(checked), "step": step})

    assert page.status_code == (200 if step == "change" else 422)
    assert "<dd>Forty-two</dd>" in page.text
    assert ("Your shoe size?" in page.text) == (way == "retired")
    assert ANSWERS["name"] in page.text
    assert not Application.objects.exists()
    again = {**ANSWERS, **hidden_fields(page), "step": "check"}
    assert "Check your answers" in client.post(URL, again).text


def test_choice_of_a_retired_question_is_shown_in_words(client):
    question = make("several")
    checked = check(client, **{name_of(question): ["choice_1"]})
    Question.objects.update(shown_from=None)

    page = client.post(URL, {**hidden_fields(checked), "step": "send"})

    assert "<dd>Large</dd>" in page.text


@pytest.mark.parametrize(
    ("kind", "value", "change"),
    [
        ("line", "Class B", {"label": "Have you been in prison?"}),
        ("yes_no", "yes", {"label": "Have you been in prison?"}),
        ("one", "choice_0", {"choices": "Never\nAlways"}),
    ],
)
def test_question_that_changed_meanwhile_is_asked_again(client, kind, value, change):
    question = make(kind, label="Do you drive?")
    checked = check(client, **{name_of(question): value})
    Question.objects.update(**change)

    page = send(client, checked)

    assert page.status_code == 422
    assert "This question has changed." in page.text
    assert ("Class B" in page.text) == (kind == "line")
    assert "checked" not in page.text.split(name_of(question))[2]
    assert not Application.objects.exists()
    again = {**ANSWERS, **hidden_fields(page), name_of(question): value, "step": "send"}
    assert client.post(URL, again).status_code == 302


def test_question_that_is_new_meanwhile_stops_nobody_unless_it_is_required(client):
    checked = check(client)
    question = make("line", label="And your shoes?")
    assert (
        "Check your answers"
        in client.post(URL, {**hidden_fields(checked), "step": "check"}).content.decode()
    )

    Question.objects.update(is_required=True)
    page = send(client, checked)

    assert page.status_code == 422
    assert "Please answer this question: And your shoes?" in page.text
    assert question.answers.count() == 0


@pytest.mark.parametrize("value", ["", "x", "1-", "-", "9" * 5000, "1-0 1-0", "\x00", "é-é"])
def test_odd_versions_of_questions_are_none(client, value):
    question = make("line")

    page = check(client, versions=value, **{name_of(question): "Class B"})

    assert page.status_code == 422
    assert "This question has changed." in page.text


def test_names_of_no_field_are_passed_over(client):
    odd = {f"question_{end}": "x" for end in ("", "0", "01", "-1", "9" * 30, "a", "1\n", "١")}

    assert "Check your answers" in check(client, **odd).content.decode()


def test_flood_of_unknown_questions_is_answered_in_few_words(client):
    page = check(client, **{f"question_{number}": "spam" for number in range(1, 900)})

    assert page.status_code == 422
    assert page.text.count("<dd>spam</dd>") == MAX_QUESTIONS


def test_scheme_that_was_closed_meanwhile_shows_the_answers(client):
    question = make("several", label="Which sizes?")
    checked = check(client, **{name_of(question): ["choice_0", "choice_1"]})
    Council.objects.update(offers_volunteering=False)

    page = send(client, checked)

    assert page.status_code == 409
    assert "<dt>Which sizes?</dt>" in page.text
    assert "Small, Large" in page.text
    assert client.get(URL).status_code == 404
