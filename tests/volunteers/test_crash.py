"""Nothing that was confirmed is lost, whatever is killed and whatever the mail server does."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection

from content.models import EmailState, QueuedEmail
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.post_box import PostBox, free_port
from tests.volunteers.applicant import Applicant
from tests.volunteers.processes import MANAGE, Program, name_static_files, wait_for, web_command
from volunteers.models import Application

STEPS = 20
CALM_SECONDS = 60
MOODS = ["is fine", "refuses", "is fine", "hangs", "is fine", "is down"]
VICTIMS = ["worker 1", "web child", "worker 2", "web child", "worker 1", "web child", "web"]


def database_url() -> str:
    """The test database, as the programs have to be told of it."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


class Box(PostBox):
    """Counts the letters that somebody began to hand over."""

    begun = 0

    async def handle_DATA(self, server, session, envelope):
        self.begun += 1
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture
def post_box():
    with Box() as post_box:
        yield post_box


@pytest.fixture
def programs(transactional_db, tmp_path, post_box):
    """Web server and two mail workers on the committed test database."""
    CouncilFactory()
    ConsentWordingFactory()
    port = free_port()
    name_static_files(tmp_path / "var" / "static")
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{post_box.port}",
        "EMAIL_TIMEOUT": "1",
        "LOG_LEVEL": "INFO",
        "MAIL_FIRST_PAUSE": "1",
        "MESSAGE_MIN_SECONDS": "0",
        "MESSAGES_PER_NETWORK": "100000",
        "PORT": str(port),
        "SECRET_KEY": django_settings.SECRET_KEY,
        "VAR_DIR": str(tmp_path / "var"),
    }
    log = tmp_path / "programs.log"
    running = {
        "web": Program(web_command(port), environment, log),
        "worker 1": Program([*MANAGE, "mail_worker"], environment, log),
        "worker 2": Program([*MANAGE, "mail_worker"], environment, log),
    }
    try:
        wait_for(port)
        yield port, running, log
    finally:
        for program in running.values():
            if program.process.poll() is None:
                program.kill()


def upset(post_box: PostBox, mood: str) -> None:
    post_box.answer = "451 try later" if mood == "refuses" else None
    post_box.release.clear() if mood == "hangs" else post_box.release.set()
    if mood == "is down":
        post_box.stop()
    elif post_box._controller is None:
        post_box.start()


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def make_chaos(post_box: Box, running: dict, applicants: list[Applicant]) -> None:
    """Change the mail server's mood and kill something, each time after the next sign of life."""
    for step in range(STEPS):
        mood = MOODS[step % len(MOODS)]
        upset(post_box, mood)
        letters, people = post_box.begun, sum(len(a.confirmed) for a in applicants)
        victim = VICTIMS[step % len(VICTIMS)]
        if victim.startswith("worker"):
            if mood != "is down":
                wait_until(lambda: post_box.begun > letters, 2)  # noqa: B023, used at once
            running[victim].kill()
            running[victim].start()
            continue
        wait_until(lambda: sum(len(a.confirmed) for a in applicants) > people, 2)  # noqa: B023
        if victim == "web child":
            running["web"].kill_child()
        else:
            running["web"].kill()
            running["web"].start()
    upset(post_box, "is fine")


def test_every_confirmed_application_is_stored_and_mailed(programs, post_box, capsys):
    port, running, log = programs
    stop = threading.Event()
    applicants = [Applicant(number, port, stop) for number in range(3)]
    for applicant in applicants:
        applicant.start()
    assert wait_until(lambda: sum(len(a.confirmed) for a in applicants) >= 12, 30)

    make_chaos(post_box, running, applicants)
    stop.set()
    wait_for(port)
    for applicant in applicants:
        applicant.join(20)
    wait_until(
        lambda: not QueuedEmail.objects.exclude(state=EmailState.SENT).exists(), CALM_SECONDS
    )
    codes = [running[name].stop() for name in ("worker 1", "worker 2", "web")]

    confirmed = {a: r for applicant in applicants for a, r in applicant.confirmed.items()}
    stored = dict(Application.objects.values_list("email", "reference"))
    arrived = Counter(message["Message-ID"] for message in post_box.messages)
    twice = sum(number - 1 for number in arrived.values())
    worker_kills = running["worker 1"].kills + running["worker 2"].kills
    with capsys.disabled():
        print(  # noqa: T201, the figures are asked for
            f"\n{len(confirmed)} confirmed, {len(stored)} stored, {len(arrived)} letters arrived, "
            f"{twice} of them once more; {running['web'].kills} kills of the web server, "
            f"{worker_kills} of mail workers, {sum(a.broken for a in applicants)} broken requests"
        )
    assert len(confirmed) > 5
    assert {address: stored.get(address) for address in confirmed} == confirmed
    assert Application.objects.count() == len(stored), "a replay was stored twice"
    assert set(arrived) == set(QueuedEmail.objects.values_list("message_id", flat=True))
    assert len(arrived) == 2 * len(stored)
    # Only a letter in a killed worker's hand may come twice (docs/mail.md).
    assert twice <= worker_kills
    assert codes == [0, 0, 0]
    assert "@example.org" not in log.read_text()

    check_erased_person_is_in_no_file(*confirmed.popitem())


def check_erased_person_is_in_no_file(address: str, reference: str) -> None:
    call_command("erase_person", address, "--yes", stdout=StringIO())
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        files = list(database.parent.glob(f"{database.name}*"))
        assert [file for file in files if address.encode() in file.read_bytes()] == []
