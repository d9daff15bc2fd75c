"""Slips that the forms of cities refuse."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from cities.models import City
from tests.admin_forms import errors_of, form_data, save
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import NewsletterFactory

IMPLAUSIBLE = [0, 76, 799, 2201, 20000]
SPACES = "  \u00a0\t"


def change(city) -> str:
    return reverse("admin:cities_city_change", args=[city.pk])


@pytest.mark.parametrize("year", IMPLAUSIBLE)
def test_a_link_since_an_implausible_year_is_refused(officer_client, year):
    response = save(officer_client, change(CityFactory()), since_year=str(year))

    assert list(errors_of(response)) == ["since_year"]


@pytest.mark.parametrize("year", ["", "800", "1947", "2200"])
def test_a_link_since_a_plausible_year_is_taken(officer_client, year):
    city = CityFactory()

    save(officer_client, change(city), since_year=year)

    city.refresh_from_db()
    assert str(city.since_year or "") == year


@pytest.mark.parametrize("year", IMPLAUSIBLE)
def test_a_milestone_in_an_implausible_year_is_refused(officer_client, year):
    city = CityFactory()
    data = form_data(officer_client.get(change(city))) | {
        "milestones-TOTAL_FORMS": "1",
        "milestones-0-kind": "signing",
        "milestones-0-year": str(year),
        "milestones-0-title_0": "The two mayors sign",
    }

    officer_client.post(change(city), data)

    assert not city.milestones.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("year", IMPLAUSIBLE)
@pytest.mark.parametrize(
    ("factory", "field"),
    [(CityFactory, "since_year"), (MilestoneFactory, "year"), (NewsletterFactory, "year")],
)
def test_the_database_refuses_implausible_years(factory, field, year):
    with pytest.raises(IntegrityError):
        factory(**{field: year})


@pytest.mark.parametrize("status", ["suspended", "ended"])
def test_spaces_are_no_reason(officer_client, status):
    spaces = {"status_reason_0": SPACES, "status_reason_1": " "}

    response = save(officer_client, change(CityFactory()), status=status, **spaces)

    assert errors_of(response) == {"status_reason": ["Say why the link is suspended or has ended."]}
    assert City.objects.get().status == "active"


@pytest.mark.django_db
@pytest.mark.parametrize("reason", [SPACES, {"en": SPACES, "de": ""}])
def test_spaces_are_no_reason_for_the_model_either(reason):
    city = CityFactory(status="ended", status_reason="War.")
    city.status_reason = reason

    with pytest.raises(ValidationError, match="Say why the link is suspended or has ended."):
        city.full_clean()


def test_a_reason_in_one_language_is_enough(officer_client):
    city = CityFactory()

    save(
        officer_client,
        change(city),
        status="ended",
        status_reason_0=SPACES,
        status_reason_1="Krieg.",
    )

    assert City.objects.get().status_reason.data == {"de": "Krieg."}


def test_spaces_are_no_name(officer_client):
    response = save(officer_client, change(CityFactory()), name_0=SPACES, name_1="")

    assert list(errors_of(response)) == ["name"]
