import content.text.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cities", "0001_initial"),
        ("content", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "is_umbrella",
                    models.BooleanField(
                        default=False,
                        help_text="It unites other groups.",
                        verbose_name="umbrella group",
                    ),
                ),
                (
                    "founded",
                    content.text.fields.I18nCharField(
                        blank=True, help_text="A year, or words.", verbose_name="founded"
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
                    "how_to_join",
                    content.text.fields.RichTextField(blank=True, verbose_name="how to join"),
                ),
                (
                    "meetings",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="Such as “four times a year”.",
                        verbose_name="meetings",
                    ),
                ),
                (
                    "partner_name",
                    content.text.fields.I18nCharField(
                        blank=True, verbose_name="partner organisation abroad"
                    ),
                ),
                (
                    "partner_url",
                    models.URLField(blank=True, verbose_name="address of the partner organisation"),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("facebook_url", models.URLField(blank=True, verbose_name="Facebook page")),
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
                    "cities",
                    models.ManyToManyField(
                        blank=True, related_name="groups", to="cities.city", verbose_name="cities"
                    ),
                ),
                (
                    "documents",
                    models.ManyToManyField(
                        blank=True,
                        related_name="groups",
                        to="content.document",
                        verbose_name="documents",
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
                        blank=True, related_name="groups", to="content.theme", verbose_name="themes"
                    ),
                ),
                (
                    "umbrella",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"is_umbrella": True},
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="members",
                        to="links.linkgroup",
                        verbose_name="belongs to the umbrella group",
                    ),
                ),
            ],
            options={
                "verbose_name": "group",
                "verbose_name_plural": "groups",
                "ordering": ["slug"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    content.text.fields.I18nCharField(
                        help_text="Such as “Secretary”. Always shown.", verbose_name="role"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                (
                    "show_name",
                    models.BooleanField(default=False, verbose_name="show the name in public"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "show_email",
                    models.BooleanField(default=False, verbose_name="show the address in public"),
                ),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="phone")),
                (
                    "show_phone",
                    models.BooleanField(default=False, verbose_name="show the phone in public"),
                ),
                (
                    "receives_messages",
                    models.BooleanField(
                        default=False,
                        help_text="Messages go to this address; the address itself stays hidden.",
                        verbose_name="receives the messages to this group",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="links.linkgroup",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Newsletter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("title", content.text.fields.I18nCharField(verbose_name="title")),
                ("slug", models.SlugField(unique=True, verbose_name="short name in the address")),
                (
                    "summary",
                    content.text.fields.I18nTextField(
                        blank=True,
                        help_text="One or two sentences on what is in it.",
                        verbose_name="summary",
                    ),
                ),
                (
                    "events_until",
                    models.DateField(
                        blank=True,
                        help_text="The issue lists what is on from its publication to this day.",
                        null=True,
                        verbose_name="list coming events until",
                    ),
                ),
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="An issue made elsewhere. Leave empty if you write articles below.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="newsletters",
                        to="content.document",
                        verbose_name="PDF",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the council's own newsletter.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="newsletters",
                        to="links.linkgroup",
                        verbose_name="group",
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
            ],
            options={
                "verbose_name": "newsletter",
                "verbose_name_plural": "newsletters",
                "ordering": ["-year", "-month", "-day", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("title", content.text.fields.I18nCharField(verbose_name="title")),
                ("body", content.text.fields.RichTextField(verbose_name="text")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
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
                    "newsletter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="articles",
                        to="links.newsletter",
                        verbose_name="newsletter",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="linkgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at", None),
                    ("published_at", None),
                    ("expires_at__gt", models.F("published_at")),
                    _connector="OR",
                ),
                name="links_linkgroup_expires_after_published",
                violation_error_message="It has to be taken down after it is published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("picture_is_decorative", False), ("picture__isnull", False), _connector="OR"
                ),
                name="links_linkgroup_decoration_is_a_picture",
                violation_error_message="Choose the picture first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name__in", ["", "{}"]), _negated=True),
                    models.Q(("slug__in", ["", "{}"]), _negated=True),
                    models.Q(("summary__in", ["", "{}"]), _negated=True),
                ),
                name="links_linkgroup_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("partner_url", ""),
                    models.Q(("partner_name__in", ["", "{}"]), _negated=True),
                    _connector="OR",
                ),
                name="links_linkgroup_partner_has_a_name",
                violation_error_message="Say who the partner is.",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("umbrella", None),
                    models.Q(("umbrella", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="links_linkgroup_not_its_own_umbrella",
                violation_error_message="A group cannot be its own umbrella group.",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkgroup",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_umbrella", False), ("umbrella", None), _connector="OR"),
                name="links_linkgroup_umbrella_stands_alone",
                violation_error_message="An umbrella group cannot belong to another one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["", "{}"]), _negated=True),
                name="links_contact_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("show_name", False), models.Q(("name", ""), _negated=True), _connector="OR"
                ),
                name="links_contact_shows_name_it_has",
                violation_error_message="There is nothing to show.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("show_email", False), models.Q(("email", ""), _negated=True), _connector="OR"
                ),
                name="links_contact_shows_email_it_has",
                violation_error_message="There is nothing to show.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("show_phone", False), models.Q(("phone", ""), _negated=True), _connector="OR"
                ),
                name="links_contact_shows_phone_it_has",
                violation_error_message="There is nothing to show.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("receives_messages", False),
                    models.Q(("email", ""), _negated=True),
                    _connector="OR",
                ),
                name="links_contact_receiver_has_email",
                violation_error_message="Who receives messages needs an e-mail address.",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at", None),
                    ("published_at", None),
                    ("expires_at__gt", models.F("published_at")),
                    _connector="OR",
                ),
                name="links_newsletter_expires_after_published",
                violation_error_message="It has to be taken down after it is published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("picture_is_decorative", False), ("picture__isnull", False), _connector="OR"
                ),
                name="links_newsletter_decoration_is_a_picture",
                violation_error_message="Choose the picture first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (800, 2200))),
                name="links_newsletter_plausible_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
            constraint=models.CheckConstraint(
                condition=models.Q(("month", None), ("month__range", (1, 12)), _connector="OR"),
                name="links_newsletter_month_in_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("day", None),
                    models.Q(("day__range", (1, 31)), ("month__isnull", False)),
                    _connector="OR",
                ),
                name="links_newsletter_day_needs_month",
                violation_error_message="A day needs its month.",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
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
                name="links_newsletter_day_in_month",
                violation_error_message="That month has no such day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="newsletter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title__in", ["", "{}"]), _negated=True),
                    models.Q(("slug__in", ["", "{}"]), _negated=True),
                ),
                name="links_newsletter_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("picture_is_decorative", False), ("picture__isnull", False), _connector="OR"
                ),
                name="links_article_decoration_is_a_picture",
                violation_error_message="Choose the picture first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title__in", ["", "{}"]), _negated=True),
                    models.Q(("body__in", ["", "{}"]), _negated=True),
                ),
                name="links_article_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
    ]
