"""Make the three static TrueType faces of Loket's papers from the web fonts in the npm packages.

Run once, by hand, when a face changes:

    pip install fonttools brotli
    npm pack @fontsource/plus-jakarta-sans@5.3.0 @fontsource/jetbrains-mono@5.3.0   # then unpack both
    python convert.py PLUS_JAKARTA_SANS_PACKAGE JETBRAINS_MONO_PACKAGE

The packages hold only WOFF2, cut by script. Here the Latin parts are put together again, and what a
paper does not use is left out: hinting, ligatures, kerning. One glyph is added, a hollow box at
U+FFFD: it stands where a name has a letter that the face cannot show, so that nothing vanishes.
"""

import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FACES = [
    (1, "plus-jakarta-sans", "500", "PlusJakartaSans-Medium", ["latin", "latin-ext", "vietnamese"]),
    (1, "plus-jakarta-sans", "700", "PlusJakartaSans-Bold", ["latin", "latin-ext", "vietnamese"]),
    (2, "jetbrains-mono", "500", "JetBrainsMono-Medium", ["latin", "latin-ext", "vietnamese"]),
]
DROPPED = ["GSUB", "GPOS", "GDEF", "STAT", "DSIG"]
# 1 January 2020 in seconds since 1904, so that two runs give the same bytes.
FIXED_DATE = 3660681600


def trimmed(source: Path, target: Path) -> None:
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += DROPPED
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(str(source), options)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(font.getBestCmap()))
    cutter.subset(font)
    font.save(target)


def add_replacement_box(font: TTFont) -> None:
    pen = TTGlyphPen(None)
    for left, bottom, right, top, inner in [(60, -20, 540, 720, False), (115, 35, 485, 665, True)]:
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        if inner:
            corners.reverse()
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "uniFFFD"])
    font["glyf"]["uniFFFD"] = pen.glyph()
    font["hmtx"]["uniFFFD"] = (600, 60)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0xFFFD] = "uniFFFD"


def main() -> None:
    here = Path(__file__).parent
    for package, family, weight, name, scripts in FACES:
        files = Path(sys.argv[package]) / "files"
        with tempfile.TemporaryDirectory() as folder:
            parts = []
            for script in scripts:
                part = Path(folder) / f"{script}.ttf"
                trimmed(files / f"{family}-{script}-{weight}-normal.woff2", part)
                parts.append(str(part))
            font = merge.Merger().merge(parts)
        add_replacement_box(font)
        font.recalcTimestamp = False
        font["head"].created = font["head"].modified = FIXED_DATE
        font.save(here / f"{name}.ttf")
        print(name, len(font.getBestCmap()), "characters")


if __name__ == "__main__":
    main()
