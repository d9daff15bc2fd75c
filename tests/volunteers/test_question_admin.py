"""The admin of further questions."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.admin_forms import form_data
from tests.factories.question import QuestionFactory
from volunteers.models import Question
from volunteers.models.question import MAX_CHOICES, MAX_QUESTIONS
from volunteers.special_categories import special_words

pytestmark = pytest.mark.usefixtures("council")
ADD = "/admin/volunteers/question/add/"


def add(officer_client, **values):
    return officer_client.post(
        ADD, form_data(officer_client.get(ADD)) | {"label_0": "Do you drive?"} | values
    )


def test_officer_adds_a_question_behind_the_others(officer_client):
    QuestionFactory(position=4)

    add(officer_client, kind="several", choices_0="A car\nA bus", shown_from="2026-01-01")

    question = Question.objects.get(position=5)
    assert [str(name) for name in question.choice_names] == ["A car", "A bus"]
    assert question in Question.objects.asked()


def test_admin_warns_of_special_categories_before_and_after(officer_client):
    assert "GDPR, article 9" in officer_client.get(ADD).text

    saved = add(officer_client, label_0="Which allergies and what religion have you?")

    page = officer_client.get(saved.url).text
    assert "This seems to ask" in page
    assert "allergies, religion" in page


def test_harmless_question_gets_no_warning(officer_client):
    saved = add(officer_client, label_0="Which food do you cook in general?")

    assert "This seems to ask" not in officer_client.get(saved.url).text


def test_special_words_are_found_in_every_language_of_the_site():
    question = QuestionFactory(label={"en": "Anything else?", "de": "Sind Sie schwerbehindert?"})

    assert special_words(question) == ["schwerbehindert"]


def test_one_question_too_many_is_refused_beside_the_field(officer_client):
    QuestionFactory.create_batch(MAX_QUESTIONS)

    refused = add(officer_client, shown_from="2026-01-01")
    assert "are asked already" in refused.text
    assert Question.objects.count() == MAX_QUESTIONS

    assert add(officer_client, shown_from="").status_code == 302


def test_shown_question_can_be_changed_when_all_are_in_use(officer_client):
    question = QuestionFactory.create_batch(MAX_QUESTIONS)[0]
    address = reverse("admin:volunteers_question_change", args=[question.pk])

    data = form_data(officer_client.get(address)) | {"label_0": "Do you fly?"}

    assert officer_client.post(address, data).status_code == 302


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ("", "at least two"),
        ("Only one", "at least two"),
        ({"en": "A\nB", "de": "A\nB\nC"}, "as many answers"),
        ({"en": "A\nB", "de": "\n"}, ""),
        ("A\nA", "twice"),
        ("\n".join(map(str, range(MAX_CHOICES + 1))), "At most"),
        (f"A\n{'x' * 201}", "too long"),
    ],
)
def test_choices_have_to_fit_together(choices, words):
    question = QuestionFactory.build(kind="one", choices=choices)

    if not words:
        question.clean()
        return
    with pytest.raises(ValidationError, match=words) as refused:
        question.clean()
    assert list(refused.value.message_dict) == ["choices"]


@pytest.mark.parametrize(("name", "length"), [("label", 200), ("help_text", 500)])
def test_texts_are_short(name, length):
    QuestionFactory.build(**{name: "x" * length}).clean()

    with pytest.raises(ValidationError, match="too long"):
        QuestionFactory.build(**{name: "x" * (length + 1)}).clean()


def test_choice_without_a_translation_is_named_in_another_language():
    question = QuestionFactory(kind="one", choices={"en": "A\nB"})

    assert [name.data for name in question.choice_names] == [{"en": "A"}, {"en": "B"}]
