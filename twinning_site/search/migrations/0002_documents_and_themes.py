from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="searchentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("city", "city"),
                    ("group", "group"),
                    ("event", "event"),
                    ("newsletter", "newsletter"),
                    ("page", "page"),
                    ("document", "document"),
                    ("theme", "theme"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
    ]
