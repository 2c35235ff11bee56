"""How many strings a second the EDTF packages of PyPI read, on one thread.

Usage: peers.py LIST SECONDS

LIST has a string a line. Each package is timed over the strings that it reads, each of which counts
once a pass, and prints a line: name, version, what was done, strings read, strings, strings a
second. The fastest pass counts, in time of the processor: what makes a pass slower is other work of
the machine.
"""

import contextlib
import importlib.metadata
import io
import sys
import time

from edtf import parse_edtf
from edtf_validate.valid_edtf import is_valid
from undate import Undate


def bounds_of_edtf(text):
    value = parse_edtf(text)
    return value.lower_strict(), value.upper_strict()


def parse_undate(text):
    return Undate.parse(text, "EDTF")


def bounds_of_undate(text):
    value = parse_undate(text)
    return value.earliest, value.latest


def validate(text):
    if not is_valid(text):
        raise ValueError(text)


TRIALS = [
    ("edtf", "parse", parse_edtf),
    ("edtf", "parse with bounds", bounds_of_edtf),
    ("undate", "parse", parse_undate),
    ("undate", "parse with bounds", bounds_of_undate),
    ("edtf-validate", "parse", validate),
]


def reads(call, text):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            call(text)
    except Exception:  # whatever a package throws, it did not read the text
        return False
    return True


def fastest(call, texts, seconds):
    best = float("inf")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        begin = time.process_time()
        for text in texts:
            call(text)
        best = min(best, time.process_time() - begin)
    return best


def main():
    path, seconds = sys.argv[1], float(sys.argv[2])
    with open(path, encoding="utf-8") as file:
        texts = file.read().split("\n")[:-1]
    for package, what, call in TRIALS:
        read = [text for text in texts if reads(call, text)]
        rate = len(read) / fastest(call, read, seconds)
        version = importlib.metadata.version(package)
        print(package, version, what, len(read), len(texts), round(rate), sep="\t", flush=True)


if __name__ == "__main__":
    main()
