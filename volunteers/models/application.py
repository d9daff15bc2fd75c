"""Applications of volunteers: personal data, for officers only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cities.models import City
from content.models import Theme
from content.models.constraints import is_one_of
from content.models.submission import Submission, SubmissionQuerySet
from content.text.plain_fields import PlainCharField, PlainEmailField, PlainTextField
from content.text.transliteration import spelt_out, unaccented
from links.models import LinkGroup
from volunteers.models.consent import ConsentWording
from volunteers.models.task import VolunteerTask
from volunteers.signed_addresses import own_page_token


class ApplicationState(models.TextChoices):
    """Where an application stands in the office's work."""

    NEW = "new", _("new")
    CONTACTED = "contacted", _("contacted")
    PASSED = "passed", _("passed to a group")
    ACTIVE = "active", _("active")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DECLINED = "declined", _("declined")

    @property
    def progress(self) -> int:
        """Return how far it is; of two applications of one person the further one counts.

        One that somebody still works on is further than a closed one, which nobody looks at, and
        what the person took back is further than what the office declined: it is erased earlier.
        """
        order = [self.DECLINED, self.WITHDRAWN, self.NEW, self.CONTACTED, self.PASSED, self.ACTIVE]
        return order.index(self)

    @property
    def next_step(self) -> str:
        """Return the state that mostly follows, or the same if none does."""
        return NEXT_STEPS.get(self, self)


# The way of an application through the office
NEXT_STEPS: dict[str, str] = {
    ApplicationState.NEW: ApplicationState.CONTACTED,
    ApplicationState.CONTACTED: ApplicationState.PASSED,
    ApplicationState.PASSED: ApplicationState.ACTIVE,
}


class ApplicationQuerySet(SubmissionQuerySet["Application"]):
    """Applications by who waits, by reference and by person."""

    def waiting(self) -> Self:
        """Keep those that wait for an officer or a group."""
        called = models.Q(state=ApplicationState.PASSED, called_at__isnull=False)
        return self.accepted().filter(~called, state__in=settings.VOLUNTEER_OVERDUE_DAYS)

    def unanswered_by_group(self) -> Self:
        """Keep those that a group has had for too long without a word, and was not reminded of."""
        return self.overdue().filter(state=ApplicationState.PASSED, reminded_at=None)

    def overdue(self) -> Self:
        """Keep those that have waited longer than their state allows."""
        now = timezone.now()
        late = models.Q()
        for state, days in settings.VOLUNTEER_OVERDUE_DAYS.items():
            late |= models.Q(state=state, state_since__lt=now - timedelta(days=days))
        return self.waiting().filter(late)

    def by_reference(self, reference: str) -> Application | None:
        """Return the application that the link of this reference opens, or None.

        It is the one with the reference, or the one of the same person that it was merged into.
        """
        former = models.Q(linked_references__contains=reference)
        return self.filter(models.Q(reference=reference) | former).first()

    def like(self, application: Application) -> Self:
        """Keep other applications with the same e-mail address, phone or name."""
        # By our own table of letters: SQLite knows no other capitals than those of ASCII.
        names = {unaccented(application.name), spelt_out(application.name)}
        same_name = [
            pk
            for pk, name in self.values_list("pk", "name")
            if not names.isdisjoint({unaccented(name), spelt_out(name)})
        ]
        same = models.Q(email__iexact=application.email) | models.Q(pk__in=same_name)
        if application.phone:
            same |= models.Q(phone=application.phone)
        return self.filter(same).exclude(pk=application.pk)


class Application(Submission):
    """One person's offer to help."""

    PREFIX = "VOL"
    # The answers that are plain text; the form and merging copy them by name.
    TEXT_FIELDS = ["name", "email", "phone", "languages", "skills", "availability", "message"]

    name = PlainCharField(_("name"), max_length=200)
    email = PlainEmailField(_("e-mail address"))
    phone = PlainCharField(_("phone"), max_length=50, blank=True)
    cities = models.ManyToManyField(
        City, blank=True, related_name="+", verbose_name=_("links of interest")
    )
    interests = models.ManyToManyField(
        Theme, blank=True, related_name="+", verbose_name=_("interests")
    )
    tasks = models.ManyToManyField(
        VolunteerTask, blank=True, related_name="applications", verbose_name=_("tasks")
    )
    languages = PlainCharField(_("languages spoken"), max_length=300, blank=True)
    skills = PlainTextField(_("skills and experience"), max_length=2000, blank=True)
    availability = PlainCharField(_("availability"), max_length=300, blank=True)
    message = PlainTextField(_("message"), max_length=4000, blank=True)

    former_references = models.TextField(
        blank=True,
        editable=False,
        help_text="References of applications merged into this one, with spaces between.",
    )
    linked_references = models.TextField(
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text="Those of them whose links open this one: they had the same e-mail address.",
    )
    consent_wording = models.ForeignKey(
        ConsentWording,
        on_delete=models.PROTECT,
        related_name="applications",
        editable=False,
        verbose_name=_("consent wording"),
    )
    consent_given_at = models.DateTimeField(_("consent given"), editable=False)

    state = models.CharField(
        _("state"), max_length=20, choices=ApplicationState, default=ApplicationState.NEW
    )
    state_since = models.DateTimeField(
        _("in this state since"), default=timezone.now, editable=False
    )
    group = models.ForeignKey(
        LinkGroup,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("passed to"),
    )
    called_at = models.DateTimeField(
        _("the group has called"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When the group that it was passed to said that it has called the person."),
    )
    reminded_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When the site reminded the group that it is passed to; it does so once.",
    )
    vetting_seen_on = models.DateField(
        _("vetting seen on"),
        null=True,
        blank=True,
        help_text=_("The day you saw the certificate. Nothing else about it is kept."),
    )

    objects: ClassVar = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            is_one_of("state", ApplicationState),
            models.CheckConstraint(
                name="volunteers_application_has_name_and_email",
                condition=~models.Q(name="") & ~models.Q(email=""),
            ),
        ]
        indexes = [models.Index(fields=["state", "state_since"])]
        ordering = ["-created_at", "-pk"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")

    def get_absolute_url(self) -> str:
        """Return the applicant's own page. Its address is a key: show it to nobody else."""
        return reverse("volunteers:application", kwargs={"token": own_page_token(self.reference)})

    def has_address_of(self, other: Application) -> bool:
        """Return whether both have the same e-mail address, ignoring case."""
        return self.email.strip().lower() == other.email.strip().lower()

    def end_links(self) -> None:
        """Take a new reference; the links that were sent so far then open nothing any more.

        The office still finds the application by the former one.
        """
        self.former_references = f"{self.former_references} {self.reference}".strip()
        self.linked_references = ""
        self.reference = self.new_reference()

    @property
    def is_closed(self) -> bool:
        """Return whether it was withdrawn or declined."""
        return self.state in {ApplicationState.WITHDRAWN, ApplicationState.DECLINED}

    @property
    def next_state(self) -> str:
        """Return the state that mostly follows."""
        return ApplicationState(self.state).next_step

    @property
    def days_waiting(self) -> int | None:
        """Return the whole days since the last change, or None if nobody is waited for."""
        has_called = self.state == ApplicationState.PASSED and self.called_at
        if self.held_for or has_called or self.state not in settings.VOLUNTEER_OVERDUE_DAYS:
            return None
        return (timezone.now() - self.state_since).days

    @property
    def is_overdue(self) -> bool:
        """Return whether it has waited longer than VOLUNTEER_OVERDUE_DAYS allows."""
        days = self.days_waiting
        return days is not None and days >= settings.VOLUNTEER_OVERDUE_DAYS[self.state]

    @property
    def erasure_date_once_withdrawn(self) -> date:
        """Return the day of erasure if it is withdrawn today, which never puts the erasure off."""
        return min(self.erasure_date(ApplicationState.WITHDRAWN), self.erase_on)

    @property
    def consent_text(self) -> str:
        """Return the wording in the language in which the applicant read it."""
        return self.consent_wording.text.localize(self.language)

    @classmethod
    def field_labels(cls) -> dict[str, str]:
        """Return the verbose name of each field by the field's name."""
        fields = [*cls._meta.fields, *cls._meta.many_to_many]
        return {field.name: str(field.verbose_name) for field in fields}

    @classmethod
    def erasure_date(cls, state: str) -> date:
        """Return the day of erasure for an application whose state changes to `state` today."""
        return timezone.localdate() + timedelta(days=settings.VOLUNTEER_KEEP_DAYS[state])
