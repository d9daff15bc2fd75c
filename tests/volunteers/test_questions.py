"""The questions of the council in the form."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from content.models import QueuedEmail
from tests.factories.question import QuestionFactory
from tests.volunteers.form_filler import hidden_fields
from tests.volunteers.test_journey import ANSWERS, URL, check, send
from volunteers.models import Application, Question
from volunteers.models.question import MAX_QUESTIONS

pytestmark = pytest.mark.usefixtures("open_office")
SIZES = {"en": "Small\nLarge", "de": "Klein\nGroß"}


def make(kind="line", **values):
    if kind in {"one", "several"}:
        values.setdefault("choices", SIZES)
    return QuestionFactory(kind=kind, **values)


def name_of(question):
    return f"question_{question.pk}"


def test_without_questions_nothing_more_is_asked(client):
    QuestionFactory(shown_from=None)
    QuestionFactory(shown_from=timezone.localdate() + timedelta(days=1))

    assert "question_" not in client.get(URL).text
    assert send(client, check(client)).status_code == 302
    assert not Application.objects.get().answers.exists()


def test_questions_stand_in_the_order_of_the_council_before_the_last_one(client):
    QuestionFactory(label="Second?", position=2)
    QuestionFactory(label="First?", position=1, help_text="A hint.")

    page = client.get(URL).text

    places = [page.index(words) for words in ("When do you have time?", "First?", "A hint.",
                                              "Second?", "Anything else you would")]  # fmt: skip
    assert places == sorted(places)


def test_the_form_stays_short(client):
    for number in range(MAX_QUESTIONS + 1):
        QuestionFactory(label=f"Is this number {number}?")

    page = client.get(URL).text

    assert f"Is this number {MAX_QUESTIONS - 1}?" in page
    assert f"Is this number {MAX_QUESTIONS}?" not in page


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("line", "Class B", "Class B"),
        ("text", "One\nTwo", "One<br>Two"),
        ("yes_no", "no", "No"),
        ("one", "choice_1", "Large"),
        ("several", ["choice_1", "choice_0"], "Small, Large"),
        ("date", "2027-03-05", "5 March 2027"),
    ],
)
def test_answer_is_checked_stored_mailed_and_shown(client, kind, value, words):
    question = make(kind, label={"en": "What about it?", "de": "Wie steht es?"})

    checked = check(client, **{name_of(question): value})
    assert f"<dd>{words}</dd>" in checked.text
    send(client, checked)

    application = Application.objects.get()
    own_page = client.get(application.get_absolute_url()).text
    assert f"<dt>What about it?</dt><dd>{words}</dd>" in own_page
    letter = QueuedEmail.objects.get(recipient="office@example.org")
    assert f"What about it?\n{words.replace('<br>', chr(10))}\n" in letter.text
    with override("de"):
        assert str(application.answers.get()) == "Wie steht es?"


def test_what_was_chosen_is_read_in_each_language(client):
    question = make("several")

    send(client, check(client, **{name_of(question): ["choice_0", "choice_1"]}))

    answer = Application.objects.get().answers.get()
    with override("de"):
        assert answer.words == "Klein, Groß"


def test_change_goes_back_with_the_answers(client):
    line, one = make("line"), make("one")
    checked = check(client, **{name_of(line): "Class B", name_of(one): "choice_1"})

    page = client.post(URL, {**hidden_fields(checked), "step": "change"}).text

    assert 'value="Class B"' in page
    assert f'value="choice_1" id="id_{name_of(one)}_1" checked' in page
    assert "Error:" not in page


def test_unanswered_question_leaves_nothing(client):
    make("several"), make("yes_no"), make("date"), make("text")

    send(client, check(client))

    assert not Application.objects.get().answers.exists()


@pytest.mark.parametrize("kind", ["line", "text", "yes_no", "one", "several", "date"])
def test_required_question_is_named_beside_the_field_and_keeps_the_rest(client, kind):
    question = make(kind, label="May we drive?", is_required=True)

    page = check(client, **{name_of(question): " "} if kind in {"line", "text"} else {})

    end = "_0" if kind in {"yes_no", "one", "several"} else ""
    assert page.status_code == 422
    assert f'<a href="#id_{name_of(question)}{end}">Please answer this question: May' in page.text
    assert ANSWERS["name"] in page.text
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("line", "x" * 301),
        ("text", "x" * 2001),
        ("yes_no", "maybe"),
        ("one", "choice_2"),
        ("one", "9" * 4000),
        ("one", "Small"),
        ("several", ["choice_0", "choice_99"]),
        ("several", ["choice_0", "\x00"]),
        ("several", ["choice_-1"]),
        ("date", "yesterday"),
        ("date", "2027-02-30"),
        ("date", "99999-01-01"),
        ("date", "\x00"),
    ],
)
def test_what_is_no_answer_is_refused_beside_the_field(client, kind, value):
    question = make(kind)

    page = check(client, **{name_of(question): value})

    assert page.status_code == 422
    assert f'id="id_{name_of(question)}_error"' in page.text
    assert ANSWERS["name"] in page.text
    if isinstance(value, str) and value.startswith("x"):
        assert value in page.text


def test_invisible_characters_go_as_in_other_fields(client):
    line, text = make("line"), make("text")

    send(
        client,
        check(
            client,
            **{name_of(line): "a\x00b\u202e\r\nBcc: x\u200b", name_of(text): "one\x07\u2028two"},
        ),
    )

    found = Application.objects.get().answers.values_list("text", flat=True)
    assert list(found) == ["ab Bcc: x", "one\ntwo"]


def test_text_that_looks_like_languages_stays_what_was_typed(client):
    question = make("line")
    typed = '{"en": "good", "de": "bad"}'

    send(client, check(client, **{name_of(question): typed}))

    with override("de"):
        assert Application.objects.get().answers.get().words == typed


def test_renamed_and_deleted_question_leaves_the_answer_as_it_was(client):
    question = make("one", label="Which one?")
    send(client, check(client, **{name_of(question): "choice_0"}))
    question.label, question.choices = "Something else?", "Never\nAlways"
    question.save()

    application = Application.objects.get()
    assert "<dt>Which one?</dt><dd>Small</dd>" in client.get(application.get_absolute_url()).text
    question.delete()
    assert "<dt>Which one?</dt><dd>Small</dd>" in client.get(application.get_absolute_url()).text


@pytest.mark.parametrize("number", [0, 1, MAX_QUESTIONS])
def test_queries_do_not_grow_with_the_questions(client, django_assert_num_queries, number):
    for at in range(number):
        make(["line", "one", "several", "date"][at % 4])
    client.get(URL)

    with django_assert_num_queries(8):
        client.get(URL)


@pytest.mark.parametrize("number", [1, MAX_QUESTIONS])
def test_queries_of_the_own_page_do_not_grow(client, django_assert_num_queries, number):
    questions = [make("several") for _ in range(number)]
    send(client, check(client, **{name_of(question): "choice_0" for question in questions}))
    address = Application.objects.get().get_absolute_url()
    client.get(address)

    with django_assert_num_queries(9):
        client.get(address)


def test_start_page_says_whether_more_has_to_be_answered(client):
    address = reverse("volunteers:start")
    assert "leave out everything but your name and address" in client.get(address).text

    make("line")
    page = client.get(address).text
    assert "leave out everything but your name and address" in page

    Question.objects.update(is_required=True)
    assert "leave out everything but your name and address" not in client.get(address).text
