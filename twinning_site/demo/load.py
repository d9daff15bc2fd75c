"""Demos: a bundle for each council in `councils/`, loaded into an empty site."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db.models import ProtectedError
from django.utils import translation

from twinning_site.bundles.declarations import KIND_BY_NAME
from twinning_site.bundles.keys import rows_with
from twinning_site.bundles.loading import carry_out
from twinning_site.bundles.models import LoadedRow
from twinning_site.bundles.planning import plan_of
from twinning_site.bundles.reading.bundle import read_bundle
from twinning_site.demo.contacts import give_addresses
from twinning_site.pages.site_content import CONTENT_MODELS

COUNCILS = Path(__file__).parent / "councils"
ROWS_AT_A_TIME = 20


class RefusedDemoError(Exception):
    """A demo has faults, or the site refused a row of it; the text says which."""


def councils() -> list[str]:
    """Return the names of the councils that there is a bundle of."""
    return sorted(path.parent.name for path in COUNCILS.glob("*/bundle.toml"))


def delete_content() -> None:
    """Delete all content, but no applications and messages that people sent.

    Some rows at a time, so that nobody who writes meanwhile waits for all of it.
    """
    for model in CONTENT_MODELS:
        rows = model._default_manager.order_by("pk")
        while keys := list(rows.values_list("pk", flat=True)[:ROWS_AT_A_TIME]):
            rows.filter(pk__in=keys).delete()


def _delete_loaded() -> None:
    """Delete what came from a bundle; what somebody wrote meanwhile stays, with what it needs."""
    for loaded in LoadedRow.objects.order_by("-pk"):
        kind = KIND_BY_NAME[loaded.kind]
        if kind.model in CONTENT_MODELS:
            with suppress(ProtectedError):
                rows_with(kind, [loaded.key]).delete()


def load(council: str, report: Callable[[str], None]) -> None:
    """Load the demo of a council into an empty site, a row in a transaction of its own.

    `report` is called with a line for each row.

    Raises:
        RefusedDemoError: then what was loaded is deleted again.
    """
    with translation.override("en"):
        bundle = read_bundle(COUNCILS / council)
        if bundle.faults:
            raise RefusedDemoError("\n".join(map(str, bundle.faults)))
        try:
            if refused := carry_out(plan_of(bundle), report):
                raise RefusedDemoError("\n".join(refused))
            give_addresses()
        except BaseException:
            report("Deleting what was loaded …")
            _delete_loaded()
            raise
    if bundle.languages[0] != settings.LANGUAGE_CODE:
        languages = ",".join(bundle.languages)
        report(f"It is written in other languages first: set SITE_LANGUAGES={languages}.")
