"""What an explanation rests on: a fact that it links to, or our own reading, which is shown as such."""

from typing import Literal

from .errors import ContentError
from .inline import fact_ids

Basis = Literal["fact", "ours"]


def check_basis(basis: Basis, why: str, file: str, record: str) -> None:
    """Raise :class:`ContentError` for a ``basis`` that does not agree with the links of ``why``."""
    if (basis == "fact") != bool(fact_ids(why)):
        raise ContentError(file, record, "why", "links to a fact where its basis is 'fact', and only there")
