"""Tell which of the pages at the foot are those that the law asks for, by their short names."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NAMES = {
    "imprint": ["imprint", "impressum", "legal-notice", "mentions-legales", "aviso-legal"],
    "privacy": [
        "privacy", "privacy-notice", "privacy-policy", "datenschutz", "datenschutzerklaerung",
        "donnees-personnelles", "confidentialite", "privacyverklaring", "proteccion-de-datos",
    ],
    "accessibility": [
        "accessibility", "accessibility-statement", "barrierefreiheit", "accessibilite",
        "erklaerung-zur-barrierefreiheit", "toegankelijkheid", "accesibilidad",
    ],
}  # fmt: skip


def name_kinds(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    pages = apps.get_model("pages", "Page").objects.using(schema_editor.connection.alias)
    for kind, slugs in NAMES.items():
        # Of two, officers choose.
        found = list(pages.filter(place="foot", slug__in=slugs).values_list("pk", flat=True)[:2])
        if len(found) == 1:
            pages.filter(pk=found[0]).update(kind=kind)


class Migration(migrations.Migration):

    dependencies = [
        ("pages", "0007_legal_pages"),
    ]

    operations = [
        migrations.RunPython(name_kinds, migrations.RunPython.noop),
    ]
