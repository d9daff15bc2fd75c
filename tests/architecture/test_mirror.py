"""The folders of the tests are those of the code, or docs/testing.md says why not."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TESTS = ROOT / "tests"
FOLDERS = sorted({file.parent for file in TESTS.rglob("*.py")} - {TESTS})
# A line of its list names the folder and the reason.
EXPLAINED = set(
    re.findall(r"^- `(tests/\w+)/`: \w", (ROOT / "docs/testing.md").read_text(), re.MULTILINE)
)


def code_of(folder: Path) -> Path | None:
    """Return the package or module that a folder of tests is named after, in an app or the roof."""
    path = folder.relative_to(TESTS)
    candidates = [ROOT / path, ROOT / "twinning_site" / path]
    return next((it for it in candidates if it.is_dir() or it.with_suffix(".py").is_file()), None)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_folder_of_tests_mirrors_code_or_is_explained(folder):
    is_explained = str(folder.relative_to(ROOT)) in EXPLAINED

    assert bool(code_of(folder)) is not is_explained


def test_what_is_explained_is_there():
    assert {str(folder.relative_to(ROOT)) for folder in FOLDERS} >= EXPLAINED
