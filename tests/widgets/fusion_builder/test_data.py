"""The fusion builder's Python side: its packed results are the model's, its claims the records'."""

import re
from itertools import permutations

import pytest

from ntrkcourse import fusion_builder, join
from ntrkcourse.content.walk import facts_of
from ntrkcourse.science.fusions import genes
from ntrkcourse.widgets.fusion_builder import FusionBuilder
from ntrkcourse.widgets.fusion_builder.records import load

DATA = fusion_builder().data
CHECKS = ("order", "frame", "kinase", "oligomerisation")


@pytest.mark.parametrize(("five", "three"), list(permutations(genes(), 2)))
def test_every_position_of_the_controls_is_the_models_result(five: str, three: str) -> None:
    lefts, rights = DATA["genes"][five]["five"], DATA["genes"][three]["three"]
    packed = DATA["pairs"][f"{five}|{three}"]
    assert len(packed["failed"]) == len(lefts) * len(rights)
    for i, (left, last_base, left_over, kept, copies) in enumerate(lefts):
        for j, (right, first_base, missing, begin, kinase) in enumerate(rights):
            fusion = join(five, left, three, right)
            assert fusion.verdict.word != "no_junction"
            frame = fusion.frame
            assert (frame.last_base, frame.left_over) == (last_base, left_over)
            assert (frame.first_base, frame.missing) == (first_base, missing)
            bits = int(packed["failed"][i * len(rights) + j], 16)
            failed = [name for place, name in enumerate(CHECKS) if bits >> place & 1]
            assert failed == [check.name for check in fusion.checks if not check.passed]
            shown = {name: DATA["sentences"][at] for name, at in
                     (("order", packed["order"]), ("kinase", kinase), ("oligomerisation", copies))}  # fmt: skip
            assert all(shown.get(check.name, check.sentence) == check.sentence for check in fusion.checks)
            # The sum that the page shows as a step is the model's length.
            length = kept + (left_over > 0) + DATA["genes"][three]["length"] - begin + 1
            assert fusion.protein_length == (length if fusion.in_frame else None)


def test_all_exons_that_splicing_can_join_are_offered() -> None:
    for name, gene in genes().items():
        coding = [exon.number for exon in gene.coding_exons]
        assert [row[0] for row in DATA["genes"][name]["five"]] == coding[:-1]
        assert [row[0] for row in DATA["genes"][name]["three"]] == coding[1:]


def test_the_equivalent_is_a_table_of_the_junctions() -> None:
    text = FusionBuilder.equivalent(DATA)
    rows = re.findall(
        r"<tr><th>([^<]*)</th><td>.*?</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>", text
    )
    shown = {name: (frame, length, verdict) for name, frame, length, verdict in rows}
    assert len(shown) == len(DATA["junction"]) == 11
    usual = shown["ETV6 exon 5 to NTRK3 exon 15"]
    assert usual[0] == "1,009 mod 3 = 1; (1,586 − 1) mod 3 = 1: in frame"
    assert usual[1] == "647" and usual[2].startswith("active kinase fusion")
    assert shown["ETV6 exon 4 to NTRK3 exon 14"][1] == "528"
    assert shown["TPM3 exon 8 to NTRK1 exon 10"][1] == "656"
    assert shown["TPM3 exon 7 to NTRK1 exon 10"][1] == "none"
    assert "out of frame" in shown["ETV6 exon 5 to NTRK3 exon 13"][2]
    assert "SAM domain (56 to 123)" in shown["ETV6 exon 3 to NTRK3 exon 15"][2]
    assert "NM_001012338.2" in text and "JavaScript" not in text


def test_the_facts_are_those_of_the_texts_and_of_the_domains() -> None:
    domains = {domain.fact for gene in genes().values() for domain in gene.domains}
    assert set(DATA["facts"]) == {*facts_of(load()), *domains}
