"""Make the WebP pictures of Oxford's demo from the SVG drawings in `twinning_site/demo/drawings/`.

It is needed only after a drawing was changed: both are in the repository.
"""

import io
import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from PIL import Image

from twinning_site.demo import DRAWINGS, OXFORD

# The only colours that the drawings may use
PALETTE = {
    "ink": "#13242b",
    "night": "#0b3644",
    "brand": "#0f4c5c",
    "sea": "#2a7f86",
    "lagoon": "#77b4b6",
    "sky": "#cfe8ea",
    "mist": "#e8f3f3",
    "snow": "#ffffff",
    "paper": "#fbf4e4",
    "sand": "#f4e6c8",
    "dune": "#e2c48d",
    "marigold": "#f2a81d",
    "amber": "#d9860f",
    "peach": "#f3c9a5",
    "rose": "#e58e72",
    "coral": "#c8452d",
    "brick": "#97301f",
    "leaf": "#3c7a57",
    "moss": "#27553d",
    "meadow": "#8db98f",
    "plum": "#6b3f5b",
    "grape": "#43263a",
    "stone": "#d9d3c3",
    "slate": "#475961",
}
PICTURES = OXFORD / "pictures"
MAX_BYTES = 150_000


class Command(BaseCommand):
    help = "Make the demo's WebP pictures from their SVG drawings."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "names", nargs="*", help="Drawings to make, such as “leiden”. None: all of them."
        )

    def handle(self, *, names: list[str], **options: Any) -> None:
        drawings = [DRAWINGS / f"{name}.svg" for name in names]
        for drawing in drawings or sorted(DRAWINGS.glob("*.svg")):
            if not drawing.exists():
                raise CommandError(f"There is no drawing {drawing.name} in {DRAWINGS}.")
            picture = draw(drawing)
            (PICTURES / f"{drawing.stem}.webp").write_bytes(picture)
            self.stdout.write(f"{drawing.stem}: {len(picture) // 1000} kB")


def draw(drawing: Path) -> bytes:
    """Return the drawing as WebP, in the size that it gives itself.

    Raises:
        CommandError: if it uses a colour outside the palette or gets too heavy for the web.
    """
    import resvg_py  # noqa: PLC0415 - only drawing them anew needs it

    svg = drawing.read_text()
    unknown = set(re.findall(r"#[0-9a-f]{6}\b", svg)) - set(PALETTE.values())
    if unknown:
        raise CommandError(f"{drawing.name} uses {', '.join(sorted(unknown))}: not in PALETTE.")
    image = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg))))
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "WEBP", quality=84, method=6)
    if buffer.tell() > MAX_BYTES:
        raise CommandError(f"{drawing.name} makes a picture of {buffer.tell()} bytes: too heavy.")
    return buffer.getvalue()
