"""The file that waits in the draft of a document, and what is known of it."""

from typing import Any

from content.models import Document

Row = dict[str, Any]


def with_one_file(merged: Row, draft: Row, live: Row) -> Row:
    """Return a merged row whose facts are those of its file, and not joined field by field.

    The file itself is that of `draft` or of `live`. Rows of other models stay as they are.
    """
    if merged["model"] != Document._meta.label_lower:
        return merged
    is_live = merged["fields"]["file"] == live["fields"]["file"]
    source = (live if is_live else draft)["fields"]
    known = {name: source[name] for name in Document.known_of_file if name in source}
    return {**merged, "fields": merged["fields"] | known}
