"""Take invisible characters out of texts that were stored before the fields did it themselves.

Done once, when the rows lie still, so that no page has to clean what it reads. It stands in the
highest app that has texts, to see the models of all. Nothing is undone: the characters meant nothing.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import QuerySet
from i18nfield.fields import I18nFieldMixin
from i18nfield.strings import LazyI18nString

from content.text.invisible_characters import without_invisible

APPS = ['content', 'cities', 'links', 'events', 'volunteers', 'pages']
# Fields for one language; those for several are known by their class.
PLAIN_FIELDS = {
    'content.council': ['phone', 'email', 'switchboard', 'website', 'facebook_url', 'x_url', 'instagram_url'],
    'content.document': ['text'],
    'content.picture': ['creator', 'licence', 'source_url', 'licence_url'],
    'content.stagedupload': ['original_name'],
    'cities.weblink': ['url'],
    'events.event': ['online_url', 'booking_url'],
    'links.contact': ['name', 'email', 'phone'],
    'links.linkgroup': ['partner_url', 'website', 'facebook_url'],
    'pages.enquiry': ['name', 'email', 'message'],
    'pages.feedback': ['comment'],
    'pages.notice': ['url'],
    'volunteers.application': ['name', 'email', 'phone', 'languages', 'skills', 'availability', 'message'],
    'volunteers.note': ['text'],
}


def clean(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for label in APPS:
        for model in apps.get_app_config(label).get_models():
            names = [f.name for f in model._meta.concrete_fields if isinstance(f, I18nFieldMixin)]
            names += PLAIN_FIELDS.get(model._meta.label_lower, [])
            if names:
                _clean_rows(model._base_manager.using(schema_editor.connection.alias), names)


def _clean_rows(rows: QuerySet, names: list[str]) -> None:
    for pk, *values in rows.values_list('pk', *names).iterator(chunk_size=500):
        changes = {}
        for name, value in zip(names, values, strict=True):
            cleaned = _cleaned(value)
            # A text that is nothing else stays, where a constraint asks for one.
            if cleaned and cleaned != value:
                changes[name] = cleaned
        if changes:
            rows.filter(pk=pk).update(**changes)


def _cleaned(value: Any) -> Any:
    if isinstance(value, LazyI18nString):
        data = value.data
        if isinstance(data, dict):
            return LazyI18nString({code: without_invisible(text or '') for code, text in data.items()})
        return LazyI18nString(without_invisible(data)) if isinstance(data, str) else value
    return without_invisible(value) if value else value


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0001_initial'),
        ('content', '0003_siteversion'),
        ('cities', '0001_initial'),
        ('links', '0001_initial'),
        ('events', '0002_index_by_start'),
        ('volunteers', '0001_initial'),
    ]

    operations = [migrations.RunPython(clean, migrations.RunPython.noop)]
