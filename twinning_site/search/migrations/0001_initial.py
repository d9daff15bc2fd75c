import modelsearch.index
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


TABLE = "modelsearch_indexentry_fts"


def stem_words(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make SQLite's full-text table anew with Porter's stems, as PostgreSQL has them.

    modelsearch makes its table without a word for the tokenizer. Words of other languages have
    few endings that Porter's rules know, and are cut alike in text and query.
    """
    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute(f"DROP TABLE {TABLE}")
    schema_editor.execute(
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5("
        "autocomplete, body, title, tokenize = 'porter unicode61')"
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("modelsearch", "0002_customise_indexentry"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("city", "city"),
                            ("group", "group"),
                            ("event", "event"),
                            ("newsletter", "newsletter"),
                            ("page", "page"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("row", models.PositiveBigIntegerField(verbose_name="number of the row")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("address", models.CharField(max_length=300, verbose_name="address")),
                ("heading", models.TextField(verbose_name="heading")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "date_words",
                    models.CharField(blank=True, max_length=200, verbose_name="date in words"),
                ),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="year")),
                ("visible_from", models.DateTimeField(verbose_name="visible from")),
                ("visible_until", models.DateTimeField(verbose_name="visible until")),
                ("over_at", models.DateTimeField(verbose_name="over at")),
            ],
            options={
                "verbose_name": "search entry",
                "verbose_name_plural": "search entries",
                "indexes": [
                    models.Index(fields=["language", "over_at"], name="search_searchentry_visible")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "row", "language"),
                        name="search_searchentry_once_a_language",
                    )
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.RunPython(stem_words, migrations.RunPython.noop, elidable=False),
    ]
