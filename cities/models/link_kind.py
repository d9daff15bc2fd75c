"""The kinds of link between a city and the home city."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import is_one_of
from content.models.kinds.editable_kind import EditableKind, has_name_of_its_own

NAMES = {
    "twin_city": _("twin city"),
    "friendship": _("friendship"),
    "project": _("project partnership"),
    "national": _("twinning within the country"),
    "district": _("district link"),
    "solidarity": _("solidarity link"),
}
DEFAULT = "twin_city"


class LinkShape(models.TextChoices):
    """What is drawn of a link on maps and cards."""

    DISC = "disc", _("disc")
    RING = "ring", _("ring")
    SQUARE = "square", _("square")
    DIAMOND = "diamond", _("diamond")
    TRIANGLE = "triangle", _("triangle")
    CROSS = "cross", _("cross")
    STAR = "star", _("star")
    HEXAGON = "hexagon", _("hexagon")


class LinkColor(models.TextChoices):
    """The colour of the shape on cards; each is light on dark pages and dark on light ones."""

    CORAL = "coral", _("coral")
    SEA = "sea", _("blue")
    PLUM = "plum", _("purple")
    LEAF = "leaf", _("green")
    OCHRE = "ochre", _("ochre")


class LinkKind(EditableKind):
    """A kind of link, such as a friendship, with the shape by which maps tell it from others."""

    names: ClassVar = NAMES
    properties: ClassVar = {
        "twin_city": {"shape": LinkShape.DISC, "color": LinkColor.CORAL},
        "friendship": {"shape": LinkShape.RING, "color": LinkColor.SEA},
        "project": {"shape": LinkShape.SQUARE, "color": LinkColor.PLUM},
        "national": {"shape": LinkShape.DIAMOND, "color": LinkColor.LEAF},
        "district": {"shape": LinkShape.TRIANGLE, "color": LinkColor.OCHRE},
        "solidarity": {"shape": LinkShape.CROSS, "color": LinkColor.CORAL},
    }

    shape = models.CharField(
        _("shape"),
        max_length=20,
        choices=LinkShape,
        default=LinkShape.STAR,
        help_text=_("On maps and cards. Kinds with shapes of their own can be told apart."),
    )
    color = models.CharField(_("colour"), max_length=20, choices=LinkColor, default=LinkColor.SEA)

    class Meta(EditableKind.Meta):
        abstract = False
        constraints: ClassVar = [
            *EditableKind.Meta.constraints,
            has_name_of_its_own(NAMES),
            is_one_of("shape", LinkShape),
            is_one_of("color", LinkColor),
        ]
        verbose_name = _("kind of link")
        verbose_name_plural = _("kinds of link")
