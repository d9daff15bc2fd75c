from django import template
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("components/frame/nav_link.html", takes_context=True)
def nav_link(context, route: str, label: str) -> dict:
    """A link of the main menu. It is marked as current on its page and on those below."""
    url, path = reverse(route), context["request"].path
    # Every page is below the home page.
    is_below = path.startswith(url) and url != reverse("pages:home")
    current = "page" if path == url else "true" if is_below else ""
    return {"url": url, "label": label, "current": current}


@register.simple_tag
def page_numbers(page_obj) -> list:
    """The numbers to show of a long list's pages; None where some are left out."""
    pages = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in pages]
