from django.db import migrations, models


def mend(apps, schema_editor):
    """Take back what forms refuse but the database took."""
    for name in ("Article", "LinkGroup", "Newsletter"):
        without_picture = apps.get_model("links", name).objects.filter(picture=None)
        without_picture.update(picture_is_decorative=False)
    for field in ("name", "email", "phone"):
        without_it = apps.get_model("links", "Contact").objects.filter(**{field: ""})
        without_it.update(**{f"show_{field}": False})
    groups = apps.get_model("links", "LinkGroup").objects
    groups.filter(is_umbrella=True).update(umbrella=None)
    groups.filter(umbrella__is_umbrella=False).update(umbrella=None)
    nameless = groups.filter(partner_name__in=["", "{}"]).exclude(partner_url="")
    nameless.update(partner_name=models.F("partner_url"))


class Migration(migrations.Migration):
    # Apart from the constraints: PostgreSQL changes no table that has just changed rows.

    dependencies = [('links', '0002_plausible_years')]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
