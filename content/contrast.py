"""Which colours can be read on which: WCAG 2.2, success criteria 1.4.3 and 1.4.11."""

import colorsys
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

WHITE, INK = "#ffffff", "#13242b"
TEXT_RATIO, SHAPE_RATIO = 4.5, 3.0
# Thin bright letters on a dark page want more (1.4.6).
DARK_TEXT_RATIO = 7.0
# The planes of static/css/base/tokens.css that links stand on.
LIGHT_PLANES = ("#ffffff", "#f2f6f7", "#cfe8ea", "#f4e6c8", "#e4eef0", "#fdeeec", "#e3f1e9")
DARK_PLANES = ("#0e1a1f", "#16262d", "#16343d", "#38301c", "#1b2e36", "#391a17", "#15301f")
STEP = 0.02  # of lightness
MILD = 0.65  # the most saturation of a bright colour; above it glows

check_notation = RegexValidator(r"^#[0-9a-fA-F]{6}\Z", _("Write the colour like #0f4c5c."))


def relative_luminance(color: str) -> float:
    """From 0 (black) to 1 (white), of a colour such as `#0f4c5c` (definition in WCAG 2.2)."""
    channels = [part / 255 for part in _parts(color)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable_on(background: str) -> str:
    """White or ink, whichever reads better on `background`."""
    return max((WHITE, INK), key=lambda color: contrast_ratio(color, background))


def validate_brand_color(color: str) -> None:
    """Refuse what white text cannot stand on and what could not be a link on a white page.

    Raises:
        ValidationError: with the ratio that was found and the one that is needed.
    """
    check_notation(color)
    ratio = contrast_ratio(color, WHITE)
    if ratio < TEXT_RATIO:
        raise ValidationError(
            _(
                "White text on this colour cannot be read well: the contrast is %(ratio)s to 1, "
                "and %(needed)s to 1 is needed (WCAG 2.2, 1.4.3). Take a darker shade, such as "
                "%(darker)s."
            ),
            code="unreadable",
            params={
                "ratio": f"{ratio:.1f}",
                "needed": TEXT_RATIO,
                "darker": _shifted(color, -STEP, (WHITE,), TEXT_RATIO),
            },
        )


@dataclass(frozen=True)
class BrandColors:
    """What `static/css/base/tokens.css` calls --brand…, --link and --button…, for one theme."""

    brand: str
    brand_ink: str
    brand_soft: str
    link: str
    button: str
    button_ink: str


def light_colors(color: str) -> BrandColors:
    """The colours of the light theme; the link is darkened until it reads on every plane."""
    return BrandColors(
        brand=color,
        brand_ink=WHITE,
        brand_soft=_mixed(color, WHITE, 0.86),
        link=_shifted(color, -STEP, LIGHT_PLANES, TEXT_RATIO),
        button=color,
        button_ink=WHITE,
    )


def dark_colors(color: str) -> BrandColors:
    """The colours of the dark theme; the link is lightened until it reads on every plane."""
    link = _shifted(color, STEP, DARK_PLANES, DARK_TEXT_RATIO)
    return BrandColors(
        brand=color,
        brand_ink=WHITE,
        brand_soft=_mixed(color, WHITE, 0.86),
        link=link,
        button=link,
        button_ink=DARK_PLANES[0],
    )


def _shifted(color: str, step: float, planes: tuple[str, ...], ratio: float) -> str:
    """`color` in its own hue, made lighter or darker until it reads on all `planes`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(color)))
    if step > 0:
        saturation = min(saturation, MILD)
    while any(contrast_ratio(color, plane) < ratio for plane in planes):
        lightness = min(max(lightness + step, 0), 1)
        channels = colorsys.hls_to_rgb(hue, lightness, saturation)
        color = "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
    return color


def _mixed(color: str, other: str, share: float) -> str:
    """`color` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_parts(color), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(color: str) -> tuple[int, int, int]:
    """Red, green and blue, each from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
