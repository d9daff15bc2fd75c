"""What `collectstatic` makes of our style sheets."""

import re

import pytest
from django.core.files.storage import FileSystemStorage

from twinning_site.serving.static_storage import SiteStaticFilesStorage

SOURCES = {
    "css/site.css": '/* All. */\n@import "base/fonts.css";\n@import "base/print.css" print;\n',
    "css/base/fonts.css": '@font-face { src: url("../../fonts/sans.woff2"); }\n',
    "css/base/print.css": "nav { display: none; }\n",
    "fonts/sans.woff2": "font",
}


@pytest.fixture
def collect(tmp_path):
    source = FileSystemStorage(tmp_path / "source")
    collected = SiteStaticFilesStorage(tmp_path / "collected")

    def run(files: dict[str, str]) -> str:
        """Collect files as the command does and return the style sheet of the site."""
        for name, text in files.items():
            for storage in (source, collected):
                path = storage.path(name)
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_text(text)
        for _name, _hashed, processed in collected.post_process(
            {name: (source, name) for name in SOURCES}
        ):
            assert not isinstance(processed, Exception)
        with collected.open(collected.stored_name("css/site.css")) as file:
            return file.read().decode()

    return run


def test_pages_load_one_style_sheet_with_the_text_of_all(collect):
    text = collect(SOURCES)

    assert "@import" not in text
    assert re.search(r'@font-face\{src:url\("?\.\./fonts/sans\.[0-9a-f]{12}\.woff2', text)
    assert text.rstrip("}").endswith("@media print{nav{display:none")


def test_change_of_one_room_changes_the_sheet_that_pages_load(collect):
    collect(SOURCES)

    # The sheet of the site itself stays as it is, so that it is not collected again.
    text = collect({"css/base/print.css": "footer { display: none; }\n"})

    assert "footer{display:none" in text
    assert "nav{" not in text
