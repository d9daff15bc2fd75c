"""`make sbom` writes valid lists that hold every package of the locks."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("sbom")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sbom")
    subprocess.run([ROOT / ".ci/sbom", folder], check=True, capture_output=True)
    return folder


def contents(folder: Path, name: str) -> dict:
    return json.loads((folder / f"{name}.cdx.json").read_text())


def python_packages(bill: dict) -> set[tuple[str, Version]]:
    return {(canonicalize_name(one["name"]), Version(one["version"])) for one in bill["components"]}


def locked(file: str) -> set[tuple[str, Version]]:
    found = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / file).read_text(), re.MULTILINE)
    return {(canonicalize_name(name), Version(version)) for name, version in found}


@pytest.mark.parametrize("name", ["site", "tests-python", "tests-npm"])
def test_list_is_valid_cyclonedx(folder, name):
    text = (folder / f"{name}.cdx.json").read_text()
    version = SchemaVersion.from_version(json.loads(text)["specVersion"])

    assert JsonStrictValidator(version).validate_str(text) is None


def test_site_list_holds_every_package_the_site_runs_on_and_no_other(folder):
    assert python_packages(contents(folder, "site")) == locked("requirements.lock")


def test_list_of_the_tests_holds_every_package_that_they_add(folder):
    added = locked("requirements-dev.lock") - locked("requirements.lock")

    assert python_packages(contents(folder, "tests-python")) == added


def test_npm_list_holds_every_package_of_the_lock(folder):
    packages = json.loads((ROOT / ".ci/package-lock.json").read_text())["packages"]
    expected = {
        (path.rpartition("node_modules/")[2], row["version"])
        for path, row in packages.items()
        if path
    }

    listed = contents(folder, "tests-npm")["components"]

    assert {(one["name"], one["version"]) for one in listed} == expected


@pytest.mark.parametrize("name", ["site", "tests-python", "tests-npm"])
def test_every_package_has_a_hash(folder, name):
    components = contents(folder, name)["components"]

    assert [one["name"] for one in components if not one["hashes"]] == []


def test_packages_that_are_installed_have_a_licence(folder):
    components = contents(folder, "site")["components"]

    without = {one["name"] for one in components if not one.get("licenses")}
    # The first is only for another system; the second has its licence (MIT) as a text alone.
    assert without <= {"brotlicffi", "resvg_py"}
