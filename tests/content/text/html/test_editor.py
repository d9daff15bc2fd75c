"""The editor offers what cleaning keeps, and the library gives it pictures."""

import json

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from content.text.html.anchors import TARGETS
from content.text.html.cleaning import ATTRIBUTES, TAGS, clean_html
from content.text.html.editor import TOOLBAR, UNWANTED, EditorWidget, allowed_content
from tests.factories.officer import OfficerFactory
from tests.factories.picture import PictureFactory

LIBRARY = "/admin/content/picture/library/"

# The elements that each button of the toolbar makes
ELEMENTS_OF_BUTTONS = {
    "Format": {"p", "h2", "h3", "h4"},
    "Bold": {"strong"},
    "Italic": {"em"},
    "BulletedList": {"ul", "li"},
    "NumberedList": {"ol", "li"},
    "Blockquote": {"blockquote"},
    "Link": {"a"},
    "Table": {"table", "caption", "thead", "tbody", "tr", "th", "td"},
    "LibraryPicture": {"figure"},
    "Language": {"span"},
}


def test_every_button_makes_what_cleaning_keeps():
    buttons = {button for group in TOOLBAR for button in group}
    without_html = {"Unlink", "RemoveFormat", "Undo", "Redo", "Maximize"}

    assert buttons == ELEMENTS_OF_BUTTONS.keys() | without_html
    assert set.union(*ELEMENTS_OF_BUTTONS.values()) <= TAGS


def test_the_editor_keeps_what_cleaning_keeps():
    rules = dict(rule.rstrip("]").partition("[")[::2] for rule in allowed_content().split(";"))

    assert rules.keys() == TAGS
    kept = {
        tag: {name.lstrip("!") for name in names.split(",")}
        for tag, names in rules.items()
        if names
    }
    # Links in the text lead to ids.
    assert kept == ATTRIBUTES | {tag: ATTRIBUTES.get(tag, set()) | {"id"} for tag in TARGETS}


def test_every_heading_on_offer_is_below_the_title_of_the_page():
    formats = EditorWidget().config["format_tags"].split(";")

    assert "h1" not in formats
    assert [clean_html(f"<{name}>a</{name}>") for name in formats] == [
        f"<{name}>a</{name}>" for name in formats
    ]


def test_the_editor_neither_uploads_nor_calls_home():
    config = EditorWidget().config

    assert not [key for key in config if "filebrowser" in key.lower() or "upload" in key.lower()]
    assert {"exportpdf", "filebrowser", "image", "scayt", "uploadimage", "wsc"} <= set(
        UNWANTED.split(",")
    )
    assert config["versionCheck"] is False
    for name in ("ckeditor_upload", "ckeditor_browse"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert "ckeditor" not in str(get_resolver().url_patterns)


def test_each_language_has_an_editor_with_a_name_of_its_own(officer_client):
    html = officer_client.get("/admin/cities/city/add/").content.decode()

    for number, (language, name) in enumerate([("en", "English"), ("de", "German")]):
        area = html.split(f'id="id_body_{number}"')[0].rsplit("<textarea", 1)[1]
        rest = html.split(f'id="id_body_{number}"')[1].split(">")[0]
        tag = area + rest
        assert f'lang="{language}"' in tag
        assert f'aria-label="Text ({name})"' in tag
        assert f"&quot;contentsLanguage&quot;: &quot;{language}&quot;" in tag


def test_the_library_lists_the_newest_first(officer_client):
    old, new = PictureFactory(alt="Old"), PictureFactory(alt="New", caption="Newer")

    answer = officer_client.get(LIBRARY).json()

    assert [(row["id"], row["title"]) for row in answer["pictures"]] == [
        (new.pk, "Newer"),
        (old.pk, "Old"),
    ]
    assert answer["next"] is None


@pytest.mark.parametrize("words", ["leon", "LEÓN", "león kathedrale", "nobody", "\0", "x" * 5000])
def test_the_library_is_searched_without_minding_accents(officer_client, words):
    PictureFactory(alt={"en": "Cathedral of León", "de": "Kathedrale"})
    PictureFactory(alt="A bridge")

    titles = [row["title"] for row in officer_client.get(LIBRARY, {"q": words}).json()["pictures"]]

    expected = {"nobody": 0, "x" * 5000: 0, "\0": 2}.get(words, 1)
    assert len(titles) == expected
    assert expected != 1 or titles == ["Cathedral of León"]


@pytest.mark.parametrize("page", ["2", "99", "0", "-1", "x", ""])
def test_the_library_comes_in_pages(officer_client, page):
    PictureFactory.create_batch(25)

    answer = officer_client.get(LIBRARY, {"page": page}).json()

    assert len(answer["pictures"]) == (1 if page in {"2", "99", "0", "-1"} else 24)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_library_costs_the_same_for_any_number(officer_client, django_assert_num_queries, rows):
    PictureFactory.create_batch(rows)

    # What kinds of rows there are is asked once a process.
    officer_client.get(LIBRARY)

    with django_assert_num_queries(6):
        officer_client.get(LIBRARY)


def test_a_preview_leads_to_a_small_picture(officer_client):
    picture = PictureFactory(file__width=900)

    response = officer_client.get(reverse("admin:content_picture_preview", args=[picture.pk]))

    assert response.url == picture.file.small_url
    assert "/320w." in response.url


def test_there_is_no_preview_of_what_is_gone(officer_client):
    assert (
        officer_client.get(reverse("admin:content_picture_preview", args=[999])).status_code == 404
    )


@pytest.mark.django_db
@pytest.mark.parametrize("address", [LIBRARY, "/admin/content/picture/1/preview/"])
def test_the_library_is_for_officers_who_may_see_it(officer_client, address):
    officer_client.force_login(OfficerFactory(groups=[]))
    assert officer_client.get(address).status_code == 403

    officer_client.logout()
    assert officer_client.get(address).status_code == 302


def test_the_library_speaks_json(officer_client):
    response = officer_client.get(LIBRARY)

    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(response.content) == {"pictures": [], "next": None}
