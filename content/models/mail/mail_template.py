from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.text.fields import I18nCharField, I18nTextField


class MailTemplate(models.Model):
    """What the office has changed in the text of an e-mail that the site sends.

    `name` is that of a `content.mail.letters.Letter`. In a language in which a text is empty, the
    text that the site ships is sent.
    """

    name = models.CharField(_("letter"), max_length=60, unique=True, editable=False)
    subject = I18nCharField(_("subject"), blank=True, default="")
    text = I18nTextField(_("text"), blank=True, default="")

    class Meta:
        constraints = [has_its_texts("name")]
        default_permissions = ["view", "change"]
        ordering = ["name"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters of the site")

    def __str__(self) -> str:
        return self.name
