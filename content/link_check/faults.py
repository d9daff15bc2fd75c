"""Which links lead nowhere: on this site as it is now, on others as the night has found."""

from collections.abc import Collection
from typing import NamedTuple

from content.link_check.addresses import is_external
from content.models import ExternalAddress, LinkFault, PublishingState
from content.models.records.external_address import digest_of
from content.text.html.stable_links import StableLink, stable_link
from content.web.internal_links import stored_forms
from content.web.link_targets import by_model, public_targets
from content.web.site_places import Refusal

# What appears by itself later is no fault.
OF_STATES = {
    PublishingState.DRAFT: LinkFault.DRAFT,
    PublishingState.EXPIRED: LinkFault.EXPIRED,
    PublishingState.LIVE: LinkFault.HIDDEN,
}


class Fault(NamedTuple):
    """What is wrong with a link, and the name or the address of what it leads to."""

    kind: LinkFault
    what: str


def faults_of(addresses: Collection[str]) -> dict[str, Fault]:
    """Return what is wrong with those of `addresses` that lead nowhere: a few queries in all."""
    outside = {digest_of(one): one for one in addresses if is_external(one)}
    found = {}
    if outside:
        for row in ExternalAddress.objects.broken().filter(digest__in=outside):
            found[outside[row.digest]] = Fault(LinkFault(row.fault), row.url)
    return found | _faults_inside(addresses)


def _faults_inside(addresses: Collection[str]) -> dict[str, Fault]:
    forms = stored_forms(addresses)
    found = {
        one: Fault(LinkFault.NOWHERE, one)
        for one, form in forms.items()
        if isinstance(form, Refusal)
    }
    links: dict[str, StableLink] = {}
    for one, form in forms.items():
        if one not in found and (link := stable_link(form)):
            links[one] = link
    keys = {link.key for link in links.values()}
    hidden = {
        (model._meta.model_name, row.pk): row
        for model, numbers in by_model(keys - public_targets(keys).keys()).items()
        for row in model._default_manager.filter(pk__in=numbers)
    }
    for one, link in links.items():
        row = hidden.get(link.key)
        if row and (kind := OF_STATES.get(row.publishing_state)):
            found[one] = Fault(kind, str(row))
    return found
