"""A coarse grid of where lines run."""

from collections.abc import Iterable
from itertools import pairwise

from cities.atlas.geometry.boxes import Box
from cities.atlas.geometry.projections import Point

CELL = 6  # pixels


class LineCoverage:
    """Counts how many grid cells under a box have a line in them.

    Sums over all cells above and to the left (a summed-area table) make one answer four look-ups.
    """

    def __init__(self, field: Box, lines: Iterable[list[Point]]) -> None:
        self.columns, self.rows = int(field.right // CELL) + 2, int(field.bottom // CELL) + 2
        cells = set()
        for line in lines:
            for one, two in pairwise(line):
                steps = int(max(abs(two[0] - one[0]), abs(two[1] - one[1])) // CELL) + 1
                for index in range(steps + 1):
                    x = one[0] + (two[0] - one[0]) * index / steps
                    y = one[1] + (two[1] - one[1]) * index / steps
                    cells.add((int(x // CELL), int(y // CELL)))
        self.sums = [[0] * (self.columns + 1)]
        for row in range(self.rows):
            total, sums = 0, [0]
            for column in range(self.columns):
                total += (column, row) in cells
                sums.append(total + self.sums[-1][column + 1])
            self.sums.append(sums)

    def cells_under(self, box: Box) -> int:
        """Return how many cells of the box have a line in them."""
        left, top = max(0, int(box.left // CELL)), max(0, int(box.top // CELL))
        right = min(self.columns, int(box.right // CELL) + 1)
        bottom = min(self.rows, int(box.bottom // CELL) + 1)
        sums = self.sums
        return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]
