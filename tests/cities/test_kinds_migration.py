"""Rows keep the kinds that they had when these were choices, and documents do so, too."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cities.models import City, Milestone
from content.models import Document

BEFORE = [("cities", "0004_example_text"), ("content", "0031_home_and_menu")]


@pytest.mark.django_db(transaction=True)
def test_rows_keep_their_kinds():
    for app, name in BEFORE:
        call_command("migrate", app, name, verbosity=0)
    try:
        old = MigrationExecutor(connection).loader.project_state(BEFORE).apps
        place = {"latitude": 50, "longitude": 7, "time_zone": "Europe/Berlin", "country": "DE"}
        city = old.get_model("cities", "City").objects.create(
            name="Bonn", slug="bonn", kind="friendship", summary="On the Rhine.", **place
        )
        milestones = old.get_model("cities", "Milestone").objects
        milestones.create(city=city, kind="visit", title="They came", year=1950)
        old.get_model("content", "Document").objects.create(
            title="Poster", kind="poster", file="a.pdf", media_type="application/pdf", size=1
        )
    finally:
        call_command("migrate", verbosity=0)

    assert City.objects.get().kind.shape == "ring"
    assert str(Milestone.objects.get().kind) == "visit"
    assert str(Document.objects.get().kind) == "poster"
