"""Rich text and pictures: the two things that templates must not put together themselves."""

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from i18nfield.strings import LazyI18nString

from content.models import Council, Picture
from content.pictures.share_cards import ShareCard
from content.text.languages import language_attributes
from content.web.rich_text import parts_of

register = template.Library()

# As wide as the window, until the column of text is.
TEXT_SIZES = "(min-width: 48rem) 42rem, 100vw"


@register.inclusion_tag("components/text/rich_text.html")
def rich_text(value: LazyI18nString | str | None, pictures: dict[int, Picture]) -> dict:
    """Show a `RichTextField` in a `div.prose`; nothing at all if it is empty.

    `pictures` comes from `content.web.rich_text.pictures_in`, which the view calls once a page.
    """
    return {"attributes": language_attributes(value), "parts": parts_of(value, pictures)}


@register.inclusion_tag("components/picture/picture.html")
def picture(
    picture: Picture,
    *,
    sizes: str = TEXT_SIZES,
    decorative: bool = False,
    lazy: bool = True,
    classes: str = "",
) -> dict:
    """Show a `Picture` in the size that suits the screen, without words around it.

    `sizes` is the HTML attribute: how wide the picture is on which screens. `lazy=False` is
    for what is seen first. `decorative=True` hides it from screen readers.
    """
    focus = f"focus-x-{picture.focus_x} focus-y-{picture.focus_y}"
    return {
        "alt": SafeString("") if decorative else picture.alt,
        "alt_attributes": "" if decorative else language_attributes(picture.alt),
        "classes": f"{focus} {classes}".strip(),
        "file": picture.file,
        "lazy": lazy,
        "sizes": sizes,
        "sources": picture.file.sources,
    }


@register.inclusion_tag("components/picture/figure.html")
def figure(
    picture: Picture,
    *,
    sizes: str = TEXT_SIZES,
    decorative: bool = False,
    lazy: bool = True,
    classes: str = "",
) -> dict:
    """Show a `Picture` with its caption and full credit. The arguments are those of `picture`."""
    return {
        "picture": picture,
        "sizes": sizes,
        "decorative": decorative,
        "lazy": lazy,
        "classes": classes,
    }


@register.simple_tag
def lang_of(value: LazyI18nString | str | None) -> SafeString:
    """Say in which language a text is, if not in the page's: `<h1{% lang_of city.name %}>`."""
    return language_attributes(value)


@register.simple_tag
def share_picture(council: Council | None, title: object, picture: Picture | None = None) -> str:
    """The address of the picture that other sites show of a page."""
    card = ShareCard(
        title=str(title),
        overline=str((council and (council.wordmark or council.name)) or ""),
        color=council.brand_color if council else Council().brand_color,
        file=picture.file.name if picture else "",
        focus=(picture.focus_x, picture.focus_y) if picture else (50, 50),
    )
    return reverse("content:share-picture", kwargs={"token": card.token()})
