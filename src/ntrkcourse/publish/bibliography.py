"""References as readers see them, formatted by pybtex."""

from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from pybtex.backends.html import Backend
from pybtex.database import Entry, parse_file
from pybtex.richtext import Text
from pybtex.style.formatting.unsrt import Style

from ..content.location import content_folder


class Reference(NamedTuple):
    """A work: ``label`` for running text ("Ross et al. 2020"), and the full reference as HTML."""

    label: str
    html: str


@cache
def load_references(file: Path | None = None) -> dict[str, Reference]:
    """All references by citation key, in the order of their labels."""
    entries = parse_file(str(file or content_folder() / "references.bib")).entries
    backend = Backend()
    references = {}
    for formatted in Style().format_entries(list(entries.values())):
        entry = entries[formatted.key]
        html = formatted.text.render(backend) + _identifiers(entry)
        references[formatted.key] = Reference(_label(entry), html)
    return dict(sorted(references.items(), key=lambda item: item[1].label.lower()))


def _label(entry: Entry) -> str:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [_plain(" ".join([*p.prelast_names, *p.last_names])) for p in people]
    year = entry.fields.get("year", "undated")
    if not names:
        source = (
            entry.fields.get("organization")
            or entry.fields.get("howpublished")
            or entry.fields.get("title", "")
        )
        words = _plain(source).split()
        return f"{' '.join(words[:5])}{' …' if len(words) > 5 else ''}, {year}"
    if len(names) == 1:
        return f"{names[0]} {year}"
    return f"{names[0]} and {names[1]} {year}" if len(names) == 2 else f"{names[0]} et al. {year}"


def _identifiers(entry: Entry) -> str:
    """What pybtex leaves out, as links: the PubMed Central number, and entries of UniProt."""
    links = []
    if pmcid := entry.fields.get("pmcid", ""):
        number = escape(pmcid if pmcid.startswith("PMC") else f"PMC{pmcid}")
        links.append(f'<a href="https://pmc.ncbi.nlm.nih.gov/articles/{number}/">{number}</a>')
    for accession in map(escape, entry.fields.get("uniprot", "").split()):
        links.append(f'<a href="https://www.uniprot.org/uniprotkb/{accession}/entry">UniProt {accession}</a>')
    return "".join(f" {link}." for link in links)


def _plain(latex: str) -> str:
    return str(Text.from_latex(latex))
