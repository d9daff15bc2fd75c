"""Pictures and documents lie beside their description: checked, stored, kept, replaced."""

import io
import tomllib
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from PIL import Image

from cities.models import City
from content.models import Document, Picture, StagedUpload, Version
from events.models import Event
from tests.bundles.folders import contents, write_bundle
from tests.bundles.test_check import faults
from tests.bundles.test_load import BONN, load
from tests.factories.document import pdf_bytes
from tests.factories.event import EventFactory
from tests.factories.picture import PictureFactory
from twinning_site.bundles import files_beside, loading
from twinning_site.bundles.dumping import files_of_site, write_files
from twinning_site.bundles.planning import Step, plan_of
from twinning_site.bundles.reading.bundle import read_bundle
from volunteers.models import VolunteerTask

pytestmark = pytest.mark.django_db


def jpeg(shade="L", **options):
    buffer = io.BytesIO()
    gradient = Image.linear_gradient("L").resize((200, 100))
    gradient.point(lambda value: value // 2 if shade == "dark" else value).convert("RGB").save(
        buffer, "JPEG", **options
    )
    return buffer.getvalue()


def exif():
    data = Image.Exif()
    data[0x010E] = "Taken at home"
    return data.tobytes()


PICTURE = {
    "pictures/minster.toml": 'creator = "The office"\nlicence = "CC BY 4.0"\nfocus_x = 30\n',
    "pictures/minster.en.toml": 'alt = "A minster with five towers"\n',
    "pictures/minster.jpg": jpeg(),
}
DOCUMENT = {
    "documents/joining.toml": "published_at = 2026-01-01T00:00:00Z\n",
    "documents/joining.en.toml": 'title = "Joining"\n',
    "documents/joining.pdf": pdf_bytes(),
}
DATES = "starts_at = 2026-01-01T00:00:00Z\nends_at = 2026-01-01T01:00:00Z\n"
EVENT = f'{DATES}time_zone = "Europe/Berlin"\n'
UID = 'uid = "6b7b0a0c-6c1a-4b0e-9a55-6f3f5f3d2f10"\n'
FIGURE = '<figure data-picture="minster"></figure>'


def with_body(body):
    texts = BONN["cities/bonn.en.toml"].replace("\n\n", f"\nbody = '{body}'\n\n", 1)
    return BONN | {"cities/bonn.en.toml": texts}


def test_picture_and_document_are_stored_byte_for_byte(tmp_path):
    load(write_bundle(tmp_path / "a", PICTURE | DOCUMENT))

    with Picture.objects.get().file.open() as stored:
        assert stored.read() == PICTURE["pictures/minster.jpg"]
    with Document.objects.get().file.open() as stored:
        assert stored.read() == DOCUMENT["documents/joining.pdf"]
    assert Document.objects.get().media_type == "application/pdf"
    assert Picture.objects.get().focus_x == 30
    assert not StagedUpload.objects.exists()


def test_sizes_are_left_to_the_worker(tmp_path, monkeypatch):
    ordered = []
    monkeypatch.setattr(loading, "order_work", ordered.append)
    load(write_bundle(tmp_path, PICTURE))

    assert ordered == [Picture.objects.get()]
    assert not ordered[0].has_renditions


def test_where_a_photograph_was_taken_is_not_stored(tmp_path):
    photograph = PICTURE | {"pictures/minster.jpg": jpeg(exif=exif())}
    folder = write_bundle(tmp_path, photograph)
    load(folder)

    with Picture.objects.get().file.open() as stored:
        assert b"Taken at home" not in stored.read()
    assert {planned.step for planned in plan_of(read_bundle(folder)).steps} == {Step.SAME}


def test_other_file_replaces_the_one_that_was_loaded(tmp_path):
    load(write_bundle(tmp_path / "a", PICTURE))
    darker = jpeg("dark")
    load(write_bundle(tmp_path / "a", {"pictures/minster.jpg": darker}))

    with Picture.objects.get().file.open() as stored:
        assert stored.read() == darker


def test_file_that_an_officer_replaced_stays(tmp_path):
    load(write_bundle(tmp_path, PICTURE))
    other = PictureFactory()
    Picture.objects.filter(alt__contains="minster").update(file=other.file.name)
    new = PICTURE["pictures/minster.en.toml"].replace("five", "four")
    folder = write_bundle(tmp_path, {"pictures/minster.en.toml": new})

    steps = {planned.entry.key: planned.step for planned in plan_of(read_bundle(folder)).steps}
    assert steps == {"minster": Step.KEEP}


def test_rows_and_texts_refer_to_pictures_and_documents(tmp_path):
    body = f'{FIGURE}<p><a href="/go/document/joining/">Join</a></p>'
    city = with_body(body)
    facts = 'picture = "minster"\npicture_is_decorative = true\n' + city["cities/bonn.toml"]
    facts = facts.replace("year = 1950\n", 'year = 1950\ndocument = "joining"\n')
    load(write_bundle(tmp_path / "a", PICTURE | DOCUMENT | city | {"cities/bonn.toml": facts}))

    bonn, picture, document = City.objects.get(), Picture.objects.get(), Document.objects.get()
    assert bonn.picture == picture
    assert f'<figure data-picture="{picture.pk}"></figure>' in str(bonn.body)
    assert f'href="/go/document/{document.pk}/"' in str(bonn.body)
    assert bonn.milestones.get(year=1950).document == document
    write_files(files_of_site()[0], tmp_path / "b")
    written = tomllib.loads((tmp_path / "b/cities/bonn.en.toml").read_text())
    assert written["body"].startswith(FIGURE)
    assert "/go/document/joining/" in written["body"]


def test_picture_with_a_new_caption_keeps_its_name_in_the_dump(tmp_path):
    PictureFactory(caption="The minster")
    before = {name for name in files_of_site()[0] if name.startswith("pictures/")}
    Picture.objects.update(caption={"en": "The cathedral"})

    assert before == {name for name in files_of_site()[0] if name.startswith("pictures/")}


def test_event_keeps_its_identity_unless_the_file_names_another(tmp_path):
    uid = EventFactory(slug="choir", city=None).uid
    folder = tmp_path / "a"
    write_files(files_of_site()[0], folder)
    facts = (folder / "events/choir.toml").read_text()
    lines = [line for line in facts.splitlines() if not line.startswith("uid")]
    write_bundle(
        folder, {"events/choir.toml": "\n".join(lines) + '\nbooking_url = "https://x.example"'}
    )
    load(folder, "--replace-all")
    assert Event.objects.get().uid == uid

    other = uuid.uuid4()
    write_bundle(folder, {"events/choir.toml": facts.replace(str(uid), str(other))})
    load(folder)
    assert Event.objects.get().uid == other


def test_notice_without_beginning_is_the_same_later(tmp_path):
    notice = {
        "notices/closed.toml": "ends_at = 2030-01-01T00:00:00Z\n",
        "notices/closed.en.toml": 'text = "The office is closed."\n',
        "tasks/host.toml": "position = 2\n",
        "tasks/host.en.toml": 'name = "Host a guest"\n',
    }
    folder = write_bundle(tmp_path, notice)
    load(folder)

    assert VolunteerTask.objects.get().is_offered
    assert {planned.step for planned in plan_of(read_bundle(folder)).steps} == {Step.SAME}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pictures/minster.jpg": b"no picture"}, "pictures/minster.jpg: This file is not a pic"),
        ({"pictures/minster.jpg": b"GIF89a"}, "pictures/minster.jpg: This is a GIF file."),
        ({"pictures/minster.jpg": b""}, "pictures/minster.jpg: "),
        ({"pictures/minster.png": jpeg()}, "pictures/minster.png: A row has one file"),
        ({"pictures/tower.png": jpeg()}, "pictures/tower.png: There is no pictures/tower.toml"),
        ({"pictures/tower.en.png": jpeg()}, "pictures/tower.en.png: There is no"),
        ({"cities/tower.png": jpeg()}, "cities/tower.png: No file of a bundle"),
        ({"tower.png": jpeg()}, "tower.png: No file of a bundle"),
        ({"documents/x.en.toml": 'title = "X"'}, "documents/x.toml: Its file is not beside it"),
        ({"documents/joining.pdf": b"%PDF-1.7"}, "documents/joining.pdf: "),
        ({"documents/joining.pdf": jpeg()}, "documents/joining.pdf: This file is not a PDF"),
        ({"documents/joining.toml": 'uid = "12"'}, "documents/joining.toml:1: uid: "),
        ({"pictures/minster.toml": "focus_x = 33"}, "pictures/minster.toml:1: focus_x: "),
        ({"pictures/minster.en.toml": 'alt = "IMG_1.jpg"'}, "pictures/minster.en.toml:1: alt: "),
        (
            {"cities/bonn.toml": 'picture = "x"\n' + BONN["cities/bonn.toml"]},
            "cities/bonn.toml:1: picture: there is no “x”",
        ),
        (
            {"cities/bonn.toml": "picture_is_decorative = true\n" + BONN["cities/bonn.toml"]},
            "cities/bonn.toml:1: picture_is_decorative: Choose the picture first.",
        ),
        (
            {
                "events/x.toml": f'{EVENT}[[photos]]\npicture = "minster"\n'
                '[[photos]]\npicture = "x"\n'
            },
            "events/x.toml:7: picture: there is no “x”",
        ),
        (
            {"events/x.toml": EVENT + '[[photos]]\npicture = "minster"\n' * 2},
            "events/x.toml:7: picture: “minster” is there twice",
        ),
        (
            {"events/x.toml": EVENT + UID, "events/y.toml": EVENT + UID},
            "events/y.toml:4: uid: “x” has the same",
        ),
        ({"events/x.toml": "[[photos]]\n"}, "events/x.toml:1: picture: is needed"),
        (with_body(FIGURE.replace("minster", "x")), "cities/bonn.en.toml:3: body: there is no pic"),
        (with_body("<FIGURE data-picture=12></FIGURE>"), "cities/bonn.en.toml:3: body: there is"),
    ],
)
def test_fault_of_a_file_is_told(tmp_path, files, expected):
    event = {
        "events/x.toml": EVENT,
        "events/x.en.toml": 'title = "X"\nsummary = "X"\n',
        "events/y.en.toml": 'title = "Y"\nsummary = "Y"\n',
        "events/y.toml": EVENT,
    }
    found = faults(write_bundle(tmp_path, PICTURE | DOCUMENT | BONN | event | files))

    assert [fault for fault in found if fault.startswith(expected)], found


def test_links_to_files_are_not_followed(tmp_path):
    folder = write_bundle(tmp_path, PICTURE)
    (folder / "pictures/minster.jpg").unlink()
    (folder / "pictures/minster.jpg").symlink_to("/etc/passwd")

    assert faults(folder)[0].startswith("pictures/minster.jpg: Links and devices are not read")


def test_picture_that_the_site_refuses_leaves_no_file(tmp_path, monkeypatch, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = write_bundle(tmp_path / "a", PICTURE)
    plan = plan_of(read_bundle(folder))
    PictureFactory(alt="Another")
    before = contents(tmp_path / "media")
    monkeypatch.setattr(loading, "give_name", refuse)

    assert len(loading.carry_out(plan, lambda _line: None)) == 1
    assert contents(tmp_path / "media") == before
    assert not StagedUpload.objects.exists()


def test_identity_of_another_row_is_a_fault(tmp_path):
    uid = EventFactory(slug="choir", city=None).uid
    event = {
        "events/x.toml": f'{EVENT}uid = "{uid}"\n',
        "events/x.en.toml": 'title = "X"\nsummary = "X"\n',
    }

    [fault] = faults(write_bundle(tmp_path, event))
    assert fault == "events/x.toml:4: uid: “choir” has the same"


def test_file_that_vanishes_after_the_check_stops_no_other_row(tmp_path):
    folder = write_bundle(tmp_path, PICTURE | DOCUMENT)
    plan = plan_of(read_bundle(folder))
    (folder / "pictures/minster.jpg").unlink()

    [refused] = loading.carry_out(plan, lambda _line: None)
    assert refused.startswith("pictures/minster: ")
    assert Document.objects.exists()


def test_picture_and_document_that_vanished_go_into_the_bin(tmp_path):
    load(write_bundle(tmp_path / "old", PICTURE | DOCUMENT))
    load(write_bundle(tmp_path / "new", {}), "--remove")

    assert not Picture.objects.exists()
    assert not Document.objects.exists()
    assert Version.objects.filter(is_deletion=True).count() == 2


def test_nobody_waits_while_a_file_is_looked_into(transactional_db, tmp_path, monkeypatch):
    was_locked = []

    def prepare(sent):
        was_locked.append(connection.in_atomic_block)
        raise ValidationError("Enough.")

    monkeypatch.setitem(files_beside.PREPARE, "default", prepare)
    loading.carry_out(plan_of(read_bundle(write_bundle(tmp_path, PICTURE))), lambda _line: None)

    assert was_locked == [False]


def refuse(*arguments):
    raise loading.ChangedMeanwhileError
