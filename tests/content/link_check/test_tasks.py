"""The worker looks at addresses of other sites in steps, beside everything else."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from content.link_check import looking
from content.link_check.tasks import QUEUE, look_at_some, order_looking
from content.models import ExternalAddress
from content.pdf.jobs import generate_pdf
from tests.content.link_check.web_server import Page
from tests.factories.external_address import ExternalAddressFactory
from tests.worker import work_off
from twinning_site.serving.task_worker import LinkWorker, TaskWorker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_this_machine(settings, monkeypatch, checker):
    settings.LINK_CHECK = True
    monkeypatch.setattr(looking, "Checker", lambda: checker)


@pytest.fixture
def three(web):
    web.pages["/"] = Page()
    return [ExternalAddressFactory(url=web.url(f"/?{number}")) for number in range(3)]


def waiting():
    return DBTaskResult.objects.filter(queue_name=QUEUE, status="READY")


def test_step_that_leaves_something_orders_the_next_one_for_later(three, monkeypatch):
    monkeypatch.setattr(looking, "MAX_ADDRESSES", 1)
    assert order_looking()

    work_off()

    assert ExternalAddress.objects.exclude(checked_at=None).count() == 1
    pause = waiting().get().run_after - timezone.now()
    assert timedelta(seconds=20) < pause <= timedelta(seconds=30)


def test_last_step_orders_none(three):
    order_looking()

    work_off()

    assert ExternalAddress.objects.exclude(checked_at=None).count() == 3
    assert not waiting().exists()


def test_only_one_step_is_ordered_at_a_time(three):
    assert [order_looking(), order_looking()] == [True, False]
    assert waiting().count() == 1


def test_step_that_a_killed_worker_left_is_no_second_chain(three):
    order_looking()
    DBTaskResult.objects.get().claim("somebody")

    assert not order_looking()


def test_nothing_is_ordered_where_nothing_is_due_or_wanted(settings, three):
    settings.LINK_CHECK = False
    assert not order_looking()
    settings.LINK_CHECK = True
    ExternalAddress.objects.update(next_check_at=timezone.now() + timedelta(hours=1))
    assert not order_looking()


def test_each_worker_does_its_own_tasks_alone():
    pdf, links = generate_pdf.enqueue("none"), look_at_some.enqueue()

    for worker, done in ((TaskWorker(), pdf), (LinkWorker(), links)):
        assert worker.work()
        assert not worker.work()
        finished = DBTaskResult.objects.exclude(status="READY")
        assert str(done.id) in {str(one.pk) for one in finished}
