"""Join two genes exon to exon, predict whether the chimera is an active kinase, then see it drawn to scale."""

from itertools import permutations
from typing import Any

from ...content.walk import facts_of
from ...science.fusions import Fusion, Gene, genes, join
from ..base import CourseWidget, data_of
from .records import load


class FusionBuilder(CourseWidget):
    """``state`` holds ``pick`` (5' gene, exon, 3' gene, exon), ``guess`` once committed, ``guesses``, what was
    predicted for each challenge, and ``tried``, whether that was right.
    """

    @staticmethod
    def minutes_of(data: dict[str, Any]) -> float:
        return 6

    @staticmethod
    def answers(data: dict[str, Any]) -> list[str]:
        """What fails in each challenge."""
        failed = ((number, join(*junction).checks) for number, junction in enumerate(data["challenges"]))
        return [
            f"{chr(ord('A') + number)}: {told['failure']}"
            for number, checks in failed
            for told, check in zip(data["check"], checks, strict=True)
            if not check.passed
        ]

    @staticmethod
    def printed(data: dict[str, Any]) -> dict[str, Any]:
        return {"rows": [_row(shown, data) for shown in data["junction"]]}


def fusion_builder(instance: str = "02") -> FusionBuilder:
    """Pick where two genes are cut and joined, predict what comes of it, then see the chimera and the reasons.

    Parameters
    ----------
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When ``instance`` is empty.
    """
    builder = load()
    sentences: dict[str, int] = {}
    pairs = {f"{five}|{three}": _pair(five, three, sentences) for five, three in permutations(genes(), 2)}
    domains = [domain.fact for gene in genes().values() for domain in gene.domains]
    return FusionBuilder(
        data={
            **data_of(builder, instance),
            "genes": {name: _gene(gene, sentences) for name, gene in genes().items()},
            "pairs": pairs,
            "sentences": list(sentences),
            "facts": list(dict.fromkeys([*facts_of(builder), *domains])),
        }
    )


def _gene(gene: Gene, sentences: dict[str, int]) -> dict[str, Any]:
    """What the drawing needs of a gene. For each exon that may end the 5' part: exon, last base, bases left
    over, whole residues, sentence on self-association. For each that may begin the 3' part: exon, first base,
    bases missing, first whole residue, sentence on the kinase.
    """
    other = next(name for name in genes() if name != gene.name)
    first, last = gene.coding_exons[0], gene.coding_exons[-1]
    opening = genes()[other].coding_exons[1].number
    fives = [join(gene.name, exon.number, other, opening) for exon in gene.coding_exons if exon is not last]
    threes = [join(other, opening, gene.name, exon.number) for exon in gene.coding_exons if exon is not first]
    return {
        "protein": gene.protein,
        "accession": gene.accession,
        "length": gene.protein_length,
        "kinase": gene.domain("kinase") is not None,
        "domains": [[one.short, one.name, one.first, one.last, one.role] for one in gene.domains],
        "five": [
            [
                fusion.five_prime_exon,
                fusion.frame.last_base,
                fusion.frame.left_over,
                fusion.segments[0].own_last,
                _index(_sentence(fusion, "oligomerisation"), sentences),
            ]
            for fusion in fives
        ],
        "three": [
            [
                fusion.three_prime_exon,
                fusion.frame.first_base,
                fusion.frame.missing,
                -(-(fusion.frame.first_base - 1) // 3) + 1,
                _index(_sentence(fusion, "kinase"), sentences),
            ]
            for fusion in threes
        ],
    }


def _pair(five: str, three: str, sentences: dict[str, int]) -> dict[str, Any]:
    """Failed checks of every junction of two genes, 5' exon by 5' exon: one hexadecimal digit each, in which
    1 is the order, 2 the frame, 4 the kinase, 8 the self-association.
    """
    fusions = [
        join(five, left.number, three, right.number)
        for left in genes()[five].coding_exons[:-1]
        for right in genes()[three].coding_exons[1:]
    ]
    failed = (sum(2**place for place, check in enumerate(f.checks) if not check.passed) for f in fusions)
    return {
        "order": _index(_sentence(fusions[0], "order"), sentences),
        "failed": "".join(f"{bits:x}" for bits in failed),
    }


def _sentence(fusion: Fusion, check: str) -> str:
    return next(one.sentence for one in fusion.checks if one.name == check)


def _index(sentence: str, sentences: dict[str, int]) -> int:
    return sentences.setdefault(sentence, len(sentences))


def _row(shown: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """A junction in the equivalent: what it is joined to, and what the checks come to."""
    fusion = join(*shown["at"])
    checks = zip(data["check"], fusion.checks, strict=True)
    failed = [told["verdict"] for told, check in checks if not check.passed]
    return {**shown, "fusion": fusion, "verdict": failed[0] if failed else data["words"]["active"]}
