"""The links of a row: in its rich texts, and in its fields for addresses."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db.models import Model, URLField
from django.utils import timezone

from content.models import ExternalAddress
from content.models.records.external_address import digest_of
from content.text.fields import RichTextField
from content.text.html.stable_links import addresses_in
from content.text.lines import lines_of
from content.text.social_addresses import SocialAddressesField
from content.web.internal_links import path_on_this_site

BATCH = 200
DAYS = 7
LINKING = (URLField, RichTextField, SocialAddressesField)


class Link(NamedTuple):
    """A link: the name of its field, the language of its text, its address."""

    field: str
    language: str
    address: str


def links_of(row: Model) -> Iterator[Link]:
    """Yield the links of a row, those that are there twice once for each field and language."""
    for field in map(row._meta.get_field, linking_fields(type(row))):
        value = getattr(row, field.name)
        if isinstance(field, URLField) and value:
            yield Link(field.name, "", value)
        elif isinstance(field, SocialAddressesField):
            for address in lines_of(value):
                yield Link(field.name, "", address)
        elif isinstance(field, RichTextField) and value:
            data = value.data if isinstance(value.data, dict) else {"": value.data}
            for language, html in data.items():
                for address in dict.fromkeys(addresses_in(str(html or ""))):
                    yield Link(field.name, language, address)


def is_external(address: str) -> bool:
    """Return whether an address leads to another site by http or https."""
    is_web = address.lower().startswith(("http://", "https://"))
    return is_web and path_on_this_site(address) is None


def note_addresses() -> int:
    """Note all addresses of other sites, and forget those that no row has; return how many.

    What is new is looked at within a week, so that not everything is asked for in one night.
    """
    found = {url for model in linking_models() for url in _addresses_of(model)}
    known = dict(ExternalAddress.objects.values_list("digest", "pk"))
    digests = {digest_of(url): url for url in found}
    new = [
        ExternalAddress(
            digest=digest,
            url=url,
            next_check_at=timezone.now() + timedelta(days=int(digest[:8], 16) % DAYS),
        )
        for digest, url in digests.items()
        if digest not in known
    ]
    ExternalAddress.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    gone = [pk for digest, pk in known.items() if digest not in digests]
    for start in range(0, len(gone), BATCH):
        ExternalAddress.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    return len(digests)


def linking_models() -> list[type[Model]]:
    """Return the models whose rows may link to other sites."""
    ours = {"content", "cities", "links", "events", "pages"}
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ours and linking_fields(model)
    ]


@cache
def linking_fields(model: type[Model]) -> list[str]:
    """Return the names of the fields in which rows of a model may have links."""
    fields = model._meta.concrete_fields
    return [field.name for field in fields if isinstance(field, LINKING)]


def _addresses_of(model: type[Model]) -> Iterator[str]:
    rows = model._base_manager.only("pk", *linking_fields(model)).order_by("pk")
    for row in rows.iterator(chunk_size=BATCH):
        for link in links_of(row):
            if is_external(link.address):
                yield link.address
