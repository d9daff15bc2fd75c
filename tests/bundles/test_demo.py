"""Oxford's demo as a bundle: written, loaded into an empty site, and written again."""

import pytest
from django.core.management import call_command
from django.db import transaction

from tests.bundles.folders import contents
from twinning_site.bundles.dumping import files_of_site, write_files
from twinning_site.bundles.reading.bundle import read_bundle
from twinning_site.demo import OXFORD
from twinning_site.demo.load import delete_content
from volunteers.models import ConsentWording


@pytest.fixture
def dumped(demo, tmp_path):
    files, left_out = files_of_site()
    assert left_out == []
    write_files(files, tmp_path / "oxford")
    return tmp_path / "oxford"


def test_what_is_dumped_has_no_fault(dumped):
    assert read_bundle(dumped).faults == []


def test_loading_what_was_dumped_changes_nothing(dumped, capsys):
    call_command("bundle", "load", dumped, "--yes")

    assert "Nothing was written." in capsys.readouterr().out


def test_site_says_what_the_demo_says(demo, capsys):
    call_command("bundle", "diff", OXFORD)

    assert capsys.readouterr().out == "No difference.\n"


def test_an_empty_site_gives_back_the_same_bytes(dumped, tmp_path):
    before = contents(dumped)
    with transaction.atomic():
        delete_content()
        ConsentWording.objects.all().delete()

    call_command("bundle", "load", dumped, "--yes", verbosity=0)

    again = tmp_path / "again"
    write_files(files_of_site()[0], again)
    assert {path.suffix for path in before} == {".toml", ".webp", ".pdf"}
    assert contents(again) == before
