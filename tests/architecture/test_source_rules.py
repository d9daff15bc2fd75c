"""What the source may not have, whichever room it stands in."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = ["content", "cities", "links", "events", "volunteers", "twinning_site"]
PYTHON = [
    path
    for folder in [*APPS, "tests"]
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
MAX_LINES = 300
MAX_TEMPLATE_LINE = 160


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_with(pattern: str, paths) -> list[str]:
    return [
        f"{name(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(pattern, line)
    ]


def is_view(path: Path) -> bool:
    return path.name == "views.py" or "views" in path.parent.parts


def test_source_is_found():
    assert len(PYTHON) > 100
    assert len(TEMPLATES) > 40
    assert len(list(filter(is_view, PYTHON))) > 5


def test_no_file_is_too_long():
    long = {name(path): len(path.read_text().splitlines()) for path in PYTHON}

    assert not {file: lines for file, lines in long.items() if lines > MAX_LINES}


@pytest.mark.parametrize("junk_drawer", ["base", "common", "core", "helpers", "misc", "utils"])
def test_no_module_is_a_junk_drawer(junk_drawer):
    assert not [name(path) for path in PYTHON if junk_drawer in {path.stem, path.parent.name}]


def test_only_the_rich_text_component_trusts_html():
    trusting = {line.split(":")[0] for line in lines_with(r"\|\s*safe\b|safeseq", TEMPLATES)}
    escaping_off = lines_with(r"autoescape off", [t for t in TEMPLATES if t.suffix != ".txt"])

    assert trusting == {"templates/components/text/rich_text.html"}
    assert not escaping_off


def test_views_read_through_named_querysets():
    views = filter(is_view, PYTHON)

    assert not lines_with(r"objects\.all\(\)|(published|expires)_at(__|=)", views)


def test_templates_do_not_fetch_rows():
    pages = [template for template in TEMPLATES if "admin" not in template.parts]

    assert not lines_with(r"\{[{%][^%}]*\.(all|published|objects|count)\b", pages)


def test_no_line_of_a_template_is_too_long():
    # In the text of an e-mail a line break is one that the reader sees.
    templates = [template for template in TEMPLATES if template.suffix != ".txt"]

    assert not lines_with(rf"^.{{{MAX_TEMPLATE_LINE + 1}}}", templates)


def test_no_style_or_handler_in_templates():
    # Letters and PDFs are read where our policy does not reach.
    pages = [t for t in TEMPLATES if t.suffix == ".html" and not {"emails", "pdf"} & {*t.parts}]

    assert not lines_with(r"\sstyle=|\son[a-z]+=|<style|javascript:", pages)


def test_nobody_is_named_by_a_mail_address():
    addresses = re.compile(r"[\w.+-]+@[\w.-]+\.[a-z]{2,}")
    invented = re.compile(r"[@.]example(\.\w+)?$")
    product = [path for path in PYTHON if "tests" not in path.parts]
    found = {
        f"{name(file)}: {address}"
        for file in [*product, *TEMPLATES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        if file.suffix in {".py", ".html", ".txt", ".md"}
        for address in addresses.findall(file.read_text())
        if not invented.search(address)
    }

    assert not found
