"""Folders with bundles for tests."""

from pathlib import Path

HEAD = 'format = 1\nlanguages = ["en", "de"]\n'


def write_bundle(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files by their paths into a folder, beside a head unless they have one."""
    for name, text in {"bundle.toml": HEAD, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def contents(folder: Path) -> dict[Path, bytes]:
    """Return the bytes of all files in a folder by their paths in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in files}
