from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models.constraints import has_its_texts
from content.text.fields import I18nCharField
from content.text.plain_fields import PlainCharField, PlainEmailField
from links.models.group import LinkGroup

NOTHING_TO_SHOW = _("There is nothing to show.")


class Contact(models.Model):
    """A person to ask in a group. Personal data is shown only where a switch says so."""

    group = models.ForeignKey(
        LinkGroup, on_delete=models.CASCADE, related_name="contacts", verbose_name=_("group")
    )
    role = I18nCharField(_("role"), help_text=_("Such as “Secretary”. Always shown."))
    name = PlainCharField(_("name"), max_length=200, blank=True)
    show_name = models.BooleanField(_("show the name in public"), default=False)
    email = PlainEmailField(_("e-mail address"), blank=True)
    show_email = models.BooleanField(_("show the address in public"), default=False)
    phone = PlainCharField(_("phone"), max_length=50, blank=True)
    show_phone = models.BooleanField(_("show the phone in public"), default=False)
    receives_messages = models.BooleanField(
        _("receives the messages to this group"),
        default=False,
        help_text=_("Messages go to this address; the address itself stays hidden."),
    )
    confirms_page = models.BooleanField(
        _("is asked twice a year whether the page is still right"),
        default=False,
        db_default=False,
        help_text=_("Only with that person's consent. The council switches it on for the site."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        constraints = [
            has_its_texts("role"),
            *(
                models.CheckConstraint(
                    name=f"links_contact_shows_{field}_it_has",
                    condition=models.Q(**{f"show_{field}": False}) | ~models.Q(**{field: ""}),
                    violation_error_message=NOTHING_TO_SHOW,
                )
                for field in ("name", "email", "phone")
            ),
            models.CheckConstraint(
                name="links_contact_receiver_has_email",
                condition=models.Q(receives_messages=False) | ~models.Q(email=""),
                violation_error_message=_("Who receives messages needs an e-mail address."),
            ),
            models.CheckConstraint(
                name="links_contact_asked_has_email",
                condition=models.Q(confirms_page=False) | ~models.Q(email=""),
                violation_error_message=_("Who is asked about the page needs an e-mail address."),
            ),
        ]
        ordering = ["position", "pk"]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return str(self.role)

    def clean(self) -> None:
        """Refuse to show something that is empty.

        Raises:
            ValidationError: beside each such switch.
        """
        super().clean()
        empty = {
            f"show_{field}": NOTHING_TO_SHOW
            for field in ("name", "email", "phone")
            if getattr(self, f"show_{field}") and not getattr(self, field)
        }
        if empty:
            raise ValidationError(empty)

    @property
    def public_name(self) -> str:
        """Return the name, or nothing if the public must not see it."""
        return self.name if self.show_name else ""

    @property
    def public_email(self) -> str:
        """Return the e-mail address, or nothing if the public must not see it."""
        return self.email if self.show_email else ""

    @property
    def public_phone(self) -> str:
        """Return the phone number, or nothing if the public must not see it."""
        return self.phone if self.show_phone else ""
