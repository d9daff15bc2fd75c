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
@pytest.mark.django_db
def test_menu_marks_the_page_and_what_is_below_it(path, current):
    template = Template("{% load frame_components %}{% masthead %}")

    html = template.render(Context({"framing_pages": (), "request": RequestFactory().get(path)}))

    assert f'<li><a href="/events/"{current}>Events</a></li>' in html
