"""What all kinds share, shown with those of links."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils.translation import override

from cities.models import City, LinkKind
from content.models import DocumentKind, all_kinds
from tests.factories.city import CityFactory
from tests.factories.kinds import DocumentKindFactory, LinkKindFactory

pytestmark = pytest.mark.django_db


def test_kinds_that_come_with_the_site_are_there_in_order():
    assert [kind.pk for kind in all_kinds(LinkKind)] == [*LinkKind.names]
    assert LinkKind.objects.get(pk="friendship").shape == "ring"


def test_migrate_brings_back_what_is_gone_and_changes_nothing():
    LinkKind.objects.filter(pk="project").delete()
    LinkKind.objects.filter(pk="friendship").update(shape="star")

    call_command("migrate", verbosity=0)

    assert LinkKind.objects.filter(pk="project").exists()
    assert LinkKind.objects.get(pk="friendship").shape == "star"


@pytest.mark.parametrize(
    ("own", "language", "shown"),
    [
        ({}, "en", "twin city"),
        ({}, "de", "Partnerstadt"),
        ({"en": "sister city"}, "en", "sister city"),
        ({"en": "sister city"}, "de", "Partnerstadt"),
        ({"de": "Schwesterstadt"}, "en", "twin city"),
        ("sister city", "de", "sister city"),
    ],
)
def test_a_name_that_nobody_wrote_is_that_of_the_interface(own, language, shown):
    LinkKind.objects.filter(pk="twin_city").update(name=own)

    with override(language):
        assert str(LinkKind.objects.get(pk="twin_city")) == shown


def test_an_own_kind_falls_back_to_another_language():
    kind = LinkKindFactory(name={"de": "Klimapartnerschaft"})

    with override("en"):
        assert str(kind) == "Klimapartnerschaft"


def test_an_own_kind_needs_a_name():
    with pytest.raises(ValidationError, match="needs a name"):
        LinkKind(slug="own").full_clean()
    LinkKind.shipped("twin_city").clean()


def test_a_row_takes_a_kind_or_its_key():
    city = CityFactory(kind="friendship")
    assert city.kind == LinkKind.objects.get(pk="friendship")

    city.kind = "project"
    assert city.kind.shape == "square"

    city.kind = LinkKind.objects.get(pk="district")
    assert city.kind_id == "district"


def test_the_database_knows_all_kinds():
    city = CityFactory()

    with pytest.raises(IntegrityError):
        _store(City.objects.filter(pk=city.pk), "nonsense")


@transaction.atomic
def _store(rows, kind):
    rows.update(kind=kind)
    connection.check_constraints()


def test_what_is_used_or_comes_with_the_site_stays():
    own = LinkKindFactory()
    city = CityFactory(kind=own)

    with pytest.raises(ProtectedError):
        own.delete()
    with pytest.raises(ProtectedError):
        LinkKind.objects.get(pk="solidarity").delete()
    city.delete()
    own.delete()


@pytest.mark.parametrize(
    ("offered", "kind"), [(True, "song"), (False, "newsletter")], ids=["offered", "not offered"]
)
def test_issues_get_the_first_kind_for_them_that_is_offered(offered, kind):
    DocumentKindFactory(slug="song", position=1, is_for_issues=True, is_offered=offered)

    assert DocumentKind.of_issues() == kind
