"""Split the bill of materials of .venv (CycloneDX JSON on standard input) by the lock files.

`.ci/sbom` calls it. A package of a lock that is for another system appears without its licence.
"""

import copy
import json
import re
import sys
from importlib.metadata import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name
from packaging.version import Version

# Name, version, marker, hashes
PACKAGE = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.+?))? \\\n((?:    --hash.*\n)+)", re.MULTILINE)


def components(lock: Path, installed: dict[str, dict]) -> dict[str, dict]:
    """Return a component for each package of `lock`, by the name of the package.

    Raises:
        SystemExit: a package that this system needs is not installed at the locked version.
    """
    found = {}
    for name, version, marker, hashes in PACKAGE.findall(lock.read_text()):
        component = copy.deepcopy(installed.get(name))
        if component is None and marker and not Marker(marker).evaluate():
            purl = f"pkg:pypi/{name}@{version}"
            component = {"type": "library", "name": name, "version": version, "purl": purl}
            component |= {"bom-ref": purl, "description": f"only where {marker}"}
        elif component is None or Version(component["version"]) != Version(version):
            sys.exit(f"{name} {version} of {lock} is not installed: run .ci/setup test")
        elif "licenses" not in component and (words := metadata(name)["License"]):
            # Words that are no SPDX expression
            component["licenses"] = [{"license": {"name": words}}]
        component["scope"] = "optional" if marker else "required"
        # One for each file that is published of this version.
        component["hashes"] = [
            {"alg": "SHA-256", "content": content}
            for content in re.findall(r"sha256:(\w+)", hashes)
        ]
        found[name] = component
    return found


def bill(environment: dict, parts: dict[str, dict], direct: set[str], name: str) -> dict:
    """Return the bill of `parts`, of which the program `name` asks for `direct` itself."""
    refs = {component["bom-ref"] for component in parts.values()}
    root = environment["metadata"]["component"] | {"name": name}
    asked = sorted(parts[package]["bom-ref"] for package in direct)
    needs = [
        one | {"dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
        for one in environment["dependencies"]
        if one["ref"] in refs
    ]
    return environment | {
        "metadata": environment["metadata"] | {"component": root},
        "components": list(parts.values()),
        "dependencies": [{"ref": root["bom-ref"], "dependsOn": asked}, *needs],
    }


def write(path: Path, contents: dict, purpose: str) -> None:
    """Write a bill and say so. `tests/architecture/test_sbom.py` holds it to the schema."""
    path.write_text(json.dumps(contents, indent=2, ensure_ascii=False) + "\n")
    sys.stdout.write(f"Wrote {path}: {purpose}.\n")


def requirements(file: str) -> set[str]:
    """Return the names of the packages that `file` asks for itself."""
    names = re.findall(r"^([\w.-]+)==", Path(file).read_text(), re.MULTILINE)
    return {canonicalize_name(name) for name in names}


def main(folder: Path) -> None:
    environment = json.load(sys.stdin)
    installed = {canonicalize_name(one["name"]): one for one in environment["components"]}
    site = components(Path("requirements.lock"), installed)
    everything = components(Path("requirements-dev.lock"), installed)
    tests = {name: component for name, component in everything.items() if name not in site}
    for target, parts, file, purpose in [
        ("site", site, "requirements.txt", "what the site runs on"),
        ("tests-python", tests, "requirements-dev.txt", "what tests and checks use of Python"),
    ]:
        contents = bill(environment, parts, requirements(file), f"twinning-site: {purpose}")
        write(folder / f"{target}.cdx.json", contents, purpose)


main(Path(sys.argv[1]))
