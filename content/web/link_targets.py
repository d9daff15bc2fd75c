"""The rows to which links in texts lead by number; see `content.text.html.stable_links`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from django.apps import apps
from django.conf import settings
from django.db.models import Expression, Field, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import override

from content.languages.addresses.moved import address_in_todays_words
from content.models import Publishable
from content.text.html.stable_links import StableLink, addresses_in, stable_link, with_addresses

Key = tuple[str, int]
Targets = Mapping[Key, Publishable]


@cache
def linkable_models() -> dict[str, type[Publishable]]:
    """Return the models of what has a page or is a file, by the names that links give them."""
    return {
        str(model._meta.model_name): model
        for model in apps.get_models()
        if issubclass(model, Publishable)
    }


def stable_address(row: Publishable) -> str:
    """Return the address that stands for `row` in texts, whatever becomes of its name."""
    return StableLink(str(row._meta.model_name), row.pk).address


def linked_keys(*texts: object) -> set[Key]:
    """Return the keys of what texts link to by number."""
    links = (stable_link(address) for text in texts for address in addresses_in(str(text or "")))
    return {link.key for link in links if link}


def by_model(keys: Iterable[Key]) -> dict[type[Publishable], set[int]]:
    """Return the primary keys by the models that the site has."""
    found = defaultdict(set)
    for kind, number in keys:
        if model := linkable_models().get(kind):
            found[model].add(number)
    return found


def public_targets(keys: Iterable[Key]) -> Targets:
    """Return those of the rows that readers may see: 1 query, or none at all.

    The rows have only what their addresses are made of.
    """
    width = max(len(model.address_fields) for model in linkable_models().values())
    queries = []
    for model, numbers in by_model(keys).items():
        columns: list[Expression] = [Cast(name, TextField()) for name in model.address_fields]
        columns += [Value("", TextField())] * (width - len(columns))
        rows = model._default_manager.filter(pk__in=numbers).reachable().order_by()
        queries.append(rows.values_list(Value(model._meta.model_name), "pk", *columns))
    if not queries:
        return {}
    first, *others = queries
    found = first.union(*others, all=True) if others else first
    return {(kind, pk): _row(kind, pk, values) for kind, pk, *values in found}


def shown_links(html: str, targets: Targets) -> str:
    """Return a text as readers get it: with addresses, and without links to what is not public.

    Pages of the site that are no rows have their addresses in today's words. A link with `hreflang`
    leads to the page in that language, each other one to that in the language which is active.
    """

    def address_now(address: str, language: str) -> str | None:
        link = stable_link(address)
        if link is None:
            return address_in_todays_words(address) or address
        if (target := targets.get(link.key)) is None:
            return None
        if language in settings.SITE_LANGUAGES:
            with override(language):
                return target.get_absolute_url() + link.rest
        return target.get_absolute_url() + link.rest

    has_links = '"/go/' in html or (settings.TRANSLATE_ADDRESSES and 'href="/' in html)
    return with_addresses(html, address_now) if has_links else html


def _row(kind: str, pk: int, values: list[str]) -> Publishable:
    model = linkable_models()[kind]
    names = zip(model.address_fields, values, strict=False)  # the rest is filled up
    row = model(id=pk)  # type: ignore[misc] # every model of ours has one
    for name, value in names:
        setattr(row, name, cast(Field, model._meta.get_field(name)).to_python(value))
    return row
