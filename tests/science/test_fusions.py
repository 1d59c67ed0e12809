"""Joining genes: the tables, the frame rule over every pair of exons, and every way to fail."""

import re
from itertools import permutations

import pytest

from ntrkcourse import join, reading_frame
from ntrkcourse.content.facts import load_facts
from ntrkcourse.science.fusions import genes

GENES = genes()
PAIRS = list(permutations(GENES, 2))


@pytest.mark.parametrize(
    ("name", "accession", "length"),
    [
        ("ETV6", "NM_001987.4", 452),
        ("NTRK3", "NM_001012338.2", 839),
        ("NTRK1", "NM_002529.3", 796),
        ("TPM3", "NM_152263.3", 285),
    ],
)
def test_exons_rebuild_the_length_of_the_protein(name: str, accession: str, length: int) -> None:
    gene = GENES[name]
    assert gene.accession == accession
    assert [exon.number for exon in gene.exons] == list(range(1, len(gene.exons) + 1))
    bases = sum(exon.cds_last - exon.cds_first + 1 for exon in gene.coding_exons)
    assert bases == gene.cds_length
    assert bases / 3 - 1 == gene.protein_length == length


@pytest.mark.parametrize("name", GENES)
def test_coding_bases_agree_with_the_genomic_coordinates(name: str) -> None:
    gene = GENES[name]
    next_base = 1
    for exon in gene.coding_exons:
        size, coding = exon.end - exon.start + 1, exon.cds_last - exon.cds_first + 1
        assert exon.cds_first == next_base
        inner = exon not in (gene.coding_exons[0], gene.coding_exons[-1])
        assert coding == size if inner else coding <= size
        next_base = exon.cds_last + 1
    starts = [exon.start if gene.strand == "+" else -exon.start for exon in gene.exons]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", GENES)
def test_domains_are_those_of_the_fact_records(name: str) -> None:
    gene, facts = GENES[name], load_facts()
    for domain in gene.domains:
        assert 1 <= domain.first <= domain.last <= gene.protein_length
        fact = facts[domain.fact]
        if name == "TPM3":
            assert "nearly 100% alpha-helix" in fact.claim
            assert (domain.first, domain.last) == (1, gene.protein_length)
            continue
        # A value that speaks of several receptors has one part for each.
        parts = re.split("; (?=TRK|PLC)|, (?=Y)", str(fact.value))
        mine = [part for part in parts if gene.protein in part] or parts
        numbers = {int(number) for number in re.findall(r"\d+", " ".join([*mine, fact.claim]))}
        assert {domain.first, domain.last} <= numbers


def codons(five: str, five_exon: int, three: str, three_exon: int) -> list[list[tuple[str, int]]]:
    """The joined coding bases, each as (gene, position in its own coding sequence), in threes as they come."""
    left = [(five, n) for exon in GENES[five].exons[:five_exon] if exon.cds_last
            for n in range(exon.cds_first, exon.cds_last + 1)]  # fmt: skip
    right = [(three, n) for exon in GENES[three].exons[three_exon - 1 :] if exon.cds_last
             for n in range(exon.cds_first, exon.cds_last + 1)]  # fmt: skip
    bases = left + right
    return [bases[at : at + 3] for at in range(0, len(bases), 3)]


def whole_codon(codon: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Gene and residue of three bases that are one codon of one gene, else None."""
    (gene, first), *rest = codon
    own = first % 3 == 1 and rest == [(gene, first + 1), (gene, first + 2)]
    return (gene, (first + 2) // 3) if own else None


@pytest.mark.parametrize(("five", "three"), PAIRS)
def test_every_pair_of_exons_agrees_with_counting_codons(five: str, three: str) -> None:
    for left in GENES[five].coding_exons:
        for right in GENES[three].coding_exons:
            fusion = join(five, left.number, three, right.number)
            threes = codons(five, left.number, three, right.number)
            # In frame, the 3' gene's stop codon comes out as one of the threes, so that no base is over.
            in_frame = len(threes[-1]) == 3
            assert fusion.in_frame is in_frame
            no_junction = left is GENES[five].exons[-1] or right is GENES[three].coding_exons[0]
            assert (fusion.verdict.word == "no_junction") is no_junction
            if no_junction or not in_frame:
                assert fusion.protein_length is None
                assert [segment.gene for segment in fusion.segments] == [five]
                continue
            protein = [whole_codon(codon) for codon in threes[:-1]]
            assert fusion.protein_length == len(protein)
            for segment in fusion.segments:
                found = protein[segment.first - 1 : segment.last]
                own = range(segment.own_first, segment.own_last + 1)
                assert found == [(segment.gene, residue) for residue in own]
            assert sum(s.last - s.first + 1 for s in fusion.segments) == sum(
                one is not None for one in protein
            )
            for piece in fusion.pieces:
                kept = [
                    one[1] for one in protein[piece.first - 1 : piece.last] if one and one[0] == piece.gene
                ]
                domain = range(piece.domain.first, piece.domain.last + 1)
                assert len(kept) == piece.last - piece.first + 1
                assert kept == [
                    one[1] for one in protein if one and one[0] == piece.gene and one[1] in domain
                ]
                assert piece.complete is (len(kept) == len(domain))
            kinase = GENES[three].domain("kinase")
            whole = kinase is not None and all(
                (three, residue) in protein for residue in range(kinase.first, kinase.last + 1)
            )
            assert fusion.kinase_retained is whole


@pytest.mark.parametrize(
    ("five", "five_exon", "three", "three_exon", "in_frame", "length"),
    [
        ("ETV6", 5, "NTRK3", 15, True, 647),
        ("ETV6", 4, "NTRK3", 15, True, 465),
        ("ETV6", 4, "NTRK3", 14, True, 528),
        ("ETV6", 6, "NTRK3", 15, False, None),
        ("TPM3", 8, "NTRK1", 10, True, 656),
        ("TPM3", 7, "NTRK1", 10, False, None),
    ],
)
def test_junction_table(
    five: str, five_exon: int, three: str, three_exon: int, in_frame: bool, length: int | None
) -> None:
    fusion = join(five, five_exon, three, three_exon)
    assert fusion.name == f"{five}::{three}"
    assert (fusion.in_frame, fusion.protein_length) == (in_frame, length)
    assert fusion.kinase_retained and fusion.oligomerisation_retained
    assert fusion.verdict.word == ("active" if in_frame else "out_of_frame")


def test_the_usual_junction_is_that_of_the_fact_records() -> None:
    fusion, facts = join("ETV6", 5, "NTRK3", 15), load_facts()
    assert fusion.protein_length == facts["biology.etv6ntrk3.inframe.recomputed"].value
    assert (fusion.frame.last_base, fusion.frame.first_base) == (1009, 1586)
    assert (fusion.frame.left_over, fusion.frame.missing) == (1, 1)
    left, right = fusion.segments
    assert (left.own_first, left.own_last, right.own_first, right.own_last) == (1, 336, 530, 839)
    kept = {piece.domain.short: (piece.first, piece.last, piece.complete) for piece in fusion.pieces}
    assert kept == {"SAM": (56, 123, True), "kinase": (346, 632, True)}
    for genomic in (GENES["ETV6"].exons[4].end, GENES["NTRK3"].exons[14].end):
        assert f"{genomic}" in str(facts["biology.etv6ntrk3.junction.genomic"].value)
    tpm3 = join("TPM3", 8, "NTRK1", 10)
    assert {"TM", "Shc"} <= {piece.domain.short for piece in tpm3.pieces}
    assert tpm3.segments[1].own_first == 400


@pytest.mark.parametrize(
    ("five", "five_exon", "three", "three_exon", "word", "sentence"),
    [
        ("NTRK3", 14, "ETV6", 6, "swapped", "The partners are swapped"),
        (
            "ETV6",
            6,
            "NTRK3",
            15,
            "out_of_frame",
            "1,152 mod 3 = 0, and NTRK3 exon 15 asks for 1,585 mod 3 = 1",
        ),
        ("ETV6", 6, "NTRK3", 16, "kinase_lost", "only a part of the kinase (538 to 824)"),
        ("ETV6", 6, "NTRK3", 20, "kinase_lost", "codes for residues 779 to 839"),
        ("ETV6", 5, "TPM3", 9, "kinase_lost", "TPM3 has no kinase"),
        ("ETV6", 2, "NTRK3", 15, "no_oligomerisation", "ends before the SAM domain (56 to 123)"),
        ("ETV6", 3, "NTRK3", 15, "no_oligomerisation", "only a part of the SAM domain (56 to 123)"),
        ("NTRK1", 9, "NTRK3", 15, "no_oligomerisation", "NTRK1 brings no domain"),
        ("ETV6", 8, "NTRK3", 15, "no_junction", "holds the stop codon"),
        ("ETV6", 5, "NTRK3", 3, "no_junction", "holds the start codon"),
    ],
)
def test_each_failure_has_its_word_and_its_reason(
    five: str, five_exon: int, three: str, three_exon: int, word: str, sentence: str
) -> None:
    verdict = join(five, five_exon, three, three_exon).verdict
    assert verdict.word == str(verdict) == word
    assert any(sentence in reason for reason in verdict.reasons)


def test_only_a_chimera_that_passes_every_check_is_active() -> None:
    seen = set()
    for five, three in PAIRS:
        for left in GENES[five].coding_exons[:-1]:
            for right in GENES[three].coding_exons[1:]:
                fusion = join(five, left.number, three, right.number)
                passed = [check.passed for check in fusion.checks]
                active = fusion.in_frame and fusion.kinase_retained and fusion.oligomerisation_retained
                assert all(passed) is active is (fusion.verdict.word == "active")
                seen.add(fusion.verdict.word)
                if fusion.verdict.word == "swapped":
                    assert five in ("NTRK1", "NTRK3") and three in ("ETV6", "TPM3")
    assert seen == {"active", "swapped", "out_of_frame", "kinase_lost", "no_oligomerisation"}


@pytest.mark.parametrize(
    ("five", "five_exon", "three", "three_exon", "message"),
    [
        ("LMNA", 2, "NTRK1", 11, "five_prime must be one of ETV6, TPM3, NTRK3, NTRK1"),
        ("ETV6", 5, "ALK", 20, "three_prime must be one of ETV6, TPM3, NTRK3, NTRK1"),
        ("ETV6", 5, "ETV6", 6, "three_prime must be another gene"),
        ("ETV6", 9, "NTRK3", 15, "five_prime_exon must be a coding exon of ETV6, from 1 to 8"),
        ("ETV6", 0, "NTRK3", 15, "five_prime_exon must be a coding exon of ETV6, from 1 to 8"),
        ("ETV6", 5, "NTRK3", 21, "three_prime_exon must be a coding exon of NTRK3, from 3 to 20"),
        ("ETV6", 5, "NTRK3", 2, "three_prime_exon must be a coding exon of NTRK3, from 3 to 20"),
        ("NTRK3", 1, "ETV6", 6, "five_prime_exon must be a coding exon of NTRK3, from 3 to 20"),
        ("ETV6", 4.5, "NTRK3", 15, "five_prime_exon"),
        ("ETV6", "5", "NTRK3", 15, "five_prime_exon"),
        ("ETV6", None, "NTRK3", 15, "five_prime_exon"),
        ("ETV6", True, "NTRK3", 15, "five_prime_exon"),
        (None, 5, "NTRK3", 15, "five_prime must be"),
    ],
)
def test_what_cannot_be_joined_is_refused_by_name(
    five: str, five_exon: int, three: str, three_exon: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        join(five, five_exon, three, three_exon)


def test_reading_frame_shows_its_working() -> None:
    frame = reading_frame(1009, 1586)
    assert (frame.left_over, frame.missing, frame.matches) == (1009 % 3, (1586 - 1) % 3, True)
    assert not reading_frame(1152, 1586).matches
    for argument, bases in {"last_base": (0, 1), "first_base": (1, 0)}.items():
        with pytest.raises(ValueError, match=f"{argument} must be a whole number from 1"):
            reading_frame(*bases)
