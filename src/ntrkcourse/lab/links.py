"""Links of a chapter as JupyterLab follows them: to records of facts, to pages of the book, to other chapters."""

import posixpath
import re
from pathlib import PurePosixPath

from ..content.facts import is_second_hand
from ..content.inline import SECOND_HAND

RECORDS = "evidence"
_FACT = re.compile(r"\]\(fact:([^()\s]+)\)")
_TARGET = re.compile(r"(?<=\]\()[^()\s]+(?=\))")


def record_address(fact: str) -> str:
    """Place of a fact's record, from the folder of the copies."""
    return f"{RECORDS}/{fact}.md"


def links_for_lab(markdown: str, name: PurePosixPath) -> str:
    """A Markdown cell of the notebook ``name``, a path below ``notebooks/``, with links as they are in the copies.

    The copies lie where the repository's root is to the other pages: ``../book/progress.md`` becomes
    ``book/progress.md``. What leads elsewhere (``https:``, ``#section``) stays. A link to a second-hand record is marked.
    """
    up = "../" * (len(name.parts) - 1)

    def address(match: re.Match[str]) -> str:
        target = match[0]
        if target.startswith("fact:"):
            return up + record_address(target.removeprefix("fact:"))
        if target.startswith("#") or re.match(r"[a-z]+:", target):
            return target
        from_root = posixpath.normpath(posixpath.join("notebooks", name.parent, target))
        return up + from_root.removeprefix("notebooks/")

    marked = _FACT.sub(lambda link: SECOND_HAND + link[0] if is_second_hand(link[1]) else link[0], markdown)
    return _TARGET.sub(address, marked)
