"""Each fact that the council's own page tells about Oxford's links is on the demo site."""

import pytest

from tests.whole_site.passages import passages, tells
from tests.whole_site.walk import Visit, Walk, own_address

# {page: {fact: terms}}. A fact is there if one passage of the page has every term; what else the
# passage says is free. `a|b`: one of them.
FACTS = {
    "/twinning/": {
        "visitors a year": ["nine million|9 million", "visit", "year"],
        "five links": ["five", "Leiden", "Bonn", "Grenoble", "León", "Perm"],
        "three in the European Union": ["three", "European Union"],
        "voluntary groups": ["Every link", "voluntary group"],
        "what it is good for": ["civic pride", "social capital"],
    },
    "/contact/": {
        "role": ["International Officer"],
        "street": ["St Aldate’s"],
        "postcode": ["OX1 1BX"],
        "phone": ["01865 252537"],
        "mailbox": ["internationallinks@oxford.example"],
        "mail this service": ["E-mail this service"],
        "switchboard": ["01865 249811"],
    },
    "/cities/leiden/": {
        "since": ["Oxford", "1946"],
        "canals, bridges, houses": ["canals", "bridge", "merchants’ houses"],
        "Oxford goes in May": ["May", "Oxford", "Dutch", "remembrance"],
        "Leiden comes in November": ["November", "Remembrance Day"],
        "siege": ["1574", "Spanish", "siege", "3 October"],
        "hutspot and herring": ["herring", "bread", "town hall", "hutspot"],
        "groups go": ["groups", "Oxford", "3 October"],
        "university": ["oldest university", "Netherlands"],
        "books and printing": ["book(shop)?s?", "print(ing|s|ed)"],
        "bicycles": ["bicycles"],
    },
    "/cities/bonn/": {
        "since": ["1947"],
        "first": ["first", "Anglo-German", "war"],
        "Beethoven": ["Beethoven", "born"],
        "performers": ["choirs", "bands", "orchestras", "partners"],
        "schools and universities": ["schools", "universities", "exchanges"],
        "art, sport, hobby": ["artists|art", "athletes|sport", "hobby"],
        "youth theatre and business": ["youth theatre", "business(es)?"],
        "week": ["two years", "week", "two cities"],
    },
    "/cities/grenoble/": {
        "since": ["1980s"],
        "exchanges": ["exchanges", "1989"],
        "mountains": ["Isère", "Alps", "Mont Blanc"],
        "people": ["half a million"],
        "Olympics": ["1968", "winter Olympics"],
        "tram, campus, town hall": ["tram", "campus", "town hall"],
        "museum": ["1994", "museum"],
        "research": ["research", "high technology"],
        "anniversary": ["2014", "25th anniversary", "Oxford"],
    },
    "/cities/leon/": {
        "since": ["1986", "Oxford"],
        "capital": ["once|former", "capital", "second city"],
        "cathedral": ["cathedral"],
        "university": ["oldest university", "Central America"],
        "disasters": ["volcanic", "eruptions", "hurricanes", "tidal waves"],
        "money": ["money", "health", "education", "disaster"],
        "delegations and students": ["delegations", "Oxford", "students"],
        "doctors": ["doctors", "Oxford", "English"],
    },
    "/cities/perm/": {
        "dates": ["linked", "1990", "twins", "1995"],
        "east": ["most easterly city in Europe", "900 miles", "Moscow", "Kama", "Urals?"],
        "ballet, sculptures, industry": [
            "ballet school", "sculptures", "wood(en)?", "paper", "aircraft engines",
        ],
        "exchanges": ["teachers", "lawyers", "journalists", "hospice"],
        "universities": ["both", "universities", "Perm"],
        "county": ["Oxfordshire", "Perm Region"],
        "suspended": ["March 2022", "council", "suspended", "Ukraine"],
        "until": ["Ukraine", "international law", "cease"],
        "people": ["people", "Oxford", "Perm", "not", "target"],
    },
    "/groups/oxford-international-links/": {
        "name": ["Oxford International Links", "OIL"],
        "umbrella": ["umbrella", "groups"],
        "volunteers": ["volunteers"],
        "seed funding": ["small", "seed funding", "city"],
    },
    "/groups/oxford-bonn-link/": {
        "pairs": ["partnership", "counterparts?"],
        "Bonn Week": ["four years", "Bonn Week", "Oxford"],
        "Oxford Week": ["Oxford Week", "Bonn"],
        "quarterly": ["every quarter"],
        "members": ["members", "organisations"],
    },
    "/groups/oxford-grenoble-association/": {
        "partner": ["Alliance Grenoble-Oxford"],
        "yearly visit": ["visit", "Grenoble", "every year"],
        "social events": ["social events"],
        "pub and café": ["twin", "pub", "café"],
    },
    "/groups/oxford-leiden-link/": {
        "founded": ["founded", "after the war"],
        "other name": ["Oxford Leiden Association"],
        "people": ["10,000 people", "1946"],
        "multi-twin": ["multi-twin", "young people"],
        "website": ["member", "website"],
    },
    "/groups/oxford-leon-association/": {
        "salsa": ["salsa"],
        "swim": ["sponsored swim", "every year"],
        "tanks and filters": ["water", "tanks", "rural", "filters", "arsenic"],
        "mass": ["Misa Campesina", "every year"],
        "developing world": ["only", "developing world"],
        "website": ["membership forms", "newsletters", "website"],
    },
    "/groups/oxford-perm-association/": {
        "website": ["membership", "activities", "newsletters", "website"],
    },
    "/newsletters/": {
        "Bonn, February 2015": ["Bonn Link", "February 2015"],
        "Bonn, January 2014": ["Bonn Link", "January 2014"],
        "Bonn, July 2012": ["Bonn Link", "July 2012"],
        "Grenoble, autumn 2015": ["Oxford-Grenoble Association", "autumn 2015"],
        "Grenoble, autumn 2014": ["Oxford-Grenoble Association", "autumn 2014"],
        "Perm, June 2015": ["Oxford Perm Association", "June 2015"],
        "Perm, October 2014": ["Oxford Perm Association", "October 2014"],
        "Perm, October 2012": ["Oxford Perm Association", "October 2012"],
    },
    "/events/reflections-on-humanity/": {
        "opening": ["Saturday 7 November 2015", "15:00", "16:00"],
        "place": ["Christ Church Cathedral"],
        "occasion": ["seventy|70", "Second World War"],
        "languages": ["poe(ms|try)", "own languages", "English"],
        "artists": ["German", "Polish", "artist"],
        "until": ["22 November 2015"],
        "talk": ["afterwards", "talk"],
        "organisers": ["Oxford StanzaTwo", "Cathedral", "Oxford International Links"],
        "welcome": ["everyone", "welcome"],
    },
    "/events/past/": {
        "installations": ["7 to 22 November 2015|7–22 November 2015"],
        "Bonn week": ["Oxford Week in Bonn 2015"],
        "concert": ["Linked Cities Concert"],
        "concert: cities": ["December 2011", "Oxford", "Bonn", "Leiden"],
    },
    "/gallery-package/": {
        "since": ["2014", "Museum of Oxford", "gallery"],
        "month": ["May", "gallery"],
    },
}  # fmt: skip

# Addresses on other sites: council, the cities.
LINKS = [
    "https://www.oxford.gov.uk/",
    "https://www.leiden.nl/",
    "https://www.bonn.de/",
    "https://www.grenoble.fr/",
    "https://en.wikipedia.org/wiki/Le%C3%B3n,_Nicaragua",
    "https://www.gorodperm.ru/",
    "https://perm-twinning.example.org/",
]
DOCUMENTS = [
    "volunteer-application-form.pdf",
    "oxford-grenoble-association-membership-form.pdf",
    "gallery-package-information-pack.pdf",
    "reflections-on-humanity-poster.pdf",
]


def linked_from_home(walk: Walk) -> list[Visit]:
    """The English pages to which links lead from the front page, without the sitemap's help."""
    waiting, seen = ["/"], {}
    while waiting:
        address = waiting.pop()
        visit = walk.visits.get(address)
        if address in seen or visit is None or address.startswith("/de/"):
            continue
        seen[address] = visit
        for link in [*visit.links, visit.location]:
            if link and (found := own_address(address, link)):
                waiting.append(found[0])
    return [visit for visit in seen.values() if visit.is_page]


@pytest.fixture(scope="session")
def reachable(walk) -> set[str]:
    return {visit.address for visit in linked_from_home(walk)}


@pytest.mark.parametrize(
    ("address", "fact"), [(address, fact) for address, facts in FACTS.items() for fact in facts]
)
def test_fact_can_be_read(walk, reachable, address, fact):
    assert address in reachable
    assert any(tells(passage, FACTS[address][fact]) for passage in passages(walk.visits[address]))


@pytest.mark.parametrize(
    ("passage", "is_told"),
    [
        ("On 3 October the Spanish left, in 1574, and the siege was over.", True),
        ("The Spanish siege of 1574 ended on 13 October.", False),
        ("The Spanish siege ended on 3 October.", False),
    ],
)
def test_fact_survives_new_words_and_not_the_loss_of_a_term(passage, is_told):
    assert tells(passage, FACTS["/cities/leiden/"]["siege"]) is is_told


@pytest.mark.parametrize("address", LINKS)
def test_other_sites_are_linked(walk, address):
    assert any(address in visit.links for visit in linked_from_home(walk))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_linked_and_there(walk, name):
    linked = {link for visit in linked_from_home(walk) for link in visit.links}
    [address] = {link for link in linked if link.endswith(f"/{name}")}

    assert walk.visits[address].body.startswith(b"%PDF-")
