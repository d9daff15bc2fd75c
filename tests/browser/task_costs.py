"""An officer at a page, whose clicks, fields and pages are counted, and earlier figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    clicks: int
    fields: int
    pages: int

    def __str__(self):
        return f"{self.clicks}/{self.fields}/{self.pages}"


class Officer:
    """Somebody at a page, whose clicks, filled fields and loaded pages are counted."""

    def __init__(self, page):
        self.page = page
        self.begin()
        page.on("framenavigated", self._count_page)

    def begin(self):
        self.clicks = self.fields = self.pages = 0

    @property
    def cost(self):
        return Cost(self.clicks, self.fields, self.pages)

    def _count_page(self, frame):
        if frame == self.page.main_frame:
            self.pages += 1

    def goto(self, address):
        """Begin a task at a page that is open already."""
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")
        self.begin()

    def click(self, target, clicks=1):
        self._find(target).click()
        self.clicks += clicks

    def press(self, name):
        self.click(
            self.page.get_by_role("button", name=name, exact=True).locator("visible=true").first
        )

    def follow(self, name):
        self.click(self.page.get_by_role("link", name=name).first)

    def fill(self, target, text):
        self._find(target).fill(text)
        self.fields += 1

    def choose(self, target, label):
        self._find(target).select_option(label=label)
        self.clicks += 2

    def give(self, target, path):
        # The script that sends a chosen file has to be there.
        self.page.wait_for_load_state("networkidle")
        self._find(target).set_input_files(path)
        self.clicks += 2

    def done(self, text):
        self.page.get_by_text(text).first.wait_for()

    def _find(self, target):
        return self.page.locator(target) if isinstance(target, str) else target


# By task: what it cost in version 0.1.0, and in Wagtail
BEFORE = {
    "1 sign in, know what today asks": (Cost(1, 2, 2), Cost(1, 2, 2)),
    "2 correct a word on a live page, look at it, publish": (Cost(3, 1, 4), Cost(2, 1, 2)),
    "3 event with picture, two cities, a group, two languages, a rule": (Cost(18, 23, 2), None),
    "4 cancel one date of a series": (Cost(6, 3, 4), None),
    "4 postpone an event": (Cost(4, 0, 3), None),
    "5 PDF issue of a group": (Cost(10, 5, 3), None),
    "5 corrected file of an issue next day": (Cost(4, 0, 2), None),
    "6 issue of four articles": (Cost(14, 15, 3), None),
    "6 last article of an issue first": (Cost(3, 5, 3), None),
    "7 picture in a text": (Cost(2, 0, 0), None),
    "7 link to a page of the site": (None, None),
    "8 five applications: contacted": (Cost(3, 0, 4), None),
    "8 five applications: passed on": (Cost(5, 0, 4), None),
    "8 five applications: declined with a letter": (Cost(3, 1, 4), None),
    "8 two applications merged": (Cost(3, 0, 4), None),
    "8 five applications: exported": (Cost(5, 0, 2), None),
    "9 notice till Friday": (Cost(2, 2, 3), None),
    "9 move an address": (Cost(2, 1, 3), None),
    "9 where is a picture used": (Cost(2, 1, 3), None),
    "9 delete a picture that is used": (None, None),
    "10 a colleague for one group only": (None, Cost(6, 6, 4)),
}
