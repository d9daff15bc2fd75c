"""Demos of other councils, each a bundle: whole, without private addresses, and true."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from tests.bundles.folders import contents
from tests.demo.facts_of_councils import FACTS
from tests.whole_site.passages import passages, tells
from tests.whole_site.walk import Walk, own_address
from twinning_site.bundles.dumping import files_of_site, write_files
from twinning_site.bundles.reading.bundle import read_bundle
from twinning_site.demo.load import COUNCILS

# On one worker, so that each council is loaded once.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo: other councils")]
ADDRESS = re.compile(r"[\w.+-]+@([\w.-]+)")


@pytest.fixture(scope="module", params=sorted(FACTS))
def council(request, django_db_setup, django_db_blocker) -> str:
    """The name of a council that is loaded for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", "--council", request.param, verbosity=0)
        yield request.param
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def reached(council, django_db_blocker) -> dict[str, list[str]]:
    """The passages of the pages to which links lead from home, in one step or two."""
    walk, found, waiting = Walk(), {}, {"/", "/de/"}
    with django_db_blocker.unblock():
        for _step in range(3):
            following = set()
            for address in waiting - found.keys():
                visit = walk.visit(address)
                found[address] = passages(visit) if visit.is_page else []
                own = [own_address(address, link) for link in visit.links if visit.is_page]
                following |= {it[0] for it in own if it and it[0] in FACTS[council] | BETWEEN}
            waiting = following
    return found


# Where pages are listed
BETWEEN = dict.fromkeys(["/about/", "/cities/", "/de/about/", "/de/cities/"])


def test_bundle_has_no_fault(council):
    assert read_bundle(COUNCILS / council).faults == []


def test_site_gives_back_the_same_bytes(council, tmp_path, settings):
    settings.LANGUAGE_CODE = read_bundle(COUNCILS / council).languages[0]
    settings.TIME_ZONE = "Europe/Berlin"
    files, left_out = files_of_site()
    write_files(files, tmp_path / council)

    assert left_out == []
    assert contents(tmp_path / council) == contents(COUNCILS / council)


def test_nobody_can_be_written_to(council):
    words = "".join(path.read_text() for path in (COUNCILS / council).rglob("*.toml"))

    assert set(ADDRESS.findall(words)) == {"example.org"}


def test_every_text_is_in_every_language(council):
    folder = COUNCILS / council
    languages = set(read_languages(folder))
    written = {}
    for path in folder.rglob("*.*.toml"):
        stem, language, _toml = path.name.split(".")
        names = re.findall(r"^(\w+) = ", path.read_text(), re.MULTILINE)
        written.setdefault(path.parent / stem, {})[language] = names

    assert written
    for by_language in written.values():
        assert by_language.keys() == languages
        assert len({tuple(names) for names in by_language.values()}) == 1


def read_languages(folder: Path) -> list[str]:
    return re.findall(r'"(\w\w)"', (folder / "bundle.toml").read_text().partition("]")[0])


def test_facts_are_found_by_links_from_home(council, reached):
    missing = [
        (address, fact)
        for address, facts in FACTS[council].items()
        for fact, terms in facts.items()
        if not any(tells(passage, terms) for passage in reached.get(address, []))
    ]

    assert not missing


def test_council_that_is_not_there_is_refused():
    with pytest.raises(CommandError, match="invalid choice: 'atlantis'"):
        call_command("demo", "--council", "atlantis")


def test_languages_to_set_are_told(council, capsys):
    call_command("demo", "--council", council, "--replace")

    assert "set SITE_LANGUAGES=de,en" in capsys.readouterr().out
