"""What an explanation rests on: a fact that it links to, or our own reading, which is shown as such."""

from .errors import ContentError
from .inline import fact_ids
from .records import require_one_of

BASES = ("fact", "ours")


def check_basis(basis: str, why: str, file: str, record: str) -> None:
    """Raise :class:`ContentError` for an unknown ``basis``, or one that does not agree with the links of ``why``."""
    require_one_of(basis, BASES, file, record, "basis")
    if (basis == "fact") != bool(fact_ids(why)):
        raise ContentError(file, record, "why", "links to a fact where its basis is 'fact', and only there")
