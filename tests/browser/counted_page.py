"""An officer whose clicks, filled fields and page loads are counted, as in usability tests.

A choice from a list is two clicks, a file is two.
"""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page


@dataclass
class CountedPage:
    """A page of the browser, with what has been done on it so far."""

    page: Page
    clicks: int = 0
    fields: int = 0
    loads: int = 0

    def __post_init__(self) -> None:
        self.page.on("framenavigated", self._count_load)

    def _count_load(self, frame) -> None:
        if frame == self.page.main_frame:
            self.loads += 1

    def start_at(self, address: str) -> None:
        """Go where the task begins; that is not counted."""
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")
        self.loads = 0

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1

    def fill(self, target: Locator, text: str) -> None:
        target.fill(text)
        self.fields += 1

    def choose(self, target: Locator, value: str) -> None:
        target.select_option(value)
        self.clicks += 2

    @property
    def counts(self) -> tuple[int, int, int]:
        return self.clicks, self.fields, self.loads
