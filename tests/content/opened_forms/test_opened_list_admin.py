"""Positions that are changed in a list, by two people."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry

from content.models import Theme
from content.opened_forms.opened_list_admin import OpenedListAdmin
from tests.factories.page import PageFactory
from tests.factories.theme import ThemeFactory
from twinning_site.pages.models import Page

pytestmark = pytest.mark.django_db

LIST = "/admin/content/theme/"


def opened(client) -> dict[str, str]:
    """What the list would send if nothing were changed."""
    form = client.get(LIST).text.partition('id="changelist-form"')[2].partition("</form>")[0]
    found = re.findall(r'<input type="(?:hidden|number)" name="([\w-]+)" value="([^"]*)"', form)
    return dict(found) | {"_save": "Save"}


def position_of(data: dict[str, str], theme) -> str:
    (place,) = [
        name for name, value in data.items() if name.endswith("-id") and value == str(theme.pk)
    ]
    return place.replace("-id", "-position")


def positions() -> dict[str, int]:
    return {str(theme.name): theme.position for theme in Theme.objects.all()}


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_every_list_is_guarded(model):
    assert isinstance(admin.site._registry[model], OpenedListAdmin)


def test_what_only_a_colleague_changed_stays(officer_client):
    music, art = ThemeFactory(name="Music", position=1), ThemeFactory(name="Art", position=2)
    data = opened(officer_client)
    Theme.objects.filter(pk=music.pk).update(position=7)

    answer = officer_client.post(LIST, data | {position_of(data, art): "5"})

    assert answer.status_code == 302
    assert positions() == {"Music": 7, "Art": 5}
    assert LogEntry.objects.get().object_repr == "Art"


def test_what_both_changed_is_asked_about_once(officer_client):
    music = ThemeFactory(name="Music", position=1)
    data = opened(officer_client)
    Theme.objects.filter(pk=music.pk).update(position=7)

    refused = officer_client.post(LIST, data | {position_of(data, music): "5"})
    assert "since you opened the list: Theme “Music”: Position: 7." in refused.text
    assert positions() == {"Music": 7}
    stamp = re.search(r'name="list_stamp" value="([^"]+)"', refused.text)[1]
    again = {position_of(data, music): "5", "list_stamp": stamp}
    assert officer_client.post(LIST, data | again).status_code == 302

    assert positions() == {"Music": 5}


def test_enter_in_a_list_does_nothing_with_the_ticked_rows(officer_client):
    PageFactory(draft=True)

    page = officer_client.get("/admin/pages/page/").text

    form = page.partition('id="changelist-form"')[2]
    assert (
        re.search(r"<(input|button)[^>]*submit[^>]*>", form)[0]
        == '<input type="submit" hidden disabled>'
    )
    assert not Page.objects.published().exists()


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_no_more(officer_client, django_assert_num_queries, number):
    ThemeFactory.create_batch(number)
    officer_client.get(LIST)

    with django_assert_num_queries(8):
        officer_client.get(LIST)
