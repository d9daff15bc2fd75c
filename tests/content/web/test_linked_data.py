import json

import pytest

from content.web.linked_data import breadcrumbs, council_data, script
from tests.factories.council import CouncilFactory


def inside(element: str) -> dict:
    start, end = '<script type="application/ld+json">', "</script>"
    assert element.startswith(start)
    assert element.endswith(end)
    return json.loads(element.removeprefix(start).removesuffix(end))


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "&lt;", 'a "quoted" \\ one', "León"]
)
def test_no_text_can_end_the_element(text):
    element = script({"@type": "Thing", "name": text})

    assert inside(element)["name"] == text
    assert element.count("<") == 2


def test_what_is_empty_is_left_out():
    data = inside(script({"@type": "Event", "image": None, "url": "", "offers": {"price": ""}}))

    assert data == {"@context": "https://schema.org", "@type": "Event", "offers": {}}


def test_the_way_to_a_page_is_numbered():
    data = breadcrumbs(
        [{"title": "Home", "url": "/"}, {"title": "Cities", "url": "/cities/"}], "Bonn"
    )

    assert [(step["position"], step["name"], step["item"]) for step in data["itemListElement"]] == [
        (1, "Home", "http://127.0.0.1:8000/"),
        (2, "Cities", "http://127.0.0.1:8000/cities/"),
        (3, "Bonn", ""),
    ]


def test_the_council_is_described_with_its_office(db):
    data = council_data(CouncilFactory())

    assert data["@type"] == "GovernmentOrganization"
    assert data["telephone"] == "01865 252537"
    assert data["address"]["streetAddress"] == "Town Hall, St Aldate’s"
    assert data["address"]["addressCountry"] == "GB"
