"""Store static files compressed, with hashes in their names; our style sheets minified.

The pages of the site load one style sheet, `css/site.css`, which imports those of the rooms. When
they are collected it takes up their text, so that a browser asks once.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

OUR_STYLE_SHEETS = "css/"
SITE_STYLE_SHEET = "css/site.css"
# Our own way of writing them: @import "base/print.css" print; and url("../../fonts/sans.woff2")
IMPORT = re.compile(r'@import "(?P<name>[^"]+)"(?: (?P<media>\w+))?;\n?')
RELATIVE_URL = re.compile(r'url\("(\.[^"]+)"\)')


class SiteStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Joins the style sheets of the pages, and removes comments and spaces from all of ours."""

    def post_process(self, paths: dict, dry_run: bool = False, **options: Any) -> Iterator[tuple]:
        if not dry_run:
            ours = [
                name
                for name in paths
                if name.startswith(OUR_STYLE_SHEETS) and name.endswith(".css")
            ]
            for name in ours:
                source, path = paths[name]
                with source.open(path) as file:
                    text = file.read().decode()
                if name == SITE_STYLE_SHEET:
                    text = _joined(text, paths)
                _write_minified(Path(self.path(name)), text)
            # Django would otherwise read them from where they were collected.
            paths = paths | {name: (self, name) for name in ours}
        yield from super().post_process(paths, dry_run, **options)


def _joined(text: str, paths: dict) -> str:
    """Return the style sheet of the site with the text of each one that it imports."""

    def imported(found: re.Match) -> str:
        name = posixpath.join(OUR_STYLE_SHEETS, found["name"])
        source, path = paths[name]
        with source.open(path) as file:
            part = RELATIVE_URL.sub(lambda url: _from_site(url[1], name), file.read().decode())
        return f"@media {found['media']} {{\n{part}}}\n" if found["media"] else part

    return IMPORT.sub(imported, text)


def _from_site(url: str, name: str) -> str:
    """Return an address that is relative to the style sheet `name`, relative to the site's."""
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(name), url))
    return f'url("{posixpath.relpath(whole, posixpath.dirname(SITE_STYLE_SHEET))}")'


def _write_minified(file: Path, text: str) -> None:
    # Only `collectstatic` needs it, so no server process has to load this compiled library.
    import minify  # noqa: PLC0415

    small = minify.string("text/css", text)
    # A file that is what it was keeps its modification time.
    if small != file.read_text():
        file.write_text(small)
