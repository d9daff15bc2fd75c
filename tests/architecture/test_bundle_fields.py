"""Bundles know every model and field: what one neither carries nor leaves out is forgotten."""

import pytest
from django.apps import apps
from django.conf import settings

from twinning_site.bundles.declarations import KINDS
from twinning_site.bundles.values import field_of, type_in_words

DOCS = (settings.BASE_DIR / "docs/bundles.md").read_text()
PARTS = [part for kind in KINDS for part in kind.parts]
OURS = {"content", "cities", "links", "events", "volunteers", "pages"}
# Persons, what the site keeps for itself, and what docs/bundles.md says is not carried
NOT_IN_BUNDLES = {
    *("content.AuditEntry", "content.DeliveryAttempt", "content.Draft", "content.ErasureRecord"),
    *("content.ExternalAddress", "content.Finding", "content.GeneratedPdf"),
    *("content.OutdatedTranslation", "content.PreviewLink", "content.QueuedEmail"),
    *("content.RateCount", "content.ReleaseRequest", "content.SiteVersion"),
    *("content.StagedUpload", "content.UnsavedForm", "content.Version"),
    *("links.DropBox", "links.GroupWriter", "pages.Enquiry", "pages.Feedback"),
    *("volunteers.Answer", "volunteers.Application", "volunteers.Note"),
}


def carried_fields(declared):
    own = {getattr(declared, "key", ""), getattr(declared, "parent", "")} - {""}
    return {*declared.facts, *declared.texts, *own}


@pytest.mark.parametrize("declared", [*KINDS, *PARTS], ids=lambda declared: declared.name)
def test_every_field_is_carried_or_left_out(declared):
    options = declared.model._meta
    fields = {field.name for field in (*options.fields, *options.many_to_many)}

    assert carried_fields(declared) | {*declared.left_out} == fields
    assert not carried_fields(declared) & {*declared.left_out}


def test_every_model_is_carried_or_left_out():
    carried = {declared.model._meta.label for declared in (*KINDS, *PARTS)}
    models = {model._meta.label for model in apps.get_models() if model._meta.app_label in OURS}

    assert carried | NOT_IN_BUNDLES == models
    assert not carried & NOT_IN_BUNDLES


def section(kind):
    return DOCS.split(f"\n### {kind.name}\n")[1].split("\n### ")[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_description_has_every_name_and_no_other(kind):
    rows = [
        f"| facts | `{name}` | {type_in_words(field_of(declared.model, name))} |"
        for declared in (kind, *kind.parts)
        for name in declared.facts
    ]
    texts = [f"`{name}`" for declared in (kind, *kind.parts) for name in declared.texts]
    lines = section(kind).splitlines()

    assert [line for line in lines if line.startswith("| facts")] == rows
    assert [line.split(" | ")[1] for line in lines if line.startswith("| texts")] == texts
    assert all(f"[[{part.name}]]" in section(kind) for part in kind.parts)
