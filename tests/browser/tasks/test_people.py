"""What tasks with people cost, counted as in `test_writing.py`."""

import pytest

from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from volunteers.models import Application


@pytest.fixture
def five(council):
    group = LinkGroupFactory(name="Choir")
    group.cities.add(CityFactory(name="Bonn"))
    ContactFactory(group=group, receives_messages=True)
    made = [ApplicationFactory() for _number in range(5)]
    for application in made:
        application.cities.set(group.cities.all())
    return made


def states():
    return sorted(Application.objects.values_list("state", flat=True))


def test_five_applications_contacted(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    officer.click("#choose-all")
    officer.click(officer.page.locator("[name=several][value=contacted]"))
    officer.page.locator(".messagelist .success").wait_for()
    assert states() == ["contacted"] * 5
    compare("8 five applications: contacted", officer.cost)


def test_five_applications_passed_on(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    officer.click("#choose-all")
    officer.click(officer.page.locator("[name=several][value=passed]"))
    officer.page.locator(".messagelist .success").wait_for()
    assert states() == ["passed"] * 5
    compare("8 five applications: passed on", officer.cost)


def test_five_applications_exported(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    with officer.page.expect_download():
        officer.click(officer.page.locator("[name=file][value=csv]"))
    compare("8 five applications: exported", officer.cost)


def test_application_declined_with_a_letter(officer, five, compare):
    officer.goto("/admin/")
    officer.follow("Answer offers to help")
    officer.click(officer.page.get_by_role("link", name="Decline…").first)
    officer.fill(officer.page.locator("textarea:visible").last, "Thank you for your offer.")
    officer.press("Enter this state")
    officer.page.locator(".messagelist .success").wait_for()
    assert states().count("declined") == 1
    compare("8 five applications: declined with a letter", officer.cost)


def test_colleague_for_one_group_only(officer, compare, django_user_model):
    django_user_model.objects.update(is_superuser=True)
    LinkGroupFactory(name="Choir")
    officer.goto("/admin/")
    officer.click(officer.page.locator("a[href$='/invitation/add/']").last)
    officer.fill("#id_email", "writer@example.org")
    officer.click(officer.page.locator("#id_role label", has_text="Writer:"))
    officer.click(officer.page.locator(".field-groups .select2-selection"))
    officer.click(officer.page.get_by_role("option", name="Choir"))
    officer.click(officer.page.locator("#content-main [type=submit]:visible").first)
    officer.page.locator(".messagelist .success").wait_for()
    compare("10 a colleague for one group only", officer.cost)


def test_two_applications_of_one_person_merged(officer, council, compare):
    for _number in range(2):
        ApplicationFactory(name="Ann Lee", email="ann@example.org")
    officer.goto("/admin/")
    officer.follow("Ann Lee")
    officer.follow("merge into this one")
    officer.press("Merge")
    officer.page.locator(".messagelist .success").wait_for()
    compare("8 two applications merged", officer.cost)
