"""What no row may hold, whatever wrote it: each named constraint is broken once."""

import importlib
import pkgutil
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone
from factory.django import DjangoModelFactory

import tests.factories
from content.text.fields import Multilingual
from tests.factories.group import LinkGroupFactory

LABELS = ["content", "cities", "links", "events", "volunteers", "pages"]
MODELS = {
    model._meta.label: model
    for label in LABELS
    for model in apps.get_app_config(label).get_models()
    if not model._meta.proxy
}
# Rows that code makes; nobody types into them.
MADE_BY_CODE = {
    "content.AuditEntry",
    "content.DeliveryAttempt",
    "content.GeneratedPdf",
    "content.QueuedEmail",
    "content.RateCount",
    "search.SearchEntry",
}
# Their values are a setting or a number; the database cannot know them.
OPEN_CHOICES = {"language", "country", "focus_x", "focus_y"}
# The form asks for these, or code fills them in; a constraint of another name watches over them.
WATCHED_ELSEWHERE = {
    "volunteers.Application": {"name", "email"},
    "content.Document": {"media_type"},
    "content.Video": {"media_type"},
    "content.Council": {"brand_color", "accent_color"},
}
# What another constraint asks for.
REASON = {
    ("cities.City", "status"): {"status_reason": "War."},
    ("pages.Page", "conformance"): {"kind": "accessibility"},
    ("volunteers.Question", "kind"): {"choices": "Small\nLarge"},
}
NOW = timezone.now()

BROKEN = [
    ("content.Document", "expires_after_published", {"expires_at": F("published_at")}),
    ("content.Document", "media_type_is_known", {"media_type": "application/x-msdownload"}),
    ("content.Video", "expires_after_published", {"expires_at": F("published_at")}),
    ("content.Video", "media_type_is_known", {"media_type": "video/quicktime"}),
    ("content.Video", "public_with_captions", {"captions": "", "published_at": NOW}),
    ("content.Video", "public_with_transcript", {"is_silent": True, "published_at": NOW}),
    ("content.Picture", "focus_inside", {"focus_x": 110}),
    ("content.Picture", "focus_inside", {"focus_y": 101}),
    ("content.Council", "on_the_globe", {"latitude": "90.1"}),
    ("content.Council", "only_one", {"id": 2}),
    ("content.MailTemplate", "has_its_texts", {"name": ""}),
    ("content.QueuedEmail", "has_its_texts", {"sender": ""}),
    ("content.QueuedEmail", "has_its_texts", {"recipient": ""}),
    ("content.QueuedEmail", "has_its_texts", {"message_id": ""}),
    ("content.QueuedEmail", "state_is_known", {"state": "nonsense", "due_at": None}),
    ("content.QueuedEmail", "is_due_while_waiting", {"due_at": None}),
    ("content.QueuedEmail", "is_due_while_waiting", {"state": "given_up"}),
    ("content.QueuedEmail", "sent_has_its_moment", {"sent_at": NOW}),
    ("content.QueuedEmail", "sent_has_its_moment", {"state": "sent", "due_at": None}),
    ("content.DeliveryAttempt", "outcome_is_known", {"outcome": "nonsense"}),
    ("cities.City", "expires_after_published", {"expires_at": F("published_at")}),
    ("cities.City", "decoration_is_a_picture", {"picture_is_decorative": True}),
    ("cities.City", "on_the_globe", {"longitude": "-180.1"}),
    ("cities.City", "status_has_reason", {"status": "ended"}),
    ("cities.City", "status_has_reason", {"status": "suspended", "status_reason": {"en": " "}}),
    ("cities.City", "plausible_year", {"since_year": 76}),
    ("content.DocumentKind", "has_a_name", {"name": ""}),
    ("cities.LinkKind", "has_a_name", {"name": {"en": " "}}),
    ("cities.MilestoneKind", "has_a_name", {"name": ""}),
    ("cities.Milestone", "plausible_year", {"year": 76}),
    ("cities.Milestone", "month_in_year", {"month": 13}),
    ("cities.Milestone", "day_needs_month", {"day": 1}),
    ("cities.Milestone", "day_in_month", {"month": 4, "day": 31}),
    ("cities.Milestone", "day_in_month", {"month": 2, "day": 30}),
    ("cities.Milestone", "day_in_month", {"year": 1947, "month": 2, "day": 29}),
    ("cities.Milestone", "day_in_month", {"year": 1900, "month": 2, "day": 29}),
    ("links.LinkGroup", "expires_after_published", {"expires_at": F("published_at")}),
    ("links.LinkGroup", "decoration_is_a_picture", {"picture_is_decorative": True}),
    ("links.LinkGroup", "not_its_own_umbrella", {"umbrella": F("pk")}),
    (
        "links.LinkGroup",
        "umbrella_stands_alone",
        lambda: {"is_umbrella": True, "umbrella": LinkGroupFactory(is_umbrella=True)},
    ),
    ("links.LinkGroup", "partner_has_a_name", {"partner_url": "https://example.org/"}),
    ("links.Contact", "shows_name_it_has", {"show_name": True, "name": ""}),
    ("links.Contact", "shows_email_it_has", {"show_email": True, "email": ""}),
    ("links.Contact", "shows_phone_it_has", {"show_phone": True, "phone": ""}),
    ("links.Contact", "asked_has_email", {"confirms_page": True, "email": ""}),
    ("links.Contact", "receiver_has_email", {"receives_messages": True, "email": ""}),
    ("links.Fund", "expires_after_published", {"expires_at": F("published_at")}),
    ("links.Fund", "all_year_or_deadline", {"is_all_year": True, "deadline": "2026-12-31"}),
    ("links.Newsletter", "expires_after_published", {"expires_at": F("published_at")}),
    ("links.Newsletter", "decoration_is_a_picture", {"picture_is_decorative": True}),
    ("links.Newsletter", "plausible_year", {"year": 2201}),
    ("links.Newsletter", "month_in_year", {"month": 0}),
    ("links.Newsletter", "day_needs_month", {"day": 31}),
    ("links.Newsletter", "day_in_month", {"month": 11, "day": 31}),
    ("links.Article", "decoration_is_a_picture", {"picture_is_decorative": True}),
    ("events.Event", "expires_after_published", {"expires_at": F("published_at")}),
    ("events.Event", "decoration_is_a_picture", {"picture_is_decorative": True}),
    ("events.Event", "ends_after_start", {"ends_at": F("starts_at")}),
    ("events.Event", "in_our_times", {"starts_at": datetime(1899, 12, 31, tzinfo=UTC)}),
    ("events.Event", "in_our_times", {"ends_at": datetime(9999, 1, 1, tzinfo=UTC)}),
    ("events.OccurrenceChange", "cancelled_or_moved", {"is_cancelled": False}),
    ("events.OccurrenceChange", "cancelled_or_moved", {"starts_at": NOW}),
    (
        "events.OccurrenceChange",
        "cancelled_or_moved",
        {"is_cancelled": False, "starts_at": NOW, "ends_at": NOW - timedelta(hours=1)},
    ),
    ("volunteers.Application", "has_name_and_email", {"name": ""}),
    ("volunteers.Question", "has_choices", {"kind": "one"}),
    ("volunteers.Question", "has_choices", {"kind": "several", "choices": {"en": " "}}),
    ("volunteers.Answer", "has_its_texts", {"label": ""}),
    ("volunteers.Application", "has_name_and_email", {"email": ""}),
    ("pages.Notice", "ends_after_start", {"ends_at": F("starts_at")}),
    ("pages.Page", "expires_after_published", {"expires_at": F("published_at")}),
    ("pages.Page", "decoration_is_a_picture", {"picture_is_decorative": True}),
    ("pages.Page", "conformance_of_statement", {"conformance": "full"}),
    ("pages.Page", "conformance_of_statement", {"conformance": "full", "kind": "privacy"}),
]


def text_fields(label: str) -> list[str]:
    """The texts and files of a model that may not be empty, and whose values are free."""
    return [
        field.name
        for field in MODELS[label]._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.FileField)
        and not (field.blank or field.null or field.name in WATCHED_ELSEWHERE.get(label, ()))
        and (field.editable or label == "content.ErasureRecord")
        and (not field.choices or field.name == "country")
    ]


NEEDED = [
    (label, name) for label in MODELS if label not in MADE_BY_CODE for name in text_fields(label)
]
CHOSEN = [
    (label, field.name)
    for label, model in MODELS.items()
    if label not in MADE_BY_CODE
    for field in model._meta.concrete_fields
    if field.choices and field.name not in OPEN_CHOICES
]


def a_row(label: str) -> models.QuerySet:
    """The query set of one valid row of the model."""
    for module in pkgutil.iter_modules(tests.factories.__path__):
        importlib.import_module(f"tests.factories.{module.name}")
    waiting = [DjangoModelFactory]
    while waiting:
        factory = waiting.pop()
        waiting += factory.__subclasses__()
        if factory._meta.model is MODELS[label]:
            return MODELS[label]._base_manager.filter(pk=factory().pk)
    raise LookupError(label)


def assert_refused(label: str, constraint: str, values: dict) -> None:
    row = a_row(label)
    name = f"{label.lower().replace('.', '_')}_{constraint}"

    with pytest.raises(IntegrityError, match=rf"\b{name}\b"), transaction.atomic():
        row.update(**values)


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "constraint", "values"), BROKEN)
def test_the_database_refuses_what_cannot_be(label, constraint, values):
    assert_refused(label, constraint, values() if callable(values) else values)


@pytest.mark.django_db
@pytest.mark.parametrize("nothing", ["", " \u00a0", {"en": " ", "de": ""}], ids=repr)
@pytest.mark.parametrize(("label", "field"), NEEDED)
def test_the_database_refuses_rows_without_their_texts(label, field, nothing):
    has_languages = isinstance(MODELS[label]._meta.get_field(field), Multilingual)

    assert_refused(label, "has_its_texts", {field: nothing if has_languages else ""})


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "field"), CHOSEN)
def test_the_database_refuses_what_cannot_be_chosen(label, field):
    assert_refused(
        label, f"{field}_is_known", {field: "nonsense", **REASON.get((label, field), {})}
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "field"), CHOSEN)
def test_the_database_takes_all_that_can_be_chosen(label, field):
    row = a_row(label)

    for value, _name in MODELS[label]._meta.get_field(field).choices:
        assert row.update(**{field: value}, **REASON.get((label, field), {})) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2024, 2, 29), (2000, 2, 29), (1947, 2, 28), (1947, 1, 31), (1947, 4, 30), (1947, 6, None)],
)
def test_the_database_takes_days_that_there_were(year, month, day):
    assert a_row("cities.Milestone").update(year=year, month=month, day=day) == 1


def test_no_constraint_is_left_out():
    of_models = {
        constraint.name
        for model in MODELS.values()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    }
    broken = {(label, name) for label, name, _values in BROKEN}
    broken |= {(label, "has_its_texts") for label, _field in NEEDED}
    broken |= {(label, f"{field}_is_known") for label, field in CHOSEN}

    assert of_models == {f"{label}.{name}".lower().replace(".", "_") for label, name in broken}


@pytest.mark.django_db
def test_groups_cannot_be_in_a_circle():
    first, second = LinkGroupFactory(), LinkGroupFactory(is_umbrella=True)
    first.umbrella = second
    first.save()
    second.umbrella = first

    with pytest.raises(ValidationError, match="This group is not an umbrella group."):
        second.save()
    first.is_umbrella = True
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


@pytest.mark.django_db
def test_an_umbrella_with_members_stays_one():
    umbrella = LinkGroupFactory(is_umbrella=True)
    LinkGroupFactory(umbrella=umbrella)
    umbrella.is_umbrella = False

    with pytest.raises(ValidationError, match="Groups belong to it"):
        umbrella.save()
