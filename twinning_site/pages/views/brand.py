"""The council's own colour as a stylesheet, since the security policy allows no inline style."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.contrast import dark_colors, light_colors, validate_brand_color

A_YEAR = 365 * 24 * 3600


@require_safe
def brand_css(request: HttpRequest, digits: str) -> HttpResponse:
    """Colours derived from `digits`, such as `0f4c5c`: one address never gets another content."""
    color = f"#{digits.lower()}"
    try:
        validate_brand_color(color)
    except ValidationError as error:
        raise Http404 from error
    response = render(
        request,
        "pages/brand.css",
        {"light": light_colors(color), "dark": dark_colors(color)},
        content_type="text/css",
    )
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
