"""Pictures and documents know where they are used, and are not deleted from there."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from content.admin.where_used import in_drafts, versions_with, where_used
from content.models import Document, Draft, Picture
from content.versions.recording import keep_version
from content.versions.snapshot import snapshot
from content.web.link_targets import stable_address
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


@pytest.mark.parametrize("used_by", ["a column", "a text"])
def test_a_picture_in_use_is_not_deleted_and_the_page_says_why(officer_client, used_by):
    picture = PictureFactory()
    use = {"picture": picture} if used_by == "a column" else {"body": figure(picture)}
    city = CityFactory(name="Bonn", **use)
    address = reverse("admin:content_picture_delete", args=[picture.pk])

    page = officer_client.get(address).content.decode()
    officer_client.post(address, {"post": "yes"})

    assert reverse("admin:cities_city_change", args=[city.pk]) in page
    assert Picture.objects.filter(pk=picture.pk).exists()


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


@pytest.mark.parametrize(
    ("factory", "column"),
    [(NewsletterFactory, "document"), (EventFactory, "poster"), (LinkGroupFactory, "documents")],
)
def test_a_document_in_use_is_not_deleted_and_the_page_says_why(officer_client, factory, column):
    document = DocumentFactory()
    user = factory(**{column: [document] if column == "documents" else document})
    address = reverse("admin:content_document_delete", args=[document.pk])

    page = officer_client.get(address).content.decode()
    officer_client.post(address, {"post": "yes"})

    options = user._meta
    form = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[user.pk])
    assert page.count(form) == 1
    assert Document.objects.exists()


def link(row) -> dict:
    return {"de": f'<p>a <a href="{stable_address(row)}#part">b</a></p>'}


def test_a_page_is_used_where_texts_link_to_it():
    one, eleven = EventFactory(pk=1), EventFactory(pk=11)
    page, article = PageFactory(body=link(one)), ArticleFactory(body=link(one))
    PageFactory(body=link(eleven))

    assert set(where_used(one)) == {page, article}


@pytest.mark.parametrize("make", [PictureFactory, EventFactory])
def test_uses_in_drafts_and_versions_are_told_apart(make):
    used = make()
    text = figure(used) if make is PictureFactory else link(used)
    page = PageFactory()
    other = make()
    page.body = text
    state = snapshot([page])
    page.refresh_from_db()
    base = snapshot([page])
    Draft.objects.create(
        content_type=ContentType.objects.get_for_model(page),
        object_id=str(page.pk),
        state=state,
        base=base,
    )
    city = CityFactory(body=text)
    keep_version(city, None)
    keep_version(city, None)
    city.body = ""
    city.save()

    assert where_used(used) == []
    assert in_drafts(used) == [page]
    assert versions_with(used) == 2
    assert (in_drafts(other), versions_with(other)) == ([], 0)


def test_the_form_of_a_picture_tells_of_drafts_and_versions(officer_client):
    picture = PictureFactory()
    keep_version(CityFactory(body=figure(picture)), None)
    CityFactory._meta.model.objects.update(body="")

    html = officer_client.get(
        reverse("admin:content_picture_change", args=[picture.pk])
    ).content.decode()

    assert "Nowhere yet. It is also in 1 kept version." in html


def test_a_document_that_texts_link_to_is_not_deleted(officer_client):
    document = DocumentFactory()
    PageFactory(title="Forms", body=link(document))

    officer_client.post(
        reverse("admin:content_document_delete", args=[document.pk]), {"post": "yes"}
    )

    assert Document.objects.exists()


def test_who_deletes_a_page_is_told_which_links_become_words(officer_client):
    event = EventFactory()
    PageFactory(title="Forms", body=link(event))
    address = reverse("admin:events_event_delete", args=[event.pk])

    page = officer_client.get(address).content.decode()
    officer_client.post(address, {"post": "yes"})

    assert "Links to it become plain words in:" in page
    assert "Page: Forms</a>" in page
    assert not EventFactory._meta.model.objects.exists()


def test_who_takes_a_page_down_is_told_which_texts_link_to_it(officer_client):
    event = EventFactory()
    PageFactory(title="Forms", body=link(event))

    page = officer_client.get(reverse("admin:events_event_take_down", args=[event.pk]))

    assert "Page: Forms</a>" in page.content.decode()
