"""The heads of tables from Word, which marks none (WCAG 2.2, 1.3.1)."""


class TableHeads:
    """Follows tables while their pieces are written, and makes heads of first rows.

    A table has to have a second row, and none that is marked. Tables in tables stay as they are.
    """

    def __init__(self, is_wanted: bool) -> None:
        self.is_wanted = is_wanted
        self.depth = 0

    def opened(self, tag: str, place: int, pieces: list[str]) -> None:
        """Note a start tag at `place` among the pieces."""
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.rows, self.body = 0, -1
                self.has_heads = False
                self.cells: list[int] = []
        if self.depth != 1:
            return
        if tag == "tr":
            self.rows += 1
        elif tag in {"th", "thead"}:
            self.has_heads = True
        elif tag == "tbody" and self.body < 0:
            self.body = place
        elif tag == "td" and self.rows == 1:
            self.cells.append(place)

    def closed(self, tag: str, start: int, pieces: list[str]) -> None:
        """Note an end tag that is about to be written, for the start tag at `start`."""
        if self.depth == 1 and self.rows == 1:
            if tag == "td":
                self.cells.append(len(pieces))
            elif tag == "tr":
                self.first_row = start, len(pieces)
        if tag == "table":
            if self.depth == 1 and self.is_wanted and not self.has_heads and self.rows > 1:
                self._make_head(pieces)
            self.depth -= 1

    def _make_head(self, pieces: list[str]) -> None:
        starts, ends = self.cells[::2], self.cells[1::2]
        if self.body < 0 or any("span=" in pieces[start] for start in starts):
            return
        for start, end in zip(starts, ends, strict=True):
            pieces[start] = f'<th scope="col"{pieces[start].removeprefix("<td")}'
            pieces[end] = "</th>"
        first, last = self.first_row
        pieces[self.body] = ""
        pieces[first] = f"<thead>{pieces[first]}"
        pieces[last] = "</tr></thead><tbody>"
