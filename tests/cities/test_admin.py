"""An officer's work, shown with cities; other published things share its base."""

from datetime import timedelta

import pytest
from django.contrib.redirects.models import Redirect
from django.urls import reverse
from django.utils import timezone

from cities.models import City
from tests.admin_forms import errors_of, form_data, save
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.theme import ThemeFactory

ADD = "/admin/cities/city/add/"
LIST = "/admin/cities/city/"
NEW = {
    "name_0": "León",
    "country": "NI",
    "kind": "twin_city",
    "summary_0": "Poets and volcanoes.",
    "latitude": "12.43787",
    "longitude": "-86.87804",
    "time_zone": "America/Managua",
}


def change(city) -> str:
    return reverse("admin:cities_city_change", args=[city.pk])


def test_an_officer_writes_a_city_as_a_draft(officer_client, officer):
    response = save(
        officer_client, ADD, **NEW, body_0="<h2>Poets</h2><p onclick='x()'>Rubén Darío</p>"
    )

    city = City.objects.get()
    assert response.url == LIST
    assert (str(city.name), city.slug) == ("León", "leon")
    assert str(city.body) == "<h2>Poets</h2><p>Rubén Darío</p>"
    assert city.publishing_state == "draft"
    assert city.author == officer


def test_a_city_without_a_name_is_refused(officer_client):
    response = save(officer_client, ADD, **NEW | {"name_0": "", "slug": "x"})

    assert "name" in errors_of(response)
    assert not City.objects.exists()


def test_one_language_is_enough(officer_client):
    save(officer_client, ADD, **NEW | {"name_0": "", "name_1": "Köln", "slug": "koeln"})

    assert City.objects.get().name.data == {"de": "Köln"}


def test_a_short_name_that_is_taken_gets_a_number(officer_client):
    CityFactory(slug="leon")

    save(officer_client, ADD, **NEW)

    assert City.objects.filter(slug="leon-2").exists()


def test_publishing_is_one_button(officer_client):
    city = CityFactory(draft=True)

    save(officer_client, change(city), "_publish")

    assert City.objects.published().get() == city


def test_what_was_taken_down_is_published_again(officer_client):
    city = CityFactory(expired=True)

    save(officer_client, change(city), "_publish")

    assert City.objects.published().get() == city


def test_a_date_to_come_makes_it_appear_later(officer_client):
    city = CityFactory(draft=True)
    day = f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}"

    save(officer_client, change(city), published_at_0=day, published_at_1="09:00")

    city.refresh_from_db()
    assert city.publishing_state == "scheduled"
    assert f"{timezone.localtime(city.published_at):%d/%m/%Y %H:%M}" == f"{day} 09:00"


def test_it_cannot_be_taken_down_before_it_is_published(officer_client):
    city = CityFactory(draft=True)

    response = save(
        officer_client,
        change(city),
        published_at_0="01/06/2030",
        published_at_1="09:00",
        expires_at_0="01/05/2030",
        expires_at_1="09:00",
    )

    assert "It has to be taken down after it is published." in response.content.decode()


def test_a_correction_shows_on_the_page(officer_client):
    city = CityFactory(summary={"en": "Old words."})

    save(officer_client, change(city), summary_0="New words.")

    page = officer_client.get(city.get_absolute_url()).content.decode()
    assert "New words." in page
    assert "Old words." not in page


def test_saving_without_a_change_changes_no_text(officer_client):
    city = CityFactory(
        name={"en": "Bonn", "de": "Bonn am Rhein"},
        body={"en": '<p>a &amp; b</p><figure data-picture="1"></figure>', "de": "<p>ä</p>"},
    )
    city.refresh_from_db()
    before = (city.name.data, city.body.data, city.slug)

    save(officer_client, change(city))

    city.refresh_from_db()
    assert (city.name.data, city.body.data, city.slug) == before


def test_a_language_that_the_site_gave_up_is_kept(officer_client):
    city = CityFactory(name={"en": "Bonn", "fr": "Bonn-sur-Rhin"})

    save(officer_client, change(city), name_0="Bonn!")

    city.refresh_from_db()
    assert city.name.data["en"] == "Bonn!"
    assert city.name.data["fr"] == "Bonn-sur-Rhin"


def test_a_plain_text_is_edited_in_the_first_language(officer_client):
    city = CityFactory(name="Bonn")

    assert form_data(officer_client.get(change(city)))["name_0"] == ["Bonn"]


def test_a_moved_page_keeps_its_old_address(officer_client):
    city = CityFactory(slug="chemnitz-old")

    save(officer_client, change(city), slug="chemnitz")

    assert Redirect.objects.get(old_path="/cities/chemnitz-old/").new_path == "/cities/chemnitz/"
    assert officer_client.get("/cities/chemnitz-old/", follow=True).redirect_chain[-1][0] == (
        "/cities/chemnitz/"
    )


def test_a_copy_is_a_draft_with_an_address_of_its_own(officer_client):
    city = CityFactory(name="Bonn", slug="bonn")

    save(officer_client, change(city), "_saveasnew")

    copy = City.objects.exclude(pk=city.pk).get()
    assert copy.slug == "bonn-2"
    assert copy.publishing_state == "draft"


def test_deleting_says_what_goes_with_it(officer_client):
    city = CityFactory(name="Bonn")
    city.milestones.create(title="The signing", year=1947)
    address = reverse("admin:cities_city_delete", args=[city.pk])

    assert "The signing" in officer_client.get(address).content.decode()
    officer_client.post(address, {"post": "yes"})

    assert not City.objects.exists()


def test_deleting_does_not_list_what_only_ties_two_things(officer_client):
    city = CityFactory(name="Bonn")
    city.themes.add(ThemeFactory(name="Music"))
    LinkGroupFactory(name="Bonn Link").cities.add(city)
    city.milestones.create(title="The signing", year=1947)
    address = reverse("admin:cities_city_delete", args=[city.pk])
    marked = {"action": "delete_selected", "_selected_action": [city.pk]}

    for response in (officer_client.get(address), officer_client.post(LIST, marked)):
        page = response.content.decode()
        assert "The signing" in page
        assert "Milestones: 1" in page
        assert "relationship" not in page
        assert "object (" not in page


def test_decoration_needs_a_picture(officer_client):
    response = save(officer_client, change(CityFactory()), picture_is_decorative="on")

    assert errors_of(response) == {"picture_is_decorative": ["Choose the picture first."]}


def test_milestones_are_written_with_the_city(officer_client):
    city = CityFactory()
    data = form_data(officer_client.get(change(city))) | {
        "milestones-TOTAL_FORMS": "1",
        "milestones-0-kind": "signing",
        "milestones-0-year": "1947",
        "milestones-0-title_0": "The two mayors sign",
    }

    officer_client.post(change(city), data)

    assert str(city.milestones.get().title) == "The two mayors sign"


def test_the_form_leads_to_the_page(officer_client):
    city = CityFactory(slug="bonn")

    html = officer_client.get(change(city)).text

    assert '<a href="/cities/bonn/" class="viewsitelink">See the page</a>' in html


@pytest.mark.parametrize("state", ["draft", "live"])
def test_the_form_leads_to_a_preview(officer_client, state):
    city = CityFactory(draft=state == "draft")
    preview = reverse("admin:cities_city_preview", args=[city.pk])

    assert f'href="{preview}"' in officer_client.get(change(city)).text
    assert officer_client.get(preview).status_code == 200


def test_the_page_leads_to_the_form(officer_client):
    city = CityFactory()

    assert f'href="{change(city)}"' in officer_client.get(city.get_absolute_url()).content.decode()


def test_only_pages_with_the_editor_have_its_policy(officer_client):
    form = officer_client.get(ADD).headers["Content-Security-Policy"]
    strict = officer_client.get(LIST).headers["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in form
    assert "unsafe-eval" not in form
    assert "unsafe" not in strict
    assert (
        "unsafe"
        not in officer_client.get("/admin/content/picture/add/").headers["Content-Security-Policy"]
    )


def test_an_address_without_a_scheme_is_taken_for_https(officer_client):
    city = CityFactory()
    data = form_data(officer_client.get(change(city))) | {
        "web_links-TOTAL_FORMS": "1",
        "web_links-0-title_0": "Its own site",
        "web_links-0-url": "bonn.example.org",
        "web_links-0-position": "0",
    }

    officer_client.post(change(city), data)

    assert city.web_links.get().url == "https://bonn.example.org"
