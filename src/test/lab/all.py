"""Runs every lab of this folder in one process, and prints a line "day check value" for each number that a lab printed.

A lab computes what the checks of its day ask for, in the way that the day's steps say. One that fails prints "day ! reason".
"""
import contextlib
import io
import os
import runpy
import sys
import tempfile
import warnings
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "Agg")

here = Path(__file__).resolve().parent
not_labs = {"all.py", "make_taxis.py"}
sys.path.insert(0, str(here))
warnings.simplefilter("ignore")

for lab in sorted(here.glob("*.py")):
    if lab.name in not_labs:
        continue
    # A lab finds the modules beside it as if it were run alone.
    sys.modules.pop("make_taxis", None)
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            with contextlib.redirect_stdout(printed):
                runpy.run_path(str(lab), run_name="__main__")
        except (Exception, SystemExit) as failure:
            print(lab.stem, "!", type(failure).__name__, str(failure).replace("\n", " ")[:200])
        finally:
            os.chdir(here)
    for line in printed.getvalue().splitlines():
        print(lab.stem, line)
