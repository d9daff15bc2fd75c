"""The lock files hold what the requirements ask for, each file with its hash."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NPM = json.loads((ROOT / ".ci/package-lock.json").read_text())["packages"]


def pins(file: str) -> dict[str, str]:
    """Return the versions pinned in `file` by the normalized names of their packages (PEP 503)."""
    found = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / file).read_text(), re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


def test_lock_pins_what_the_site_requires() -> None:
    assert pins("requirements.txt").items() <= pins("requirements.lock").items()


def test_lock_of_the_tests_pins_what_they_require_and_the_same_site() -> None:
    locked = pins("requirements-dev.lock").items()

    assert pins("requirements-dev.txt").items() <= locked
    assert pins("requirements.lock").items() <= locked


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_hashes_and_no_address(file: str) -> None:
    text = (ROOT / file).read_text()
    without_comments = re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)
    packages = without_comments.replace("\\\n", "").splitlines()

    assert len(packages) == len(pins(file))
    assert [line for line in packages if "--hash=sha256:" not in line] == []
    assert "://" not in text
    assert "-url" not in text


def test_npm_lock_pins_what_the_tests_require() -> None:
    asked = json.loads((ROOT / ".ci/package.json").read_text())["devDependencies"]

    assert {name: NPM[f"node_modules/{name}"]["version"] for name in asked} == asked


def test_every_npm_package_has_a_hash_and_no_address() -> None:
    packages = {path: row for path, row in NPM.items() if path}

    assert len(packages) > 300
    assert [path for path, row in packages.items() if "sha512-" not in row["integrity"]] == []
    assert [path for path, row in packages.items() if "resolved" in row] == []
