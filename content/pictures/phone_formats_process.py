"""Turn a HEIC or AVIF picture into a JPEG or PNG; `content.pictures.phone_formats` starts this."""

import base64
import io
import sys

import pi_heif
from PIL import Image, ImageOps

from content.file_readers.process import read_one_file

# More would each take memory for a stack of their own.
DECODER_THREADS = 2


def convert(content: bytes, format_: str, max_pixels: str, max_side: str) -> dict:
    """Return the fields of `content.pictures.phone_formats.Converted`, the picture in Base64."""
    if format_ == "HEIF":
        pi_heif.options.DECODE_THREADS = DECODER_THREADS
        pi_heif.register_heif_opener(thumbnails=False)
    # The size is checked below, before anything is decoded.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(content), formats=[format_]) as image:
        facts = {"width": image.width, "height": image.height, "frames": 1, "picture": ""}
        if image.width * image.height > int(max_pixels):
            return facts
        # The other pictures of a HEIC are its smaller or darker sisters; the first is the main one.
        if format_ == "AVIF" and getattr(image, "is_animated", False):
            return facts | {"frames": 2}
        image.load()
        upright = ImageOps.exif_transpose(image)
        if upright.mode.startswith("I"):
            # Grey of 16 bits, of which screens show the upper eight
            upright = upright.point(lambda value: value / 257, "I").convert("L")
        upright.thumbnail((int(max_side), int(max_side)))
        profile = image.info.get("icc_profile")
    buffer = io.BytesIO()
    if upright.mode in {"RGBA", "LA", "PA"}:
        upright.save(buffer, "PNG", icc_profile=profile)
    else:
        upright.convert("RGB").save(buffer, "JPEG", quality=95, icc_profile=profile)
    return facts | {"picture": base64.b64encode(buffer.getvalue()).decode()}


if __name__ == "__main__":
    sys.exit(read_one_file({"convert": convert}))
