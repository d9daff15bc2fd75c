"""Export everything that is held about a person (GDPR, article 15)."""

from typing import Any

from django.core.serializers.python import Serializer

from twinning_site.privacy import mentions
from twinning_site.privacy.personal_data import rows_about


def export_person(address: str) -> dict[str, list[dict[str, Any]]]:
    """Return everything held about an e-mail address as plain values, by kind.

    Of rows of others only the texts are returned; the rest is about those people.

    Raises:
        ValidationError: if `address` is not one complete address.
    """
    texts = {
        f"mentions in {kind}": fields for kind, (_model, fields) in mentions.TEXT_FIELDS.items()
    }
    return {
        kind: [row["fields"] for row in Serializer().serialize(rows, fields=texts.get(kind))]
        for kind, rows in rows_about(address).items()
    }
