"""What a council puts in order: the sections of its home page, and its main menu."""

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.text.arrangement import Placed, doubles, placed_of
from content.text.lines import lines_of

# What stands before the short name of one of the council's own pages in a main menu
OWN_PAGE = "page:"
_OWN_PAGE = re.compile(rf"{OWN_PAGE}[-a-zA-Z0-9_]{{1,50}}")


class HomeSection(models.TextChoices):
    """The sections of the home page below its map, in the order in which they stand by default."""

    INTRODUCTION = "introduction", _("Introduction")
    CITIES = "cities", _("Partner cities")
    # Below the cities: the map and their pictures are what is waited for.
    PICTURE = "picture", _("Picture of the home page")
    EVENTS = "events", _("What is on")
    ANNIVERSARIES = "anniversaries", _("Anniversaries")
    NEWSLETTERS = "newsletters", _("Newest newsletters")
    GROUPS = "groups", _("Groups")


class SiteEntry(models.TextChoices):
    """The entries of the main menu that each site has; own pages stand before the last one."""

    CITIES = "cities", _("Cities")
    GROUPS = "groups", _("Groups")
    EVENTS = "events", _("Events")
    NEWSLETTERS = "newsletters", _("Newsletters")
    ABOUT = "about", _("About")


def validate_home_sections(text: str) -> None:
    """Refuse sections that no home page has, and one that comes twice.

    Raises:
        ValidationError: with a message for each line.
    """
    _validate(text, lambda one: one.name in HomeSection.values and not one.below)


def validate_main_menu(text: str) -> None:
    """Refuse entries that no menu has, and one that comes twice.

    An own page may be missing: it stands in the menu once it is there. Only entries of the site
    are hidden; own pages leave the menu by the field that put them there.

    Raises:
        ValidationError: with a message for each line.
    """
    _validate(text, _may_be_in_menu)


def _may_be_in_menu(one: Placed) -> bool:
    if one.name in SiteEntry.values:
        return not one.below
    is_below_entry = one.below in SiteEntry.values or _OWN_PAGE.fullmatch(one.below)
    return bool(
        _OWN_PAGE.fullmatch(one.name)
        and one.is_shown
        and (not one.below or (is_below_entry and one.below != one.name))
    )


def _validate(text: str, is_right: Callable[[Placed], bool]) -> None:
    rows = placed_of(text)
    faults = [
        gettext("“%(line)s” is none of the things that are put in order here.") % {"line": line}
        for line, row in zip(lines_of(text), rows, strict=True)
        if not is_right(row)
    ]
    faults += [
        gettext("“%(name)s” comes twice.") % {"name": name}
        for name in doubles(row.name for row in rows)
    ]
    if faults:
        raise ValidationError(faults)


class ArrangementField(models.TextField):
    """An order as `content.text.arrangement` writes it. To migrations it is a text.

    Args:
        names: the choices whose labels stand for the names.
    """

    def __init__(
        self, *args: Any, names: type[models.TextChoices] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = names

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def in_words(self, text: str) -> list[str]:
        """Return a line for each thing, as people read it."""
        labels = dict(self.names.choices) if self.names else {}
        lines = []
        for one in placed_of(text):
            words = str(labels.get(one.name, one.name.removeprefix(OWN_PAGE)))
            if one.below:
                above = labels.get(one.below, one.below.removeprefix(OWN_PAGE))
                words = f"{above} › {words}"
            if not one.is_shown:
                words = gettext("%(what)s (not shown)") % {"what": words}
            lines.append(words)
        return lines
