"""Addresses at any network take the place of three fields.

The columns stay until the next version, because the version before still reads and writes them
while this one is set up; their default lets this one leave them out.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OLD = ("facebook_url", "x_url", "instagram_url")


def carry_over(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write today's addresses one a line, each with https, which the three networks have."""
    for council in apps.get_model("content", "Council").objects.all():
        addresses = [address for name in OLD if (address := getattr(council, name))]
        council.social_addresses = "\n".join(
            f"https://{address.partition('://')[2]}" for address in dict.fromkeys(addresses)
        )
        council.save(update_fields=["social_addresses"])


class Migration(migrations.Migration):
    # The second one cleans the three fields, by their names.
    dependencies = [("content", "0024_voluntary_scheme"), ("pages", "0002_clean_stored_texts")]

    operations = [
        migrations.AddField(
            model_name="council",
            name="social_addresses",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="One address a line, in the order in which they are shown.",
                verbose_name="pages at social networks",
            ),
        ),
        *(
            migrations.AlterField(
                model_name="council",
                name=name,
                field=models.URLField(blank=True, db_default=""),
            )
            for name in OLD
        ),
        # Last: PostgreSQL alters no table while the trigger of its changed rows waits.
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField("council", name) for name in OLD]
        ),
    ]
