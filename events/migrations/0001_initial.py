import content.models.location
import content.text.fields
import datetime
import django.core.validators
import django.db.models.deletion
import events.dates.recurrence
import uuid
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
            name="Event",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("scheduled", "scheduled"),
                            ("cancelled", "cancelled"),
                            ("postponed", "postponed"),
                            ("rescheduled", "rescheduled"),
                            ("moved_online", "moved online"),
                        ],
                        default="scheduled",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "starts_at",
                    models.DateTimeField(
                        db_index=True,
                        validators=[
                            django.core.validators.MinValueValidator(
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
                            ),
                            django.core.validators.MaxValueValidator(
                                datetime.datetime(2199, 12, 31, 0, 0, tzinfo=datetime.timezone.utc)
                            ),
                        ],
                        verbose_name="starts",
                    ),
                ),
                (
                    "ends_at",
                    models.DateTimeField(
                        validators=[
                            django.core.validators.MinValueValidator(
                                datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
                            ),
                            django.core.validators.MaxValueValidator(
                                datetime.datetime(2199, 12, 31, 0, 0, tzinfo=datetime.timezone.utc)
                            ),
                        ],
                        verbose_name="ends",
                    ),
                ),
                (
                    "is_all_day",
                    models.BooleanField(
                        default=False,
                        help_text="For exhibitions and festivals: only the days count, not the hours.",
                        verbose_name="whole days",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        help_text="Where the event takes place, such as “Europe/London”.",
                        max_length=50,
                        validators=[content.models.location.check_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "previous_starts_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="For rescheduled events: the date as it was first announced.",
                        null=True,
                        verbose_name="was to start",
                    ),
                ),
                (
                    "recurrence",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        validators=[events.dates.recurrence.check_recurrence],
                        verbose_name="repeats",
                    ),
                ),
                (
                    "last_ends_at",
                    models.DateTimeField(
                        db_index=True,
                        editable=False,
                        help_text="End of the last occurrence, None if it repeats for ever; see save().",
                        null=True,
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", content.text.fields.I18nCharField(verbose_name="title")),
                ("slug", models.SlugField(unique=True, verbose_name="short name in the address")),
                (
                    "status_note",
                    content.text.fields.I18nTextField(
                        blank=True,
                        help_text="Such as why it is cancelled.",
                        verbose_name="what visitors have to know",
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        default=0,
                        editable=False,
                        help_text="How often calendars were told of a new date, place or status; see save().",
                    ),
                ),
                (
                    "place",
                    content.text.fields.I18nCharField(
                        blank=True, help_text="Such as “Town Hall”.", verbose_name="place"
                    ),
                ),
                ("address", content.text.fields.I18nTextField(blank=True, verbose_name="address")),
                ("online_url", models.URLField(blank=True, verbose_name="online address")),
                ("booking_url", models.URLField(blank=True, verbose_name="booking")),
                (
                    "price",
                    content.text.fields.I18nCharField(
                        blank=True, help_text="Such as “Free”.", verbose_name="price"
                    ),
                ),
                (
                    "organiser",
                    content.text.fields.I18nCharField(
                        blank=True,
                        help_text="Organisations, not private persons.",
                        verbose_name="organised by",
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
                    "cities",
                    models.ManyToManyField(
                        blank=True,
                        related_name="events",
                        to="cities.city",
                        verbose_name="cities it is about",
                    ),
                ),
                (
                    "city",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: in the home city.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="hosted_events",
                        to="cities.city",
                        verbose_name="takes place in",
                    ),
                ),
                (
                    "documents",
                    models.ManyToManyField(
                        blank=True,
                        related_name="events",
                        to="content.document",
                        verbose_name="documents",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        related_name="events",
                        to="links.linkgroup",
                        verbose_name="groups",
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
                    "poster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="poster_of",
                        to="content.document",
                        verbose_name="poster",
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(
                        blank=True, related_name="events", to="content.theme", verbose_name="themes"
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-starts_at", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="events.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="content.picture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OccurrenceChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "original_starts_at",
                    models.DateTimeField(
                        help_text="When this occurrence would have started.",
                        verbose_name="date by the rule",
                    ),
                ),
                ("is_cancelled", models.BooleanField(default=False, verbose_name="cancelled")),
                (
                    "starts_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="now starts"),
                ),
                ("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="now ends")),
                (
                    "note",
                    content.text.fields.I18nCharField(
                        blank=True, verbose_name="what visitors have to know"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="events.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of one date",
                "verbose_name_plural": "changes of single dates",
                "ordering": ["original_starts_at"],
            },
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                fields=["recurrence", "last_ends_at", "starts_at", "published_at", "expires_at"],
                name="events_event_upcoming",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("expires_at", None),
                    ("published_at", None),
                    ("expires_at__gt", models.F("published_at")),
                    _connector="OR",
                ),
                name="events_event_expires_after_published",
                violation_error_message="It has to be taken down after it is published.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("picture_is_decorative", False), ("picture__isnull", False), _connector="OR"
                ),
                name="events_event_decoration_is_a_picture",
                violation_error_message="Choose the picture first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "status__in",
                        ["scheduled", "cancelled", "postponed", "rescheduled", "moved_online"],
                    )
                ),
                name="events_event_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "ends_at__lte",
                        datetime.datetime(2199, 12, 31, 0, 0, tzinfo=datetime.timezone.utc),
                    ),
                    (
                        "starts_at__gte",
                        datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.timezone.utc),
                    ),
                ),
                name="events_event_in_our_times",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                name="events_event_ends_after_start",
                violation_error_message="It has to end after it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title__in", ["", "{}"]), _negated=True),
                    models.Q(("slug__in", ["", "{}"]), _negated=True),
                    models.Q(("time_zone__in", ["", "{}"]), _negated=True),
                    models.Q(("summary__in", ["", "{}"]), _negated=True),
                ),
                name="events_event_has_its_texts",
                violation_error_message="A text that is needed is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventphoto",
            constraint=models.UniqueConstraint(
                fields=("event", "picture"), name="events_eventphoto_once_an_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="occurrencechange",
            constraint=models.UniqueConstraint(
                fields=("event", "original_starts_at"), name="events_occurrencechange_once_a_date"
            ),
        ),
        migrations.AddConstraint(
            model_name="occurrencechange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends_at", None), ("is_cancelled", True), ("starts_at", None)),
                    models.Q(
                        ("ends_at__gt", models.F("starts_at")),
                        ("ends_at__isnull", False),
                        ("is_cancelled", False),
                        ("starts_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="events_occurrencechange_cancelled_or_moved",
                violation_error_message="Either cancel it, or give its new start and end.",
            ),
        ),
    ]
