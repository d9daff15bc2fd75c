"""Imports and foreign keys point down one list of apps; docs/architecture.md has the list."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

FLOORS = ["content", "cities", "links", "events", "volunteers", "pages", "search", "bundles"]
APPS = ["content", "cities", "links", "events", "volunteers", "twinning_site"]
HANDFUL = 5
# What an exhaustive contract may leave out: Django finds these by their names.
FOUND_BY_NAME = {"apps", "formats", "migrations"}
WITHOUT_MODELS = {"demo", "page_store", "privacy", "serving", "workbench"}
OURS = [model for label in FLOORS for model in apps.get_app_config(label).get_models()]


def test_imports_point_down():
    program = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run([program], cwd=settings.BASE_DIR, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_relations_point_down(model):
    floor = FLOORS.index(model._meta.app_label)
    above = [
        f"{field.name} → {field.related_model._meta.label}"
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if field.related_model and field.related_model._meta.app_label in FLOORS[floor + 1 :]
    ]

    assert not above


def test_every_app_of_ours_has_a_floor():
    own = {
        config.label
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(settings.BASE_DIR)
        and ".venv" not in Path(config.path).parts
    }

    assert own == {*FLOORS, *WITHOUT_MODELS}


def members(package: Path) -> set[str]:
    """Return the names of the modules and packages of a package."""
    found = {path.stem for path in package.glob("*.py")}
    found |= {path.parent.name for path in package.glob("*/__init__.py")}
    return found - {"__init__"} - FOUND_BY_NAME


def test_every_package_of_more_than_a_handful_has_layers_for_all_its_modules():
    root = Path(settings.BASE_DIR)
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    exhaustive = [contract for contract in contracts["contracts"] if contract.get("exhaustive")]
    layered = {name for contract in exhaustive for name in contract["containers"]}
    large = {
        ".".join(file.parent.relative_to(root).parts)
        for app in APPS
        for file in (root / app).rglob("__init__.py")
        if len(members(file.parent)) > HANDFUL and "migrations" not in file.parts
    }

    assert len(large) > len(APPS)
    assert large - layered == set()
    assert {app for app in APPS if app not in layered} == set()
    left_out = {name for one in exhaustive for name in one.get("exhaustive_ignores", [])}
    assert left_out <= FOUND_BY_NAME
