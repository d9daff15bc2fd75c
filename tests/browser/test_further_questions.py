"""The questions of the council: answered without scripts, added by an officer."""

import pytest
from playwright.sync_api import expect

from tests.factories.question import QuestionFactory
from volunteers.models import Answer, Question

pytestmark = pytest.mark.usefixtures("open_office", "unhurried_forms")


@pytest.fixture
def questions(transactional_db):
    sizes = {"choices": "Small\nLarge", "help_text": "Of your shoes."}
    QuestionFactory(label="Do you drive?", kind="yes_no", is_required=True)
    QuestionFactory(label="Which size?", kind="one", **sizes)
    QuestionFactory(label="Which sizes fit?", kind="several", **sizes)
    QuestionFactory(label="From when on?", kind="date")
    QuestionFactory(label="What do you cook?", kind="text")
    QuestionFactory(label={"de": "Lieblingswort?"})


def test_volunteer_answers_without_scripts(new_page, axe, questions):
    page = new_page(width=360, javascript=False)
    page.goto("/volunteer/apply/")
    axe(page)
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("I agree").check()
    page.get_by_role("button", name="Check your answers").click()

    error = page.get_by_role("link", name="Please answer this question: Do you drive?")
    expect(error).to_be_visible()
    page.errors.clear()  # the browser tells of the status 422
    axe(page)
    drives = page.get_by_role("group", name="Do you drive?")
    drives.get_by_label("Yes").check()
    page.get_by_role("group", name="Which size?").get_by_label("Large").check()
    page.get_by_role("group", name="Which sizes fit?").get_by_label("Small").check()
    page.get_by_label("From when on?").fill("2027-03-05")
    page.get_by_label("What do you cook?").fill("Soup\nBread")
    page.get_by_role("button", name="Check your answers").click()
    axe(page)
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you: your offer has arrived").wait_for()

    answers = [answer.words for answer in Answer.objects.all()]
    assert answers == ["Yes", "Large", "Small", "5 March 2027", "Soup\nBread"]


def test_officer_adds_a_question_and_reads_its_answers(officer_page, axe):
    page = officer_page
    page.goto("/admin/volunteers/question/add/")
    axe(page)
    page.locator("#id_label_0").fill("Have you any allergies?")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator(".messagelist .warning")).to_contain_text("allergies")
    assert str(Question.objects.get()) == "Have you any allergies?"
