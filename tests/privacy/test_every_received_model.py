"""No model of what the public sends is forgotten where persons are erased."""

import importlib
import pkgutil

import pytest
from django.apps import apps
from django.db.models import TextField
from django.utils import timezone
from factory.django import DjangoModelFactory

from content.models import ErasureRecord
from content.models.submission import Received, Submission
from tests import factories
from twinning_site.privacy.erasure import erase_person
from twinning_site.privacy.retention import erase_due

pytestmark = pytest.mark.usefixtures("council")

RECEIVED = [model for model in apps.get_models() if issubclass(model, Received)]
SUBMISSIONS = [model for model in RECEIVED if issubclass(model, Submission)]


def make(model, **values):
    for module in pkgutil.iter_modules(factories.__path__, "tests.factories."):
        importlib.import_module(module.name)
    makers = {maker._meta.model: maker for maker in DjangoModelFactory.__subclasses__()}
    return makers[model](**values)


@pytest.mark.parametrize("model", RECEIVED)
def test_row_is_erased_when_its_time_is_over(model):
    make(model, erase_on=timezone.localdate())

    erase_due()

    assert not model.objects.exists()
    assert ErasureRecord.objects.get().reason == "due"


@pytest.mark.parametrize("model", SUBMISSIONS)
def test_row_is_erased_when_its_sender_asks(model):
    make(model, email="ada@example.org")

    erase_person("ada@example.org")

    assert not model.objects.exists()
    assert "asked" in ErasureRecord.objects.values_list("reason", flat=True)


@pytest.mark.parametrize("model", RECEIVED)
def test_mention_in_a_text_of_another_person_is_erased(model):
    texts = [
        field.name
        for field in model._meta.fields
        if isinstance(field, TextField) and not field.name.endswith("_references")
    ]
    assert texts
    row = make(model, **dict.fromkeys(texts, "Ask ada@example.org"))

    erase_person("ada@example.org")

    row.refresh_from_db()
    assert {getattr(row, name) for name in texts} == {"Ask [erased]"}
