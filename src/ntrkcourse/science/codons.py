"""The genetic code: what a message says, three letters at a time."""

from itertools import product

STOP = "stop"

_ONE_LETTER = "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG"
_NAMES = {
    "A": "Ala", "C": "Cys", "D": "Asp", "E": "Glu", "F": "Phe", "G": "Gly", "H": "His", "I": "Ile", "K": "Lys", "L": "Leu",
    "M": "Met", "N": "Asn", "P": "Pro", "Q": "Gln", "R": "Arg", "S": "Ser", "T": "Thr", "V": "Val", "W": "Trp", "Y": "Tyr",
    "*": STOP,
}  # fmt: skip
# The standard code in its usual order, T, C, A, G at each of the three places.
AMINO_ACIDS = {
    "".join(codon): _NAMES[letter]
    for codon, letter in zip(product("TCAG", repeat=3), _ONE_LETTER, strict=True)
}
"""The amino acid of each codon, in its short name, or :data:`STOP`."""


def translate(letters: str) -> tuple[tuple[str, str], ...]:
    """Whole codons from the first letter on, each with its amino acid; reading ends with a stop codon.

    Raises
    ------
    ValueError
        For a letter other than A, C, G and T.

    Examples
    --------
    >>> translate("GCAGATTAAGCA")
    (('GCA', 'Ala'), ('GAT', 'Asp'), ('TAA', 'stop'))
    """
    if unknown := set(letters) - set("ACGT"):
        raise ValueError(f"letters must be A, C, G or T, got {min(unknown)!r}")
    read = []
    for at in range(0, len(letters) - 2, 3):
        codon = letters[at : at + 3]
        read.append((codon, AMINO_ACIDS[codon]))
        if AMINO_ACIDS[codon] == STOP:
            break
    return tuple(read)
