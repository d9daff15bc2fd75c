import pytest
from django.template import Context, Template
from django.test import RequestFactory

from content.templatetags.frame_components import MenuLink


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

    menu = (MenuLink("/cities/", "Cities"), MenuLink("/events/", "Events"))
    html = template.render(Context({"main_menu": menu, "request": RequestFactory().get(path)}))

    assert f'<li><a href="/events/"{current}>Events</a>' in html
