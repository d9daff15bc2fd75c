import content.text.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("content", "0001_initial"),
        ("links", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fingerprint",
                    models.CharField(
                        editable=False,
                        help_text="Keyed hash of the form's token and answers: a repeated post has the same.",
                        max_length=64,
                        unique=True,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        editable=False, max_length=10, verbose_name="language of the page"
                    ),
                ),
                (
                    "held_for",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Why it looked like abuse. It is not sent on until you release it.",
                        max_length=200,
                        verbose_name="kept aside because of",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="received"
                    ),
                ),
                ("erase_on", models.DateField(db_index=True, verbose_name="erased on")),
                (
                    "page",
                    models.CharField(
                        blank=True,
                        help_text="Empty: it is not known.",
                        max_length=200,
                        verbose_name="page",
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        choices=[("good", "good"), ("average", "average"), ("poor", "poor")],
                        max_length=10,
                        verbose_name="rating",
                    ),
                ),
                ("comment", models.TextField(blank=True, max_length=1000, verbose_name="why")),
            ],
            options={
                "verbose_name": "feedback",
                "verbose_name_plural": "feedback",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rating__in", ["good", "average", "poor"])),
                        name="pages_feedback_rating_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("info", "information"),
                            ("warning", "warning"),
                            ("urgent", "urgent"),
                        ],
                        default="info",
                        max_length=20,
                        verbose_name="level",
                    ),
                ),
                (
                    "text",
                    content.text.fields.I18nTextField(
                        help_text="One or two plain sentences.", verbose_name="text"
                    ),
                ),
                (
                    "url",
                    models.CharField(
                        blank=True,
                        help_text="Such as /events/.",
                        max_length=200,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A(https?://[^\\s/\\\\]\\S*|/(?![/\\\\])\\S*)\\Z",
                                "Begin with / for a page of this site, such as /events/, or with https:// or http://.",
                            )
                        ],
                        verbose_name="address to read more",
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="shown from"
                    ),
                ),
                ("ends_at", models.DateTimeField(verbose_name="shown until")),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text__in", ["", "{}"]), _negated=True),
                        name="pages_notice_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["info", "warning", "urgent"])),
                        name="pages_notice_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="pages_notice_ends_after_start",
                        violation_error_message="It has to end after it starts.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fingerprint",
                    models.CharField(
                        editable=False,
                        help_text="Keyed hash of the form's token and answers: a repeated post has the same.",
                        max_length=64,
                        unique=True,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        editable=False, max_length=10, verbose_name="language of the page"
                    ),
                ),
                (
                    "held_for",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Why it looked like abuse. It is not sent on until you release it.",
                        max_length=200,
                        verbose_name="kept aside because of",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="received"
                    ),
                ),
                ("erase_on", models.DateField(db_index=True, verbose_name="erased on")),
                (
                    "reference",
                    models.CharField(
                        editable=False, max_length=12, unique=True, verbose_name="reference"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("message", models.TextField(max_length=4000, verbose_name="message")),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: to the office.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="links.linkgroup",
                        verbose_name="to the group",
                    ),
                ),
                (
                    "mails",
                    models.ManyToManyField(
                        editable=False,
                        related_name="+",
                        to="content.queuedemail",
                        verbose_name="mails",
                    ),
                ),
            ],
            options={
                "verbose_name": "enquiry",
                "verbose_name_plural": "enquiries",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name__in", ["", "{}"]), _negated=True),
                            models.Q(("email__in", ["", "{}"]), _negated=True),
                            models.Q(("message__in", ["", "{}"]), _negated=True),
                        ),
                        name="pages_enquiry_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Page",
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
                ("title", content.text.fields.I18nCharField(verbose_name="title")),
                ("slug", models.SlugField(unique=True, verbose_name="short name in the address")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("menu", "in the main menu"),
                            ("about", "under “About”"),
                            ("foot", "at the foot of every page"),
                            ("nowhere", "nowhere; other pages link to it"),
                        ],
                        default="about",
                        max_length=20,
                        verbose_name="listed",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "summary",
                    content.text.fields.I18nTextField(
                        blank=True,
                        help_text="One or two sentences, for search results.",
                        verbose_name="summary",
                    ),
                ),
                ("body", content.text.fields.RichTextField(verbose_name="text")),
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
                    "documents",
                    models.ManyToManyField(
                        blank=True,
                        related_name="plain_pages",
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
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "ordering": ["position", "slug"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at", None),
                            ("published_at", None),
                            ("expires_at__gt", models.F("published_at")),
                            _connector="OR",
                        ),
                        name="pages_page_expires_after_published",
                        violation_error_message="It has to be taken down after it is published.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("picture_is_decorative", False),
                            ("picture__isnull", False),
                            _connector="OR",
                        ),
                        name="pages_page_decoration_is_a_picture",
                        violation_error_message="Choose the picture first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title__in", ["", "{}"]), _negated=True),
                            models.Q(("slug__in", ["", "{}"]), _negated=True),
                            models.Q(("body__in", ["", "{}"]), _negated=True),
                        ),
                        name="pages_page_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__in", ["menu", "about", "foot", "nowhere"])),
                        name="pages_page_place_is_known",
                    ),
                ],
            },
        ),
    ]
