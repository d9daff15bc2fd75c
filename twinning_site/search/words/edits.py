"""Compare words that differ by one slip of the finger."""


def is_one_edit_apart(one: str, other: str) -> bool:
    """Return whether a letter that is missing, added, changed or swapped makes one the other.

    This is a distance of 1 in the measure of Damerau (1964), which counts a swap of neighbours as
    one slip; it takes one pass over the words.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest
        or rest == other_rest[1:]
        or rest[1:] == other_rest[1:]
        or (rest[1::-1] == other_rest[:2] and rest[2:] == other_rest[2:])
    )
