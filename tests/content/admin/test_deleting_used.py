"""A picture or document that is used is deleted with a warning, and comes back everywhere."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from content.models import Council, Document, Picture, Version
from events.models import EventPhoto
from tests.content.versions.things import restore_address, tables
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory, EventPhotoFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db


def delete_address(row) -> str:
    return reverse(f"admin:content_{row._meta.model_name}_delete", args=[row.pk])


def delete(client, row):
    return client.post(delete_address(row), {"post": "yes"})


def used_everywhere() -> Picture:
    picture = PictureFactory()
    CityFactory(picture=picture, picture_is_decorative=True)
    CityFactory(picture=picture, body=f'<figure data-picture="{picture.pk}"></figure>')
    CouncilFactory(picture=picture, logo=picture)
    ArticleFactory(picture=picture)
    EventPhotoFactory(picture=picture, event=EventFactory())
    return picture


def test_pages_that_lose_it_are_named_with_what_is_on_the_web(officer_client):
    picture = PictureFactory()
    live = CityFactory(name="Bonn", picture=picture)
    draft = CityFactory(name="Leiden", draft=True, picture=picture)
    event = EventPhotoFactory(picture=picture, event=EventFactory()).event

    page = officer_client.get(delete_address(picture)).text

    assert f'on the web: <a href="{live.get_absolute_url()}"' in page
    assert f'on the web: <a href="{event.get_absolute_url()}"' in page
    assert reverse("admin:cities_city_change", args=[draft.pk]) in page
    assert draft.get_absolute_url() not in page


def test_used_picture_goes_and_comes_back_in_all_places(officer_client):
    picture = used_everywhere()
    before, council = tables(), Council.objects.values().get()

    delete(officer_client, picture)
    assert not Picture.objects.exists()
    assert not EventPhoto.objects.exists()
    assert Council.objects.get().logo is None

    officer_client.post(restore_address(picture))
    assert tables() == before
    assert Council.objects.values().get() == council


def test_pages_that_lose_a_picture_have_it_in_their_history(officer, officer_client):
    picture = PictureFactory(alt="A bridge")
    city = CityFactory(picture=picture)
    photo = EventPhotoFactory(picture=picture, event=EventFactory())
    article = ArticleFactory(picture=picture)

    delete(officer_client, picture)

    for page in (city, photo.event, article.newsletter):
        after, before = Version.objects.of(page).order_by("-number")
        assert f'"picture": {picture.pk}' in before.state
        assert f'"picture": {picture.pk}' not in after.state
        assert (before.user, after.user) == (None, officer)
    assert [Version.objects.of(one).first().words for one in (city, article.newsletter)] == [
        "Changed picture.",
        f"Changed picture for article “{article}”.",
    ]
    assert Version.objects.of(photo.event).first().words == "Deleted photo “A bridge”."


def test_used_document_goes_and_comes_back_in_all_places(officer_client):
    document = DocumentFactory()
    LinkGroupFactory(documents=[document])
    NewsletterFactory(document=document)
    EventFactory(poster=document)
    CityFactory().milestones.create(title="Signing", year=1947, document=document)
    before = tables()

    delete(officer_client, document)
    assert not Document.objects.exists()

    officer_client.post(restore_address(document))
    assert tables() == before


def test_who_has_chosen_another_picture_meanwhile_keeps_that(officer_client):
    picture, other = PictureFactory(), PictureFactory()
    city = CityFactory(picture=picture, picture_is_decorative=True)
    delete(officer_client, picture)
    type(city).objects.update(picture=other)

    officer_client.post(restore_address(picture))

    city.refresh_from_db()
    assert (city.picture, city.picture_is_decorative) == (other, False)


def test_nobody_takes_it_from_pages_that_they_may_not_change():
    picture, client, librarian = PictureFactory(), Client(), OfficerFactory(groups=[])
    city = CityFactory(picture=picture)
    names = ["delete_picture", "view_picture", "view_city"]
    librarian.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(librarian)

    page = client.get(delete_address(picture)).text
    assert "you may not change or publish all of them" in page
    assert reverse("admin:cities_city_change", args=[city.pk]) in page

    delete(client, picture)
    assert Picture.objects.exists()


def test_who_may_change_but_not_publish_takes_it_from_drafts_alone():
    picture, client, editor = PictureFactory(), Client(), OfficerFactory(groups=[])
    CityFactory(picture=picture, draft=True)
    live = CityFactory(picture=picture)
    names = ["delete_picture", "view_picture", "change_city"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)

    delete(client, picture)
    assert Picture.objects.exists()

    live.delete()
    delete(client, picture)
    assert not Picture.objects.exists()
