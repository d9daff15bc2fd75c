"""An old state comes back through the form."""

import json

import pytest

from content.versions.readable import readable
from content.versions.recording import keep_version
from content.versions.snapshot import parts_of, snapshot
from tests.admin_forms import form_data, save
from tests.content.versions.things import THINGS, address
from tests.factories.city import CityFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.page import PageFactory

pytestmark = pytest.mark.django_db


def restored_form(client, thing, version: int, *names: str):
    """Open the form of `thing` with what a version has in some fields or parts."""
    response = client.post(address(thing, "restore"), {"version": version, "name": names})
    assert "It has not been saved yet." in response.content.decode()
    return form_data(response)


@pytest.mark.parametrize("make", THINGS)
def test_all_of_an_old_version_is_restored_by_the_form(make, council, officer_client):
    thing = make()
    keep_version(thing, None)
    before = readable_state(thing)
    names = [field.name for field in (*thing._meta.fields, *thing._meta.many_to_many)]
    for part in parts_of(thing):
        part.delete()
    for field in thing._meta.many_to_many:
        getattr(thing, field.name).clear()
    save(officer_client, address(thing, "change"), **{changed_input(thing): "Something else"})
    assert readable_state(thing) != before

    data = restored_form(officer_client, thing, 1, *names, *thing.parts)
    officer_client.post(address(thing, "change"), data | {"_save": "on"})

    assert readable_state(thing) == before


def changed_input(thing) -> str:
    return "title_0" if hasattr(thing, "title") else "name_0"


def readable_state(thing) -> list:
    """Return what people read of a row and of its parts, whatever their keys are.

    Positions are counted anew with each save; the rows are in their order. A file that comes back
    is a copy with a name of its own.
    """
    rows = json.loads(snapshot([type(thing).objects.get(pk=thing.pk), *parts_of(thing)]))["rows"]
    return [
        (
            row["model"],
            row["fields"].get("sha256"),
            [field for field in readable(row) if field[0] not in {"position", "file"}],
        )
        for row in rows
    ]


def test_one_field_is_restored_and_the_others_stay(council, officer_client):
    page = PageFactory(title="Visits", summary="Short", body="<p>Old</p>")
    save(officer_client, address(page, "change"), title_0="Hosts", body_0="<p>New</p>")

    data = restored_form(officer_client, page, 1, "body")
    page.refresh_from_db()
    assert str(page.body) == "<p>New</p>"
    officer_client.post(address(page, "change"), data | {"_save": "on"})

    page.refresh_from_db()
    assert (str(page.title), str(page.body)) == ("Hosts", "<p>Old</p>")


def test_part_that_is_newer_than_the_version_is_marked_for_deletion(council, officer_client):
    city = CityFactory()
    kept = MilestoneFactory(city=city)
    keep_version(city, None)
    MilestoneFactory(city=city)

    data = restored_form(officer_client, city, 1, "milestones")
    officer_client.post(address(city, "change"), data | {"_save": "on"})

    assert list(city.milestones.all()) == [kept]


def test_version_of_another_page_is_not_restored(council, officer_client):
    page, other = PageFactory(), PageFactory()
    save(officer_client, address(other, "change"), title_0="Other")
    response = officer_client.post(address(page, "restore"), {"version": 1, "name": "title"})

    assert response.status_code == 404


def test_version_that_the_site_cannot_read_any_more_is_refused(council, officer_client):
    page = PageFactory(title="Visits")
    version = keep_version(page, None)
    version.state = version.state.replace('"published_at": "', '"published_at": "the day of ')
    version.save()

    response = officer_client.post(
        address(page, "restore"), {"version": 1, "name": "title"}, follow=True
    )

    assert "something that the site does not take any more" in response.content.decode()
