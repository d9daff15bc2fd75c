from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.models.remembering.remembered import remembered
from content.models.remembering.shared_rows import SharedRows
from content.text.fields import I18nCharField


class Theme(models.Model):
    """A subject of cities, groups and events, such as music or schools."""

    name = I18nCharField(_("name"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Smaller numbers come first.")
    )

    class Meta:
        constraints = [has_its_texts("name", "slug")]
        ordering = ["position", "slug"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self) -> str:
        return str(self.name)


@remembered
def all_themes() -> SharedRows[Theme]:
    """Return the themes, in order."""
    return SharedRows(Theme.objects.all())
