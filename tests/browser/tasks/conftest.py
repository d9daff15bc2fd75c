import sys

import pytest

from tests.browser.officers_window import sign_in
from tests.browser.tasks.counting import BEFORE, Officer


@pytest.fixture
def officer(new_page, council):
    page = new_page()
    sign_in(page)
    return Officer(page)


@pytest.fixture
def compare(capsys):
    """Print what a task costs, and compare it with what it cost before and elsewhere."""

    def compare_with(task, cost):
        before, wagtail = BEFORE[task]
        with capsys.disabled():
            figures = f"0.1.0: {before or 'impossible'}; Wagtail: {wagtail or '–'}"
            sys.stdout.write(f"\n{task}: {cost} ({figures})\n")
        for other in filter(None, (before, wagtail)):
            assert cost.clicks + cost.fields <= other.clicks + other.fields
            assert cost.pages <= other.pages

    return compare_with
