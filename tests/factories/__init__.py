"""One factory for each model. Numbers are padded, so that rows sort as they were made."""

import importlib
import pkgutil

from django.db.models import Model
from factory.django import DjangoModelFactory


def factories_by_model() -> dict[type[Model], type[DjangoModelFactory]]:
    """Return the factory of each model that has one."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    waiting, found = [DjangoModelFactory], {}
    while waiting:
        factory = waiting.pop()
        waiting += factory.__subclasses__()
        if factory._meta.model:
            found[factory._meta.model] = factory
    return found
