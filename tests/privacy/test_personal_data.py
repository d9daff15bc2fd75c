import pytest
from django.apps import apps

from twinning_site.privacy.personal_data import rows_about

pytestmark = pytest.mark.django_db


def test_every_model_of_ours_with_personal_fields_is_asked():
    ours = {"content", "cities", "links", "events", "volunteers", "pages"}
    personal = {"email", "recipient", "phone", "comment", "message"}
    asked = {rows.model for rows in rows_about("ada@example.org").values()}

    left_out = [
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in ours
        and personal & {field.name for field in model._meta.fields if not field.is_relation}
        and model._meta.concrete_model not in asked
    ]

    # The council's address and phone are the office's own.
    assert left_out == ["Council"]
