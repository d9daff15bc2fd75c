from typing import ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from content.models import Document, Illustrated, Publishable, PublishableQuerySet, Video
from content.models.constraints import has_its_texts, is_one_of
from content.text.fields import I18nCharField, I18nTextField, RichTextField, is_blank
from twinning_site.pages.models.legal_kind import Conformance, PageKind

# The version of a page in easy language, as previews are asked for it
EASY_READ = "easy-read"
# First parts of addresses that no page may have: languages, static files, media
RESERVED_SLUGS = {code for code, _name in settings.ALL_LANGUAGES} | {
    settings.STATIC_URL.strip("/"),
    settings.MEDIA_URL.strip("/"),
}


class PagePlace(models.TextChoices):
    """Where a plain page is listed."""

    MENU = "menu", _("in the main menu")
    ABOUT = "about", _("under “About”")
    FOOT = "foot", _("at the foot of every page")
    NOWHERE = "nowhere", _("nowhere; other pages link to it")


class PageQuerySet(PublishableQuerySet):
    """Plain pages, in the order given by officers."""

    def about(self) -> Self:
        """Keep the pages under “About”, including those in the main menu."""
        return self.filter(place__in=[PagePlace.MENU, PagePlace.ABOUT])

    def framing(self) -> Self:
        """Keep those that every page links in its menu or at its foot, and what “About” lists."""
        return self.exclude(place=PagePlace.NOWHERE, kind=None)


class Page(Publishable, Illustrated):
    """A plain page, such as the one about twinning or the privacy notice."""

    texts_apart = ("easy_read",)

    title = I18nCharField(_("title"))
    slug = models.SlugField(_("short name in the address"), unique=True)
    place = models.CharField(_("listed"), max_length=20, choices=PagePlace, default=PagePlace.ABOUT)
    kind = models.CharField(
        _("page that the law asks for"), max_length=20, choices=PageKind, null=True, blank=True,
        unique=True,
        help_text=_(
            "The foot of every page links to it, under the word that the council’s country has "
            "for it. There is one page of each kind."
        ),
        error_messages={"unique": _("There is another page of this kind.")},
    )  # fmt: skip
    conformance = models.CharField(
        _("how accessible the site is"), max_length=20, choices=Conformance, blank=True,
        default="", db_default="",
        help_text=_(
            "Of an accessibility statement. In France the foot of every page says it (RGAA)."
        ),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    summary = I18nTextField(
        _("summary"), blank=True, help_text=_("One or two sentences, for search results.")
    )
    body = RichTextField(_("text"))
    easy_read = RichTextField(
        _("in easy language"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "The same for people who find reading hard: what matters most, in short sentences and "
            "everyday words. Readers find it at the top of the page. Have it tried by people who "
            "need it before you publish it."
        ),
    )  # fmt: skip
    documents = models.ManyToManyField(
        Document, blank=True, related_name="plain_pages", verbose_name=_("documents")
    )
    videos = models.ManyToManyField(
        Video, blank=True, related_name="plain_pages", verbose_name=_("videos")
    )

    objects: ClassVar = PageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        constraints = [
            *Publishable.Meta.constraints,
            *Illustrated.Meta.constraints,
            has_its_texts("title", "slug", "body"),
            is_one_of("place", PagePlace),
            is_one_of("kind", PageKind),
            is_one_of("conformance", ["", *Conformance.values]),
            models.CheckConstraint(
                name="pages_page_conformance_of_statement",
                condition=models.Q(conformance="")
                | models.Q(kind=PageKind.ACCESSIBILITY, kind__isnull=False),
                violation_error_message=_("Only an accessibility statement says this."),
            ),
        ]
        ordering = ["position", "slug"]
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        """Refuse a slug whose address belongs to another part of the site.

        Raises:
            ValidationError: for the slug.
        """
        super().clean()
        if self.slug and (self.slug in RESERVED_SLUGS or not self.has_its_own_address()):
            raise ValidationError({"slug": _("Another part of the site has this address.")})

    def get_absolute_url(self) -> str:
        return reverse("pages:page-detail", kwargs={"slug": self.slug})

    def get_easy_read_url(self) -> str:
        """Return the path of its text in easy language, whether there is one or not."""
        return reverse("pages:easy-read", kwargs={"slug": self.slug})

    def get_version_url(self, version: str) -> str:
        if version == EASY_READ and not is_blank(self.easy_read):
            return self.get_easy_read_url()
        return super().get_version_url(version)

    def has_its_own_address(self) -> bool:
        """Return whether the address is that of a page, and of no other part of the site.

        In each language: with TRANSLATE_ADDRESSES their words are not the same.
        """
        return all(map(self._is_free_in, settings.SITE_LANGUAGES))

    def _is_free_in(self, language: str) -> bool:
        with override(language):
            try:
                return resolve(self.get_absolute_url()).view_name == "pages:page-detail"
            except Resolver404:
                return False
