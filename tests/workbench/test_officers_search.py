"""The officers' search finds everything by name, drafts too, and only what a person may see."""

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.redirects.models import Redirect
from django.test import Client
from django.urls import reverse

from content.web.link_targets import stable_address
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.group_writer import writer_of
from tests.factories.newsletter import NewsletterFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.theme import ThemeFactory
from tests.factories.video import VideoFactory
from twinning_site.workbench.officers_search.kinds import KINDS

pytestmark = pytest.mark.django_db
SUGGESTIONS, LINK_TARGETS = "/admin/search/suggestions/", "/admin/search/link-targets/"


def one_of_everything(word: str) -> dict[str, object]:
    """A row of each kind that the search knows, with `word` in its name."""
    group = LinkGroupFactory(name=f"{word} group")
    rows = [
        PageFactory(title=word),
        CityFactory(name=word),
        group,
        EventFactory(title=word),
        NewsletterFactory(title=word),
        FundFactory(name=word),
        DocumentFactory(title=word),
        VideoFactory(title=word),
        PictureFactory(alt=word),
        NoticeFactory(text=word),
        ThemeFactory(name=word),
        ContactFactory(name=word, group=group),
        ApplicationFactory(name=word),
        EnquiryFactory(name=word),
        Redirect.objects.create(site_id=1, old_path=f"/{word.lower()}/", new_path="/events/"),
        User.objects.create_user(word),
    ]
    return {row._meta.label: row for row in rows}


def titles(client: Client, query: str, address: str = SUGGESTIONS) -> list[str]:
    return [hit["title"] for hit in client.get(address, {"q": query}).json()["results"]]


def with_permissions(*names: str) -> Client:
    user = User.objects.create_user("reader", is_staff=True)
    for name in names:
        app, codename = name.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    client = Client()
    client.force_login(user)
    return client


def test_every_kind_is_found_and_leads_to_its_form(admin_client):
    rows = one_of_everything("Quux")
    assert rows.keys() == {kind.model._meta.label for kind in KINDS}

    html = admin_client.get("/admin/search/", {"q": "quux"}).content.decode()

    for label, row in rows.items():
        form = rows["links.LinkGroup"] if label == "links.Contact" else row
        options = form._meta
        url = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[form.pk])
        assert f'<a href="{url}"' in html, label


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_are_as_many_however_many_rows_there_are(
    admin_client, rows, django_assert_num_queries
):
    for number in range(rows):
        one_of_everything(f"Quux {number}")
    admin_client.get(SUGGESTIONS, {"q": "quux"})

    # The session, the account, the council, changes of events, groups of accounts; two a kind
    with django_assert_num_queries(5 + 2 * len(KINDS)):
        admin_client.get(SUGGESTIONS, {"q": "quux"})


@pytest.mark.parametrize("label", [kind.model._meta.label for kind in KINDS])
def test_nobody_finds_what_they_may_not_see(label):
    row = one_of_everything("Quux")[label]
    options = row._meta
    allowed = [f"{options.app_label}.view_{options.model_name}"]
    if label == "links.Contact":
        allowed.append("links.view_linkgroup")
    others = [
        f"{kind.model._meta.app_label}.view_{kind.model._meta.model_name}"
        for kind in KINDS
        if kind.model is not type(row) and label != "links.LinkGroup"
    ]

    client = with_permissions(*allowed)
    found = client.get(SUGGESTIONS, {"q": "quux"}).json()["results"]
    assert {hit["kind"].lower() for hit in found} == {
        *([str(options.verbose_name).lower()]),
        *(["group"] if label == "links.Contact" else []),
    }
    client.logout()
    User.objects.filter(username="reader").delete()
    client = with_permissions(*others)
    found = client.get("/admin/search/", {"q": "quux"}).content.decode()
    address = reverse("admin:index") + f"{options.app_label}/{options.model_name}/{row.pk}/"
    assert address not in found


@pytest.mark.parametrize(
    ("state", "words"),
    [("draft", "draft"), ("scheduled", "scheduled"), ("expired", "taken down")],
)
def test_what_is_not_public_is_found_with_its_state(officer_client, state, words):
    EventFactory(title="Quux", **{state: True})

    [hit] = officer_client.get(SUGGESTIONS, {"q": "quux"}).json()["results"]

    assert hit["state"] == words
    assert words in officer_client.get("/admin/search/", {"q": "quux"}).content.decode()


def test_strangers_and_readers_are_sent_to_the_sign_in(client):
    for address in ("/admin/search/", SUGGESTIONS, LINK_TARGETS):
        assert client.get(address, {"q": "a"})["Location"].startswith("/admin/login/")


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("León", "leon"),
        ("Leon", "león"),
        ("München", "muenchen"),
        ("München", "MUNCHEN"),
        ("Summer fair in Bonn", "bonn fair"),
        ("Владимир", "владимир"),
    ],
)
def test_names_are_found_as_people_type_them(officer_client, name, query):
    EventFactory(title=name)

    assert titles(officer_client, query) == [name]


def test_names_in_all_languages_are_found(officer_client):
    PageFactory(title={"en": "Friendship", "de": "Freundschaft"})

    assert titles(officer_client, "freund") == ["Friendship"]


def test_best_fits_come_first(officer_client):
    EventFactory(title="A reliable abbonnement")
    EventFactory(title="Concert", summary="With guests of Bonn")
    EventFactory(title="Choir of Bonn")
    EventFactory(title="Bonn Week")
    CityFactory(name="Bonn")

    assert titles(officer_client, "bonn") == [
        "Bonn",
        "Bonn Week",
        "Choir of Bonn",
        "A reliable abbonnement",
        "Concert",
    ]


@pytest.mark.parametrize("before", ["", "/de", "http://127.0.0.1:8000"])
def test_address_of_a_page_leads_to_its_form(officer_client, before):
    EventFactory(slug="fair", title="Quux", draft=True)

    assert titles(officer_client, f"{before}/events/fair/") == ["Quux"]


def test_old_address_is_found_by_itself_and_leads_to_its_page(admin_client):
    EventFactory(slug="new", title="Quux")
    Redirect.objects.create(site_id=1, old_path="/events/old/", new_path="/events/new/")

    assert titles(admin_client, "http://127.0.0.1:8000/events/old/") == [
        "Quux",
        "/events/old/ ---> /events/new/",
    ]


def test_lists_and_forms_are_found(officer_client):
    assert "Bin" in titles(officer_client, "bin")
    assert "New: Event" in titles(officer_client, "new event")
    assert "Users" not in titles(officer_client, "users")


@pytest.mark.parametrize(
    "query", ["", " ", "\0", "a" * 5000, "%' OR 1=1 --", "<script>alert(1)</script>", "/", "//",
              "/go/event/1/", "/admin/events/event/9/change/", "http://["],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/admin/search/", SUGGESTIONS, LINK_TARGETS])
def test_strange_queries_are_answered(officer_client, query, address):
    CityFactory()

    response = officer_client.get(address, {"q": query})

    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_names_are_written_as_text(officer_client):
    EventFactory(title="<img src=x onerror=alert(1)> quux")

    html = officer_client.get("/admin/search/", {"q": "quux"}).content.decode()

    assert "&lt;img src=x" in html
    assert "<img src=x" not in html


def test_long_lists_are_counted_and_led_to(officer_client):
    EventFactory.create_batch(30, title="Quux")

    html = officer_client.get("/admin/search/", {"q": "quux"}).content.decode()

    assert "30 results for “quux”." in html
    assert '<a href="/admin/events/event/?q=quux">' in html
    assert "5 more in the list" in html


def test_editor_gets_what_texts_can_link_to(officer_client):
    draft = EventFactory(title="Quux", draft=True)
    ApplicationFactory(name="Quux")
    PictureFactory(alt="Quux")

    assert officer_client.get(LINK_TARGETS, {"q": "quux"}).json() == {
        "results": [
            {
                "title": "Quux",
                "kind": "Event",
                "state": "draft",
                "address": stable_address(draft),
            }
        ]
    }
    assert titles(officer_client, stable_address(draft), LINK_TARGETS) == ["Quux"]


def test_writer_of_a_group_finds_what_is_the_groups_and_links_to_what_is_public(client):
    bonn = LinkGroupFactory(name="Quux of Bonn", draft=True)
    ContactFactory(name="Quux here", group=bonn)
    ContactFactory(name="Quux there", group=LinkGroupFactory(draft=True))
    EventFactory(title="Quux in Bonn", draft=True, groups=[bonn])
    EventFactory(title="Quux in Leiden", draft=True)
    EventFactory(title="Quux for all")
    ApplicationFactory(name="Quux")
    client.force_login(writer_of(bonn))

    found = set(titles(client, "quux"))
    assert found == {"Quux of Bonn", "Quux in Bonn", "Quux here, Secretary, Quux of Bonn"}
    linkable = {"Quux of Bonn", "Quux in Bonn", "Quux for all"}
    assert set(titles(client, "quux", LINK_TARGETS)) == linkable


def test_search_is_in_the_head_of_every_page_but_not_of_the_sign_in(officer_client, client):
    for address in ("/admin/", "/admin/cities/city/", "/admin/cities/city/add/"):
        assert 'id="officers-search"' in officer_client.get(address).content.decode()
    assert 'id="officers-search"' not in client.get("/admin/login/").content.decode()
