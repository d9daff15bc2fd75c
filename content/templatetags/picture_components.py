"""Pictures with all that belongs to them: sizes, alternative text, caption, credit."""

from django import template
from django.utils.safestring import SafeString

from content.models import Picture
from content.text.languages import language_attributes
from content.web.remembered_html import remembered_html

register = template.Library()

# As wide as the window without its margins, until the column of text is. At 88 % a phone of 360
# pixels takes 640 at twice the density; at what it really is, the next step, for 8 pixels more.
TEXT_SIZES = "(min-width: 48rem) 42rem, 88vw"


@register.simple_tag
def picture(
    picture: Picture,
    *,
    sizes: str = TEXT_SIZES,
    decorative: bool = False,
    lazy: bool = True,
) -> SafeString:
    """Show a `Picture` in the size that suits the screen, without words around it.

    `sizes` is the HTML attribute: how wide the picture is on which screens. `lazy=False` is
    for what is seen first. `decorative=True` hides it from screen readers.
    """
    return remembered_html(
        "components/picture/picture.html",
        picture=picture,
        alt="" if decorative else str(picture.alt),
        alt_attributes="" if decorative else language_attributes(picture.alt),
        lazy=lazy,
        sizes=sizes,
    )


@register.inclusion_tag("components/picture/figure.html")
def figure(picture: Picture, *, decorative: bool = False, lazy: bool = True) -> dict[str, object]:
    """Show a `Picture` as wide as the text with its caption and full credit.

    The arguments are those of `picture`.
    """
    return {"picture": picture, "decorative": decorative, "lazy": lazy}
