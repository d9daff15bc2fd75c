"""Score the search by what residents type: how far down is the first result that helps?"""

import re
import tomllib
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

# On one worker, so that the demo is loaded once.
pytestmark = pytest.mark.xdist_group("demo: what residents search")

QUERIES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())["query"]
# The mean of 1/rank over all queries, where a query without help counts 0
# (mean reciprocal rank: Voorhees, TREC-8 question answering track, 1999)
MIN_SCORE = 0.94
RESULT = re.compile(r'<h[23] class="card__title card__title--small"><a href="([^"]+)"')


@dataclass(frozen=True)
class Rank:
    """At which place of the first page a query has its first result that helps; 0: nowhere."""

    words: str
    place: int
    found: list[str]

    @property
    def score(self) -> float:
        return 1 / self.place if self.place else 0


MEMBERSHIP_FORM = "documents/oxford-grenoble-association-membership-form.pdf"
# What people type for one thing, in several ways
SAME = {
    "/hosting/": [
        "host family", "bed for a guest", "homestay", "spare room", "accommodation for guests",
    ],
    "/events/french-table/": [
        "French lessons", "learn french", "french class", "practise my french", "speaking french",
    ],
    "/events/": ["next event", "what's on", "whats on", "events today", "happening this week"],
    "/events/?theme=schools": [
        "penpal", "exchange for my daughter", "pen friends", "student exchange", "Penfriend!",
    ],
    "/cities/grenoble/": ["grenbole", "Grenobel", "Grennoble", "greenoble"],
    "/newsletters/": ["newsleter", "newslettr", "enwsletter", "newslettter"],
    "/cities/leiden/": ["Liyden", "lieden", "leidne", "leyden"],
    "/contact/": [
        "01865 252537", "OX1 1BX", "opening hours", "phone", "(01865) 252537", "+44 (0)1865 252537",
        "01865/249811", "252537", "ox1 1en", "PO Box 10", "office hours",
    ],
    MEMBERSHIP_FORM: ["membership form", "form for membership", "Membership forms", "member form"],
}  # fmt: skip


def rank(client, query: dict) -> Rank:
    with override(query.get("language", "en")):
        path = reverse("search:search")
    html = client.get(path, {"q": query["words"]}).text
    found = [unescape(address) for address in RESULT.findall(html)]
    places = [place for place, address in enumerate(found, 1) if helps(query, address)]
    return Rank(query["words"], min(places, default=0), found)


def helps(query: dict, address: str) -> bool:
    parts = address.split("/")
    names = {address, f"documents/{parts[-1]}", f"{address[: address.rfind('/', 0, -1)]}/*"}
    return not names.isdisjoint(query["helps"])


def test_there_are_sixty_different_queries():
    assert len({(query["words"], query.get("language")) for query in QUERIES}) == 60


def test_what_residents_search_for_comes_first(demo, client):
    ranks = [rank(client, query) for query in QUERIES]
    score = sum(rank.score for rank in ranks) / len(ranks)
    print(f"\nMean reciprocal rank of {len(ranks)} queries: {score:.3f}")  # noqa: T201
    for rank_ in ranks:
        if rank_.place != 1:
            print(f"{rank_.place or '-':>3} {rank_.words}: {rank_.found[:3]}")  # noqa: T201
    assert score >= MIN_SCORE


@pytest.mark.parametrize(
    ("address", "words"), [(address, words) for address, all in SAME.items() for words in all]
)
def test_it_is_first_however_people_type_it(demo, client, address, words):
    assert rank(client, {"words": words, "helps": [address]}).place == 1


@pytest.mark.parametrize(
    "words", ["Städtepartnerschaft", "Chor", "Rathaus", "Bauernmesse", "Gäste aufnehmen"]
)
def test_what_only_pages_in_german_have_is_a_second_list(demo, client, words):
    html = client.get("/search/", {"q": words}).text
    below = html.partition('<h2 id="other-languages">In other languages</h2>')[2]
    assert re.search(r'<h3 .*?><a href="/de/[^"]*" lang="de" dir="ltr">', below)
    assert "· German" in below
