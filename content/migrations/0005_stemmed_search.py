"""SQLite's full text by the stems of English words, as PostgreSQL has it.

modelsearch makes its table without a word for the tokenizer. Words of other languages have
few endings that Porter's rules know, and are cut alike in text and query.
"""

from django.db import migrations

TABLE = "modelsearch_indexentry_fts"


def tokenized(tokenizer: str):
    def make_again(apps, schema_editor) -> None:
        if schema_editor.connection.vendor != "sqlite":
            return
        schema_editor.execute(f"DROP TABLE {TABLE}")
        schema_editor.execute(
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5("
            f"autocomplete, body, title, tokenize = '{tokenizer}')"
        )
        schema_editor.execute(
            f"INSERT INTO {TABLE}(rowid, autocomplete, body, title) "  # noqa: S608 - no input
            "SELECT id, autocomplete, body, title FROM modelsearch_indexentry"
        )

    return make_again


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0004_letter"),
        ("modelsearch", "0002_customise_indexentry"),
    ]
    operations = [
        migrations.RunPython(tokenized("porter unicode61"), tokenized("unicode61"), elidable=False)
    ]
