"""What volunteers answered to the council's questions: office, merging, privacy."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse

from tests.admin_forms import form_data
from tests.factories.application import ApplicationFactory
from tests.factories.question import AnswerFactory, QuestionFactory
from twinning_site.privacy.erasure import erase_person
from twinning_site.privacy.export import export_person
from volunteers.merging import merge
from volunteers.models import Answer, Question

pytestmark = pytest.mark.usefixtures("council")
ADA = "ada@example.org"
LIST = "admin:volunteers_application_changelist"


@pytest.fixture
def application():
    return ApplicationFactory(name="Ada Lovelace", email=ADA)


def answer(application, question=None, **values):
    return AnswerFactory(
        application=application, question=question or QuestionFactory(label="Licence?"), **values
    )


def form_of(officer_client, application):
    address = reverse("admin:volunteers_application_change", args=[application.pk])
    return address, officer_client.get(address)


def test_office_reads_question_hint_and_answer(officer_client, application):
    answer(application, help_text="Class B", text="Since <b>1990</b>")

    page = form_of(officer_client, application)[1].text

    assert "Licence?<br><small>Class B</small>" in page
    assert "Since &lt;b&gt;1990&lt;/b&gt;" in page


def test_without_answers_the_office_sees_no_empty_table(officer_client, application):
    assert (
        "answers to further questions" not in form_of(officer_client, application)[1].text.lower()
    )


@pytest.mark.parametrize(
    ("kind", "before", "typed", "after"),
    [
        ("line", "Class A", "Class B", "Class B"),
        ("text", "One", "One\nTwo", "One\nTwo"),
        ("yes_no", "yes", "no", "no"),
        ("date", "2027-03-05", "2027-04-06", "2027-04-06"),
    ],
)
def test_office_corrects_what_was_typed(officer_client, application, kind, before, typed, after):
    row = answer(application, kind=kind, text=before)
    address, page = form_of(officer_client, application)

    officer_client.post(address, form_data(page) | {"answers-0-text": typed})

    row.refresh_from_db()
    assert row.text == after


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("date", "2027-13-45"), ("yes_no", "maybe"), ("line", ""), ("line", "x" * 301)],
)
def test_office_cannot_correct_to_what_is_no_answer(officer_client, application, kind, typed):
    row = answer(application, kind=kind, text="2027-03-05" if kind == "date" else "yes")
    address, page = form_of(officer_client, application)

    refused = officer_client.post(address, form_data(page) | {"answers-0-text": typed})

    assert refused.status_code == 200
    assert Answer.objects.get(pk=row.pk).text == row.text


def test_what_was_chosen_is_kept_and_can_be_deleted(officer_client, application):
    row = answer(application, kind="several", text="", chosen={"en": "Small\nLarge"})
    address, page = form_of(officer_client, application)
    assert "Small, Large" in page.text

    officer_client.post(address, form_data(page) | {"answers-0-text": "Huge"})
    row.refresh_from_db()
    assert (row.text, row.words) == ("", "Small, Large")

    page = officer_client.get(address)
    officer_client.post(address, form_data(page) | {"answers-0-DELETE": "on"})
    assert not Answer.objects.exists()


def test_file_for_officers_has_a_column_for_each_question_as_asked(officer_client, application):
    question = QuestionFactory(label="Licence?")
    answer(application, question, text="=1+1", position=1)
    answer(application, text="2027-03-05", kind="date", position=0, label="When?")
    other = ApplicationFactory()
    Question.objects.filter(pk=question.pk).update(label="Driving licence?")
    question.refresh_from_db()
    answer(other, question, kind="yes_no", text="yes", position=1)
    data = {"action": "as_csv", "_selected_action": [application.pk, other.pk]}

    saved = officer_client.post(reverse(LIST), data)

    heads, second, first = csv.reader(StringIO(saved.content.decode("utf-8-sig"), newline=""))
    assert heads[-3:] == ["When?", "Driving licence?", "Licence?"]
    assert first[-3:] == ["5 March 2027", "", "'=1+1"]
    assert second[-3:] == ["", "Yes", ""]


def test_merging_takes_over_what_is_missing_and_notes_what_differs(application):
    same, differing, missing, alike = QuestionFactory.create_batch(4)
    for question, text in ((differing, "A"), (alike, "Z")):
        answer(application, question, text=text)
    other = ApplicationFactory(email=ADA)
    for question, text in ((differing, "B"), (missing, "C"), (alike, "Z")):
        answer(other, question, text=text)

    merge(application, other)

    assert sorted(application.answers.values_list("text", flat=True)) == ["A", "C", "Z"]
    note = application.notes.get().text
    assert f"{differing.label}: B" in note
    assert f"{missing.label}: C" not in note
    assert f"{alike.label}: Z" not in note
    assert not same.answers.exists()


def test_merging_other_addresses_puts_answers_into_the_private_note(application):
    other = ApplicationFactory(email="other@example.org")
    answer(other, text="Secret")

    merge(application, other, despite_addresses=True)

    assert not application.answers.exists()
    assert "Licence?: Secret" in application.notes.get().text


def test_page_that_merges_shows_the_answers_of_both(officer_client, application):
    question, deleted = QuestionFactory.create_batch(2)
    other = ApplicationFactory(email=ADA)
    answer(application, question, text="Left"), answer(other, question, text="Right")
    answer(application, deleted, text="Old left"), answer(other, deleted, text="Old right")
    deleted.delete()
    address = reverse("admin:volunteers_application_merge", args=[application.pk, other.pk])

    page = officer_client.get(address)

    rows = [row for row in page.context["rows"] if row["name"].startswith("answer")]
    assert [(row["kept"], row["other"]) for row in rows] == [
        ("Left", "Right"), ("Old left", "Old right")
    ]  # fmt: skip
    application.answers.update(text="Changed meanwhile")
    assert "has changed since" in officer_client.post(address, {"seen": page.context["seen"]}).text


def test_export_and_erasure_of_a_person_have_the_answers(application):
    other = ApplicationFactory(email="grace@example.org")
    answer(application, text="Class B")
    mention = answer(other, text=f"Ask {ADA} or Ada Lovelace")

    exported = export_person(ADA)
    assert [row["text"] for row in exported["answers"]] == ["Class B"]
    assert "Licence?" in exported["answers"][0]["label"]
    assert exported["mentions in answers"][0]["text"] == mention.text

    erase_person(ADA)

    assert Answer.objects.get().text == "Ask [erased] or [erased]"


def test_deleting_a_question_keeps_its_answers(officer_client, application):
    row = answer(application, text="Class B")
    delete = reverse("admin:volunteers_question_delete", args=[row.question_id])

    officer_client.post(delete, {"post": "yes"})

    assert not Question.objects.exists()
    row.refresh_from_db()
    assert (str(row), row.words, row.question) == ("Licence?", "Class B", None)


def test_date_is_written_as_the_language_has_it(application):
    row = answer(application, kind="date", text=date(2027, 3, 5).isoformat())

    assert row.words == "5 March 2027"
