#!/usr/bin/env python3
"""How long it takes to read a long session, and windows of short and long lists of sessions.

    library.py PROBE
"""

import os
import subprocess
import sys
import tempfile

# What is measured is reading: the disk's own time is not of interest.
FOLDER = "/dev/shm" if os.path.isdir("/dev/shm") else None

with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
    path = os.path.join(folder, "library.sqlite")
    lines = subprocess.run(
        [sys.argv[1], "measure", path], check=True, capture_output=True, text=True
    ).stdout.splitlines()

print("\nlibrary, ms")
for line in lines:
    name, value = line.split("\t")
    print(f"  {name:<48}{float(value):>9.2f}")
