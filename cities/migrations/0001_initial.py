import content.models.location
import content.text.countries
import content.text.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
import django_countries.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("content", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="City",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        decimal_places=5,
                        help_text="Degrees north; south of the equator negative.",
                        max_digits=8,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        decimal_places=5,
                        help_text="Degrees east; west of Greenwich negative.",
                        max_digits=8,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        help_text="As in the IANA database, such as “Europe/London”.",
                        max_length=50,
                        validators=[content.models.location.check_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "picture_is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="People who do not see it then miss nothing: screen readers skip it.",
                        verbose_name="the picture is only decoration here",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        help_text="Empty: a draft that only officers see. In the future: it appears at that moment.",
                        null=True,
                        verbose_name="published at",
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="From this moment the public no longer sees it. Empty: it stays.",
                        null=True,
                        verbose_name="taken down at",
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="From this day the start page asks you whether it is still right.",
                        null=True,
                        verbose_name="look again on",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last updated")),
                ("name", content.text.fields.I18nCharField(verbose_name="name")),
                ("slug", models.SlugField(unique=True, verbose_name="short name in the address")),
                (
                    "country",
                    django_countries.fields.CountryField(
                        countries=content.text.countries.SortedCountries,
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("twin_city", "twin city"),
                            ("friendship", "friendship"),
                            ("project", "project partnership"),
                            ("national", "twinning within the country"),
                            ("district", "district link"),
                            ("solidarity", "solidarity link"),
                        ],
                        default="twin_city",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "since_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The year. The milestones below tell the story in full.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="linked since",
                    ),
                ),
                (
                    "since_words",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="Shown instead of the year, such as “1980s”.",
                        verbose_name="linked since, in words",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "active"),
                            ("suspended", "suspended"),
                            ("ended", "ended"),
                        ],
                        default="active",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_since",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="Such as “March 2022”.",
                        verbose_name="suspended or ended since",
                    ),
                ),
                (
                    "status_reason",
                    content.text.fields.I18nTextField(
                        blank=True,
                        help_text="Why the link is suspended or has ended, in words.",
                        verbose_name="reason",
                    ),
                ),
                (
                    "status_outlook",
                    content.text.fields.I18nTextField(
                        blank=True, help_text="What would resume the link.", verbose_name="outlook"
                    ),
                ),
                (
                    "summary",
                    content.text.fields.I18nTextField(
                        help_text="One or two sentences for cards and search results.",
                        verbose_name="summary",
                    ),
                ),
                ("body", content.text.fields.RichTextField(blank=True, verbose_name="text")),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="author",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="content.picture",
                        verbose_name="picture",
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(
                        blank=True, related_name="cities", to="content.theme", verbose_name="themes"
                    ),
                ),
            ],
            options={
                "verbose_name": "city",
                "verbose_name_plural": "cities",
                "ordering": ["slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="If only words are known (“1980s”), the year to sort by.",
                        validators=[
                            django.core.validators.MinValueValidator(800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="As a number, if it is known.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="month",
                    ),
                ),
                (
                    "day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="If it is known.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(31),
                        ],
                        verbose_name="day",
                    ),
                ),
                (
                    "date_words",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="Shown instead of the date, such as “1980s” or “autumn 2015”.",
                        verbose_name="date in words",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first_contact", "first contact"),
                            ("decision", "decision"),
                            ("signing", "signing"),
                            ("renewal", "renewal"),
                            ("visit", "visit"),
                            ("suspension", "suspension"),
                            ("resumption", "resumption"),
                            ("end", "end"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", content.text.fields.I18nCharField(verbose_name="what happened")),
                (
                    "text",
                    content.text.fields.I18nTextField(blank=True, verbose_name="more about it"),
                ),
                (
                    "city",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="cities.city",
                        verbose_name="city",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="Such as the agreement that was signed.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="milestones",
                        to="content.document",
                        verbose_name="document",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["year", "month", "day", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WebLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", content.text.fields.I18nCharField(verbose_name="title")),
                ("url", models.URLField(verbose_name="address")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "city",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="web_links",
                        to="cities.city",
                        verbose_name="city",
                    ),
                ),
            ],
            options={
                "verbose_name": "web link",
                "verbose_name_plural": "web links",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at", None),
                    ("published_at", None),
                    ("expires_at__gt", models.F("published_at")),
                    _connector="OR",
                ),
                name="cities_city_expires_after_published",
                violation_error_message="It has to be taken down after it is published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("picture_is_decorative", False), ("picture__isnull", False), _connector="OR"
                ),
                name="cities_city_decoration_is_a_picture",
                violation_error_message="Choose the picture first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))
                ),
                name="cities_city_on_the_globe",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name__in", ["", "{}"]), _negated=True),
                    models.Q(("slug__in", ["", "{}"]), _negated=True),
                    models.Q(("country__in", ["", "{}"]), _negated=True),
                    models.Q(("time_zone__in", ["", "{}"]), _negated=True),
                    models.Q(("summary__in", ["", "{}"]), _negated=True),
                ),
                name="cities_city_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "twin_city",
                            "friendship",
                            "project",
                            "national",
                            "district",
                            "solidarity",
                        ],
                    )
                ),
                name="cities_city_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["active", "suspended", "ended"])),
                name="cities_city_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "active"),
                    models.Q(("status_reason__in", ["", "{}"]), _negated=True),
                    _connector="OR",
                ),
                name="cities_city_status_has_reason",
                violation_error_message="Say why the link is suspended or has ended.",
            ),
        ),
        migrations.AddConstraint(
            model_name="city",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since_year", None), ("since_year__range", (800, 2200)), _connector="OR"
                ),
                name="cities_city_plausible_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (800, 2200))),
                name="cities_milestone_plausible_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("month", None), ("month__range", (1, 12)), _connector="OR"),
                name="cities_milestone_month_in_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("day", None),
                    models.Q(("day__range", (1, 31)), ("month__isnull", False)),
                    _connector="OR",
                ),
                name="cities_milestone_day_needs_month",
                violation_error_message="A day needs its month.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("day", None),
                    ("day__lte", 28),
                    models.Q(
                        ("day", 29),
                        ("month", 2),
                        django.db.models.lookups.Exact(
                            django.db.models.expressions.CombinedExpression(
                                models.F("year"), "%%", models.Value(4)
                            ),
                            0,
                        ),
                        models.Q(
                            models.Q(
                                django.db.models.lookups.Exact(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("year"), "%%", models.Value(100)
                                    ),
                                    0,
                                ),
                                _negated=True,
                            ),
                            django.db.models.lookups.Exact(
                                django.db.models.expressions.CombinedExpression(
                                    models.F("year"), "%%", models.Value(400)
                                ),
                                0,
                            ),
                            _connector="OR",
                        ),
                    ),
                    models.Q(models.Q(("month", 2), _negated=True), ("day__lte", 30)),
                    ("month__in", [1, 3, 5, 7, 8, 10, 12]),
                    _connector="OR",
                ),
                name="cities_milestone_day_in_month",
                violation_error_message="That month has no such day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__in", ["", "{}"]), _negated=True),
                name="cities_milestone_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "first_contact",
                            "decision",
                            "signing",
                            "renewal",
                            "visit",
                            "suspension",
                            "resumption",
                            "end",
                            "other",
                        ],
                    )
                ),
                name="cities_milestone_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="weblink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title__in", ["", "{}"]), _negated=True),
                    models.Q(("url__in", ["", "{}"]), _negated=True),
                ),
                name="cities_weblink_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
    ]
