"""People who read and apply while things go wrong, and the figures of how they fared."""

import http.client
import threading
import time
from collections import Counter
from itertools import cycle
from types import TracebackType

from tests.failures.nothing_lost import check_nothing_lost, check_statuses
from tests.failures.site import Site, wait_until
from tests.volunteers.applicant import NO_ANSWER, Answer, Applicant

PATHS = ["/", "/cities/", "/search/?q=bonn", "/events/", "/feed/", "/volunteer/apply/"]
READERS, APPLICANTS = 4, 2
# Seconds between two pages of a reader
PAUSE = 0.1
A_FEW = 5
GOOD = {200, 302}


class Reader(threading.Thread):
    """Reads one page after the other until `stop` is set; presses again when there is none."""

    def __init__(self, port: int, stop: threading.Event):
        super().__init__(daemon=True)
        self.port, self.stop = port, stop
        self.answers: list[Answer] = []

    def run(self) -> None:
        for count, path in enumerate(cycle(PATHS)):
            # A page that nobody has read before has to be made.
            self.read(f"{path}{count}" if "?" in path else path)
            if self.stop.wait(PAUSE):
                return

    def read(self, path: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        start, status = time.monotonic(), NO_ANSWER
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        now = time.monotonic()
        self.answers.append(Answer(now, now - start, status))


class Crowd:
    """Readers and applicants of a site, from `with` to its end."""

    def __init__(self, site: Site):
        self.site = site
        self.stop = threading.Event()
        self.readers = [Reader(site.port, self.stop) for _ in range(READERS)]
        self.applicants = [Applicant(n, site.port, self.stop, 30) for n in range(APPLICANTS)]

    def __enter__(self) -> "Crowd":
        for person in (*self.readers, *self.applicants):
            person.start()
        self.wait_for_more()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if kind is None:
            self.wait_for_more()
        self.stop.set()
        for person in (*self.readers, *self.applicants):
            person.join(60)

    def confirmed(self) -> int:
        """Return how many applications were confirmed."""
        return sum(len(applicant.confirmed) for applicant in self.applicants)

    def answers(self) -> list[Answer]:
        """Return what anybody got, in order of time."""
        return sorted(a for person in (*self.readers, *self.applicants) for a in person.answers)

    def wait_for_more(self) -> None:
        """Wait until a few more have applied and a page more was read."""
        enough, start = self.confirmed() + A_FEW, time.monotonic()
        wait_until(lambda: self.confirmed() >= enough, "people apply")
        wait_until(
            lambda: any(a.status == 200 and a.at > start for r in self.readers for a in r.answers),
            "somebody reads",
        )

    def wait_for_status(self, status: int) -> None:
        """Wait until an applicant gets an answer of this status that is not there yet."""
        start = time.monotonic()
        wait_until(
            lambda: any(
                a.status == status and a.at > start for p in self.applicants for a in p.answers
            ),
            f"an answer of status {status}",
        )

    def seconds_away(self) -> float:
        """Return the longest time between two good answers in which there was another one."""
        longest, last, failed = 0.0, None, False
        for answer in self.answers():
            if answer.status not in GOOD:
                failed = True
                continue
            if failed and last is not None:
                longest = max(longest, answer.at - last)
            last, failed = answer.at, False
        return longest

    def check_and_tell(self, label: str) -> None:
        """Print the figures; fail if something that was confirmed is lost, or there was a 500."""
        print(  # noqa: T201 - for the reader
            f"\n{label}:\n"
            f"  {READERS} readers: {_summary(self.readers)}\n"
            f"  {APPLICANTS} applicants: {_summary(self.applicants)}\n"
            f"  nobody got a page for {self.seconds_away():.1f} s at most"
        )
        check_statuses([*self.readers, *self.applicants])
        check_nothing_lost(self.site, self.applicants)


def _summary(people: list) -> str:
    answers = [answer for person in people for answer in person.answers]
    count = Counter(answer.status for answer in answers)
    slowest = max(answer.seconds for answer in answers if answer.status in GOOD)
    return (
        f"{len(answers)} requests, {count[NO_ANSWER]} without an answer, {count[503]} answered 503,"
        f" {count[500]} answered 500, longest answer {slowest:.2f} s"
    )
