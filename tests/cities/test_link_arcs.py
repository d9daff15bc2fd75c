import re

import pytest
from django.template import Context, Template

from cities.models import City, CityStatus
from cities.models.link_kind import LinkKind, LinkShape
from cities.templatetags.link_arcs import arc
from content.text.distances import rounded
from tests.factories.council import CouncilFactory

pytestmark = pytest.mark.django_db


def render(source: str, **context) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    ("near", "far"), [(0, 95), (95, 373), (373, 613), (613, 3_800), (3_800, 8_700), (8_700, 20_000)]
)
def test_longer_way_makes_a_longer_and_higher_arc(near, far):
    assert arc(near)["width"] < arc(far)["width"]
    assert arc(near)["height"] <= arc(far)["height"]


@pytest.mark.parametrize("km", [None, -5, 0, 20_004, 1_000_000])
def test_arc_stays_on_the_card(km):
    measures = arc(km)

    assert 44 <= measures["end"] - measures["start"] <= 132
    assert measures["end"] + measures["start"] == measures["width"]


@pytest.mark.parametrize(
    ("km", "shown"), [(0, 0), (94.6, 95), (373, 370), (999, 1000), (8_673.4, 8_700)]
)
def test_distance_is_as_exact_as_a_city_is_large(km, shown):
    assert rounded(km) == shown


def test_link_arc_says_in_words_what_the_arc_shows():
    city = City(name="Bonn", country="DE", kind="twin_city", status="active", since_year=1947)

    html = render(
        "{% load link_arcs %}{% link_arc city 613.2 %}",
        city=city,
        council=CouncilFactory(home_city_name="Oxford"),
    )

    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert words == "From Oxford to Bonn: 380 mi since 1947"
    assert "link-arc__line" not in html  # the line of a link that lives


@pytest.mark.parametrize("status", CityStatus.values)
def test_line_tells_whether_the_link_lives(status):
    city = City(name="Bonn", kind="twin_city", status=status)

    for tag in ("link_arc", "wide_link_arc"):
        html = render(f"{{% load link_arcs %}}{{% {tag} city None %}}", city=city, council=None)
        marked = f'class="link-arc__line--{status}"' in html
        assert marked == (status != CityStatus.ACTIVE)


def test_every_kind_has_a_shape_of_its_own():
    shapes = {
        render(
            '{% include "components/place/link_kind_shape.html" with shape=it only %}', it=shape
        ).strip()
        for shape in LinkShape.values
    }

    assert len(shapes) == len(LinkShape.values)
    assert len({LinkKind.shipped(slug).shape for slug in LinkKind.names}) == len(LinkKind.names)
