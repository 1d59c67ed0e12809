"""``start.py lab``: the chapters in JupyterLab, widgets alive from the first moment.

The reader works on copies of the chapters: executed and trusted, so that every widget is drawn when a chapter
opens, with no cell to run. Whatever became of a copy since, the next start brings its widgets back to life, and
no cell of the reader's is ever lost.
"""

from .launch import open_lab

__all__ = ["open_lab"]
