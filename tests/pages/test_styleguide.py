from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.text import capfirst

from cities.models import City, CityStatus, LinkKind
from events.models import Event, EventStatus
from links.models import LinkGroup
from tests.factories.picture import PictureFactory

pytestmark = pytest.mark.django_db
URL = "/styleguide/"


def test_public_is_sent_to_sign_in(client):
    response = client.get(URL)

    assert response.status_code == 302
    assert response.url == f"/admin/login/?next={URL}"


def test_somebody_signed_in_who_is_no_officer_is_sent_away(client):
    client.force_login(get_user_model().objects.create_user("reader"))

    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("has_picture", [True, False])
def test_officer_sees_every_kind_and_state_and_nothing_is_saved(admin_client, has_picture, council):
    if has_picture:
        PictureFactory()

    html = admin_client.get(URL).content.decode()

    words = [
        *(capfirst(str(label)) for label in LinkKind.names.values()),
        *(capfirst(str(label)) for label in CityStatus.labels[1:]),
        *(capfirst(str(label)) for label in EventStatus.labels),
    ]
    assert [word for word in words if word not in html] == []
    assert html.count('class="notice notice--') == 3 + 4  # each level, each kind of preview
    assert html.count("This field is required.") == 10
    assert 'dir="rtl"' in html
    assert not City.objects.exists()
    assert not Event.objects.exists()
    assert not LinkGroup.objects.exists()


# Those with a main heading, of which a page has one, those that stand on pages of their own, and
# what is for search engines, which leave the style guide out.
NOT_SHOWN = {
    "components/event/past_events.html",
    "components/event/upcoming_events.html",
    "components/form/confirmation.html",
    "components/form/guard_fields.html",
    "components/frame/language_versions.html",
    "components/list/fund_section.html",
    "components/list/newsletter_section.html",
    "components/list/title_details.html",
    "components/place/city_head.html",
}


def test_every_component_is_shown(admin_client, council):
    PictureFactory()
    folder = Path(settings.BASE_DIR, "templates")
    names = {str(path.relative_to(folder)) for path in folder.glob("components/*/*.html")}

    response = admin_client.get(URL)

    shown = {template.name for template in response.templates}
    assert names - shown == NOT_SHOWN


def test_search_engines_are_told_to_leave_it_out(admin_client):
    assert '<meta name="robots" content="noindex">' in admin_client.get(URL).content.decode()
