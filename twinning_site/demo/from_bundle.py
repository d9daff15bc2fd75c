"""Demos that are bundles, in `councils/`: one folder for each council."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from twinning_site.bundles.loading import carry_out
from twinning_site.bundles.planning import plan_of
from twinning_site.bundles.reading.bundle import read_bundle
from twinning_site.demo.load import delete_content

COUNCILS = Path(__file__).parent / "councils"


class RefusedDemoError(Exception):
    """A demo has faults, or the site refused a row of it; the text says which."""


def councils() -> list[str]:
    """Return the names of the councils that there is a bundle of."""
    return sorted(path.parent.name for path in COUNCILS.glob("*/bundle.toml"))


def load_council(name: str, report: Callable[[str], None]) -> None:
    """Load a council into an empty site, a row in a transaction of its own.

    Raises:
        RefusedDemoError: then all content is deleted again.
    """
    bundle = read_bundle(COUNCILS / name)
    if bundle.faults:
        raise RefusedDemoError("\n".join(map(str, bundle.faults)))
    try:
        if refused := carry_out(plan_of(bundle), report):
            raise RefusedDemoError("\n".join(refused))
    except BaseException:
        report("Deleting what was loaded …")
        delete_content()
        raise
    if bundle.languages[0] != settings.LANGUAGE_CODE:
        languages = ",".join(bundle.languages)
        report(f"It is written in other languages first: set SITE_LANGUAGES={languages}.")
