"""Each fact that the council's own page tells about Oxford's links is on the demo site."""

import html
import re

import pytest

from tests.whole_site.walk import Visit, Walk, own_address

FACTS = {
    "visitors": "About nine million people visit Oxford in a year",
    "five links": "Oxford has made this promise five times",
    "three in the European Union": "three of them with cities that are now in the European Union",
    "voluntary groups": "Every link is carried by a voluntary group in Oxford",
    "civic pride": "It adds to civic pride",
    "social capital": "adds to social capital",
    "office: role": "International Officer",
    "office: street": "St Aldate’s",
    "office: postcode": "OX1 1BX",
    "office: phone": "01865 252537",
    "office: mailbox": "internationallinks@oxford.gov.uk",
    "office: mail this service": "E-mail this service",
    "council: switchboard": "01865 249811",
    # Leiden
    "Leiden since": "Leiden and Oxford have been twin cities since 1946",
    "Leiden: canals": "the old town is a ring of canals",
    "Leiden: bridges": "Canals, bridges and merchants’ houses",
    "Leiden: Oxford goes in May": "In May Oxford goes to Leiden",
    "Leiden: Dutch remembrance": "On the Dutch day of remembrance, 4 May",
    "Leiden: comes in November": "In November Leiden comes to Oxford",
    "Leiden: Remembrance Day": "stands with us on Remembrance Day",
    "Leiden: siege": "In 1574 the Spanish siege of Leiden ended on 3 October",
    "Leiden: herring from the town hall": (
        "Herring and white bread are handed out from the town hall"
    ),
    "Leiden: hutspot": "everybody eats hutspot",
    "Leiden: groups go": "Groups from Oxford often go over to join in",
    "Leiden: university": "Leiden has the oldest university of the Netherlands",
    "Leiden: books and printing": "somebody is printing a book",
    "Leiden: bicycles": "Between the two, bicycles",
    # Bonn
    "Bonn since": "In 1947 many in both countries thought it too early",
    "Bonn: first": "one of the first official Anglo-German links after the war",
    "Bonn: Beethoven": "Ludwig van Beethoven was born in Bonn",
    "Bonn: performers": "choirs, bands and orchestras from Oxford perform in Bonn with partners",
    "Bonn: schools and universities": "Schools and universities have their own exchanges",
    "Bonn: art, sport, hobby": "Artists, athletes and hobby clubs",
    "Bonn: youth theatre": "a youth theatre has played on both sides",
    "Bonn: business": "businesses have looked one another up",
    "Bonn: week": "Every two years the friendship gets a week of its own, in one of the two cities",
    # Grenoble
    "Grenoble since": "The official link dates from the 1980s",
    "Grenoble: exchanges": "There have been regular exchanges since 1989",
    "Grenoble: Isère": "where the Isère comes out of the Alps",
    "Grenoble: Mont Blanc": "On a clear day one of them is Mont Blanc",
    "Grenoble: people": "about half a million people",
    "Grenoble: Olympics": (
        "The world came to see it in 1968, when the city held the winter Olympics"
    ),
    "Grenoble: tram": "given itself a tram",
    "Grenoble: campus": "a green campus for its university",
    "Grenoble: town hall": "a new town hall",
    "Grenoble: museum": "in 1994 an art museum",
    "Grenoble: research": "research of the first rank and high technology",
    "Grenoble: anniversary": "In 2014 the 25th anniversary was kept in Oxford",
    # León
    "León since": "From the start of the link in 1986",
    "León: former capital": "León was once the capital of Nicaragua",
    "León: second city": "is now its second city",
    "León: cathedral": "a cathedral centuries old",
    "León: university": "the oldest university of Central America",
    "León: volcanoes": "This is a volcanic region",
    "León: disasters": "Eruptions, hurricanes and tidal waves",
    "León: money": "for health, for education, and for help when disaster comes",
    "León: delegations": "Several delegations have travelled from Oxford to León",
    "León: students": "with pupils and students among them",
    "León: doctors": "doctors from León have lived in Oxford for a while to learn English",
    # Perm
    "Perm: dates": "The cities were linked in 1990 and became official twins in 1995",
    "Perm: east": "Perm is called the most easterly city in Europe",
    "Perm: where": "900 miles east of Moscow, between the broad Kama and the Ural Mountains",
    "Perm: ballet": "Its ballet school is famous",
    "Perm: sculptures": "religious sculptures in wood",
    "Perm: industry": "everything from paper to aircraft engines",
    "Perm: exchanges": "lawyers, journalists and politicians, hospice workers",
    "Perm: universities": "Both of Oxford’s universities have had ties with Perm",
    "Perm: county": "Oxfordshire is twinned with Perm Region",
    "Perm: suspended": "In March 2022 Oxford’s council suspended the official link",
    "Perm: until": "The invasion of Ukraine and the breaches of international law have to cease",
    "Perm: people": "contact between the people of Oxford and Perm was not its target",
    # Groups
    "OIL": "Oxford International Links, OIL for short",
    "OIL: umbrella": "the umbrella over all twinning groups",
    "OIL: volunteers": "The people in it are volunteers",
    "OIL: seed funding": "small sums of seed funding",
    "Bonn Link: promotes": "The Bonn Link promotes the partnership",
    "Bonn Link: pairs": "by introducing such counterparts to each other",
    "Bonn Link: Bonn Week": "Every four years the group promotes a Bonn Week in Oxford",
    "Bonn Link: Oxford Week": "the group coordinates what our clubs and ensembles do in the Oxford",
    "Bonn Link: quarterly": "They meet every quarter",
    "Bonn Link: members": "Members are organisations",
    "Grenoble: partner": "Alliance Grenoble-Oxford",
    "Grenoble: yearly visit": "A visit to Grenoble, or from it, is arranged every year",
    "Grenoble: social events": "social events where French and British residents of Oxford meet",
    "Grenoble: pub and café": "twin a pub in Oxford with a café in Grenoble",
    "Leiden Link: founded": "The group was founded right after the war",
    "Leiden Link: other name": "also known as the Oxford Leiden Association",
    "Leiden Link: people": "About 10,000 people have done so since 1946",
    "Leiden Link: multi-twin": "multi-twin events",
    "Leiden Link: website": "You become a member on the group’s own website",
    "León Association: salsa": "Salsa evenings.",
    "León Association: swim": "The sponsored swim, every year",
    "León Association: tanks": "storage tanks in rural communities",
    "León Association: arsenic": "filters that take arsenic out of the drinking water",
    "León Association: mass": "La Misa Campesina, every year: the peasants’ mass of Nicaragua",
    "León Association: developing world": "León is Oxford’s only twin in the developing world",
    "León Association: website": "newsletters are on its own website",
    "Perm Association: website": "Membership, activities and newsletters are on the association’s",
    # Newsletters
    "Bonn, February 2015": "Bonn Link Newsletter, February 2015",
    "Bonn, January 2014": "Bonn Link Newsletter, January 2014",
    "Bonn, July 2012": "Bonn Link Newsletter, July 2012",
    "Grenoble, autumn 2015": "Oxford-Grenoble Association Newsletter, Autumn 2015",
    "Grenoble, autumn 2014": "Oxford-Grenoble Association Newsletter, Autumn 2014",
    "Perm, June 2015": "Oxford Perm Association Newsletter, June 2015",
    "Perm, October 2014": "Oxford Perm Association Newsletter, October 2014",
    "Perm, October 2012": "Oxford Perm Association Newsletter, October 2012",
    # Events
    "Reflections": "Reflections on Humanity",
    "Reflections: opening": "Saturday 7 November 2015, 15:00 to 16:00",
    "Reflections: place": "Christ Church Cathedral",
    "Reflections: languages": "read in their own languages and in English",
    "Reflections: artists": "one by a German and one by a Polish artist",
    "Reflections: until": "from 7 to 22 November 2015",
    "Reflections: occasion": "Seventy years after the end of the Second World War",
    "Reflections: talk": "Afterwards there is a talk",
    "Reflections: organisers": "Oxford StanzaTwo",
    "Reflections: welcome": "Everyone is welcome",
    "Bonn week": "Oxford Week in Bonn 2015",
    "concert": "Linked Cities Concert",
    "concert: when": "December 2011: musicians of Oxford, Bonn and Leiden",
    # Museum
    "gallery package": "Since 2014 the Museum of Oxford has kept its gallery free",
    "gallery month": "through the month of May",
}

# Addresses on other sites: council, its social pages, the cities.
LINKS = [
    "https://www.oxford.gov.uk/",
    "https://www.facebook.com/OxfordCityCouncil",
    "https://x.com/OxfordCity",
    "https://www.facebook.com/OxfordInternationalLinks",
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


def words(visit: Visit) -> str:
    """What a reader reads: no tags, no line breaks."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", visit.body.decode(), flags=re.DOTALL)
    text = re.sub(r"</?(em|strong|a|span)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.fixture(scope="session")
def readable(walk) -> str:
    return "\n".join(words(visit) for visit in linked_from_home(walk)).lower()


@pytest.mark.parametrize("fact", FACTS)
def test_fact_can_be_read(readable, walk, fact):
    assert FACTS[fact].lower() in readable


@pytest.mark.parametrize("address", LINKS)
def test_other_sites_are_linked(walk, address):
    assert any(address in visit.links for visit in linked_from_home(walk))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_is_linked_and_there(walk, name):
    linked = {link for visit in linked_from_home(walk) for link in visit.links}
    [address] = {link for link in linked if link.endswith(f"/{name}")}

    assert walk.visits[address].body.startswith(b"%PDF-")
