"""Find what officers write, people and old addresses: drafts too, and only what a person may see.

Python compares, so that Leon finds León on every database. Each kind takes one query for the texts,
and one more for the rows that are shown.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin import site
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from i18nfield.strings import LazyI18nString

from content.models import Publishable
from content.permissions import may_see_part
from content.text.html.stable_links import stable_link
from content.text.transliteration import spelt_out, unaccented
from content.web.internal_links import path_on_this_site, stored_forms
from content.web.link_targets import Key, stable_address
from twinning_site.workbench.officers_search.kinds import KINDS, Kind
from twinning_site.workbench.start_page.panel import rows_for

MAX_QUERY = 200
# Of ranks, the least is the best.
EXACT, BEGINS, BEGINS_WORDS, IN_NAME, ELSEWHERE = range(5)


@dataclass(frozen=True)
class Hit:
    """One thing that was found. `address` is what texts link to, where they can."""

    title: str
    kind: str
    url: str
    rank: int
    state: str = ""
    state_name: str = ""
    address: str = ""


@dataclass
class Group:
    """What was found of one kind: the best hits, how many there are, and the list of all."""

    name: str
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    list_url: str = ""

    @property
    def more(self) -> int:
        return self.total - len(self.hits)


def rows_seen(request: HttpRequest, kind: Kind) -> Any:
    """Return the rows of a kind that the admin shows to this person, or None."""
    if not kind.owner:
        return rows_for(request, kind.model, "view")
    whole: Any = kind.model._meta.get_field(kind.owner).related_model
    owners = rows_for(request, whole, "view")
    if owners is None or not may_see_part(request.user, whole, kind.model):
        return None
    return kind.model._default_manager.filter(**{f"{kind.owner}__in": owners.order_by()})


def find(
    request: HttpRequest,
    query: str,
    kinds: Sequence[Kind] = KINDS,
    *,
    limit: int,
    rows_of: Callable[[HttpRequest, Kind], Any] = rows_seen,
) -> list[Group]:
    """Return what has every word of `query`, at most `limit` of each kind, the best first.

    An address of the site finds what is there. `rows_of` gives the rows of a kind to look
    through, or None.
    """
    query = query.replace("\0", "")[:MAX_QUERY].strip()
    if not query:
        return []
    link = stable_link(stored_forms([query]).get(query, "")) if "/" in query else None
    wanted = _Wanted(path_on_this_site(query) or query if "/" in query else query)
    key = link.key if link else None
    groups = [_group(kind, rows_of(request, kind), wanted, key, limit) for kind in kinds]
    if kinds is KINDS:
        groups.append(_lists(request, wanted, limit))
    return [group for group in groups if group.hits]


def best(groups: Iterable[Group], limit: int) -> list[Hit]:
    """Return the best hits of all kinds together."""
    hits = [hit for group in groups for hit in group.hits]
    return sorted(hits, key=lambda hit: hit.rank)[:limit]


class _Wanted:
    """What somebody looks for."""

    def __init__(self, query: str) -> None:
        self.whole = " ".join(unaccented(query).split())
        self.words = self.whole.split()

    def rank(self, names: Iterable[Any], others: Iterable[Any] = ()) -> int | None:
        """Return how well texts fit; None if a word is missing."""
        called = [text for name in names for text in _plain(name)]
        name = " ".join(called)
        if all(word in name for word in self.words):
            if self.whole in called:
                return EXACT
            if any(text.startswith(self.whole) for text in called):
                return BEGINS
            begins = all(f" {word}" in f" {name}" for word in self.words)
            return BEGINS_WORDS if begins else IN_NAME
        text = " ".join([name, *(text for other in others for text in _plain(other))])
        return ELSEWHERE if all(word in text for word in self.words) else None


def _plain(value: Any) -> list[str]:
    """Return a text in small plain letters, in each of its languages, and as Germans spell it."""
    data = value.data if isinstance(value, LazyI18nString) else value
    texts = [str(one or "") for one in (data.values() if isinstance(data, dict) else [data])]
    plain = [unaccented(text) for text in texts]
    return plain + [spelt_out(text) for text in texts if not text.isascii()]


def _group(kind: Kind, rows: Any, wanted: _Wanted, at_address: Key | None, limit: int) -> Group:
    options = kind.model._meta
    group = Group(str(capfirst(options.verbose_name_plural)))
    if rows is None:
        return group
    split = 1 + len(kind.names)
    ranks: dict[Any, int] = {}
    for values in rows.order_by("-pk").values_list("pk", *kind.names, *kind.others):
        key = values[0]
        if at_address == (options.model_name, key):
            ranks[key] = EXACT
        elif (rank := wanted.rank(values[1:split], values[split:])) is not None:
            ranks[key] = rank
    best_keys = sorted(ranks, key=ranks.__getitem__)[:limit]
    if not best_keys:
        return group
    found = rows.select_related(*kind.needed).in_bulk(best_keys)
    group.hits = [_hit(kind, found[key], ranks[key]) for key in best_keys if key in found]
    group.total = len(ranks)
    if not kind.owner:
        group.list_url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return group


def _hit(kind: Kind, row: Model, rank: int) -> Hit:
    form_of = getattr(row, kind.owner) if kind.owner else row
    options = form_of._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[form_of.pk])
    state = getattr(row, "publishing_state", None) or getattr(row, "state", "")
    label = getattr(state, "label", "") or getattr(row, "get_state_display", str)()
    title = str(row)
    if kind.owner:
        title = ", ".join(filter(None, [getattr(row, "name", ""), title, str(form_of)]))
    return Hit(
        title=title,
        kind=str(capfirst(row._meta.verbose_name)),
        url=url,
        rank=rank,
        state=str(state),
        state_name=str(label),
        address=stable_address(row) if isinstance(row, Publishable) else "",
    )


def _lists(request: HttpRequest, wanted: _Wanted, limit: int) -> Group:
    """Return the lists of the admin, and its forms for something new."""
    group = Group(gettext("Lists and forms"))
    hits = []
    for section in site.get_app_list(request):
        for model in section["models"]:
            name = str(capfirst(model["name"]))
            one = str(capfirst(model["model"]._meta.verbose_name))
            new = gettext("New: %(what)s") % {"what": one}
            pages = [
                (name, gettext("List"), model["admin_url"]),
                (new, gettext("Form"), model["add_url"]),
            ]
            for title, kind, url in pages:
                rank = wanted.rank([title]) if url else None
                if rank is not None:
                    hits.append(Hit(title=title, kind=kind, url=url, rank=max(rank, BEGINS)))
    hits.sort(key=lambda hit: hit.rank)
    group.hits, group.total = hits[:limit], len(hits)
    return group
