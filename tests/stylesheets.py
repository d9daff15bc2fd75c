"""Reads our own style sheets for the tests that hold them to rules."""

import re
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "static" / "css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COLOR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")


def sheets() -> dict[str, str]:
    """Return each style sheet of the web, by its path in `static/css`, without its comments."""
    return {
        str(path.relative_to(FOLDER)): _COMMENT.sub("", path.read_text())
        for path in sorted(FOLDER.glob("*/*.css"))
        if path.parent.name != "pdf"
    }


def token_colors() -> dict[str, dict[str, str]]:
    """`light` and `dark`, each a map from the token's name to its colour."""
    light, dark = sheets()["base/tokens.css"].split("@media (prefers-color-scheme: dark)")
    light_colors = dict(_COLOR.findall(light))
    return {"light": light_colors, "dark": light_colors | dict(_COLOR.findall(dark))}
