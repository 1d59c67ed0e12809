"""Join two genes exon to exon, predict whether the chimera is an active kinase, then see it drawn to scale."""

from html import escape
from itertools import permutations
from typing import Any

from ...content.inline import fact_ids, fact_link, parse_inline, spans_html
from ...science.fusions import Fusion, Gene, genes, join
from ..base import CourseWidget, require_instance

Junction = tuple[str, int, str, int]

_CCGA = "biology.etv6ntrk3.junction.ccga"
_SALIVARY = "biology.etv6ntrk3.junction.salivary.yamamoto2021"
_CONTROLS = "biology.ntrk1.junctions.controls"
_NUMBERING = "biology.ntrk3.exon_numbering"
_CONSTRUCTED = "Constructed for this exercise."
USUAL: Junction = ("ETV6", 5, "NTRK3", 15)
CHALLENGES: tuple[Junction, ...] = (
    USUAL,
    ("ETV6", 6, "NTRK3", 15),
    ("NTRK3", 14, "ETV6", 6),
    ("ETV6", 6, "NTRK3", 16),
    ("ETV6", 3, "NTRK3", 15),
    ("TPM3", 8, "NTRK1", 10),
)
# Where each junction worth showing comes from.
_ORIGINS: dict[Junction, str] = {
    USUAL: f"[The usual junction](fact:{_CCGA}) of secretory breast carcinoma.",
    (
        "ETV6",
        4,
        "NTRK3",
        15,
    ): f"[Two of 33](fact:{_SALIVARY}) salivary secretory carcinomas had it beside the usual one.",
    (
        "ETV6",
        5,
        "NTRK3",
        14,
    ): f"[NTRK3 exon 14](fact:{_CCGA}) is named as an alternative; the pairing is ours.",
    ("ETV6", 4, "NTRK3", 14): f"Both exons are [named as alternatives](fact:{_CCGA}); the pairing is ours.",
    ("ETV6", 5, "NTRK3", 13): "A trap: an older paper's [exon 13]"
    f"(fact:{_NUMBERING}) would be exon 15 here, and is taken literally in this row.",
    ("TPM3", 8, "NTRK1", 10): f"Control material joins TPM3 to [NTRK1 exon 10](fact:{_CONTROLS}); on the "
    "transcript used here, TPM3 exon 8 is the end that fits.",
    ("TPM3", 7, "NTRK1", 10): f"Control material is labelled [TPM3(7)::NTRK1(10)](fact:{_CONTROLS}), by the "
    "exons of another transcript, and is taken literally in this row.",
} | dict.fromkeys(CHALLENGES[1:5], _CONSTRUCTED)
# With which exon a newly chosen gene begins: as last one of the 5' part, as first one of the 3' part.
_OPENING = {"ETV6": (5, 6), "TPM3": (8, 9), "NTRK3": (14, 15), "NTRK1": (9, 10)}

_NUMBERING_NOTE = (
    f"A number means nothing without its transcript: [NTRK3 exon 15](fact:{_NUMBERING}) here is the 13th coding "
    "exon, which would explain why older papers call it exon 13."
)
# A gene stands before what matters only where it is the 5' partner.
_NOTES = (
    (
        "",
        "Lengths, cuts and domains are to scale; the square bases and the stretch after a lost frame are schematic. "
        "Domains come from [ETV6](fact:biology.etv6.domains), [TRKC](fact:biology.ntrk3.domains.kinase) and "
        "[TRKA](fact:biology.ntrk1.domains.kinase) records; the [membrane-spanning stretch]"
        "(fact:biology.trk.signal_tm.computed) is predicted, the [docking sites]"
        "(fact:biology.trk.docking_tyrosines.computed) were found by their motif.",
    ),
    (
        "ETV6",
        "In mouse cells [deleting the SAM domain abolished transformation]"
        "(fact:biology.etv6ntrk3.ligand_independent.wai2000). [Pairing alone was not enough]"
        "(fact:biology.etv6ntrk3.polymer_not_dimer.tognon2004): the SAM domain must build chains.",
    ),
    (
        "TPM3",
        "Tropomyosin is a [coiled coil](fact:biology.tpm3.coiled_coil.jsb2002) almost from end to end, so any cut leaves a "
        "part. How much a fusion needs was not read in a source; the four turns of seven residues that count as "
        "enough here are our assumption. The form drawn has 285 residues, of which a junction after exon 8 keeps 258. "
        "The form in which TRK was found has 248 and keeps [the first 221]"
        "(fact:biology.trk_oncogene.discovery.martinzanca1986) at the same junction.",
    ),
    (
        "",
        "The usual ETV6::NTRK3 [starts after the membrane-spanning stretch and the Shc site]"
        "(fact:biology.fusions.membrane_and_shc.computed); TPM3::NTRK1 from exon 10 keeps both.",
    ),
    (
        "",
        "The model asks four questions and no more. Whether a chimera is made, is stable or was ever seen in a "
        "patient is beyond it.",
    ),
)
_WORDS = {
    "active": "active kinase fusion",
    "swapped": "not active: partners swapped",
    "out_of_frame": "not active: out of frame",
    "kinase_lost": "not active: kinase lost",
    "no_oligomerisation": "not active: nothing brings the copies together",
}


class FusionBuilder(CourseWidget):
    """``state`` holds ``pick`` (5' gene, exon, 3' gene, exon), ``guess`` once committed, ``guesses``, what was
    predicted for each challenge, and ``tried``, whether that was right.
    """

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(_row(junction, origin) for junction, origin in data["junctions"])
        notes = "".join(
            f"<li>{spans_html(spans)}</li>"
            for spans in (data["numbering"], *(one[1] for one in data["notes"]))
        )
        transcripts = "; ".join(
            f"{name} {gene['accession']}, {gene['length']} residues" for name, gene in data["genes"].items()
        )
        return (
            f"<h3>{escape(data['title'])}</h3><p>Four checks: the gene with the kinase stands last; the reading "
            "frame holds (the last coding base of the first part, mod 3, equals the coding bases missing before the second "
            "part, mod 3); the whole kinase is kept; the first part keeps what binds copies together. "
            f"Transcripts: {escape(transcripts)}. The usual chimera: "
            f"{fact_link('what it keeps and loses', 'biology.etv6ntrk3.domains_kept_lost')}.</p>"
            "<table><thead><tr><th>Junction</th><th>Where it comes from</th><th>Frame</th>"
            f"<th>Residues</th><th>Verdict</th></tr></thead><tbody>{rows}</tbody></table><ul>{notes}</ul>"
        )


def fusion_builder(
    five_prime: str = "ETV6",
    five_prime_exon: int = 5,
    three_prime: str = "NTRK3",
    three_prime_exon: int = 15,
    instance: str = "02",
) -> FusionBuilder:
    """Pick where two genes are cut and joined, predict what comes of it, then see the chimera and the reasons.

    Parameters
    ----------
    five_prime, five_prime_exon, three_prime, three_prime_exon
        With which junction it opens, as for :func:`ntrkcourse.join`; it must be one that splicing can make.
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        Naming the argument and what it may be.
    """
    opening = join(five_prime, five_prime_exon, three_prime, three_prime_exon)
    if opening.verdict.word == "no_junction":
        raise ValueError(
            "five_prime_exon must not be a gene's last exon, nor three_prime_exon its first coding one: "
            f"{opening.verdict.reasons[0]}"
        )
    require_instance(instance)
    sentences: dict[str, int] = {}
    pairs = {f"{five}|{three}": _pair(five, three, sentences) for five, three in permutations(genes(), 2)}
    texts = [_NUMBERING_NOTE, *(text for _, text in _NOTES), *_ORIGINS.values()]
    linked = [fact for text in texts for fact in fact_ids(text)]
    domains = [domain.fact for gene in genes().values() for domain in gene.domains]
    return FusionBuilder(
        data={
            "id": instance,
            "title": "Will this fusion make an active kinase?",
            "start": [five_prime, opening.five_prime_exon, three_prime, opening.three_prime_exon],
            "challenges": [list(junction) for junction in CHALLENGES],
            "genes": {name: _gene(gene, sentences) for name, gene in genes().items()},
            "pairs": pairs,
            "sentences": list(sentences),
            "junctions": [[list(junction), parse_inline(text)] for junction, text in _ORIGINS.items()],
            "numbering": parse_inline(_NUMBERING_NOTE),
            "notes": [[gene, parse_inline(text)] for gene, text in _NOTES],
            "facts": list(dict.fromkeys([*linked, *domains, "biology.etv6ntrk3.domains_kept_lost"])),
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
        "opening": list(_OPENING[gene.name]),
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


def _row(junction: list[Any], origin: list[Any]) -> str:
    fusion = join(*junction)
    frame = fusion.frame
    cells = (
        spans_html(origin),
        f"{frame.last_base:,} mod 3 = {frame.left_over}; ({frame.first_base:,} − 1) mod 3 = {frame.missing}: "
        f"{'in frame' if fusion.in_frame else 'out of frame'}",
        f"{fusion.protein_length or 'none'}",
        escape(f"{_WORDS[fusion.verdict.word]}. {' '.join(fusion.verdict.reasons)}"),
    )
    name = f"{junction[0]} exon {junction[1]} to {junction[2]} exon {junction[3]}"
    return f"<tr><th>{escape(name)}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
