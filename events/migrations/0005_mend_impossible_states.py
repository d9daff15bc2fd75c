from django.db import migrations


def mend(apps, schema_editor):
    """Take back what forms refuse but the database took."""
    without_picture = apps.get_model("events", "Event").objects.filter(picture=None)
    without_picture.update(picture_is_decorative=False)


class Migration(migrations.Migration):
    # Apart from the constraints: PostgreSQL changes no table that has just changed rows.

    dependencies = [('events', '0004_index_of_what_is_ahead')]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
