from django.db import models
from django.utils.translation import gettext_lazy as _


class PageKind(models.TextChoices):
    """Pages that the law asks for, in their order at the foot of every page."""

    IMPRINT = "imprint", _("Legal notice")
    PRIVACY = "privacy", _("Privacy notice")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")


class Conformance(models.TextChoices):
    """How far a site meets the standard that its accessibility statement names."""

    FULL = "full", _("fully compliant")
    PARTIAL = "partial", _("partially compliant")
    NONE = "none", _("not compliant")
