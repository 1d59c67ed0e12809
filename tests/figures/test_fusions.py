"""The pictures of chapter 02 show what records and models say."""

import re

import pytest

from ntrkcourse.content.facts import load_facts
from ntrkcourse.content.questions import load_questions
from ntrkcourse.figures import find, picture
from ntrkcourse.figures.drawings import (
    codon_strip,
    engine_and_switch,
    exon_ruler,
    five_proteins,
    fusion_name,
    receptor_signal,
    translocation,
    trkb_scales,
)
from ntrkcourse.science.codons import STOP, translate
from ntrkcourse.science.fusions import genes, join, reading_frame

USUAL, MIRROR = join("ETV6", 5, "NTRK3", 15), join("NTRK3", 14, "ETV6", 6)


def texts(drawing: str) -> list[str]:
    """The words of a drawing, each label as one."""
    labels = re.findall(r"<text[^>]*>(.*?)</text>", drawing)
    return [" ".join(re.sub(r"<[^>]+>", " ", label).split()) for label in labels]


def widths(drawing: str, kind: str) -> list[float]:
    """Of the rectangles that have this class, in order."""
    return [float(width) for width in re.findall(rf'<rect [^>]*width="([\d.]+)"[^>]*class="{kind}"', drawing)]


def test_a_receptor_has_a_hook_on_either_side_of_its_kinase() -> None:
    sites = load_facts()["biology.trk.docking_tyrosines.computed"].claim
    kinase = genes()["NTRK3"].domain("kinase")
    assert "Y516 in TRKB and TRKC" in sites and "Y834" in sites
    assert kinase and kinase.first > 516 and kinase.last < 834
    block = re.search(
        r'translate\(128 (\d+)\)"><path [^>]*class="kinase solid"', picture("receptor_signal", 2)
    )
    assert block
    before, behind = receptor_signal.HOOKS
    assert before < float(block[1]) - 13 and float(block[1]) + 13 < behind
    for hook in receptor_signal.HOOKS:
        assert picture("receptor_signal", 2).count(f'cy="{hook}" r="6" class="kinase solid"') == 2


@pytest.mark.parametrize(("gene", "arm", "moving"), [("ETV6", "p", 12), ("NTRK3", "q", 14)])
def test_genes_lie_on_their_arm_and_the_ends_that_move_are_those_of_the_record(
    gene: str, arm: str, moving: int
) -> None:
    length, centromere = (
        int(number.replace(",", ""))
        for number in re.findall(r"[\d,]+", str(load_facts()[translocation.CHROMOSOMES[gene]].value))
    )
    assert (translocation.break_at(gene) < centromere) == (arm == "p")
    start, end = translocation.outer_end(gene)
    assert round((end - start) / 1e6) == moving
    assert f"{moving} Mb" in load_facts()["biology.etv6ntrk3.derivatives.computed"].detail
    assert length * translocation.scale() <= 304
    assert genes()[gene].chromosome == f"chr{'12' if gene == 'ETV6' else '15'}"


@pytest.mark.parametrize("gene", ["ETV6", "NTRK3"])
def test_the_break_lies_in_the_intron_of_the_usual_junction(gene: str) -> None:
    before, after = (genes()[gene].exons[number - 1] for number in translocation.BETWEEN[gene])
    assert min(before.end, after.end) < translocation.break_at(gene) < max(before.start, after.start)
    assert {before.number, after.number} & {USUAL.five_prime_exon, USUAL.three_prime_exon}


def test_the_kinase_stays_with_the_centromere_of_15_and_follows_etv6() -> None:
    # On both chromosomes the part read first moves, so each keeps the part read last.
    assert translocation.five_prime_moves("ETV6") and translocation.five_prime_moves("NTRK3")
    assert "ETV6::NTRK3 on der(15)" in str(load_facts()["biology.etv6ntrk3.derivatives.computed"].value)
    product = find("translocation").frame[2].description
    assert "most of chromosome 15" in product.split("Below, ")[1]
    assert "then the kinase" in product.split("Below, ")[1]


def test_only_the_usual_product_is_said_to_have_a_kinase() -> None:
    words = texts(picture("translocation", 3))
    assert (USUAL.kinase_retained, MIRROR.kinase_retained) == (True, False)
    assert words.index(USUAL.name) < words.index("The kinase is there")
    assert words.index(MIRROR.name) < words.index("No kinase")


def test_three_proteins_have_their_lengths() -> None:
    drawing = picture("engine_and_switch")
    for length in (452, 839, USUAL.protein_length):
        assert any(str(length) in words for words in texts(drawing))
    assert USUAL.protein_length == load_facts()["biology.etv6ntrk3.inframe.recomputed"].value
    unit = engine_and_switch.unit()
    assert widths(drawing, "muted line thin") == [round(452 * unit, 1), round(839 * unit, 1)]
    assert widths(drawing, "text line thin") == [round(647 * unit, 1)]
    # The kinase is drawn twice, whole both times; so is the SAM domain; ETS once.
    assert widths(drawing, "kinase soft") == [round((824 - 538 + 1) * unit, 1)] * 2
    assert widths(drawing, "partner soft") == [round((123 - 56 + 1) * unit, 1)] * 2
    assert widths(drawing, "dna soft") == [round((422 - 338 + 1) * unit, 1)]


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_the_strip_reads_what_the_code_reads(lost: int) -> None:
    letters, own = codon_strip.message(lost)
    words = texts(picture("codon_strip", lost))
    assert [word for word in words if len(word) == 1] == list(letters)
    amino_acids = [says for _, says in translate(letters)]
    assert [word for word in words if len(word) == 3 or word == STOP] == amino_acids
    told = find("codon_strip").frame[lost].description
    assert [word for word in re.findall(r"[A-Z][a-z]{2}\b", told) if word in amino_acids] == [
        word for word in amino_acids if word != STOP
    ]
    assert reading_frame(1009 - lost, 1586).matches == (lost == 0)
    assert (STOP in amino_acids) == (lost > 0)
    assert own % 3 == (1009 - lost) % 3


def test_in_frame_the_strip_reads_trkc_up_to_the_start_of_its_kinase() -> None:
    record = load_facts()[codon_strip.JUNCTION]
    five, three = str(record.value).split(" | ")
    assert five + three[:38] in record.claim.replace(" from ETV6 and then ", "")
    # Residue 530 is the first whole one behind the junction, so 538 is the ninth.
    assert USUAL.segments[1].own_first == 530
    assert translate(three[2:])[538 - 530][1] == "Ile"
    spoken = {
        "Ile": "I",
        "Ala": "A",
        "Asp": "D",
        "Val": "V",
        "Gln": "Q",
        "His": "H",
        "Lys": "K",
        "Arg": "R",
        "Leu": "L",
    }
    read = "".join(spoken[says] for _, says in translate(codon_strip.message(0)[0]))
    assert read[:13] in record.detail


def test_every_exon_has_both_numbers() -> None:
    words = texts(picture("exon_ruler"))[2:]
    rows = list(zip(words[::2], words[1::2], strict=True))
    assert [int(number) for number, _ in rows] == list(range(1, 21))
    assert [number for _, number in rows] == ["none", "none", *map(str, range(1, 19))]
    assert ("15", "13") in rows
    assert "15 of NM_001012338 is the 13th coding exon" in load_facts()["biology.ntrk3.exon_numbering"].claim
    longest = max(genes()["NTRK3"].exons, key=exon_ruler.width)
    for exon in genes()["NTRK3"].exons:
        letters, most = exon.end - exon.start + 1, longest.end - longest.start + 1
        assert exon_ruler.width(exon) / exon_ruler.width(longest) == pytest.approx(letters / most)


def test_a_name_stands_over_the_exons_of_its_message() -> None:
    assert [(gene.name, exon.number) for gene, exon in fusion_name.exons_of(USUAL)] == [
        *(("ETV6", number) for number in range(1, 6)),
        *(("NTRK3", number) for number in range(15, 21)),
    ]
    assert [(gene.name, exon.number) for gene, exon in fusion_name.exons_of(MIRROR)] == [
        *(("NTRK3", number) for number in range(3, 15)),
        *(("ETV6", number) for number in range(6, 9)),
    ]
    drawn = sum(widths(picture("fusion_name"), "(?:kinase|partner|receptor) soft"))
    letters = 1009 + (2520 - 1585) + 1585 + (1359 - 1009)
    assert drawn == pytest.approx(letters * fusion_name.unit(), abs=2)


def test_both_forms_of_trkb_have_their_numbers() -> None:
    (long, first), (short, second) = trkb_scales.forms()
    assert (long, first, short, second) == (838, (554, 823), 822, (538, 807))
    words = texts(picture("trkb_scales"))
    for number in (554, 823, 538, 807):
        assert str(number) in words
    assert "16 apart" in words
    # Each counts from its own start, so nothing is said of where the extra residues lie.
    bars = widths(picture("trkb_scales"), "receptor soft")
    assert bars == [round(length * 300 / 838, 1) for length in (838, 822)]


def test_five_proteins_are_those_described_and_two_pass() -> None:
    told = find("five_proteins").description
    names = {"ETV6": "ETV6", "NTRK3": "TRKC"}
    passing = []
    for name, pieces in five_proteins.PROTEINS.items():
        said = ", then ".join(f"{names[gene]} {first}–{last}" for gene, first, last in pieces)
        assert f"{name}: {said}." in told
        whole = [
            domain.role
            for gene, first, last in pieces
            for domain in genes()[gene].domains
            if first <= domain.first and domain.last <= last
        ]
        if {"oligomerisation", "kinase"} <= set(whole):
            passing.append(f"Protein {name}")
    options = load_questions()["02.both-domains"].option
    assert [option.text for option in options if option.correct] == passing
