"""The components of lists: filters, pagination, results, and the text for an empty list."""

from collections.abc import Mapping, Sequence

from django import template
from django.core.paginator import Page
from django.forms import BaseForm

register = template.Library()


@register.inclusion_tag("components/list/filter_form.html")
def filter_form(
    form: BaseForm, chosen: Sequence[Mapping[str, object]] = (), reset_url: str = ""
) -> dict[str, object]:
    """Show a form that is sent by GET and filters a list.

    `chosen` has a `label` and a `url` for each filter that is set; the URL is the list without
    it. `reset_url` is the list without any.
    """
    return {"form": form, "chosen": chosen, "reset_url": reset_url}


@register.inclusion_tag("components/list/filter_links.html")
def filter_links(links: Sequence[Mapping[str, object]], label: str) -> dict[str, object]:
    """Show links that filter a list, such as its years.

    `links` have `label`, `url` and `is_current`; `label` says what they choose.
    """
    return {"links": links, "label": label}


@register.inclusion_tag("components/list/empty_list.html")
def empty_list(text: str, *, url: str = "", link: str = "") -> dict[str, object]:
    """Say in a sentence that there is nothing to show, and link to something else.

    `link` is the text of the link to `url`.
    """
    return {"text": text, "url": url, "link": link}


@register.simple_tag
def page_numbers(page: Page) -> list[int | None]:
    """Return the numbers to show of a long list's pages; None where some are left out."""
    pages = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in pages]
