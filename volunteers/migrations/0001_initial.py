import content.text.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cities", "0001_initial"),
        ("content", "0001_initial"),
        ("links", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.CharField(
                        help_text="Such as “2026-1”.",
                        max_length=20,
                        unique=True,
                        verbose_name="version",
                    ),
                ),
                (
                    "text",
                    content.text.fields.I18nTextField(
                        help_text="The sentence beside the box that people tick, in plain words.",
                        verbose_name="wording",
                    ),
                ),
                (
                    "valid_from",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="valid from"
                    ),
                ),
            ],
            options={
                "verbose_name": "consent wording",
                "verbose_name_plural": "consent wordings",
                "ordering": ["-valid_from"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("version__in", ["", "{}"]), _negated=True),
                            models.Q(("text__in", ["", "{}"]), _negated=True),
                        ),
                        name="volunteers_consentwording_has_its_texts",
                        violation_error_message="A text that is needed is empty.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Application",
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
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="phone")),
                (
                    "languages",
                    models.CharField(blank=True, max_length=300, verbose_name="languages spoken"),
                ),
                (
                    "skills",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="skills and experience"
                    ),
                ),
                (
                    "availability",
                    models.CharField(blank=True, max_length=300, verbose_name="availability"),
                ),
                ("message", models.TextField(blank=True, max_length=4000, verbose_name="message")),
                (
                    "former_references",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="References of applications merged into this one, with spaces between.",
                    ),
                ),
                (
                    "consent_given_at",
                    models.DateTimeField(editable=False, verbose_name="consent given"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("contacted", "contacted"),
                            ("passed", "passed to a group"),
                            ("active", "active"),
                            ("withdrawn", "withdrawn"),
                            ("declined", "declined"),
                        ],
                        default="new",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "state_since",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="in this state since",
                    ),
                ),
                (
                    "vetting_seen_on",
                    models.DateField(
                        blank=True,
                        help_text="The day you saw the certificate. Nothing else about it is kept.",
                        null=True,
                        verbose_name="vetting seen on",
                    ),
                ),
                (
                    "cities",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="cities.city",
                        verbose_name="links of interest",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="links.linkgroup",
                        verbose_name="passed to",
                    ),
                ),
                (
                    "interests",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="content.theme", verbose_name="interests"
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
                (
                    "consent_wording",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="volunteers.consentwording",
                        verbose_name="consent wording",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="date"
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="The applicant may ask to read what is written here.",
                        verbose_name="note",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="volunteers.application",
                        verbose_name="application",
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
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(
                fields=["state", "state_since"], name="volunteers__state_53b4af_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["new", "contacted", "passed", "active", "withdrawn", "declined"])
                ),
                name="volunteers_application_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True), models.Q(("email", ""), _negated=True)
                ),
                name="volunteers_application_has_name_and_email",
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__in", ["", "{}"]), _negated=True),
                name="volunteers_note_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
    ]
