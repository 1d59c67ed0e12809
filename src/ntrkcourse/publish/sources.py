"""Fact links of a page become links to the evidence page, and the page ends with the list of its sources."""

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from ..content.facts import load_facts
from ..content.inline import fact_link
from ..content.interface import interface_words
from ..widgets.template import fill
from .fact_html import fact_html
from .freshness import today

EVIDENCE_PAGE = "book/evidence"
REFERENCES_PAGE = "book/references"
REVIEW_PAGE = "book/review"
_log = logging.getLogger(__name__)


class FactLinks(SphinxTransform):
    """Resolve ``fact:`` references and append the section "Sources"."""

    # After the widgets' places, whose facts belong to the sources too.
    default_priority = 510

    def apply(self, **kwargs: object) -> None:
        cited: list[str] = []
        for node in list(self.document.findall(lambda n: isinstance(n, (nodes.reference, nodes.raw)))):
            if isinstance(node, nodes.raw):
                cited += node.get("facts", [])
            elif node.get("refuri", "").startswith("fact:"):
                cited += self._resolve(node)
        known = [fact for fact in dict.fromkeys(cited) if fact in load_facts()]
        if known:
            self._append_sources(known)

    def _resolve(self, node: nodes.reference) -> list[str]:
        fact_id = node["refuri"].removeprefix("fact:")
        if fact_id not in load_facts():
            _log.warning("no fact has the id %r", fact_id, location=node)
            return []
        address = f"{relative_address(self.app, self.env.docname, EVIDENCE_PAGE)}#{fact_id}"
        node.replace_self(nodes.raw("", fact_link(node.astext(), fact_id, address), format="html"))
        return [fact_id]

    def _append_sources(self, facts: list[str]) -> None:
        references = relative_address(self.app, self.env.docname, REFERENCES_PAGE)
        evidence = relative_address(self.app, self.env.docname, EVIDENCE_PAGE)
        items = "".join(
            f'<li class="fact" id="source-{fact_id}">'
            f"{fact_html(load_facts()[fact_id], references, today(self.env), folded=True)}"
            f'<p class="fact-more"><a href="{evidence}#{fact_id}">On the evidence page</a></p></li>'
            for fact_id in facts
        )
        section = nodes.section("", nodes.title("", "Sources"), ids=["sources"], names=["sources"])
        many = fill(interface_words()["sources_many"], n=len(facts))
        summary = many if len(facts) > 1 else interface_words()["sources_one"]
        listed = f'<details class="sources"><summary>{summary}</summary><ol class="fact-list">{items}</ol></details>'
        section += nodes.raw("", listed, format="html")
        top = next(self.document.findall(nodes.section), self.document)
        top += section


def relative_address(app: object, docname: str, target: str) -> str:
    """Address of page ``target`` from page ``docname``."""
    return app.builder.get_relative_uri(docname, target)  # type: ignore[attr-defined, no-any-return]
