"""Imports and foreign keys point down one list of apps; docs/architecture.md has the list."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

FLOORS = ["content", "cities", "links", "events", "volunteers", "pages", "search"]
WITHOUT_MODELS = {"demo", "privacy", "serving", "workbench"}
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
