"""What became of the applications of a site: nothing that was confirmed may be lost."""

from collections import Counter
from collections.abc import Sequence

from tests.failures.site import Site, wait_until
from tests.volunteers.applicant import NO_ANSWER, Applicant, words_of


def check_nothing_lost(site: Site, applicants: Sequence[Applicant]) -> None:
    """Wait for the mails, print the figures, and compare what people saw with what is stored."""
    confirmed = {a: r for one in applicants for a, r in one.confirmed.items()}
    # Hundreds may have applied: as long as mails come, there is nothing to complain of.
    while missing := confirmed.keys() - _mailed(site).keys():
        wait_until(
            lambda: len(confirmed.keys() - _mailed(site).keys()) < len(missing),
            f"{len(missing)} more applicants get a mail",
        )
    rows = site.rows("SELECT email, reference, message FROM volunteers_application")
    mailed = _mailed(site)
    twice = sum(mailed.values()) - len(mailed)
    lost_words = sum(applicant.lost_words for applicant in applicants)
    print(  # noqa: T201 - for the reader
        f"  applications: {len(confirmed)} confirmed, {len(rows)} stored, {len(mailed)} mailed to "
        f"applicants, {twice} of them once more; {lost_words} pages lost words"
    )
    stored = {email: reference for email, reference, _ in rows}
    assert len(stored) == len(rows), "somebody is stored twice"
    assert confirmed.items() <= stored.items()
    for email, _, message in rows:
        assert message.replace("\r", "") == words_of(email)
    assert lost_words == 0


def check_statuses(people: Sequence) -> None:
    """Fail if anybody got an error of ours; 503 and a connection that breaks are none."""
    assert {a.status for one in people for a in one.answers} <= {NO_ANSWER, 200, 302, 503}


def _mailed(site: Site) -> Counter[str]:
    """Return how many mails each applicant got."""
    arrived = (to for all_of_one in list(site.post_box.recipients) for to in all_of_one)
    return Counter(to for to in arrived if to.startswith("person-"))
