"""Look at those addresses of other sites whose turn it is: each once a week."""

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain, zip_longest

from django.conf import settings

from content.link_check.checking import Checker, Outcome
from content.link_check.fetching import BadAddress, host_of
from content.models import ExternalAddress

logger = logging.getLogger(__name__)
# Of which hosts take turns, and seconds after which no further address is looked at
MAX_ADDRESSES, MAX_SECONDS = 500, 60
# If so many hosts fail, and no other answers, our own connection is at fault.
MIN_FAILURES = 4
WEEK = timedelta(days=7)


def check_due_addresses(checker: Checker | None = None) -> dict[str, int]:
    """Look at what is due; return how many addresses were looked at, and how many failed.

    It takes about a minute, most of it pauses. Never call it inside a transaction: each result is
    stored by itself.
    """
    if not settings.LINK_CHECK:
        return {}
    checker = checker or Checker()
    end = time.monotonic() + MAX_SECONDS
    failed: list[tuple[ExternalAddress, Outcome]] = []
    looked_at = 0
    for address in hosts_in_turn(ExternalAddress.objects.due()[:MAX_ADDRESSES]):
        if time.monotonic() > end:
            break
        try:
            outcome = checker.check(address.url)
        except Exception:
            # Whatever a stranger's server sends, the others are looked at.
            logger.exception("Address %s could not be looked at.", address.pk)
            outcome = Outcome(is_judged=False)
        looked_at += 1
        if outcome.fault:
            failed.append((address, outcome))
        elif outcome.wait:
            address.note_postponed(outcome.wait)
        elif outcome.is_judged:
            address.note_answer()
        else:
            address.note_postponed(WEEK)
    if len(failed) == looked_at and len({_host(one) for one, _ in failed}) >= MIN_FAILURES:
        logger.warning("None of %s addresses of other sites can be reached.", looked_at)
        return {}
    for address, outcome in failed:
        if outcome.fault:
            address.note_fault(outcome.fault)
    return {"addresses of other sites": looked_at, "of them without an answer": len(failed)}


def hosts_in_turn(addresses: Iterable[ExternalAddress]) -> Iterator[ExternalAddress]:
    """Yield one address of each host, then the second ones, so that pauses are rare."""
    by_host: dict[str, list[ExternalAddress]] = defaultdict(list)
    for address in addresses:
        by_host[_host(address)].append(address)
    turns = zip_longest(*by_host.values())
    return (address for address in chain.from_iterable(turns) if address is not None)


def _host(address: ExternalAddress) -> str:
    try:
        return host_of(address.url)
    except BadAddress:
        return ""
