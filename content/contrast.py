"""Contrast of colours, readable shades of the council's two (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

import colorsys
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

WHITE, INK = "#ffffff", "#13242b"
MIN_TEXT_RATIO = 4.5
MIN_SHAPE_RATIO = 3.0
# Thin bright text on a dark page needs more (1.4.6).
MIN_DARK_TEXT_RATIO = 7.0
# The backgrounds of links in static/css/base/tokens.css
LIGHT_BACKGROUNDS = ("#ffffff", "#f2f6f7", "#cfe8ea", "#f4e6c8", "#e4eef0", "#fdeeec", "#e3f1e9")
DARK_BACKGROUNDS = ("#0e1a1f", "#16262d", "#16343d", "#38301c", "#1b2e36", "#391a17", "#15301f")
# How much of white is in the land of the maps, --atlas-land in static/css/components/atlas.css
LAND_SHARE = 0.16
LIGHTNESS_STEP = 0.02
# Of a bright colour, which glows above it
MAX_SATURATION = 0.65

check_notation = RegexValidator(r"^#[0-9a-fA-F]{6}\Z", _("Write the colour like #0f4c5c."))


def relative_luminance(color: str) -> float:
    """Return the luminance (WCAG 2.2) of a colour like `#0f4c5c`, from 0 (black) to 1 (white)."""
    channels = [part / 255 for part in _channels(color)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black on white)."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable_on(background: str) -> str:
    """Return white or ink, whichever is easier to read on `background`."""
    return max((WHITE, INK), key=lambda color: contrast_ratio(color, background))


def validate_brand_color(color: str) -> None:
    """Refuse a colour that is unreadable with white text on it, or as a link on a white page.

    Raises:
        ValidationError: with the ratio that was found and the one that is needed.
    """
    check_notation(color)
    ratio = contrast_ratio(color, WHITE)
    if ratio < MIN_TEXT_RATIO:
        raise ValidationError(
            _(
                "White text on this colour cannot be read well: the contrast is %(ratio)s to 1, "
                "and %(needed)s to 1 is needed (WCAG 2.2, 1.4.3). Take a darker shade, such as "
                "%(darker)s."
            ),
            code="unreadable",
            params={
                "ratio": f"{ratio:.1f}",
                "needed": MIN_TEXT_RATIO,
                "darker": _shifted(color, -LIGHTNESS_STEP, (WHITE,), MIN_TEXT_RATIO),
            },
        )


@dataclass(frozen=True)
class BrandColors:
    """The values of --brand…, --link and --button… in static/css/base/tokens.css, for one theme."""

    brand: str
    brand_ink: str
    brand_soft: str
    link: str
    button: str
    button_ink: str
    accent: str
    accent_ink: str


def light_colors(color: str, accent: str) -> BrandColors:
    """Return the colours of the light theme; the link is darkened until it is readable."""
    accent = readable_accent(accent, color)
    return BrandColors(
        brand=color,
        brand_ink=WHITE,
        brand_soft=_mixed(color, WHITE, 0.86),
        link=_shifted(color, -LIGHTNESS_STEP, LIGHT_BACKGROUNDS, MIN_TEXT_RATIO),
        button=color,
        button_ink=WHITE,
        accent=accent,
        accent_ink=readable_on(accent),
    )


def dark_colors(color: str, accent: str) -> BrandColors:
    """Return the colours of the dark theme; the link is lightened until it is readable."""
    accent = readable_accent(accent, color)
    link = _shifted(color, LIGHTNESS_STEP, DARK_BACKGROUNDS, MIN_DARK_TEXT_RATIO)
    return BrandColors(
        brand=color,
        brand_ink=WHITE,
        brand_soft=_mixed(color, WHITE, 0.86),
        link=link,
        button=link,
        button_ink=DARK_BACKGROUNDS[0],
        accent=accent,
        accent_ink=readable_on(accent),
    )


def readable_accent(accent: str, brand: str) -> str:
    """Return `accent` made lighter until it is seen on `brand` and text can be read on it.

    White text is readable on `brand`, so that white is always light enough. It is seen on
    the land of the maps, too, which is a little lighter.
    """
    land = _mixed(brand, WHITE, LAND_SHARE)
    while accent != WHITE and (
        min(contrast_ratio(accent, plane) for plane in (brand, land)) < MIN_SHAPE_RATIO
        or contrast_ratio(accent, readable_on(accent)) < MIN_TEXT_RATIO
    ):
        accent = _lightened(accent)
    return accent


def _shifted(color: str, step: float, backgrounds: tuple[str, ...], ratio: float) -> str:
    """Return `color` made lighter or darker until its contrast to all `backgrounds` is `ratio`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _channels(color)))
    if step > 0:
        saturation = min(saturation, MAX_SATURATION)
    while any(contrast_ratio(color, background) < ratio for background in backgrounds):
        lightness = min(max(lightness + step, 0), 1)
        channels = colorsys.hls_to_rgb(hue, lightness, saturation)
        color = "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
    return color


def _lightened(color: str) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _channels(color)))
    channels = colorsys.hls_to_rgb(hue, min(lightness + LIGHTNESS_STEP, 1), saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _mixed(color: str, other: str, share: float) -> str:
    """Return `color` mixed with `share` (0 to 1) of `other`."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    """Return red, green and blue, each from 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
