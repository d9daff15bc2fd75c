"""Export everything that is held about a person (GDPR, article 15)."""

from django.core.serializers.python import Serializer

from twinning_site.privacy import mentions
from twinning_site.privacy.personal_data import held_about


def export_person(address: str) -> dict[str, list[dict]]:
    """Everything held about an address, as plain values, by what it is (GDPR, article 15).

    Of other people's rows only the texts: the rest is about them.
    """
    texts = {f"mentions in {kind}": fields for kind, (_model, fields) in mentions.TEXTS.items()}
    return {
        kind: [row["fields"] for row in Serializer().serialize(rows, fields=texts.get(kind))]
        for kind, rows in held_about(address).items()
    }
