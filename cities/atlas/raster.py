"""A coarse picture of where lines run."""

from collections.abc import Iterable
from itertools import pairwise

from cities.atlas.framing import Box
from cities.atlas.projection import Point

CELL = 6  # pixels


class Raster:
    """Counts in no time how much line runs through a box."""

    def __init__(self, field: Box, lines: Iterable[list[Point]]) -> None:
        self.columns, self.rows = int(field.right // CELL) + 2, int(field.bottom // CELL) + 2
        cells = set()
        for line in lines:
            for one, two in pairwise(line):
                steps = int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) // CELL) + 1
                for step in range(steps + 1):
                    x = one[0] + (two[0] - one[0]) * step / steps
                    y = one[1] + (two[1] - one[1]) * step / steps
                    cells.add((int(x // CELL), int(y // CELL)))
        self.sums = [[0] * (self.columns + 1)]
        for row in range(self.rows):
            total, sums = 0, [0]
            for column in range(self.columns):
                total += (column, row) in cells
                sums.append(total + self.sums[-1][column + 1])
            self.sums.append(sums)

    def under(self, box: Box) -> int:
        """How many cells of the box have a line in them."""
        left, top = max(0, int(box.left // CELL)), max(0, int(box.top // CELL))
        right = min(self.columns, int(box.right // CELL) + 1)
        bottom = min(self.rows, int(box.bottom // CELL) + 1)
        sums = self.sums
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]
