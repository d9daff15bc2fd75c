"""Addresses of groups at any network take the place of the one at Facebook.

The column stays until the next version, because the version before still reads and writes it while
this one is set up; its default lets this one leave it out.
"""

import json
from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OLD, NEW = "facebook_url", "social_addresses"


def carry_over(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write today's address with https, also in kept versions and in drafts."""
    for group in apps.get_model("links", "LinkGroup").objects.exclude(**{OLD: ""}):
        setattr(group, NEW, _with_https(getattr(group, OLD)))
        group.save(update_fields=[NEW])
    for model, columns in (("Version", ["state"]), ("Draft", ["state", "base"])):
        kept = apps.get_model("content", model).objects.filter(state__contains=OLD)
        for row in kept.iterator(chunk_size=50):
            for column in columns:
                state = json.loads(getattr(row, column))
                _carry_over_in(state)
                setattr(row, column, json.dumps(state, ensure_ascii=False))
            row.save(update_fields=columns)


def _with_https(address: str) -> str:
    return f"https://{address.partition('://')[2]}" if address else ""


def _carry_over_in(state: dict[str, Any]) -> None:
    """Change the state of a version or draft; one of a deletion may have a draft in it."""
    for row in state["rows"]:
        if row["model"] == "links.linkgroup" and OLD in row["fields"]:
            row["fields"][NEW] = _with_https(row["fields"].pop(OLD))
    for draft in state.get("drafts", []):
        _carry_over_in(draft["state"])
        _carry_over_in(draft["base"])


class Migration(migrations.Migration):
    # The one of pages cleans the old field, by its name.
    dependencies = [
        ("content", "0031_home_and_menu"),
        ("links", "0008_funds"),
        ("pages", "0002_clean_stored_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="linkgroup",
            name=NEW,
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="One address a line, in the order in which they are shown.",
                verbose_name="pages at social networks",
            ),
        ),
        migrations.AlterField(
            model_name="linkgroup", name=OLD, field=models.URLField(blank=True, db_default="")
        ),
        # Last: PostgreSQL alters no table while the trigger of its changed rows waits.
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField("linkgroup", OLD)]
        ),
    ]
