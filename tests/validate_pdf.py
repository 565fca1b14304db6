#!/usr/bin/env python3
"""Checks papers against PDF/A: python3 tests/validate_pdf.py PAPER.pdf ...

Each file claims its own part in its metadata and is judged by that claim; a file without a claim
fails. Needs `pip install page-validation==0.11.0`; also runs `qpdf --check` where qpdf is installed.
Prints one line per file and exits 1 when any rule is broken.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import page

LARGEST = 400_000
CLAIM = re.compile(rb"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>([ABU])</pdfaid:conformance>")


def findings(path: Path) -> list[str]:
    data = path.read_bytes()
    claim = CLAIM.search(data)
    if claim is None:
        return ["no PDF/A claim in the metadata"]
    profile = (claim[1] + claim[2]).decode().lower()
    result = page.validate_pdf(str(path), profile=profile)
    found = broken_rules(result)
    if len(data) > LARGEST:
        found.append(f"{len(data)} bytes; a paper has at most {LARGEST}")
    if shutil.which("qpdf"):
        checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
        if checked.returncode != 0:
            found.append("qpdf --check: " + checked.stdout.strip().splitlines()[-1])
    return found


def broken_rules(report: "page.ValidationReport") -> list[str]:
    if report.is_compliant:
        return []
    return [str(failure) for failure in report.failures] or ["not compliant, and no rule was named"]


def main() -> int:
    paths = [Path(argument) for argument in sys.argv[1:]]
    if not paths:
        print(__doc__)
        return 2
    failed = False
    for path in paths:
        found = findings(path)
        failed = failed or bool(found)
        print(f"{path}: {'valid' if not found else '; '.join(found)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
