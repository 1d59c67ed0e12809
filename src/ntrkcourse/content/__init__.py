"""Typed records of the course's content, and the one loader that reads them.

Content is data: TOML files under ``content/`` and the chapters under ``notebooks/``. Everything that reads
them goes through this package, which refuses what it does not understand with an error that names the
file, the record and the key.
"""

from .errors import ContentError
from .facts import Fact, load_facts
from .questions import Question, load_questions

__all__ = ["ContentError", "Fact", "Question", "load_facts", "load_questions"]
