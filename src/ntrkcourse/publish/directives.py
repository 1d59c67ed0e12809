"""Pages made from content: the evidence, the references, the glossary, progress and the cases on paper."""

from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..content.cases import Case, load_cases
from ..content.chapters import load_chapters
from ..content.facts import load_facts, themes
from ..content.glossary import load_glossary
from ..content.inline import inline_html
from ..content.questions import load_questions
from ..content.walk import facts_of
from ..widgets.case import case_paper
from ..widgets.case.paper import address
from ..widgets.grading import graded
from .bibliography import load_references
from .fact_html import STATUS_TEXT, fact_html, source_html
from .freshness import today
from .lessons import lesson_id, page_of
from .places import models_json
from .raw import raw_html
from .sources import REFERENCES_PAGE, relative_address


class Evidence(SphinxDirective):
    """``{evidence}``: every fact that may be taught, by theme, with search and filter."""

    def run(self) -> list[nodes.Node]:
        references = relative_address(self.env.app, self.env.docname, REFERENCES_PAGE)
        taught = {fact.id for fact in load_facts().values() if fact.status != "recalled"}
        body: list[nodes.Node] = [raw_html(_FILTERS.format(themes=_theme_options(), count=len(taught)))]
        for title, ids in themes().items():
            slug = nodes.make_id(title)
            section = nodes.section("", nodes.title("", title), ids=[slug], names=[slug])
            section += raw_html(
                "".join(
                    f'<article class="fact" id="{fact.id}" data-status="{fact.status}" data-theme-title="{slug}">'
                    f"{fact_html(fact, references, today(self.env))}"
                    f'<p class="fact-id"><code>{fact.id}</code></p></article>'
                    for fact in (load_facts()[fact_id] for fact_id in ids)
                    if fact.id in taught
                )
            )
            body.append(section)
        return body


class References(SphinxDirective):
    """``{references}``: the whole bibliography, each entry an anchor by its key."""

    def run(self) -> list[nodes.Node]:
        items = "".join(
            f'<li id="{escape(key)}"><strong>{escape(reference.label)}.</strong> {reference.html}</li>'
            for key, reference in load_references().items()
        )
        return [raw_html(f'<ul class="references">{items}</ul>')]


class Glossary(SphinxDirective):
    """``{course-glossary}``: every term, in alphabetical order."""

    def run(self) -> list[nodes.Node]:
        items = "".join(
            f'<div><dt id="term-{term.id}">{escape(term.term)}</dt><dd>{inline_html(term.definition)}</dd></div>'
            for term in sorted(load_glossary().values(), key=lambda term: term.term.lower())
        )
        return [raw_html(f'<dl class="course-glossary">{items}</dl>')]


class Progress(SphinxDirective):
    """``{course-progress}``: what this browser remembers, with save, load and wipe."""

    def run(self) -> list[nodes.Node]:
        titles = {chapter.number: chapter.name for chapter in load_chapters().values()}
        questions = {
            q.id: {
                "chapter": titles[q.chapter],
                **graded(q),
                "form": q.use if q.is_test else None,
            }
            for q in load_questions().values()
        }
        data = models_json({"questions": questions, "retest": self._retest()})
        return [raw_html(f'{_PROGRESS}<script type="application/json" id="progress-data">{data}</script>')]

    def _retest(self) -> str:
        """Address of the lesson with the third sitting; empty where the course has none."""
        for chapter in load_chapters().values():
            for lesson in chapter.lessons:
                if any("retest(" in text for _, kind, text in lesson.cells if kind == "code"):
                    page = relative_address(self.env.app, self.env.docname, page_of(chapter))
                    return f"{page}#{lesson_id(lesson)}"
        return ""


class PaperCases(SphinxDirective):
    """``{paper-cases} case`` or ``{paper-cases} conversation``: each of that kind on sheets of its own."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        chosen = [one for one in load_cases().values() if one.kind == self.arguments[0]]
        references = relative_address(self.env.app, self.env.docname, REFERENCES_PAGE)
        links = ", ".join(f'<a href="#{address(one)}">{escape(one.title)}</a>' for one in chosen)
        papers = "".join(case_paper(one, _printed_sources(one, references)) for one in chosen)
        out = raw_html(f"<p>To print one alone, choose it here and then print: {links}.</p>{papers}")
        out["facts"] = [fact for one in chosen for fact in facts_of(one)]
        return [out]


def _printed_sources(case: Case, references: str) -> str:
    """The case's own sources, for paper alone: on the screen the page's list and its cards hold them."""
    facts = [load_facts()[fact_id] for fact_id in facts_of(case)]
    items = "".join(
        f"<li>{inline_html(fact.claim)} {source_html(fact, references)}. {escape(STATUS_TEXT[fact.status])}.</li>"
        for fact in facts
    )
    return f'<section class="paper-sources"><h4>Sources</h4><ol>{items}</ol></section>'


_PROGRESS = """
<div class="course-progress" data-widget="progress"><noscript>This page needs JavaScript.</noscript></div>
"""

_FILTERS = """
<form class="evidence-filters" role="search" aria-label="Filter the evidence">
<div><label for="evidence-words">Search the facts</label><input type="search" id="evidence-words" autocomplete="off"></div>
<div><label for="evidence-theme">Theme</label>
<select id="evidence-theme"><option value="">All</option>{themes}</select></div>
<div><label for="evidence-status">Status</label><select id="evidence-status"><option value="">All</option>
<option value="verified">Verified</option><option value="secondary">Secondary</option></select></div>
<p class="evidence-count" aria-live="polite">{count} facts</p>
</form>
"""


def _theme_options() -> str:
    return "".join(f'<option value="{nodes.make_id(title)}">{escape(title)}</option>' for title in themes())
