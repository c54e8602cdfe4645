"""Plaza's program in its environment: puts the checkout on the path and runs what the command line names."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

gc.disable()  # a command ends before its garbage matters; `serve`, which does not, collects it after each build

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.stand_ins import import_invoke  # noqa: E402

import_invoke()

from tools.program import main  # noqa: E402

code = main(sys.argv[1:], ROOT)
for stream in (sys.stdout, sys.stderr):
    with suppress(OSError):  # whoever read it has gone
        stream.flush()
os._exit(code)  # all is said and written: to take the rest apart would take longer than many a command
