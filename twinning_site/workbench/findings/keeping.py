"""Keep what was found: of all rows every night, of one row whenever a version of it is kept."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from content.models import Finding, Version
from twinning_site.workbench.findings.looks import LOOKS, findings_in

# Rows whose findings are kept in one transaction, so that nobody waits long for its end
BATCH = 200


def look_at_everything() -> int:
    """Look at all rows, and forget what was found in rows that are gone; return what is open."""
    for model in LOOKS:
        kind = ContentType.objects.get_for_model(model)
        rows = iter(model._default_manager.order_by("pk").iterator(BATCH))
        while batch := list(islice(rows, BATCH)):
            _keep(kind, [row.pk for row in batch], (f for row in batch for f in findings_in(row)))
        gone = Finding.objects.filter(content_type=kind)
        gone.exclude(object_id__in=model._base_manager.values("pk")).delete()
    return Finding.objects.open().count()


@receiver(post_save, sender=Version)
def look_again(instance: Version, raw: bool, **signal: Any) -> None:
    """Look at a row of which a version is kept, in the transaction that saved it."""
    model = instance.content_type.model_class()
    if raw or model not in LOOKS:
        return
    row = model._default_manager.filter(pk=instance.object_id).first()
    found = findings_in(row) if row is not None and not instance.is_deletion else []
    _keep(instance.content_type, [int(instance.object_id)], found)


@transaction.atomic
def _keep(kind: ContentType, keys: list[int], found: Iterable[Finding]) -> None:
    """Store the new findings of these rows, and delete those that are no longer found.

    What is still found stays as it is, with the word of whoever called it fine.
    """
    known: dict[tuple[int, str], int] = {
        (key, fingerprint): pk
        for pk, key, fingerprint in Finding.objects.filter(
            content_type=kind, object_id__in=keys
        ).values_list("pk", "object_id", "fingerprint")
    }
    new = []
    for finding in found:
        if known.pop((finding.object_id, finding.fingerprint), None) is None:
            new.append(finding)
    if known:
        Finding.objects.filter(pk__in=known.values()).delete()
    # Another process may have found the same meanwhile.
    Finding.objects.bulk_create(new, ignore_conflicts=True)
