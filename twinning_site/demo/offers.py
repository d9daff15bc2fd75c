"""What each demo brings, read from the folder of its bundle."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import get_language

from cities.models import City
from content.text.language_names import language_name
from events.models import Event
from links.models import LinkGroup, Newsletter
from twinning_site.demo import load
from twinning_site.pages.models import Page

# Folders of a bundle whose entries are counted
_COUNTED: dict[str, type[Model]] = {
    "cities": City,
    "groups": LinkGroup,
    "newsletters": Newsletter,
    "events": Event,
    "pages": Page,
}


@dataclass(frozen=True)
class Offer:
    """A demo, for somebody who chooses one.

    Attributes:
        name: that of its folder.
        title: its council's, in the active language if there is one.
        brings: kinds with their numbers.
        settings: lines for `.env` that its languages and its time zone need; none if they are set.
    """

    name: str
    title: str
    languages: list[str]
    brings: list[str]
    settings: list[str]


def offers() -> list[Offer]:
    """Return the demos, that of Oxford first."""
    return [
        _offer(load.COUNCILS / name)
        for name in sorted(load.councils(), key=lambda name: name != "oxford")
    ]


def _offer(folder: Path) -> Offer:
    facts = tomllib.loads((folder / "bundle.toml").read_text())
    languages, zone = facts["languages"], facts["time_zone"]
    active = get_language() if get_language() in languages else languages[0]
    council = tomllib.loads((folder / f"council.{active}.toml").read_text())
    missing = []
    if [code for code, _name in settings.LANGUAGES][: len(languages)] != languages:
        missing.append(f"SITE_LANGUAGES={','.join(languages)}")
    if zone != settings.TIME_ZONE:
        missing.append(f"TIME_ZONE={zone}")
    return Offer(
        name=folder.name,
        title=council["name"],
        languages=[language_name(code) for code in languages],
        brings=[
            f"{capfirst(str(model._meta.verbose_name_plural))}: {number}"
            for kind, model in _COUNTED.items()
            if (number := len({path.name.split(".")[0] for path in (folder / kind).glob("*")}))
        ],
        settings=missing,
    )
