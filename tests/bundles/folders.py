"""Folders with bundles for tests."""

from pathlib import Path

HEAD = 'format = 1\nlanguages = ["en", "de"]\n'


def write_bundle(folder: Path, files: dict[str, str]) -> Path:
    """Write files by their paths into a folder, beside a head unless they have one."""
    for name, text in {"bundle.toml": HEAD, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder
