"""The one row of facts about the council that runs this site."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import Country, CountryField

from content.contrast import check_notation, readable_accent, validate_brand_color
from content.models.arrangements import (
    ArrangementField,
    HomeSection,
    SiteEntry,
    validate_home_sections,
    validate_main_menu,
)
from content.models.constraints import has_its_texts
from content.models.example import MarkedAsExample
from content.models.location import Located
from content.models.picture import Picture
from content.models.remembering.remembered import remembered
from content.models.social_networks import AtSocialNetworks
from content.text.countries import SortedCountries
from content.text.distances import COUNTRIES_WITH_MILES
from content.text.fields import I18nCharField, I18nTextField, RichTextField
from content.text.plain_fields import PlainCharField, PlainEmailField, PlainURLField

# The first and the second, as in static/css/base/tokens.css
USUAL_COLORS = "#0f4c5c", "#f2a81d"


class Council(Located, AtSocialNetworks, MarkedAsExample):
    """Site-wide facts. There is exactly one row; `Council.current()` reads it."""

    name = I18nCharField(_("name of the council"))
    home_city_name = I18nCharField(_("home city"))
    country: models.Field[str, Country] = CountryField(_("country"), countries=SortedCountries)
    website = PlainURLField(_("the council's main website"), blank=True)

    welcome = I18nCharField(
        _("welcome"), blank=True, help_text=_("The large line on the home page.")
    )
    introduction = RichTextField(
        _("introduction"), blank=True, help_text=_("The text on the home page.")
    )
    picture = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture of the home page"),
    )
    home_sections = ArrangementField(
        _("sections of the home page"), names=HomeSection, validators=[validate_home_sections],
        blank=True, default="", db_default="",
        help_text=_("A section without anything to show stays away by itself."),
    )  # fmt: skip
    main_menu = ArrangementField(
        _("main menu"), names=SiteEntry, validators=[validate_main_menu],
        blank=True, default="", db_default="",
        help_text=_(
            "Own pages are added by “Listed: in the main menu” in their form. Groups, events, "
            "newsletters and “About” stay away by themselves while there is nothing behind them."
        ),
    )  # fmt: skip

    officer_role = I18nCharField(
        _("officer's role"), help_text=_("Such as “International Officer”. No name.")
    )
    office_address = I18nTextField(_("address of the office"))
    office_invitation = I18nTextField(
        _("what the office is for"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "One or two sentences beside its address on every page. Without them a sentence "
            "invites questions and ideas."
        ),
    )
    office_hours = I18nTextField(
        _("opening hours and the way to it"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Such as “Monday to Thursday, 9 am to 4 pm. Tram 4, Town Hall. Step-free.”"),
    )
    phone = PlainCharField(_("phone of the office"), max_length=50, blank=True)
    email = PlainEmailField(
        _("mailbox of the office"),
        help_text=_("Volunteers' applications and messages arrive here."),
    )
    asks_groups = models.BooleanField(
        _("ask groups twice a year whether their page is still right"),
        default=False,
        db_default=False,
        help_text=_("Asked by e-mail are only contacts for whom that is ticked in their group."),
    )
    offers_volunteering = models.BooleanField(
        _("has a voluntary scheme"),
        default=True,
        db_default=True,
        help_text=_(
            "Without it, no page, menu or search leads to the volunteer form, and its address is "
            "not found."
        ),
    )
    switchboard = PlainCharField(_("the council's switchboard"), max_length=50, blank=True)
    postal_address = I18nTextField(_("the council's postal address"), blank=True)

    wordmark = I18nCharField(
        _("wordmark"), blank=True, help_text=_("The site's name beside the logo.")
    )
    logo = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    logo_dark = models.ForeignKey(
        Picture,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo on dark pages"),
        help_text=_("Readers whose device is set to dark see it in place of the other one."),
    )
    brand_color = models.CharField(
        _("brand colour"),
        max_length=7,
        default=USUAL_COLORS[0],
        validators=[validate_brand_color],
        help_text=_("White text has to be readable on it."),
    )
    accent_color = models.CharField(
        _("second colour"),
        max_length=7,
        default=USUAL_COLORS[1],
        db_default=USUAL_COLORS[1],
        validators=[check_notation],
        help_text=_(
            "A bright one, for buttons and lines on the dark colour. Where it could not be seen "
            "there, a lighter shade of it is shown."
        ),
    )
    photo_creator = PlainCharField(
        _("creator"), max_length=200, blank=True, db_default="",
        help_text=_("Such as “International Office, City of Oxford”."),
    )  # fmt: skip
    photo_licence = PlainCharField(_("licence"), max_length=100, blank=True, db_default="")
    photo_licence_url = PlainURLField(_("licence link"), blank=True, db_default="")
    footer_text = I18nTextField(_("text at the foot of every page"), blank=True)
    copyright = I18nCharField(_("copyright line"), blank=True)
    updated_at = models.DateTimeField(_("last updated"), auto_now=True)

    class Meta(Located.Meta):
        constraints = [
            *Located.Meta.constraints,
            models.CheckConstraint(
                name="content_council_only_one",
                condition=models.Q(pk=1),
                violation_error_message=_("There is only one council."),
            ),
            has_its_texts(
                "name",
                "home_city_name",
                "country",
                "time_zone",
                "officer_role",
                "office_address",
                "email",
            ),
        ]
        verbose_name = _("council")
        verbose_name_plural = _("council")

    def __str__(self) -> str:
        return str(self.name)

    def clean(self) -> None:
        """Refuse a dark variant of no logo.

        Raises:
            ValidationError: beside the variant.
        """
        super().clean()
        if self.logo_dark_id and not self.logo_id:
            raise ValidationError({"logo_dark": _("Choose the logo first.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it as the one row."""
        self.pk = 1
        super().save(*args, **kwargs)

    @property
    def uses_miles(self) -> bool:
        """Return whether distances are told in miles here, with kilometres beside them."""
        return self.country.code in COUNTRIES_WITH_MILES

    @classmethod
    def has_voluntary_scheme(cls) -> bool:
        """Return whether people can volunteer; yes on a site that has not been set up."""
        council = cls.current()
        return council is None or council.offers_volunteering

    @property
    def accent(self) -> str:
        """Return the second colour as it is shown beside and on the first."""
        return readable_accent(self.accent_color, self.brand_color)

    @property
    def own_colors(self) -> str:
        """Return the digits of both colours for the address of their style sheet.

        Empty if they are those of static/css/base/tokens.css.
        """
        colors = self.brand_color.lower(), self.accent_color.lower()
        return "" if colors == USUAL_COLORS else "-".join(color[1:] for color in colors)

    @property
    def credit_of_own_photographs(self) -> dict[str, str]:
        """Return what a new picture's credit begins with, by the names of its fields."""
        return {
            "creator": self.photo_creator,
            "licence": self.photo_licence,
            "licence_url": self.photo_licence_url,
        }

    @classmethod
    def current(cls) -> "Council | None":
        """Return the council with its pictures; None if it has not been set up."""
        return _council()

    @classmethod
    def office_email(cls) -> str:
        """Return the mailbox of the office.

        Raises:
            Council.DoesNotExist: on a site that has not been set up.
        """
        council = cls.current()
        if council is None:
            raise cls.DoesNotExist
        return council.email


@remembered
def _council() -> Council | None:
    return Council.objects.select_related("picture", "logo", "logo_dark").first()
