"""What a load adds, changes and leaves alone."""

import io

import pytest
from django.core.management import CommandError, call_command

from cities.models import City
from content.mail.letters import all_letters
from content.models import AuditEntry, MailTemplate, Version
from content.text.html.cleaning import clean_html
from links.models import Contact
from tests.bundles.folders import write_bundle
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.event import EventFactory
from twinning_site.bundles.dumping import files_of_site
from twinning_site.bundles.loading import carry_out, remove_vanished
from twinning_site.bundles.planning import Step, plan_of
from twinning_site.bundles.reading.bundle import read_bundle

BONN = {
    "cities/bonn.toml": 'country = "DE"\nsince_year = 1947\nlatitude = 50\nlongitude = 7.0982\n'
    'time_zone = "Europe/Berlin"\n\n[[milestones]]\nyear = 1950\n\n[[milestones]]\nyear = 1947\n',
    "cities/bonn.en.toml": 'name = "Bonn"\nsummary = "On the Rhine."\n\n[[milestones]]\n'
    'title = "Later"\n\n[[milestones]]\ntitle = "First"\n',
}
REWRITTEN = {name: text.replace("On the Rhine.", "New.") for name, text in BONN.items()}

pytestmark = pytest.mark.django_db


def load(folder, *arguments):
    call_command("bundle", "load", folder, "--yes", *arguments, verbosity=0)


def test_row_with_parts_is_added_and_recorded(tmp_path):
    load(write_bundle(tmp_path, BONN))

    city = City.objects.get(slug="bonn")
    assert [str(milestone.title) for milestone in city.milestones.all()] == ["First", "Later"]
    assert Version.objects.of(city).get().change_message == "bundle"
    assert AuditEntry.objects.filter(detail="bundle").count() == 1


def test_second_load_changes_nothing(tmp_path, capsys):
    folder = write_bundle(tmp_path, BONN)
    load(folder)
    load(folder)

    assert "The same already: 1\nNothing was written." in capsys.readouterr().out
    assert Version.objects.of(City.objects.get()).count() == 1


def test_change_in_the_folder_reaches_the_site(tmp_path):
    load(write_bundle(tmp_path, BONN))
    load(write_bundle(tmp_path, REWRITTEN))

    assert str(City.objects.get().summary) == "New."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [((), "By an officer."), (("--replace", "cities/bonn"), "New."), (("--replace-all",), "New.")],
)
def test_officers_change_stays_unless_replaced(tmp_path, arguments, expected):
    load(write_bundle(tmp_path, BONN))
    City.objects.update(summary={"en": "By an officer."})
    load(write_bundle(tmp_path, REWRITTEN), *arguments)

    assert str(City.objects.get().summary) == expected


def test_row_of_an_officer_is_left_alone(tmp_path):
    CityFactory(slug="bonn", summary="By an officer.")
    load(write_bundle(tmp_path, BONN))

    assert str(City.objects.get().summary) == "By an officer."


def test_what_an_officer_changes_while_a_load_asks_is_not_replaced(tmp_path):
    load(write_bundle(tmp_path, BONN))
    plan = plan_of(read_bundle(write_bundle(tmp_path, REWRITTEN)))
    City.objects.update(summary={"en": "By an officer."})

    [refused] = carry_out(plan, lambda _line: None)

    assert refused.startswith("cities/bonn: was changed on the site")
    assert str(City.objects.get().summary) == "By an officer."


def test_what_an_officer_adds_while_a_load_asks_is_not_replaced(tmp_path):
    plan = plan_of(read_bundle(write_bundle(tmp_path, BONN)))
    CityFactory(slug="bonn", summary="By an officer.")

    assert len(carry_out(plan, lambda _line: None)) == 1
    assert str(City.objects.get().summary) == "By an officer."


def test_what_an_officer_changes_while_a_load_asks_is_not_removed(tmp_path):
    load(write_bundle(tmp_path / "old", BONN))
    plan = plan_of(read_bundle(write_bundle(tmp_path / "new", {})))
    City.objects.update(summary={"en": "By an officer."})

    assert len(remove_vanished(plan, lambda _line: None)) == 1
    assert City.objects.exists()


def test_text_that_is_the_same_keeps_links_to_what_is_gone(tmp_path):
    link = clean_html('<p><a href="/go/document/12/">Form</a></p>')
    CityFactory(slug="bonn", body={"en": link, "de": link}, summary="Old.")
    files = files_of_site()[0]
    files["cities/bonn.en.toml"] = files["cities/bonn.en.toml"].replace("Old.", "New.")
    load(write_bundle(tmp_path, files), "--replace-all")

    city = City.objects.get()
    assert str(city.summary) == "New."
    assert city.body.data == {"en": link, "de": link}


@pytest.mark.parametrize(("arguments", "is_left"), [((), True), (("--remove",), False)])
def test_what_vanished_goes_into_the_bin_only_if_told(tmp_path, arguments, is_left):
    load(write_bundle(tmp_path / "old", BONN))
    load(write_bundle(tmp_path / "new", {}), *arguments)

    assert City.objects.exists() is is_left
    assert Version.objects.filter(is_deletion=True).exists() is not is_left


def test_what_an_officer_changed_is_not_removed(tmp_path):
    load(write_bundle(tmp_path / "old", BONN))
    City.objects.update(summary={"en": "By an officer."})
    load(write_bundle(tmp_path / "new", {}), "--remove")

    assert City.objects.exists()


def test_dry_run_writes_nothing(tmp_path):
    load(write_bundle(tmp_path, BONN), "--dry-run")

    assert not City.objects.exists()


def test_links_between_rows_lead_to_their_numbers(tmp_path):
    leiden = {
        name.replace("bonn", "leiden"): text.replace('"Bonn"', '"Leiden"')
        for name, text in BONN.items()
    }
    body = '<p><a href=\\"/go/city/leiden/#maps\\">Leiden</a></p>'
    texts = BONN["cities/bonn.en.toml"].replace("\n\n", f'\nbody = "{body}"\n\n', 1)
    load(write_bundle(tmp_path, BONN | leiden | {"cities/bonn.en.toml": texts}))

    number = City.objects.get(slug="leiden").pk
    assert f'href="/go/city/{number}/#maps"' in str(City.objects.get(slug="bonn").body)
    assert "/go/city/leiden/#maps" in files_of_site()[0]["cities/bonn.en.toml"]


def test_no_person_is_dumped():
    ContactFactory(name="Jane Roe", email="jane@example.org", show_email=True, phone="01865 1")

    written = "".join(files_of_site()[0].values())
    assert not [it for it in ("Jane", "jane@example.org", "01865") if it in written]


def test_address_that_an_officer_added_outlasts_a_load(tmp_path):
    group = {
        "groups/choir.en.toml": 'name = "Choir"\nsummary = "Sings."\n[[contacts]]\nrole = "Chair"\n'
    }
    load(write_bundle(tmp_path, group))
    Contact.objects.update(email="chair@example.org")
    new = {name: text.replace("Sings.", "Hums.") for name, text in group.items()}
    load(write_bundle(tmp_path, new), "--replace-all")

    assert Contact.objects.get().email == "chair@example.org"


def test_every_difference_is_named(tmp_path, capsys):
    load(write_bundle(tmp_path, BONN))
    City.objects.update(summary={"en": "By an officer."}, since_year=1950)
    EventFactory(slug="choir", city=None)
    call_command("bundle", "diff", tmp_path)

    out = capsys.readouterr().out
    assert "cities/bonn: since_year: “1947” in the bundle, “1950” on the site" in out
    assert "cities/bonn: [en] summary: “On the Rhine.” in the bundle, “By an off" in out
    assert "events/choir: only on the site" in out


def test_dump_leaves_a_folder_with_files_alone(tmp_path):
    (tmp_path / "mine.txt").touch()

    with pytest.raises(CommandError, match="not empty"):
        call_command("bundle", "dump", tmp_path)


def test_letter_that_nobody_changed_takes_the_text_of_the_folder(tmp_path):
    name = next(iter(all_letters()))
    MailTemplate.objects.get_or_create(name=name)
    folder = write_bundle(tmp_path, {f"letters/{name}.en.toml": 'subject = "Good day"\n'})
    load(folder)

    assert str(MailTemplate.objects.get(name=name).subject) == "Good day"


def test_letters_are_never_removed(tmp_path):
    name = next(iter(all_letters()))
    MailTemplate.objects.get_or_create(name=name)
    load(write_bundle(tmp_path / "a", {f"letters/{name}.en.toml": 'subject = "Good day"\n'}))
    load(write_bundle(tmp_path / "b", {}), "--remove")

    assert MailTemplate.objects.filter(name=name).exists()


def test_load_that_was_stopped_goes_on_where_it_was(tmp_path):
    leiden = {name.replace("bonn", "leiden"): text for name, text in BONN.items()}
    body = "\nbody = '<p><a href=\"/go/city/leiden/\">Leiden</a></p>'\n\n"
    texts = BONN["cities/bonn.en.toml"].replace("\n\n", body, 1)
    folder = write_bundle(tmp_path, BONN | leiden | {"cities/bonn.en.toml": texts})

    def stop_at_the_second(line):
        if line.startswith("2 of 2"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(plan_of(read_bundle(folder)), stop_at_the_second)
    assert "href" not in str(City.objects.get().body)
    load(folder)

    number = City.objects.get(slug="leiden").pk
    assert f'href="/go/city/{number}/"' in str(City.objects.get(slug="bonn").body)
    assert {planned.step for planned in plan_of(read_bundle(folder)).steps} == {Step.SAME}


def test_without_anybody_to_answer_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())

    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("bundle", "load", write_bundle(tmp_path, BONN))
    assert not City.objects.exists()


def test_row_that_the_site_refuses_stops_no_other(tmp_path, monkeypatch):
    group = {
        "groups/a.toml": 'umbrella = "b"\n',
        "groups/a.en.toml": 'name = "A"\nsummary = "A"\n',
        "groups/b.en.toml": 'name = "B, which is no umbrella group"\nsummary = "B"\n',
    }
    with pytest.raises(CommandError, match="groups/a: "):
        load(write_bundle(tmp_path, BONN | group))

    assert City.objects.exists()
