"""Where to read more about a city."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cities.models.city import City
from content.models.constraints import has_its_texts
from content.text.fields import I18nCharField
from content.text.plain_fields import PlainURLField


class WebLink(models.Model):
    """An address about a city, outside this site."""

    city = models.ForeignKey(
        City, on_delete=models.CASCADE, related_name="web_links", verbose_name=_("city")
    )
    title = I18nCharField(_("title"))
    url = PlainURLField(_("address"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        constraints = [has_its_texts("title", "url")]
        ordering = ["position", "pk"]
        verbose_name = _("web link")
        verbose_name_plural = _("web links")

    def __str__(self) -> str:
        return str(self.title)
