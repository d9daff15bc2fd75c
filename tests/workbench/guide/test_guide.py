"""The officers' guide is in the admin, true to its file, and each form leads to its section."""

import re

import pytest
from django.contrib.admin import site
from django.urls import reverse

from tests.factories.city import CityFactory
from twinning_site.workbench.guide import reading
from twinning_site.workbench.guide.places import PLACES
from twinning_site.workbench.guide.reading import FOLDER, guide_in

TRANSLATIONS = sorted(FOLDER.glob("officers.*.md"))


@pytest.mark.parametrize("model", list(site._registry), ids=lambda model: model._meta.label)
def test_every_model_of_the_admin_has_its_section(model):
    anchors = [section.anchor for section in guide_in("en").sections]

    assert PLACES.get(model._meta.label) in anchors


def test_guide_shows_every_section_of_its_file(officer_client, council):
    text = (FOLDER / "officers.md").read_text()

    page = officer_client.get("/admin/guide/")

    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    shown = re.findall(r'<h2 id="[\w-]+">(.+)</h2>', page.text)
    assert [heading for heading in shown if heading in headings] == headings
    assert '<th scope="col">' in page.text
    assert "<td>draft</td>" in page.text


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.name)
def test_translation_has_the_sections_of_the_original(path):
    sections = guide_in(path.name.split(".")[1]).sections

    assert [one.anchor for one in sections] == [one.anchor for one in guide_in("en").sections]
    assert all(one.html for one in sections)


@pytest.mark.parametrize("language", ["en", "en-gb", "nl"])
def test_language_without_a_translation_reads_the_original(language):
    assert guide_in(language).language == "en"


def test_what_a_file_may_not_do_is_cleaned(tmp_path, monkeypatch):
    links = "[go](javascript:x) [to](other.md) [on](#one)"
    text = f"# Guide\n\n## One\n\n<script>alert(1)</script>\n\n{links}\n"
    (tmp_path / "officers.md").write_text(text)
    monkeypatch.setattr(reading, "FOLDER", tmp_path)

    [section] = guide_in.__wrapped__("en").sections

    assert "<script" not in section.html
    assert 'href="javascript' not in section.html
    assert '<a>to</a> <a href="#one">on</a>' in section.html


@pytest.mark.parametrize(
    ("name", "arguments", "anchor"),
    [
        ("index", [], "#the-day-sheet"),
        ("cities_city_add", [], "#cities-groups-newsletters-events"),
        ("content_picture_changelist", [], "#pictures"),
        ("content_document_add", [], "#documents"),
    ],
)
def test_help_leads_to_the_section_that_fits(officer_client, council, name, arguments, anchor):
    page = officer_client.get(reverse(f"admin:{name}", args=arguments))

    assert f'href="/admin/guide/{anchor}" target="twinning-help"' in page.text


def test_help_is_at_the_forms_of_rows_and_their_histories(officer_client, council):
    city = CityFactory()

    for name in ("change", "history", "delete"):
        page = officer_client.get(reverse(f"admin:cities_city_{name}", args=[city.pk]))
        assert 'href="/admin/guide/#cities-groups-newsletters-events"' in page.text


def test_popups_and_the_way_in_have_no_help(officer_client, client, council):
    assert "/admin/guide/" not in client.get("/admin/login/").text
    assert client.get("/admin/guide/").status_code == 302
