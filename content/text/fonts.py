"""Make the web fonts: small WOFF2 files, subsets of two installed font packages.

The Open Font License reserves the name "Source" for the unchanged fonts, so that the subsets are
called "Twinning Sans" and "Twinning Serif". `static/css/base/fonts.css` declares the same files
and character ranges; a test compares the two. docs/adr/0011-fonts.md says why they are made at
run time.
"""

import hashlib
import json
import logging
from dataclasses import dataclass
from importlib.metadata import files, version
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# Its INFO level reports every glyph.
logging.getLogger("fontTools").setLevel(logging.WARNING)

SCRIPTS = {
    "latin": "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,"
    "U+2190-2193,U+2212,U+2215",
    "latin-ext": "U+100-130,U+132-151,U+154-24F,U+259,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0",
    "cyrillic": "U+400-45F,U+490-491,U+4B0-4B1,U+2116",
    "greek": "U+370-3FF",
}
# Kerning and tabular figures. Accents need no feature: no script here has combining characters.
LAYOUT_FEATURES = ["kern", "locl", "tnum"]
STAMP = "built.json"


@dataclass(frozen=True)
class Face:
    """One font face: its source, and the range to keep of each axis (a number fixes it)."""

    name: str
    family: str
    package: str
    source: str
    axes: tuple[tuple[str, float | tuple[float, float]], ...]


FACES = [
    Face(
        "sans",
        "Twinning Sans",
        "fontpkg-source-sans-3",
        "SourceSans3[wght].ttf",
        (("wght", (400, 700)),),
    ),
    Face(
        "sans-italic",
        "Twinning Sans",
        "fontpkg-source-sans-3",
        "SourceSans3-Italic[wght].ttf",
        (("wght", 400),),
    ),
    # One weight at display size: a second one would cost 12 kB on the first page.
    Face(
        "serif",
        "Twinning Serif",
        "fontpkg-source-serif-4",
        "SourceSerif4[opsz,wght].ttf",
        (("wght", 640), ("opsz", 40)),
    ),
]


def build_fonts(folder: Path) -> dict[str, int]:
    """Make every file in `folder`, unless they are up to date.

    Returns:
        The size in bytes of each file that was made, by its name.
    """
    stamp_path = folder / STAMP
    stamp = _recipe_stamp()
    if stamp_path.exists() and json.loads(stamp_path.read_text()) == stamp:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    for face in FACES:
        for script, ranges in SCRIPTS.items():
            path = folder / f"{face.name}-{script}.woff2"
            _make_subset(face, ranges, path)
            made[path.name] = path.stat().st_size
    # Written last, so that an interrupted build is repeated.
    stamp_path.write_text(json.dumps(stamp))
    return made


def font_source(name: str) -> Path:
    """Return the path of the whole installed font of the face `name`, which PDFs use.

    Raises:
        ValueError: if there is no such face.
    """
    for face in FACES:
        if face.name == name:
            return installed_file(face.package, face.source)
    raise ValueError(f"There is no face {name!r}.")


def _recipe_stamp() -> dict[str, str]:
    """Return what the files depend on: package versions and a digest of the settings above."""
    recipe = repr((SCRIPTS, LAYOUT_FEATURES, FACES))
    packages = sorted({face.package for face in FACES} | {"fonttools"})
    return {
        "recipe": hashlib.sha256(recipe.encode()).hexdigest(),
        **{package: version(package) for package in packages},
    }


def _make_subset(face: Face, ranges: str, path: Path) -> None:
    """Write the characters in `ranges`, with each axis limited, to `path`.

    Characters are removed first: limiting an axis takes longer the more there are.
    """
    font = TTFont(installed_file(face.package, face.source))
    options = Options()
    options.layout_features = LAYOUT_FEATURES
    options.hinting = False
    options.name_IDs = [1, 2, 4, 6]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(ranges))
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(face.axes))
    for record in font["name"].names:
        record.string = {2: "Regular", 6: face.family.replace(" ", "")}.get(
            record.nameID, face.family
        )
    font.flavor = "woff2"
    font.save(path)


def installed_file(package: str, name: str) -> Path:
    """Return the path of an installed TrueType file.

    Raises:
        FileNotFoundError: the package holds no file of that name.
    """
    for file in files(package) or []:
        if file.name == name:
            return Path(file.locate())
    raise FileNotFoundError(f"{package} has no file {name}.")
