"""Lists of the admin on a small desk and on a phone: no column is cut off."""

import pytest
from django.urls import reverse

from content.models import Document, Picture
from links.models import Newsletter
from tests.browser.officers_window import sign_in
from tests.factories.document import DocumentFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.picture import PictureFactory
from tests.factories.unanswered_search import UnansweredSearchFactory
from twinning_site.search.models import UnansweredSearch

LISTS = [UnansweredSearch, Newsletter, Document, Picture]
CUT = """() => Math.max(document.documentElement.scrollWidth - innerWidth,
    ...[...document.querySelectorAll(".results")].map(one => one.scrollWidth - one.clientWidth))"""


@pytest.mark.parametrize("width", [1280, 360])
def test_no_column_is_cut_off(new_page, council, width):
    UnansweredSearchFactory(words="städtepartnerschaftsbeauftragte sprechzeiten im rathaus")
    NewsletterFactory(
        title="Oxford-Grenoble Association Newsletter, Autumn 2015",
        group=LinkGroupFactory(name="Oxford-Grenoble Association"),
        picture=PictureFactory(creator="Thomas Photography (Oxford) Limited"),
    )
    DocumentFactory(title="Minutes of the annual general meeting")
    page = new_page(width=width)
    sign_in(page)

    for model in LISTS:
        options = model._meta
        page.goto(reverse(f"admin:{options.app_label}_{options.model_name}_changelist"))
        page.wait_for_load_state("networkidle")
        assert page.locator("#result_list tbody tr").count()
        assert page.evaluate(CUT) <= 0, options.label
