"""Lets the notebooks beside it import the course from ``src``, where it is not installed.

Jupyter, Jupyter Book and pytest start a kernel in its notebook's folder, and Python looks there too.
"""

import sys
from pathlib import Path

source = Path(__file__).resolve().parents[1] / "src"
if not source.is_dir():
    raise ImportError(f"{source} does not hold the course. Delete {__file__} to use an installed one.")
sys.path.insert(0, str(source))
# The package itself takes this module's place.
del sys.modules[__name__]
import ntrkcourse  # noqa: E402, F401
