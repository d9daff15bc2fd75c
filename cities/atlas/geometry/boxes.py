"""Upright rectangles in pixels."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """An upright rectangle in pixels, y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The distance from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The distance from top to bottom."""
        return self.bottom - self.top

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two boxes share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def contains(self, other: "Box") -> bool:
        """Return whether the other box lies within this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def expanded(self, margin: float) -> "Box":
        """Return the box with a margin added on every side."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def rounded(self) -> "Box":
        """Return the box in whole pixels, as it is written to the SVG."""
        return Box(*map(round, (self.left, self.top, self.right, self.bottom)))
