"""Those who have pages at social networks: the council, and groups."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.text.social_addresses import SocialAddress, SocialAddressesField, social_addresses


class AtSocialNetworks(models.Model):
    """What has pages at any social networks; they are shown in the order of their addresses."""

    social_addresses = SocialAddressesField(
        _("pages at social networks"),
        blank=True,
        default="",
        db_default="",
        help_text=_("One address a line, in the order in which they are shown."),
    )

    class Meta:
        abstract = True

    @property
    def at_social_networks(self) -> list[SocialAddress]:
        """Return the addresses at social networks, each with its name."""
        return social_addresses(self.social_addresses)
