"""Pictures and documents know where they are used, and are not deleted from there."""

import pytest
from django.urls import reverse

from content.admin.where_used import where_used
from content.models import Picture
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db


def figure(picture) -> dict:
    return {"de": f'<p>a</p><figure data-picture="{picture.pk}"></figure>'}


def test_a_picture_is_used_where_it_leads_and_where_it_stands_in_a_text():
    picture = PictureFactory()
    city = CityFactory(picture=picture)
    page = PageFactory(body=figure(picture))
    article = ArticleFactory(body=figure(picture))
    council = CouncilFactory(logo=picture)
    CityFactory(body=figure(PictureFactory()))

    assert {str(row) for row in where_used(picture)} == {
        str(city), str(page), str(article), str(council)
    }  # fmt: skip


def test_picture_1_is_not_picture_11():
    one = PictureFactory(pk=1)
    PageFactory(body=figure(PictureFactory(pk=11)))

    assert where_used(one) == []


def test_a_document_is_used_through_every_kind_of_column():
    document = DocumentFactory()
    group = LinkGroupFactory(documents=[document])
    issue = NewsletterFactory(document=document)
    event = EventFactory(poster=document)
    city = CityFactory()
    milestone = city.milestones.create(title="Signing", year=1947, document=document)

    assert set(where_used(document)) == {group, issue, event, milestone}


def test_the_form_of_a_picture_leads_to_where_it_is_used(officer_client):
    picture = PictureFactory()
    city = CityFactory(name="Bonn", picture=picture)
    article = ArticleFactory(body=figure(picture))

    html = officer_client.get(
        reverse("admin:content_picture_change", args=[picture.pk])
    ).content.decode()

    assert f'<a href="{reverse("admin:cities_city_change", args=[city.pk])}">City: Bonn</a>' in html
    issue = reverse("admin:links_newsletter_change", args=[article.newsletter_id])
    assert f'<a href="{issue}">Article: {article}</a>' in html


def test_the_form_of_a_new_picture_says_nowhere(officer_client):
    address = reverse("admin:content_picture_change", args=[PictureFactory().pk])

    assert "Nowhere yet." in officer_client.get(address).content.decode()


def test_pictures_in_use_are_not_deleted_from_the_list_either(officer_client):
    picture, other = PictureFactory(), PictureFactory()
    CityFactory(body=figure(picture))
    data = {"action": "delete_selected", "_selected_action": [picture.pk, other.pk], "post": "yes"}

    officer_client.post("/admin/content/picture/", data)

    assert Picture.objects.count() == 2


def test_an_unused_picture_is_deleted(officer_client):
    picture = PictureFactory()

    officer_client.post(reverse("admin:content_picture_delete", args=[picture.pk]), {"post": "yes"})

    assert not Picture.objects.exists()
