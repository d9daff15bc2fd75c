import pytest
from django.template import Context, Template
from django.test import RequestFactory


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/events/", ' aria-current="page"'),
        ("/events/past/", ' aria-current="true"'),
        ("/cities/", ""),
    ],
)
def test_menu_marks_the_page_and_what_is_below_it(path, current):
    template = Template('{% load frame_components %}{% nav_link "events:event-list" "Events" %}')

    html = template.render(Context({"request": RequestFactory().get(path)}))

    assert html.strip() == f'<li><a href="/events/"{current}>Events</a></li>'
