"""Draws the Loket icon: a counter window with a tick, in every size and container the desk needs.

Run `python3 icons/draw.py` after a change of shape. Only the standard library is used, so that the
pictures can be made again on any machine; the drawing is ours and needs no licence of others.
"""

import math
import struct
import zlib
from pathlib import Path

PETROL = (11, 90, 94)
PAPER = (255, 255, 255)
LEDGE = (220, 238, 236)
HERE = Path(__file__).parent


def rounded_box(x, y, cx, cy, half_w, half_h, radius):
    """Signed distance to a rounded rectangle; negative inside."""
    dx = abs(x - cx) - half_w + radius
    dy = abs(y - cy) - half_h + radius
    return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius


def stroke(x, y, ax, ay, bx, by, width):
    """Signed distance to a round-ended line."""
    px, py, qx, qy = x - ax, y - ay, bx - ax, by - ay
    along = max(0.0, min(1.0, (px * qx + py * qy) / (qx * qx + qy * qy)))
    return math.hypot(px - qx * along, py - qy * along) - width / 2


def window(x, y):
    """The arch of a counter: a half circle on a box, cut off straight at the ledge."""
    arch = min(math.hypot(x - 0.5, y - 0.40) - 0.23, rounded_box(x, y, 0.5, 0.53, 0.23, 0.13, 0.0))
    return max(arch, y - 0.66)


def layers(x, y):
    """Shapes from back to front, in a unit square."""
    tick = min(stroke(x, y, 0.405, 0.435, 0.475, 0.505, 0.066), stroke(x, y, 0.475, 0.505, 0.605, 0.350, 0.066))
    return (
        (rounded_box(x, y, 0.5, 0.5, 0.47, 0.47, 0.115), PETROL),
        (window(x, y), PAPER),
        (rounded_box(x, y, 0.5, 0.735, 0.325, 0.042, 0.042), LEDGE),
        (tick, PETROL),
    )


def draw(size):
    """RGBA rows; every edge is softened over one pixel."""
    rows = []
    for row in range(size):
        line = bytearray()
        for column in range(size):
            red = green = blue = alpha = 0.0
            for distance, colour in layers((column + 0.5) / size, (row + 0.5) / size):
                cover = max(0.0, min(1.0, 0.5 - distance * size))
                red, green, blue = (
                    old * (1 - cover) + new * cover for old, new in zip((red, green, blue), colour)
                )
                alpha = alpha * (1 - cover) + cover
            if alpha > 0:
                red, green, blue = (min(255, round(value / alpha)) for value in (red, green, blue))
            line += bytes((int(red), int(green), int(blue), round(alpha * 255)))
        rows.append(bytes(line))
    return rows


def png(rows):
    size = len(rows)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def bitmap(rows):
    """The uncompressed form that old Windows parts want below 256 pixels."""
    size = len(rows)
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = b"".join(
        bytes((row[i + 2], row[i + 1], row[i], row[i + 3])) for row in reversed(rows) for i in range(0, size * 4, 4)
    )
    mask = bytes(((size + 31) // 32) * 4 * size)
    return header + pixels + mask


def ico(images):
    entries, bodies, offset = b"", b"", 6 + 16 * len(images)
    for size, rows in images:
        body = png(rows) if size == 256 else bitmap(rows)
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(body), offset)
        bodies += body
        offset += len(body)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + bodies


def icns(images):
    body = b"".join(kind + struct.pack(">I", 8 + len(data)) + data for kind, data in images)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main():
    pictures = {size: draw(size) for size in (16, 24, 32, 48, 64, 128, 256, 512)}
    files = {
        "32x32.png": png(pictures[32]),
        "64x64.png": png(pictures[64]),
        "128x128.png": png(pictures[128]),
        "128x128@2x.png": png(pictures[256]),
        "icon.png": png(pictures[512]),
        "icon.ico": ico([(size, pictures[size]) for size in (16, 24, 32, 48, 64, 256)]),
        "icon.icns": icns(
            [(b"ic07", png(pictures[128])), (b"ic08", png(pictures[256])), (b"ic09", png(pictures[512]))]
        ),
    }
    for name, data in files.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
