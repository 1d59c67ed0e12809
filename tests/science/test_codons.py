"""Reading a message in threes."""

import pytest

from ntrkcourse.science.codons import AMINO_ACIDS, STOP, translate


def test_sixty_four_codons_name_twenty_amino_acids_and_three_say_stop() -> None:
    assert len(AMINO_ACIDS) == 64
    assert len(set(AMINO_ACIDS.values()) - {STOP}) == 20
    assert {codon for codon, says in AMINO_ACIDS.items() if says == STOP} == {"TAA", "TAG", "TGA"}


@pytest.mark.parametrize(
    ("codon", "amino_acid"), [("ATG", "Met"), ("TGG", "Trp"), ("AAA", "Lys"), ("GGG", "Gly"), ("TTT", "Phe")]
)
def test_codons_known_from_every_table(codon: str, amino_acid: str) -> None:
    assert translate(codon) == ((codon, amino_acid),)


def test_reading_ends_with_a_stop_and_leaves_a_broken_codon_out() -> None:
    assert translate("ATGTAAATG") == (("ATG", "Met"), ("TAA", STOP))
    assert translate("ATGGG") == (("ATG", "Met"),)


def test_a_strange_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="got 'U'"):
        translate("AUG")
