"""Which files of installed packages everybody can fetch."""

import re
from pathlib import Path

import pytest
from ckeditor import __file__ as package
from django.apps import apps
from django.contrib.staticfiles.finders import get_finders

from content.text.html.editor import UNWANTED, EditorWidget

EDITOR = "ckeditor/ckeditor/"


@pytest.fixture(scope="module")
def served() -> set[str]:
    """The paths of all static files that `collectstatic` takes."""
    patterns = apps.get_app_config("staticfiles").ignore_patterns
    return {path for finder in get_finders() for path, _storage in finder.list(patterns)}


def test_the_editor_itself_is_served(served):
    assert "ckeditor/ckeditor.css" in served
    assert {
        f"{EDITOR}{name}"
        for name in ("ckeditor.js", "config.js", "lang/de.js", "skins/moono-lisa/editor.css",
                     "plugins/icons.png", "plugins/link/dialogs/link.js",
                     "plugins/table/dialogs/table.js", "plugins/pastefromword/filter/default.js",
                     "plugins/tableselection/styles/tableselection.css")
    } <= served  # fmt: skip


@pytest.mark.parametrize(
    "kind", [r"\.md$", r"(?i)(changes|license|readme|security|version|build-config|bender)[^/]*$"]
)
def test_no_file_tells_a_version(served, kind):
    found = {path for path in served if path.startswith("ckeditor/") and re.search(kind, path)}

    assert found == set()


def test_no_unused_plugin_is_served(served):
    served_plugins = {
        path.removeprefix(f"{EDITOR}plugins/").split("/")[0]
        for path in served
        if path.startswith(f"{EDITOR}plugins/") and path.count("/") > 3
    }
    source = Path(package).parent / "static" / EDITOR / "ckeditor.js"
    built_in = re.search(r"CKEDITOR\.config\.plugins='([^']*)'", source.read_text())[1].split(",")
    used = {*built_in, *EditorWidget().config["extraPlugins"].split(",")} - {*UNWANTED.split(",")}

    assert served_plugins <= used
    assert f"{EDITOR}plugins/widget/images/handle.png" in served


def test_no_plugin_is_served_twice(served):
    """Their code is in ckeditor.js."""
    assert not [path for path in served if path.endswith("/plugin.js")]


@pytest.mark.parametrize(
    "folder", ["skins/moono/", "adapters/", "vendor/", "samples/", "plugins/exportpdf/"]
)
def test_what_nobody_asks_for_is_not_served(served, folder):
    assert not [path for path in served if path.startswith(f"{EDITOR}{folder}")]
