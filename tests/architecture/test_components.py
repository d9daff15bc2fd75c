"""Every component, tag and filter is used by a page: the style guide and tests do not count."""

import importlib
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
LIBRARIES = [
    f"{file.parts[-3]}.templatetags.{file.stem}"
    for file in sorted(ROOT.glob("*/templatetags/*.py"))
    if file.stem != "__init__"
]
COMPONENTS = sorted(str(file.relative_to(TEMPLATES)) for file in TEMPLATES.glob("components/*/*"))
PAGES = {
    file: file.read_text()
    for file in TEMPLATES.rglob("*.*")
    if file.is_file() and file != TEMPLATES / "pages" / "styleguide.html"
}


def tags_and_filters() -> list[tuple[str, str]]:
    """Return the name of each with the regular expression of its use."""
    libraries = [importlib.import_module(library).register for library in LIBRARIES]
    tags = [(name, rf"{{% {name}\b") for library in libraries for name in library.tags]
    filters = [(name, rf"\|{name}\b") for library in libraries for name in library.filters]
    return tags + filters


def included_components() -> list[str]:
    """Return the components that no tag of ours renders: pages include them."""
    modules = [importlib.import_module(library).__file__ for library in LIBRARIES]
    sources = "".join(Path(module).read_text() for module in modules)
    return [name for name in COMPONENTS if f'"{name}"' not in sources]


@pytest.mark.parametrize(("name", "use"), tags_and_filters(), ids=lambda value: value)
def test_every_tag_and_filter_is_used(name, use):
    assert any(
        # The first line of a component names its own tag.
        re.search(use, re.sub(r"{#.*?#}", "", text))
        for text in PAGES.values()
    )


@pytest.mark.parametrize("name", included_components())
def test_every_included_component_is_used(name):
    users = [file for file, text in PAGES.items() if f'include "{name}"' in text]

    assert [file for file in users if file != TEMPLATES / name]


def test_components_are_found():
    assert len(COMPONENTS) > 50
    assert 10 < len(included_components()) < len(COMPONENTS)
    assert len(tags_and_filters()) > 30
