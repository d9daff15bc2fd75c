from django.db import models
from django.utils.translation import gettext_lazy as _


class GeneratedPdf(models.Model):
    """A PDF made from one of our pages, or the order to make it; deleted after three months.

    The key is a digest of all that it is made from. A changed text has another key, so that
    a stale PDF is never found again. The files are in the database because replicas on several
    machines share nothing else.
    """

    key = models.CharField(_("key"), max_length=64, primary_key=True)
    html = models.TextField(_("page"))
    pdf = models.BinaryField(_("file"), null=True, editable=False)
    ordered_at = models.DateTimeField(_("ordered"), auto_now_add=True)
    failed_at = models.DateTimeField(_("failed"), null=True, editable=False)

    class Meta:
        verbose_name = _("generated PDF")
        verbose_name_plural = _("generated PDFs")

    def __str__(self) -> str:
        return self.key[:12]
