"""The council's colours as a style sheet; the content security policy forbids inline styles."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.contrast import check_notation, dark_colors, light_colors, validate_brand_color
from content.models import Council

YEAR_IN_SECONDS = 365 * 24 * 3600


@require_safe
def brand_css(request: HttpRequest, digits: str) -> HttpResponse:
    """Return the colours derived from `digits`, such as `0f4c5c-f2a81d`; they never change."""
    color, accent = (f"#{part}" for part in f"{digits.lower()}-".split("-")[:2])
    try:
        validate_brand_color(color)
        check_notation(accent)
    except ValidationError as error:
        raise Http404 from error
    response = render(
        request,
        "pages/brand.css",
        {"light": light_colors(color, accent), "dark": dark_colors(color, accent)},
        content_type="text/css",
    )
    council = Council.current()
    # Of all other colours nothing is kept: there are millions, and anybody can ask for them.
    is_ours = council is not None and council.own_colors == digits
    response["Cache-Control"] = (
        f"public, max-age={YEAR_IN_SECONDS}, immutable" if is_ours else "no-store"
    )
    return response
