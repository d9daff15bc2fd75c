"""What was kept aside, in words."""

from volunteers.guard import REASONS


def reasons(held_for: str) -> str:
    """The reasons in words, or a dash where there are none."""
    words = [str(REASONS.get(reason, reason)) for reason in held_for.split(",") if reason]
    return "; ".join(words) or "–"
