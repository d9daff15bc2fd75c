"""What tasks with people cost, counted as in `test_tasks_of_writing.py`."""

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


def test_five_applications_contacted(counted, five, compare_cost):
    counted.goto("/admin/")
    counted.follow("Answer offers to help")
    counted.click("#choose-all")
    counted.click(counted.page.locator("[name=several][value=contacted]"))
    counted.page.locator(".messagelist .success").wait_for()
    assert states() == ["contacted"] * 5
    compare_cost("8 five applications: contacted", counted.cost)


def test_five_applications_passed_on(counted, five, compare_cost):
    counted.goto("/admin/")
    counted.follow("Answer offers to help")
    counted.click("#choose-all")
    counted.click(counted.page.locator("[name=several][value=passed]"))
    counted.page.locator(".messagelist .success").wait_for()
    assert states() == ["passed"] * 5
    compare_cost("8 five applications: passed on", counted.cost)


def test_five_applications_exported(counted, five, compare_cost):
    counted.goto("/admin/")
    counted.follow("Answer offers to help")
    with counted.page.expect_download():
        counted.click(counted.page.locator("[name=file][value=csv]"))
    compare_cost("8 five applications: exported", counted.cost)


def test_application_declined_with_a_letter(counted, five, compare_cost):
    counted.goto("/admin/")
    counted.follow("Answer offers to help")
    counted.click(counted.page.get_by_role("link", name="Decline…").first)
    counted.fill(counted.page.locator("textarea:visible").last, "Thank you for your offer.")
    counted.press("Enter this state")
    counted.page.locator(".messagelist .success").wait_for()
    assert states().count("declined") == 1
    compare_cost("8 five applications: declined with a letter", counted.cost)


def test_colleague_for_one_group_only(counted, compare_cost, django_user_model):
    django_user_model.objects.update(is_superuser=True)
    LinkGroupFactory(name="Choir")
    counted.goto("/admin/")
    counted.click(counted.page.locator("a[href$='/invitation/add/']").last)
    counted.fill("#id_email", "writer@example.org")
    counted.click(counted.page.locator("#id_role label", has_text="Writer:"))
    counted.click(counted.page.locator(".field-groups .select2-selection"))
    counted.click(counted.page.get_by_role("option", name="Choir"))
    counted.click(counted.page.locator("#content-main [type=submit]:visible").first)
    counted.page.locator(".messagelist .success").wait_for()
    compare_cost("10 a colleague for one group only", counted.cost)


def test_two_applications_of_one_person_merged(counted, council, compare_cost):
    for _number in range(2):
        ApplicationFactory(name="Ann Lee", email="ann@example.org")
    counted.goto("/admin/")
    counted.follow("Ann Lee")
    counted.follow("merge into this one")
    counted.press("Merge")
    counted.page.locator(".messagelist .success").wait_for()
    compare_cost("8 two applications merged", counted.cost)
