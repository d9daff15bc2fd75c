import content.contrast
import content.documents.upload_checks
import content.models.document
import content.models.location
import content.pictures.renditions
import content.pictures.upload_checks
import content.text.countries
import content.text.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import django_countries.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GeneratedPdf",
            fields=[
                (
                    "key",
                    models.CharField(
                        max_length=64, primary_key=True, serialize=False, verbose_name="key"
                    ),
                ),
                ("html", models.TextField(verbose_name="page")),
                ("pdf", models.BinaryField(null=True, verbose_name="file")),
                ("ordered_at", models.DateTimeField(auto_now_add=True, verbose_name="ordered")),
                (
                    "failed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="failed"),
                ),
            ],
            options={
                "verbose_name": "generated PDF",
                "verbose_name_plural": "generated PDFs",
            },
        ),
        migrations.CreateModel(
            name="RateCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "until",
                    models.DateTimeField(db_index=True, help_text="Then the row is deleted."),
                ),
            ],
            options={
                "verbose_name": "rate count",
                "verbose_name_plural": "rate counts",
            },
        ),
        migrations.CreateModel(
            name="ErasureRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "erased_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="erased at"
                    ),
                ),
                ("what", models.CharField(editable=False, max_length=50, verbose_name="what")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="how many")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("due", "its time was over"),
                            ("asked", "the person asked for it"),
                            ("officer", "an officer erased it"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
            ],
            options={
                "verbose_name": "proof of erasure",
                "verbose_name_plural": "proofs of erasure",
                "ordering": ["-erased_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ["", "{}"]), _negated=True),
                        name="content_erasurerecord_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__in", ["due", "asked", "officer"])),
                        name="content_erasurerecord_reason_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    content.pictures.renditions.LibraryPictureField(
                        aspect_ratios=[None],
                        breakpoints={"l": 1200, "m": 992, "s": 768, "xl": 1400, "xs": 576},
                        container_width=1280,
                        file_types=["AVIF", "WEBP"],
                        grid_columns=4,
                        height_field="height",
                        pixel_densities=[1],
                        upload_to=content.pictures.renditions.picture_path,
                        validators=[content.pictures.upload_checks.check_picture],
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="width")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="height")),
                (
                    "alt",
                    content.text.fields.I18nCharField(
                        help_text="What is to be seen, in one sentence, for people who do not see it. Not “picture of”; not the caption again.",
                        verbose_name="alternative text",
                    ),
                ),
                ("caption", content.text.fields.I18nCharField(blank=True, verbose_name="caption")),
                (
                    "creator",
                    models.CharField(
                        help_text="Who made it: person or agency.",
                        max_length=200,
                        verbose_name="creator",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True, help_text="Where it was found.", verbose_name="source"
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        help_text="Such as “CC BY-SA 4.0” or “With permission of the creator”.",
                        max_length=100,
                        verbose_name="licence",
                    ),
                ),
                ("licence_url", models.URLField(blank=True, verbose_name="licence link")),
                (
                    "focus_x",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "0 %"),
                            (10, "10 %"),
                            (20, "20 %"),
                            (30, "30 %"),
                            (40, "40 %"),
                            (50, "50 %"),
                            (60, "60 %"),
                            (70, "70 %"),
                            (80, "80 %"),
                            (90, "90 %"),
                            (100, "100 %"),
                        ],
                        default=50,
                        help_text="What must stay in view when the picture is cropped.",
                        verbose_name="centre from the left",
                    ),
                ),
                (
                    "focus_y",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "0 %"),
                            (10, "10 %"),
                            (20, "20 %"),
                            (30, "30 %"),
                            (40, "40 %"),
                            (50, "50 %"),
                            (60, "60 %"),
                            (70, "70 %"),
                            (80, "80 %"),
                            (90, "90 %"),
                            (100, "100 %"),
                        ],
                        default=50,
                        verbose_name="centre from the top",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("focus_x__lte", 100), ("focus_y__lte", 100)),
                        name="content_picture_focus_inside",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file__in", ["", "{}"]), _negated=True),
                            models.Q(("alt__in", ["", "{}"]), _negated=True),
                            models.Q(("creator__in", ["", "{}"]), _negated=True),
                            models.Q(("licence__in", ["", "{}"]), _negated=True),
                        ),
                        name="content_picture_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QueuedEmail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sender", models.CharField(max_length=254, verbose_name="from")),
                ("recipient", models.EmailField(max_length=254, verbose_name="to")),
                (
                    "reply_to",
                    models.CharField(blank=True, max_length=254, verbose_name="answers go to"),
                ),
                ("subject", models.CharField(blank=True, max_length=200, verbose_name="subject")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("html", models.TextField(blank=True, verbose_name="HTML")),
                ("language", models.CharField(blank=True, max_length=10, verbose_name="language")),
                ("message_id", models.CharField(max_length=255, verbose_name="Message-ID")),
                (
                    "headers",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="Further headers by name, such as Auto-Submitted (RFC 3834).",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting"),
                            ("retrying", "waiting for another try"),
                            ("sent", "sent"),
                            ("given_up", "given up"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "queued_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="queued"),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="last change"
                    ),
                ),
                (
                    "due_at",
                    models.DateTimeField(
                        blank=True,
                        default=django.utils.timezone.now,
                        help_text="A worker that takes the e-mail moves it on; empty when no try is to follow.",
                        null=True,
                        verbose_name="next try",
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                ("tries", models.PositiveIntegerField(default=0, verbose_name="tries")),
            ],
            options={
                "verbose_name": "letter",
                "verbose_name_plural": "outbox",
                "indexes": [models.Index(fields=["due_at", "id"], name="content_queuedemail_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sender__in", ["", "{}"]), _negated=True),
                            models.Q(("recipient__in", ["", "{}"]), _negated=True),
                            models.Q(("message_id__in", ["", "{}"]), _negated=True),
                        ),
                        name="content_queuedemail_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["queued", "retrying", "sent", "given_up"])
                        ),
                        name="content_queuedemail_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("due_at__isnull", False), ("state__in", ["queued", "retrying"])
                            ),
                            models.Q(
                                models.Q(("state__in", ["queued", "retrying"]), _negated=True),
                                ("due_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="content_queuedemail_is_due_while_waiting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("state", "sent")),
                            models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at", None)),
                            _connector="OR",
                        ),
                        name="content_queuedemail_sent_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", content.text.fields.I18nCharField(verbose_name="name")),
                ("slug", models.SlugField(unique=True, verbose_name="short name in the address")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Smaller numbers come first.", verbose_name="position"
                    ),
                ),
            ],
            options={
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "ordering": ["position", "slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name__in", ["", "{}"]), _negated=True),
                            models.Q(("slug__in", ["", "{}"]), _negated=True),
                        ),
                        name="content_theme_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", content.text.fields.I18nCharField(verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("newsletter", "newsletter"),
                            ("membership_form", "membership form"),
                            ("application_form", "application form"),
                            ("poster", "poster"),
                            ("information_pack", "information pack"),
                            ("agreement", "agreement"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ar", "Arabic"),
                            ("da", "Danish"),
                            ("de", "German"),
                            ("en", "English"),
                            ("es", "Spanish"),
                            ("fr", "French"),
                            ("it", "Italian"),
                            ("nl", "Dutch"),
                            ("pl", "Polish"),
                            ("pt", "Portuguese"),
                            ("ru", "Russian"),
                            ("sv", "Swedish"),
                            ("tr", "Turkish"),
                            ("uk", "Ukrainian"),
                        ],
                        help_text="Empty: as the file itself says.",
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        help_text="PDF, Word (.docx) or OpenDocument (.odt).",
                        storage=content.models.document.documents_storage,
                        upload_to=content.documents.upload_checks.document_path,
                        validators=[content.documents.upload_checks.check_document],
                        verbose_name="file",
                    ),
                ),
                (
                    "media_type",
                    models.CharField(editable=False, max_length=100, verbose_name="type"),
                ),
                ("size", models.PositiveIntegerField(editable=False, verbose_name="size in bytes")),
                (
                    "pages",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="pages"),
                ),
                ("text", models.TextField(blank=True, editable=False, verbose_name="text")),
                (
                    "is_tagged",
                    models.BooleanField(editable=False, null=True, verbose_name="has tags"),
                ),
                (
                    "has_title",
                    models.BooleanField(editable=False, null=True, verbose_name="has a title"),
                ),
                (
                    "cover",
                    models.ImageField(
                        blank=True,
                        editable=False,
                        height_field="cover_height",
                        upload_to=content.pictures.renditions.picture_path,
                        verbose_name="cover",
                        width_field="cover_width",
                    ),
                ),
                ("cover_width", models.PositiveIntegerField(editable=False, null=True)),
                ("cover_height", models.PositiveIntegerField(editable=False, null=True)),
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
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["-published_at", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at", None),
                            ("published_at", None),
                            ("expires_at__gt", models.F("published_at")),
                            _connector="OR",
                        ),
                        name="content_document_expires_after_published",
                        violation_error_message="It has to be taken down after it is published.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title__in", ["", "{}"]), _negated=True),
                            models.Q(("file__in", ["", "{}"]), _negated=True),
                        ),
                        name="content_document_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "newsletter",
                                    "membership_form",
                                    "application_form",
                                    "poster",
                                    "information_pack",
                                    "agreement",
                                    "other",
                                ],
                            )
                        ),
                        name="content_document_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "media_type__in",
                                [
                                    "application/pdf",
                                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                    "application/vnd.oasis.opendocument.text",
                                ],
                            )
                        ),
                        name="content_document_media_type_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Council",
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
                ("name", content.text.fields.I18nCharField(verbose_name="name of the council")),
                ("home_city_name", content.text.fields.I18nCharField(verbose_name="home city")),
                (
                    "country",
                    django_countries.fields.CountryField(
                        countries=content.text.countries.SortedCountries,
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="the council's main website")),
                (
                    "welcome",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="The large line on the home page.",
                        verbose_name="welcome",
                    ),
                ),
                (
                    "introduction",
                    content.text.fields.RichTextField(
                        blank=True,
                        help_text="The text on the home page.",
                        verbose_name="introduction",
                    ),
                ),
                (
                    "officer_role",
                    content.text.fields.I18nCharField(
                        help_text="Such as “International Officer”. No name.",
                        verbose_name="officer's role",
                    ),
                ),
                (
                    "office_address",
                    content.text.fields.I18nTextField(verbose_name="address of the office"),
                ),
                (
                    "phone",
                    models.CharField(blank=True, max_length=50, verbose_name="phone of the office"),
                ),
                (
                    "email",
                    models.EmailField(
                        help_text="Volunteers' applications and messages arrive here.",
                        max_length=254,
                        verbose_name="mailbox of the office",
                    ),
                ),
                (
                    "switchboard",
                    models.CharField(
                        blank=True, max_length=50, verbose_name="the council's switchboard"
                    ),
                ),
                (
                    "postal_address",
                    content.text.fields.I18nTextField(
                        blank=True, verbose_name="the council's postal address"
                    ),
                ),
                ("facebook_url", models.URLField(blank=True, verbose_name="Facebook page")),
                ("x_url", models.URLField(blank=True, verbose_name="X page")),
                ("instagram_url", models.URLField(blank=True, verbose_name="Instagram page")),
                (
                    "wordmark",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="The site's name beside the logo.",
                        verbose_name="wordmark",
                    ),
                ),
                (
                    "brand_color",
                    models.CharField(
                        default="#0f4c5c",
                        help_text="White text has to be readable on it.",
                        max_length=7,
                        validators=[content.contrast.validate_brand_color],
                        verbose_name="brand colour",
                    ),
                ),
                (
                    "footer_text",
                    content.text.fields.I18nTextField(
                        blank=True, verbose_name="text at the foot of every page"
                    ),
                ),
                (
                    "copyright",
                    content.text.fields.I18nCharField(blank=True, verbose_name="copyright line"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last updated")),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="content.picture",
                        verbose_name="logo",
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
                        verbose_name="picture of the home page",
                    ),
                ),
            ],
            options={
                "verbose_name": "council",
                "verbose_name_plural": "council",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))
                        ),
                        name="content_council_on_the_globe",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)),
                        name="content_council_only_one",
                        violation_error_message="There is only one council.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name__in", ["", "{}"]), _negated=True),
                            models.Q(("home_city_name__in", ["", "{}"]), _negated=True),
                            models.Q(("country__in", ["", "{}"]), _negated=True),
                            models.Q(("time_zone__in", ["", "{}"]), _negated=True),
                            models.Q(("officer_role__in", ["", "{}"]), _negated=True),
                            models.Q(("office_address__in", ["", "{}"]), _negated=True),
                            models.Q(("email__in", ["", "{}"]), _negated=True),
                        ),
                        name="content_council_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="made"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("sent", "sent"), ("failed", "failed")],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "error_type",
                    models.CharField(blank=True, max_length=255, verbose_name="kind of error"),
                ),
                ("error", models.TextField(blank=True, verbose_name="error")),
                (
                    "email",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="content.queuedemail",
                        verbose_name="letter",
                    ),
                ),
            ],
            options={
                "verbose_name": "try",
                "verbose_name_plural": "tries",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["sent", "failed"])),
                        name="content_deliveryattempt_outcome_is_known",
                    )
                ],
            },
        ),
    ]
