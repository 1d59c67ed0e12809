"""As the module of this name one folder up."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
del sys.modules[__name__]
import ntrkcourse  # noqa: E402, F401
