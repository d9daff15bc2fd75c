"""Nothing is forgotten: every model has a factory and its migrations, every template a use."""

import re
from pathlib import Path

import django.forms
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.utils import get_app_template_dirs

from tests.factories import factories_by_model

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
APPS = ["content", "cities", "links", "events", "volunteers", "twinning_site"]
# Django asks for these by itself.
BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"}
LETTER = re.compile(r"emails/(?P<name>\w+?)(_subject)?\.(txt|html)")


# Names that are put together, such as f"emails/state_{state}.txt"
PUT_TOGETHER = re.compile(r'f"([\w/]+[_/]\{\w+\}\.\w+)"')
# Rows that the site keeps for itself, through code of its own
KEPT_BY_THE_SITE = {
    "content.GeneratedPdf",
    "content.OutdatedTranslation",
    "search.IndexState",
    "search.SearchEntry",
    "content.RateCount",
    "content.SiteVersion",
}


def models_of_ours():
    labels = ["content", "cities", "links", "events", "volunteers", "pages", "search"]
    models = [model for label in labels for model in apps.get_app_config(label).get_models()]
    return [model for model in models if model._meta.label not in KEPT_BY_THE_SITE]


@pytest.mark.parametrize("model", models_of_ours(), ids=lambda model: model._meta.label)
def test_every_model_has_a_factory(model):
    assert model in factories_by_model()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def template_names() -> list[str]:
    return [
        str(file.relative_to(TEMPLATES))
        for file in sorted(TEMPLATES.rglob("*.*"))
        if file.is_file()
    ]


def names_django_makes_up() -> set[str]:
    """What generic views and admin classes ask for without its being written anywhere."""
    return {
        f"{model._meta.app_label}/{model._meta.model_name}_{kind}.html"
        for model in models_of_ours()
        for kind in ("detail", "list", "form")
    }


def replaces_installed(name: str) -> bool:
    """Tell whether a package has a template of this name, which ours replaces."""
    of_forms = Path(django.forms.__file__).parent / "templates"
    return any(
        (folder / name).exists() for folder in [*get_app_template_dirs("templates"), of_forms]
    )


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    files = [file for app in APPS for file in (ROOT / app).rglob("*.py")]
    files += [file for file in TEMPLATES.rglob("*.*") if file.is_file()]
    return {str(file.relative_to(ROOT)): file.read_text() for file in files}


def put_together(sources) -> set[str]:
    """Patterns of the names that are not written out anywhere."""
    found = {name for text in sources.values() for name in PUT_TOGETHER.findall(text)}
    return {re.sub(r"\{\w+\}", r"\\w+", name) for name in found}


@pytest.mark.parametrize("name", template_names())
def test_every_template_is_used(name, sources):
    if name in BY_NAME | names_django_makes_up() or replaces_installed(name):
        return
    letter = LETTER.fullmatch(name)
    wanted = f'"{letter["name"]}"' if letter else name

    if any(re.fullmatch(pattern, name) for pattern in put_together(sources)):
        return
    users = [
        file
        for file, text in sources.items()
        if file != f"templates/{name}" and (wanted in text or name in text)
    ]

    assert users
