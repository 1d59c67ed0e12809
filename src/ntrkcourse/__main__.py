"""``python -m ntrkcourse``: the course's commands, to which ``start.py`` hands over."""

import sys

from .commands import main

sys.exit(main())
