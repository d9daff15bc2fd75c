"""Names in the order in which people expect them, accents included."""

from collections.abc import Iterable

from pyuca import Collator

# The Unicode Collation Algorithm (UTS #10) with its default table.
_collator = Collator()


def sorted_by_name(rows: Iterable) -> list:
    """Return `rows` sorted by their name (or title) in the active language."""
    return sorted(
        rows,
        key=lambda row: _collator.sort_key(str(getattr(row, "name", None) or row.title)),
    )
