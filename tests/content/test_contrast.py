import pytest
from django.core.exceptions import ValidationError

from content.contrast import (
    DARK_BACKGROUNDS,
    INK,
    LIGHT_BACKGROUNDS,
    MIN_DARK_TEXT_RATIO,
    MIN_SHAPE_RATIO,
    MIN_TEXT_RATIO,
    WHITE,
    contrast_ratio,
    dark_colors,
    light_colors,
    readable_accent,
    readable_on,
    relative_luminance,
    validate_brand_color,
)
from tests.factories.council import CouncilFactory
from tests.stylesheets import token_colors

THEMES = ("light", "dark")
PLANES = ("page", "surface", "sky", "sand", "mist", "error-plane", "success-plane")
# Ink and the planes it stands on, as the style sheets use them.
TEXT_PAIRS = [
    *[(ink, plane) for ink in ("ink", "ink-soft", "link", "visited") for plane in PLANES],
    ("brand-ink", "brand"),
    ("brand-soft", "brand"),
    ("button-ink", "button"),
    ("accent-ink", "accent"),
    ("error", "page"),
    ("error", "error-plane"),
    ("success", "page"),
    ("success", "success-plane"),
]
SHAPE_PAIRS = [
    *[
        (shape, "page")
        for shape in (
            "arc",
            "arc-home",
            "button",
            "coral",
            "leaf",
            "line-strong",
            "ochre",
            "plum",
            "sea",
        )
    ],
    ("accent", "brand"),
    ("arc", "surface"),
    ("line-strong", "surface"),
    ("brand-soft", "brand"),
    ("focus-rim", "focus-core"),
]
BRAND_COLORS = ["#0f4c5c", "#8a1538", "#005ea5", "#00703c", "#4c2c92", "#000000", "#b00020"]


def test_luminance_runs_from_black_to_white():
    assert relative_luminance("#000000") == 0
    assert relative_luminance("#ffffff") == pytest.approx(1)


# Worked values from WebAIM's and the W3C's own examples
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_as_wcag_defines_it_in_either_order(one, other, ratio):
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast_ratio(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "plane"), TEXT_PAIRS)
def test_text_of_the_design_can_be_read(theme, ink, plane):
    colors = token_colors()[theme]
    assert contrast_ratio(colors[ink], colors[plane]) >= MIN_TEXT_RATIO


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "plane"), SHAPE_PAIRS)
def test_shapes_that_tell_something_can_be_seen(theme, shape, plane):
    colors = token_colors()[theme]
    assert contrast_ratio(colors[shape], colors[plane]) >= MIN_SHAPE_RATIO


def test_planes_here_are_those_of_the_style_sheet():
    colors = token_colors()
    assert set(LIGHT_BACKGROUNDS) == {colors["light"][plane] for plane in PLANES}
    assert set(DARK_BACKGROUNDS) == {colors["dark"][plane] for plane in PLANES}


@pytest.mark.parametrize(("plane", "ink"), [("#0f4c5c", WHITE), ("#f2a81d", INK)])
def test_the_ink_that_reads_better_is_chosen(plane, ink):
    assert readable_on(plane) == ink


@pytest.mark.parametrize("color", BRAND_COLORS)
def test_readable_brand_color_is_taken_and_reads_in_both_themes(color):
    validate_brand_color(color)

    light, dark = light_colors(color, "#f2a81d"), dark_colors(color, "#f2a81d")

    assert light.brand == dark.brand == color
    for colors in (light, dark):
        assert contrast_ratio(colors.brand_ink, colors.brand) >= MIN_TEXT_RATIO
        assert contrast_ratio(colors.brand_soft, colors.brand) >= MIN_SHAPE_RATIO
        assert contrast_ratio(colors.button_ink, colors.button) >= MIN_TEXT_RATIO
    assert min(contrast_ratio(light.link, plane) for plane in LIGHT_BACKGROUNDS) >= MIN_TEXT_RATIO
    assert (
        min(contrast_ratio(dark.link, plane) for plane in DARK_BACKGROUNDS) >= MIN_DARK_TEXT_RATIO
    )


@pytest.mark.parametrize("brand", [*BRAND_COLORS, "#d33a00", "#767676"])
@pytest.mark.parametrize(
    "accent", ["#f2a81d", "#000000", "#ffffff", "#808080", "#e6007e", "#0f4c5c", "#c8452d"]
)
def test_whatever_second_colour_is_picked_reads_and_is_seen_on_the_first(brand, accent):
    for colors in (light_colors(brand, accent), dark_colors(brand, accent)):
        assert contrast_ratio(colors.accent, colors.accent_ink) >= MIN_TEXT_RATIO
        assert contrast_ratio(colors.accent, brand) >= MIN_SHAPE_RATIO


def test_second_colour_that_is_seen_stays_as_it_was_picked():
    assert readable_accent("#f2a81d", "#0f4c5c") == "#f2a81d"
    assert readable_accent("#c8452d", "#0f4c5c") != "#c8452d"


def test_link_is_darkened_where_the_brand_color_only_just_reads_on_white():
    light = light_colors("#d33a00", "#f2a81d")

    assert light.brand == "#d33a00"
    assert light.link != "#d33a00"


def test_unreadable_brand_color_is_refused_with_reason_and_way_out():
    with pytest.raises(ValidationError) as refusal:
        validate_brand_color("#f2a81d")

    (message,) = refusal.value.messages
    assert "the contrast is 2.0 to 1, and 4.5 to 1 is needed" in message
    suggestion = message.rsplit(" ", 1)[1].rstrip(".")
    validate_brand_color(suggestion)


@pytest.mark.parametrize("text", ["red", "#fff", "#0f4c5c\n", "0f4c5c", "#0f4c5g", ""])
def test_brand_color_in_another_notation_is_refused(text):
    with pytest.raises(ValidationError):
        validate_brand_color(text)


@pytest.mark.django_db
def test_council_cannot_be_saved_in_the_form_with_an_unreadable_color():
    council = CouncilFactory(brand_color="#f2a81d")

    with pytest.raises(ValidationError) as refusal:
        council.full_clean()

    assert list(refusal.value.message_dict) == ["brand_color"]
