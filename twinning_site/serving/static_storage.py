"""Store static files compressed, with hashes in their names; our style sheets minified."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

OUR_STYLE_SHEETS = "css/"


class MinifiedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Removes comments and spaces from our style sheets, a quarter of their size."""

    def post_process(self, paths: dict, dry_run: bool = False, **options: Any) -> Iterator[tuple]:
        if not dry_run:
            ours = [
                name
                for name in paths
                if name.startswith(OUR_STYLE_SHEETS) and name.endswith(".css")
            ]
            for name in ours:
                _minify(Path(self.path(name)))
            # Django would otherwise read them from where they were collected.
            paths = paths | {name: (self, name) for name in ours}
        yield from super().post_process(paths, dry_run, **options)


def _minify(file: Path) -> None:
    # Only `collectstatic` needs it, so no server process has to load this compiled library.
    import minify  # noqa: PLC0415

    text = file.read_text()
    small = minify.string("text/css", text)
    # A file that was minified before keeps its modification time.
    if small != text:
        file.write_text(small)
