"""What holds for every page a reader can reach from the front page or the sitemap."""

import re
from collections import defaultdict

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse

from tests.nu_checker import complaints
from tests.page_guard import check_page
from tests.public_addresses import public_names
from tests.whole_site.walk import own_address

# Of a process that remembers nothing: the walk is one transaction, in which each page begins anew
MAX_QUERIES = 15
MIN_PAGES = 60


def test_walk_went_far(walk):
    assert len(walk.pages) > MIN_PAGES


def test_every_address_answers(walk):
    broken = {
        f"{visit.status} {address}, linked from {walk.linked_from[address]}"
        for address, visit in walk.visits.items()
        if visit.status not in {200, 202, 301, 302}
    }

    assert not broken


def test_links_lead_straight_to_their_pages(walk):
    redirects = [visit.address for visit in walk.visits.values() if 300 <= visit.status < 400]

    assert not redirects


def test_every_static_file_exists(walk):
    missing = {
        f"{address}, used on {page}"
        for address, page in walk.linked_from.items()
        if address.startswith(settings.STATIC_URL)
        # The fonts are made outside the tests.
        and not address.startswith(f"{settings.STATIC_URL}fonts/")
        and not finders.find(address.removeprefix(settings.STATIC_URL))
    }

    assert not missing


def test_every_fragment_leads_to_something(walk):
    dead = set()
    for page in walk.pages:
        for link in page.links:
            address, fragment = own_address(page.address, link) or ("", "")
            target = walk.visits.get(address)
            if fragment and target and target.is_page and fragment not in target.ids:
                dead.add(f"{link} on {page.address}")

    assert not dead


def test_no_page_breaks_the_policy_or_shows_template_syntax(walk):
    for page in walk.pages:
        response = HttpResponse(page.body)
        response.request = {"PATH_INFO": page.address}
        check_page(response)


def test_every_page_has_one_main_heading_and_skips_no_level(walk):
    wrong = {}
    for page in walk.pages:
        levels = [int(heading[1]) for heading in page.headings]
        steps = zip(levels, levels[1:], strict=False)
        if levels.count(1) != 1 or any(after > before + 1 for before, after in steps):
            wrong[page.address] = page.headings

    assert not wrong


def test_every_page_has_a_title_of_its_own(walk):
    by_title = defaultdict(list)
    for page in walk.pages:
        if "?" not in page.address:
            by_title[page.language, page.title].append(page.address)

    assert all(title for _language, title in by_title)
    assert not {title: pages for title, pages in by_title.items() if len(pages) > 1}


def test_every_page_says_its_language(walk):
    further = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    for page in walk.pages:
        prefix = page.address.split("/")[1]
        assert page.language == (prefix if prefix in further else settings.LANGUAGE_CODE)


def test_every_page_is_there_in_every_language(walk):
    addresses = {page.address for page in walk.pages if "?" not in page.address}
    default = {
        address
        for address in addresses
        if not re.match(rf"/({'|'.join(code for code, _name in settings.LANGUAGES)})/", address)
    }

    for code, _name in settings.LANGUAGES[1:]:
        assert not {address for address in default if f"/{code}{address}" not in addresses}


def test_versions_in_other_languages_are_there_and_name_each_other(walk):
    versions = {page.address: page.versions for page in walk.pages if "?" not in page.address}
    wrong = {
        address: named
        for address, named in versions.items()
        for language, other in named.items()
        if language != "x-default"
        and (walk.visits[other].language != language or versions[other] != named)
    }

    assert sum(map(bool, versions.values())) > MIN_PAGES
    assert not wrong


def test_only_forms_set_a_cookie(walk):
    """Theirs is the one against forged submissions; reading leaves no trace."""
    with_cookie = [visit for visit in walk.visits.values() if visit.cookies]

    assert not [visit.address for visit in with_cookie if b"csrfmiddleware" not in visit.body]


def test_no_page_costs_many_queries(walk):
    costly = {
        page.address: len(page.queries) for page in walk.pages if len(page.queries) > MAX_QUERIES
    }

    assert not costly


def test_every_page_is_valid_html(walk, tmp_path):
    """By the Nu HTML checker, errors and warnings alike."""
    addresses = {}
    for number, page in enumerate(walk.pages):
        file = tmp_path / f"{number}.html"
        file.write_bytes(page.body)
        addresses[file.name] = page.address

    found = complaints(tmp_path)

    assert not {text: [addresses[name] for name in names[:3]] for text, names in found.items()}


# Addresses that no reader is led to by a link, and why
NOT_LINKED = {
    "admin_password_reset": "for officers",
    "begin": "for officers",
    "content:go": "how texts keep a link; pages show the address of its target",
    "content:captions": "no demo has a video",
    "content:picture": "for other sites that show a picture",
    "content:video-file": "no demo has a video",
    "invitation": "from an e-mail to whoever is invited",
    "oidc_authentication_callback": "from the council's own sign-on",
    "oidc_authentication_init": "for officers",
    "password_reset_complete": "for officers",
    "password_reset_confirm": "from an e-mail to an officer",
    "password_reset_done": "for officers",
    "favicon": "browsers ask for it beside a picture or a PDF",
    "pages:brand-css": "only when the council has a colour of its own",
    "pages:feedback-thanks": "after an opinion was sent",
    "events:event-this-month": "typed or bookmarked: it leads on to the month",
    "content:preview-link": "from an officer, to somebody without an account",
    "content:preview-link-file": "the file of such a document",
    "links:drop-box": "from an officer, to a group without an account",
    "content:share-picture": "for other sites, in the head of every page",
    "pages:message-copy": "from the receipt of a message",
    "pages:message-sent": "after a message was sent",
    "pages:still-right": "from a letter to a group",
    "pages:video": "no demo has one",
    "pages:styleguide": "for officers",
    "second-factor": "for officers",
    "sitemap": "read before the walk",
    "volunteers:application": "from the receipt of an application",
    "volunteers:called": "from the e-mail to a group",
    "volunteers:erase": "from the applicant's own page",
    "volunteers:erased": "after an application was erased",
    "volunteers:sent": "after an application was sent",
    "volunteers:withdraw": "from the applicant's own page",
}


@pytest.mark.parametrize("name", sorted(public_names() - NOT_LINKED.keys()))
def test_every_kind_of_page_can_be_reached(walk, name):
    assert name in {visit.view for visit in walk.visits.values()}
