"""An officer presses Enter, is signed out while writing, or writes what a colleague writes."""

import pytest
from django.urls import reverse

from cities.models import City
from tests.browser.officers_window import PASSWORD, press_save, save, sign_in, text_in
from tests.factories.city import CityFactory
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory

RICH = (
    "<h2>Choirs</h2><p>They <strong>sing</strong>, <em>dance</em> &amp; "
    '<a href="https://example.org/?a=1&amp;b=2">write</a>; <span lang="de">schön</span>.</p>'
    "<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul><ol><li>A</li></ol>"
    "<blockquote><p>“Quoted”</p></blockquote>"
    '<table><caption>Years</caption><thead><tr><th scope="col">Year</th></tr></thead>'
    "<tbody><tr><td>1947</td></tr></tbody></table><p>Line<br>break, H<sub>2</sub>O</p>"
)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def officer_page(request, new_page, council):
    page = new_page(javascript=request.param)
    sign_in(page)
    return page


def change(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def test_enter_saves_a_draft_and_stays(officer_page):
    city = CityFactory(draft=True)
    officer_page.goto(change(city))

    officer_page.locator("#id_name_0").fill("Bonn on the Rhine")
    officer_page.locator("#id_name_0").press("Enter")
    officer_page.locator(".messagelist .success").wait_for()

    city.refresh_from_db()
    assert officer_page.url.endswith(change(city))
    assert (str(city.name), city.publishing_state) == ("Bonn on the Rhine", "draft")


@pytest.mark.parametrize("factory", [CityFactory, EventFactory])
def test_enter_saves_a_draft_beside_a_live_page(officer_page, factory):
    row = factory()
    name = "title" if factory is EventFactory else "name"
    before = str(getattr(row, name))
    officer_page.goto(change(row))

    officer_page.locator(f"#id_{name}_0").fill("Half a")
    officer_page.locator(f"#id_{name}_0").press("Enter")
    officer_page.locator(".messagelist .success").wait_for()

    row.refresh_from_db()
    assert str(getattr(row, name)) == before
    assert officer_page.locator(f"#id_{name}_0").input_value() == "Half a"
    assert officer_page.get_by_text("Readers still see it as it was").is_visible()


def test_signed_out_officer_goes_on_writing(officer_page, django_user_model, axe):
    city = CityFactory(draft=True)
    page = officer_page
    officer = django_user_model.objects.get(is_staff=True)
    page.goto(change(city))
    page.locator("#id_name_0").fill("“Bonn” & <Rhine>")

    page.context.clear_cookies(name="sessionid")
    press_save(page)
    page.get_by_text("What you typed is still here.").wait_for()
    axe(page)
    page.errors.clear()  # the status 403, and the style that axe puts into the page
    page.get_by_label("Username").fill(officer.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="Show the form").click()
    page.get_by_text("It has not been saved yet.").wait_for()

    assert page.locator("#id_name_0").input_value() == "“Bonn” & <Rhine>"
    assert str(City.objects.get().name) != "“Bonn” & <Rhine>"
    save(page)
    assert str(City.objects.get().name) == "“Bonn” & <Rhine>"


def test_text_that_the_editor_laid_out_anew_is_unchanged(new_page, council):
    picture = PictureFactory()
    city = CityFactory(body=f'{RICH}<figure data-picture="{picture.pk}"></figure><p>End</p>')
    before = City.objects.values().get()
    page = new_page()
    sign_in(page)
    page.goto(change(city))
    text_in(page).get_by_text("Choirs").wait_for()

    press_save(page)
    page.get_by_text("Nothing was changed.").wait_for()

    assert City.objects.values().get() == before


def test_what_both_wrote_is_shown(new_page, council, axe):
    city = CityFactory(name="Bonn")
    page = new_page(width=360)
    sign_in(page)
    page.goto(change(city))
    City.objects.filter(pk=city.pk).update(name="Bonn of Ada")

    page.locator("#id_name_0").fill("My Bonn")
    press_save(page)
    page.get_by_role("cell", name="Bonn of Ada").wait_for()
    axe(page)
    page.errors.clear()  # the style that axe puts into the page
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    save(page)

    city.refresh_from_db()
    assert str(city.name) == "My Bonn"
