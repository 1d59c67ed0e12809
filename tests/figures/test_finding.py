"""The pictures of "Finding a fusion" hold to their records, and its seen questions to what is drawn."""

import re
import tomllib

import pytest

from ntrkcourse import load_facts
from ntrkcourse.content.location import content_folder
from ntrkcourse.content.questions import load_questions
from ntrkcourse.figures import find, frames
from ntrkcourse.figures.drawings import (
    beijing_tumours,
    fish_eight_pairs,
    fish_four_nuclei,
    introns_baits,
    panel_map,
    pile_to_count,
    right_tissue,
    three_checks,
    two_reads,
)
from ntrkcourse.science import fish
from ntrkcourse.science.fusions import genes, reading_frame

FACTS = load_facts()
QUESTIONS = load_questions()
INTRONS = {"NTRK1": "methods.intron.ntrk1.computed", "NTRK3": "methods.intron.ntrk3.computed"}


def body(name: str, frame: int = 0) -> str:
    return frames(name)[frame].body


def labels(name: str) -> dict[str, str]:
    return {label.name: label.text for label in find(name).labels}


def signals(svg: str) -> tuple[int, int]:
    """Discs and squares."""
    return svg.count('class="kinase solid"/>'), svg.count('class="partner solid"/>')


def test_the_plate_names_the_assays_of_the_chooser() -> None:
    chooser = tomllib.loads((content_folder() / "widgets/assay_chooser.toml").read_text(encoding="utf-8"))
    named = {
        name: words for name, words in labels("six_assays").items() if f"{name}_blind" in labels("six_assays")
    }
    assert len(named) == len(chooser["assay"])
    for assay in chooser["assay"]:
        assert any(assay["name"].startswith(words) for words in named.values()), assay["name"]


@pytest.mark.parametrize("gene", INTRONS)
def test_introns_are_as_long_as_their_record_counts(gene: str) -> None:
    assert (
        introns_baits.intron_length(genes()[gene], introns_baits.INTRONS[gene]) == FACTS[INTRONS[gene]].value
    )


def test_two_genes_lie_on_one_scale() -> None:
    svg = body("introns_baits")
    lengths = [introns_baits.length(genes()[name]) for name in INTRONS]
    for length in lengths:
        assert f"{length:,} bases" in svg
    whole = [
        float(x) - introns_baits.MARGIN for x in re.findall(r'x2="([\d.]+)" y2="\d+" class="dna line"', svg)
    ]
    assert max(whole) == introns_baits.ROOM
    assert any(abs(width / introns_baits.ROOM - lengths[0] / lengths[1]) < 0.001 for width in whole)
    (left, right), *_ = [(float(a), float(b)) for a, b in re.findall(r'd="M([\d.]+) 141V146H([\d.]+)V', svg)]
    # The bracket takes in the exon between its two introns, which is too short to be seen.
    assert (right - left) / introns_baits.ROOM == pytest.approx(185_328 / lengths[1], abs=0.003)


@pytest.mark.parametrize(
    ("frame", "bases", "gene", "first", "last"), [(1, 500, "NTRK1", 8, 13), (2, 20_000, "NTRK3", 13, 15)]
)
def test_a_magnified_stretch_has_a_true_scale(
    frame: int, bases: int, gene: str, first: int, last: int
) -> None:
    exons = genes()[gene].exons
    ends = [place for one in (exons[first - 1], exons[last - 1]) for place in (one.start, one.end)]
    bar = re.search(r'width="([\d.]+)" height="3" class="text solid"', body("introns_baits", frame))
    assert bar
    assert float(bar[1]) == pytest.approx(introns_baits.ROOM * bases / (max(ends) - min(ends) + 1), abs=0.1)


def test_reads_cross_a_break_in_view_and_none_a_break_out_of_view() -> None:
    seen, unseen = body("introns_baits", 1), body("introns_baits", 2)
    at = introns_baits.middle_of_intron(genes()["NTRK1"], 8, 13, 10)
    reads = re.findall(r'd="M([\d.]+) [\d.]+L[\d.]+ [\d.]+L([\d.]+) [^"]*" class="dna soft thin"', seen)
    assert len(reads) == 3
    assert all(float(start) < at < float(end) for start, end in reads)
    assert 'class="dna soft thin"' in seen and 'class="dna soft thin"' not in unseen


def test_the_change_that_no_bait_sees_is_the_one_to_choose() -> None:
    unseen = [letter for letter, (gene, _) in panel_map.BREAKS.items() if gene == "NTRK3"]
    (right,) = [option.text for option in QUESTIONS["05.which-break"].option if option.correct]
    assert [f"Change {letter.upper()}" for letter in unseen] == [right.split(",")[0]]
    for letter, (gene, intron) in panel_map.BREAKS.items():
        assert f"{letter.upper()} is a break in intron {intron} of {gene}" in find("panel_map").description


def test_both_genes_of_the_fusion_are_read_towards_their_centromere() -> None:
    # ETV6 lies on a short arm and is read upwards, NTRK3 on a long arm and is read downwards.
    assert (genes()["ETV6"].strand, genes()["NTRK3"].strand) == ("+", "-")
    assert "t(12;15)(p13;q25)" in FACTS["biology.etv6ntrk3.discovery.knezevich1998"].claim


@pytest.mark.parametrize(("frame", "discs", "squares"), [(0, 2, 2), (1, 2, 2), (2, 3, 1)])
def test_a_nucleus_shows_the_signals_of_its_frame(frame: int, discs: int, squares: int) -> None:
    assert signals(body("break_apart", frame).split("<g><circle")[1]) == (discs, squares)


def test_four_nuclei_differ_as_the_question_says() -> None:
    assert 0 < max(fish_four_nuclei.GAPS["b"]) < fish.LOOSE_DIAMETERS
    discs, squares = signals(body("fish_four_nuclei"))
    assert squares == sum(map(len, fish_four_nuclei.GAPS.values()))
    assert discs == squares + 2
    (right,) = [option.text for option in QUESTIONS["05.q-lone-signal"].option if option.correct]
    assert (
        right.startswith("Tumour C")
        and "C: one pair that touches, and two smaller discs" in find("fish_four_nuclei").description
    )


def test_eight_whole_pairs_lie_in_one_nucleus() -> None:
    assert signals(body("fish_eight_pairs")) == (8, 8)
    assert len(fish_eight_pairs.PAIRS) == 8


def test_reads_are_of_the_kind_under_which_they_stand() -> None:
    assert all(two_reads.crosses(*ends) and not two_reads.straddles(*ends) for ends in two_reads.SPLIT)
    assert all(two_reads.straddles(*ends) and not two_reads.crosses(*ends) for ends in two_reads.SPANNING)
    assert not any(two_reads.straddles(*ends) or two_reads.crosses(*ends) for ends in two_reads.ALONE)


def test_the_frame_that_agrees_is_that_of_the_usual_junction() -> None:
    etv6, ntrk3 = genes()["ETV6"].exons[4], genes()["NTRK3"].exons[14]
    usual = reading_frame(etv6.cds_last, ntrk3.cds_first)
    assert usual.left_over == three_checks.FIVE_LETTERS % three_checks.CODON
    assert usual.missing == three_checks.MISSING["passed"] != three_checks.MISSING["failed"]


@pytest.mark.parametrize(("strip", "agree"), [(0, True), (1, False)])
def test_threes_end_together_in_frame_and_never_out_of_it(strip: int, agree: bool) -> None:
    drawn = [one for one in re.findall(r"<g.*?</g>", body("three_checks"), re.DOTALL) if 'height="4"' in one]
    of_kinase, read = (
        {
            float(x) + float(width)
            for x, width in re.findall(
                rf'x="(-?[\d.]+)" y="[-\d.]+" width="([\d.]+)" height="4" rx="2" class="{kind} solid"',
                drawn[strip],
            )
        }
        for kind in ("kinase", "text")
    )
    assert (len(of_kinase), len(read)) == (3, 4)
    assert of_kinase <= read if agree else not of_kinase & read


def test_the_pile_holds_what_the_question_counts() -> None:
    pairs = pile_to_count.PAIRS
    spanning = sum(two_reads.straddles(*ends) for ends in pairs)
    split = sum(two_reads.crosses(*ends) for ends in pairs)
    question = QUESTIONS["05.q-count-pairs"]
    assert question.answer == spanning
    counted = {spanning, split, spanning + split, len(pairs) - spanning - split, len(pairs)}
    assert counted == {question.answer, *(diagnosis.low for diagnosis in question.diagnosis)}


def test_the_pile_is_described_pair_by_pair() -> None:
    told = re.findall(r"Pair \d: ([^.]+)\.", find("pile_to_count").description)
    assert len(told) == len(pile_to_count.PAIRS)
    for words, ends in zip(told, pile_to_count.PAIRS, strict=True):
        assert ("begins in the 5′ gene and ends in the 3′" in words) == two_reads.crosses(*ends)
        assert (not words.startswith("both") and "begins" not in words) == two_reads.straddles(*ends)


def test_eight_patients_and_a_fifth_of_tumour_stand_in_the_records() -> None:
    claim = FACTS["enrich.endocrine.rossd2020"].claim
    assert (
        f"of {len(right_tissue.EARLIER)} of these with an earlier sample, {right_tissue.EARLIER.count(False)} had no"
        in claim
    )
    assert f"at least {right_tissue.TUMOUR_CELLS}% tumour" in str(
        FACTS["methods.rnangs.failure_factors.luthra2021"].value
    )
    svg = body("right_tissue", 2)
    assert svg.count('class="tumour solid"') == right_tissue.TUMOUR_CELLS
    assert svg.count("<circle") - right_tissue.TUMOUR_CELLS == 100


def test_each_tumour_of_beijing_is_a_square() -> None:
    tumours, stained, called, fused = beijing_tumours.counts()
    assert (called, fused) == (
        FACTS["tnbc5.fish_loose.wu2021"].events,
        FACTS["tnbc5.true_fusion.wu2021"].events,
    )
    boxes = [path.count("z") for path in re.findall(r'<path d="([^"]*h[^"]*z)"', body("beijing_tumours"))]
    assert boxes == [stained, tumours - stained, called, stained - called, fused, called - fused]
