"""Draw an SVG file as a PNG; `content.pictures.drawings` starts this."""

import base64
import re
import sys

import resvg_py
from lxml import etree

from content.file_readers.process import read_one_file

# What resvg would open: files of this machine by their paths, and SVG files inside the address.
# Parts of the same drawing and pictures that it brings along stay.
OWN = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp);base64,)", re.IGNORECASE)
NOT_DRAWN = {"script", "foreignObject"}
LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*[a-z]{0,2}\s*", re.IGNORECASE)


def draw(content: bytes, side: str) -> dict:
    """Return `picture`, a PNG in Base64 whose longer side has `side` pixels, and `has_text`.

    Raises:
        ValueError: if it is no SVG, or says no size.
    """
    # Entities of the file itself are put in, within the limits of libxml2; others are not opened.
    parser = etree.XMLParser(
        resolve_entities="internal", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    if etree.QName(root).localname != "svg":
        raise ValueError("no SVG")
    has_text = False
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            element.getparent().remove(element)
            continue
        name = etree.QName(element).localname
        if name in NOT_DRAWN and element is not root:
            element.getparent().remove(element)
            continue
        has_text = has_text or (name == "text" and any(it.strip() for it in element.itertext()))
        for attribute, value in list(element.attrib.items()):
            if etree.QName(attribute).localname == "href" and not OWN.match(value):
                del element.attrib[attribute]
    if has_text:
        return {"picture": "", "has_text": True}
    _set_size(root, int(side))
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    picture = resvg_py.svg_to_bytes(svg_string=text, skip_system_fonts=True)
    return {"picture": base64.b64encode(picture).decode(), "has_text": False}


def _set_size(root: etree._Element, side: int) -> None:
    """Set the size in pixels, so that no file can ask for more."""
    box = [
        float(number) for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if number
    ]
    lengths = [LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if len(box) != 4:
        if not all(lengths):
            raise ValueError("no size")
        box = [0, 0, *(float(found[1]) for found in lengths if found)]
        root.set("viewBox", " ".join(map(str, box)))
    width, height = box[2:]
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise ValueError("no size")
    scale = side / max(width, height)
    root.set("width", str(max(round(width * scale), 1)))
    root.set("height", str(max(round(height * scale), 1)))


if __name__ == "__main__":
    sys.exit(read_one_file({"draw": draw}))
