"""The page on which an empty site is given its beginning."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django_tasks_db.models import DBTaskResult

from content.models import Council, Theme
from tests.admin_forms import errors_of, save
from tests.bundles.folders import write_bundle
from tests.factories.officer import OfficerFactory
from tests.factories.theme import ThemeFactory
from twinning_site.demo import load
from twinning_site.demo.tasks import load_demo, order_demo
from twinning_site.serving.task_worker import TaskWorker
from twinning_site.workbench.roles import EDITORS_GROUP

BEGIN = "/admin/begin/"
FILES = {
    "council.toml": """
        country = "GB"
        latitude = 51.75
        longitude = -1.25
        time_zone = "Europe/London"
        email = "office@example.org"
    """,
    "council.en.toml": """
        name = "Example Council"
        home_city_name = "Exampleton"
        officer_role = "Officer"
        office_address = "Town Hall"
    """,
    "themes/schools.en.toml": 'name = "Schools"\n',
    "themes/sport.en.toml": 'name = "Sport"\n',
    "bundle.toml": 'format = 1\nlanguages = ["en", "de"]\ntime_zone = "Europe/Paris"\n',
}


@pytest.fixture
def chief(db) -> Client:
    """An officer on a site that has nothing but accounts."""
    client = Client()
    client.force_login(OfficerFactory())
    return client


@pytest.fixture
def small_demo(tmp_path, monkeypatch) -> None:
    write_bundle(tmp_path / "oxford", FILES)
    monkeypatch.setattr(load, "COUNCILS", tmp_path)


def test_the_three_demos_are_offered_with_what_they_bring(chief):
    html = chief.get(BEGIN).content.decode()

    for name in ("oxford", "dortmund", "hannover"):
        assert f'name="demo" value="{name}"' in html
    assert "Cities: 5" in html
    assert "SITE_LANGUAGES=de,en,fr" in html
    assert "German, English, French" in html
    assert 'href="/admin/content/council/add/"' in html


def test_the_start_page_of_an_empty_site_leads_there(chief):
    panel = chief.get("/admin/").context["sections"][0][1][0]

    assert [entry.url for entry in panel.entries] == [BEGIN]


@pytest.mark.django_db(transaction=True)
def test_a_demo_is_loaded_by_the_worker_and_only_once(chief, small_demo):
    for _click in range(2):
        response = chief.post(BEGIN, {"demo": "oxford"})
        assert response.url == f"{BEGIN}?ordered=1"

    assert DBTaskResult.objects.filter(task_path=load_demo.module_path).count() == 1
    assert not Theme.objects.exists()
    waiting = chief.get(response.url)
    assert waiting.headers["Refresh"] == "3"
    assert b'name="demo"' not in waiting.content

    TaskWorker().work()

    assert Theme.objects.count() == 2
    assert str(Council.objects.get()) == "Example Council"
    done = chief.get(response.url, follow=True)
    assert done.redirect_chain == [("/admin/", 302)]
    assert "The demo is loaded." in done.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_second_order_leaves_a_loaded_site_alone(chief, small_demo):
    first, second = load_demo.enqueue("oxford"), load_demo.enqueue("oxford")
    TaskWorker().work()
    Theme.objects.filter(slug="sport").delete()
    TaskWorker().work()

    assert {one.status for one in DBTaskResult.objects.filter(pk__in=[first.id, second.id])} == {
        "SUCCESSFUL"
    }
    assert [theme.slug for theme in Theme.objects.all()] == ["schools"]


@pytest.mark.django_db(transaction=True)
def test_a_demo_whose_worker_died_is_loaded_to_its_end(chief, small_demo):
    load_demo.enqueue("oxford")
    DBTaskResult.objects.get().claim("elsewhere:7:x")
    load.load("oxford", lambda _line: None)
    Theme.objects.filter(slug="sport").delete()
    DBTaskResult.objects.update(started_at="2020-01-01T00:00Z")

    TaskWorker().work()

    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert Theme.objects.filter(slug="schools").exists()


@pytest.mark.django_db(transaction=True)
def test_a_demo_that_is_refused_leaves_nothing_and_is_offered_again(chief, tmp_path, monkeypatch):
    write_bundle(tmp_path / "oxford", {**FILES, "themes/x.toml": "volume = 11"})
    monkeypatch.setattr(load, "COUNCILS", tmp_path)
    chief.post(BEGIN, {"demo": "oxford"})
    TaskWorker().work()

    html = chief.get(f"{BEGIN}?ordered=1").content.decode()

    assert "The demo could not be loaded" in html
    assert 'name="demo" value="oxford"' in html
    assert not Theme.objects.exists()


def test_a_site_with_content_is_offered_nothing_and_loads_nothing(chief):
    ThemeFactory()

    assert chief.get(BEGIN).url == "/admin/"
    response = chief.post(BEGIN, {"demo": "oxford"}, follow=True)

    assert "This site has content; no demo was loaded." in response.content.decode()
    assert not order_demo("oxford")
    assert not DBTaskResult.objects.exists()


def test_a_demo_that_there_is_not_is_refused(chief):
    response = chief.post(BEGIN, {"demo": "../oxford"}, follow=True)

    assert "There is no such demo." in response.content.decode()
    assert not DBTaskResult.objects.exists()


def test_only_chiefs_begin_a_site(client, db):
    assert client.get(BEGIN).status_code == 302
    assert client.post(BEGIN, {"demo": "oxford"}).status_code == 302
    client.force_login(OfficerFactory(groups=Group.objects.filter(name=EDITORS_GROUP)))

    assert client.get(BEGIN).status_code == 403
    assert client.post(BEGIN, {"demo": "oxford"}).status_code == 403
    assert not DBTaskResult.objects.exists()


def test_a_form_of_another_site_loads_nothing(chief):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = chief.cookies

    assert strict.post(BEGIN, {"demo": "oxford"}).status_code == 403
    assert not DBTaskResult.objects.exists()


def test_our_own_council_needs_a_short_form(chief, client):
    add = "/admin/content/council/add/"
    typed = {
        "name_0": "Ville d’Exemple",
        "home_city_name_0": "Exemple",
        "country": "FR",
        "latitude": "45.18",
        "longitude": "5.72",
        "time_zone": "Europe/Paris",
        "officer_role_0": "International officer",
        "office_address_0": "1 place de la Mairie",
        "email": "office@example.org",
        "brand_color": "#123456",
    }
    assert "name" in errors_of(save(chief, add, **typed | {"name_0": ""}))
    assert not Council.objects.exists()

    response = save(chief, add, **typed)

    assert response.status_code == 302
    assert Council.objects.get().brand_color == "#123456"
    form = chief.get(response.url, follow=True).context["adminform"].form
    assert "introduction" in form.fields
    assert "Ville d’Exemple" in client.get("/").content.decode()
    assert client.get("/contact/").status_code == 200
