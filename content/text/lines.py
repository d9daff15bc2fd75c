def lines_of(text: str) -> list[str]:
    """Return the lines that say something, without blanks around them."""
    return [line for part in text.splitlines() if (line := part.strip())]
