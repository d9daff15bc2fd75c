"""The kinds of step in the history of a link."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import is_one_of
from content.models.kinds.editable_kind import EditableKind, has_name_of_its_own

NAMES = {
    "first_contact": _("first contact"),
    "decision": _("decision"),
    "signing": _("signing"),
    "renewal": _("renewal"),
    "visit": _("visit"),
    "suspension": _("suspension"),
    "resumption": _("resumption"),
    "end": _("end"),
    "other": _("other"),
}
DEFAULT = "other"


class MilestoneSign(models.TextChoices):
    """What is drawn beside a milestone on the timeline: the symbols of `img/milestones.svg`."""

    ARC = "arc", _("two dots and an arc")
    TICK = "tick", _("tick")
    PEN = "pen", _("pen")
    CIRCLE = "circle", _("arrow in a circle")
    BAG = "bag", _("suitcase")
    PAUSE = "pause", _("two bars")
    PLAY = "play", _("triangle")
    STOP = "stop", _("square")
    STAR = "star", _("star")


class MilestoneMeaning(models.TextChoices):
    """What a milestone means for the link, as its line shows it."""

    NONE = "none", _("nothing for the link itself")
    BOND = "bond", _("the link is made or goes on")
    PAUSE = "pause", _("the link rests")
    END = "end", _("the link ends")


class Beginning(models.TextChoices):
    """Whether anniversaries are counted from a milestone."""

    NO = "no", _("no")
    YES = "yes", _("yes, from the first")
    OTHERWISE = "otherwise", _("only where there is nothing better")


class MilestoneKind(EditableKind):
    """A kind of milestone, such as a visit."""

    names: ClassVar = NAMES
    properties: ClassVar = {
        "first_contact": {"sign": MilestoneSign.ARC, "begins": Beginning.OTHERWISE},
        "decision": {"sign": MilestoneSign.TICK, "begins": Beginning.OTHERWISE},
        "signing": {
            "sign": MilestoneSign.PEN,
            "meaning": MilestoneMeaning.BOND,
            "begins": Beginning.YES,
        },
        "renewal": {"sign": MilestoneSign.CIRCLE, "meaning": MilestoneMeaning.BOND},
        "visit": {"sign": MilestoneSign.BAG},
        "suspension": {"sign": MilestoneSign.PAUSE, "meaning": MilestoneMeaning.PAUSE},
        "resumption": {"sign": MilestoneSign.PLAY, "meaning": MilestoneMeaning.BOND},
        "end": {"sign": MilestoneSign.STOP, "meaning": MilestoneMeaning.END},
        "other": {"is_named": False},
    }

    sign = models.CharField(
        _("sign"), max_length=20, choices=MilestoneSign, default=MilestoneSign.STAR
    )
    meaning = models.CharField(
        _("meaning"), max_length=20, choices=MilestoneMeaning, default=MilestoneMeaning.NONE
    )
    begins = models.CharField(
        _("anniversaries are counted from it"),
        max_length=20,
        choices=Beginning,
        default=Beginning.NO,
    )
    is_named = models.BooleanField(
        _("named on the timeline"),
        default=True,
        help_text=_("Without a tick the timeline shows the title of the milestone alone."),
    )

    class Meta(EditableKind.Meta):
        abstract = False
        constraints: ClassVar = [
            *EditableKind.Meta.constraints,
            has_name_of_its_own(NAMES),
            is_one_of("sign", MilestoneSign),
            is_one_of("meaning", MilestoneMeaning),
            is_one_of("begins", Beginning),
        ]
        verbose_name = _("kind of milestone")
        verbose_name_plural = _("kinds of milestone")
