"""Makes a PDF page of a photo, in a process of its own, with little memory and time: `python -m sodertorn.uploaded.photo_pdf < photo > file`.

The photo is drawn anew: where and when it was taken is left out. The same photo always gives the same file.
"""

import sys
import time
from io import BytesIO

from PIL import Image, ImageOps

from sodertorn.uploaded.limits import limit

MEMORY, SECONDS = 1024**3, 10
FORMATS = ("JPEG", "PNG")
LONGEST_SIDE = 3000
"""Pixels: a page that was photographed can be read."""
MOST_PIXELS = 60_000_000


def page_of(photo: bytes) -> bytes:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(BytesIO(photo), formats=FORMATS) as image:
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        drawn = Image.new("RGB", upright.size, "white")
        drawn.paste(upright, mask=upright.getchannel("A") if upright.mode in ("RGBA", "LA") else None)
    made, no_moment = BytesIO(), time.gmtime(0)
    sides = max(drawn.size) / 11.7  # inches: as high as a sheet of A4
    drawn.save(made, "PDF", resolution=sides, quality=85, creationDate=no_moment, modDate=no_moment)
    return made.getvalue()


if __name__ == "__main__":
    limit(MEMORY, SECONDS)
    sys.stdout.buffer.write(page_of(sys.stdin.buffer.read()))
