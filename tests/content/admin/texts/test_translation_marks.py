"""Marks of translations in forms and lists of the admin."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from content.models import OutdatedTranslation
from tests.admin_forms import save
from tests.factories.city import CityFactory
from tests.factories.newsletter import ArticleFactory

pytestmark = pytest.mark.django_db
OLDER = "older than the original</span>"


@pytest.fixture
def city():
    city = CityFactory(
        draft=True, name={"en": "Cologne", "de": "Köln"}, summary={"en": "Old", "de": "Alt"}
    )
    city.summary = {"en": "New", "de": "Alt"}
    city.save()
    return city


def address(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def test_a_form_marks_what_is_older_and_what_is_missing(officer_client, city):
    page = officer_client.get(address(city)).content.decode()

    assert page.count(OLDER) == 1

    city.summary = {"en": "New", "de": ""}
    city.save()
    page = officer_client.get(address(city)).content.decode()
    assert OLDER not in page
    assert page.count('<span class="languages__mark">missing</span>') == 1


def test_rows_below_a_form_are_marked(officer_client):
    issue = ArticleFactory(title={"en": "One", "de": "Eins"}).newsletter
    for article in issue.articles.all():
        article.title = {"en": "Two", "de": "Eins"}
        article.save()

    assert officer_client.get(address(issue)).content.decode().count(OLDER) == 1


def test_an_officer_calls_a_translation_still_right(officer_client, city):
    mark = OutdatedTranslation.objects.get()

    save(officer_client, address(city), still_right=str(mark.pk))

    assert not OutdatedTranslation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_mark_of_a_live_page_is_taken_away_though_only_a_draft_is_saved(officer_client):
    city = CityFactory(summary={"en": "Old", "de": "Alt"})
    city.summary = {"en": "New", "de": "Alt"}
    city.save()
    mark = OutdatedTranslation.objects.get()

    save(officer_client, address(city), "_save_draft", name_0="Bonn", still_right=str(mark.pk))

    assert not OutdatedTranslation.objects.exists()


@pytest.mark.parametrize("sent", ["x", "-1", "9" * 30, "²"])
def test_what_is_no_key_changes_nothing(officer_client, city, sent):
    assert save(officer_client, address(city), still_right=sent).status_code == 302
    assert OutdatedTranslation.objects.exists()


def test_marks_of_other_rows_stay(officer_client, city):
    mark = OutdatedTranslation.objects.get()

    save(officer_client, address(CityFactory(draft=True)), still_right=str(mark.pk))

    assert OutdatedTranslation.objects.exists()


def test_who_may_not_change_the_row_calls_nothing_right(client, django_user_model, city):
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_city"))
    client.force_login(reader)
    mark = OutdatedTranslation.objects.get()

    client.post(address(city), {"still_right": mark.pk})

    assert OutdatedTranslation.objects.exists()


@pytest.mark.parametrize(
    ("choice", "found"), [("outdated-de", 1), ("missing-de", 1), ("missing-xx", 2), ("x", 2)]
)
def test_a_list_keeps_what_is_missing_or_outdated(officer_client, city, choice, found):
    CityFactory(name="Only English")

    page = officer_client.get(reverse("admin:cities_city_changelist") + f"?translation={choice}")

    assert page.context["cl"].result_count == found
