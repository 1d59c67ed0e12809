"""What the book would print raw or leave open is named, with its line or its key; what it shows passes."""

import pytest

from ntrkcourse.checks.markup import check_markdown


def told(text):
    """Place, code and advice of every problem of a page."""
    return [f"{one.record}: {one.code}: {one.advice}" for one in check_markdown(text, "book/x.md", "text")]


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("M01", 1, "Costs ran from $100 to $200 a test."),
        ("M01", 1, "One $100 alone: the next one in the cell makes a formula of both."),
        ("M01", 3, "Words.\n\n$p = \\frac{4}{4854}$"),
        ("M01", 1, "$$\nx = 1\n$$"),
        ("M01", 1, "So \\(x\\) it is."),
        ("M01", 1, "\\[x\\]"),
        ("M01", 1, "\\begin{align}x\\end{align}"),
        ("M01", 1, "{math}`x^2`"),
        ("M01", 1, "```{math}\nx^2\n```"),
        ("M01", 1, ":::{admonition} From $100 to $200\nWords.\n:::"),
        ("M01", 3, "A stray ` sign.\n\nIt costs $5, with a second ` sign."),
        ("M01", 3, "- a list\n\n  > and a price of $5"),
        ("M02", 2, ":::{admonition} Think first\n:class: dropdown\nThe answer.\n:::"),
        ("M02", 2, ":::{admonition} Think first\n:class: clinic-card toggle\nThe answer.\n:::"),
        ("M02", 2, ":::{dropdown} Answer\n:open:\n:name: x\nThe answer.\n:::"),
        ("M02", 1, "```{toggle}\nThe answer.\n```"),
        ("M02", 3, "Words.\n\n::::{tab-set}\n:::{tab-item} A\nOne.\n:::\n::::"),
        ("M02", 1, ":::{margin}\nAside.\n:::"),
        ("M02", 1, "```{tableofcontents}\n```"),
        ("M02", 1, "```{figure} a.svg\nCaption\n```"),
        ("M02", 1, "```{code-cell}\n1\n```"),
        ("M02", 1, "```mermaid\ngraph TD\n```"),
        ("M02", 1, "Press {kbd}`Ctrl`."),
        ("M02", 1, "As {cite}`rossds2020` says."),
        ("M03", 1, "It is ~~struck~~."),
        ("M03", 1, "A footnote[^1]."),
        ("M03", 3, "A footnote.\n\n[^1]: The note."),
        ("M03", 1, "A [link][there]."),
        ("M03", 1, "[there]: https://example.org"),
        ("M03", 1, "The {{ name }} of it."),
        ("M03", 1, "[words]{.red}"),
        ("M03", 2, "- a\n- [ ] to do"),
        ("M03", 2, "Term\n: Its definition"),
        ("M03", 1, "(target)=\n## Heading"),
        ("M03", 1, "+++"),
        ("M03", 1, "% a comment"),
        ("M03", 1, "<!-- a comment -->"),
        ("M03", 1, "H<sub>2</sub>O"),
        ("M03", 1, '<details open class="x">'),
        ("M03", 1, "<https://example.org>"),
        ("M03", 1, "![A slide](slide.png)"),
        ("M05", 3, "Words.\n\n:::{dropdown} Never closed\nThe answer."),
        ("M05", 1, "```\nnever closed"),
        ("M05", 2, "Words.\n:::"),
        ("M05", 2, ":::{admonition} Outer\n:::{dropdown} Inner\nIt closes both.\n:::\n"),
    ],
)
def test_what_a_page_would_show_wrong_is_named(code, line, text):
    assert any(one.startswith(f"text, line {line}: {code}: ") for one in told(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "From US\\$100 to US\\$200 a test, or 100 dollars.",
        "The code `$x$`, ``a ` $b``, `<b>` and `{math}` is code.",
        "```\n$x$ <b> [^1] {{ y }} ~~z~~\n:::\n```",
        "::::{admonition} Worked example: a made-up hospital\n:::{dropdown} Answer\nIt is *so*.\n:::\n::::",
        "````\n```{toggle}\n```\n````",
        "```{include} ../CHANGELOG.md\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n> Quoted.\n\n1. One\n2. Two\n\n- **Three** of [4 of 4,854](fact:epi.ntrk.breast.rossds2020)",
        "# Heading\n\n---\n\n[33(1)] and a < b, x > 3, p <0.05, https://example.org and [here](https://example.org).",
        "Fifty per cent: 50%\n% is no comment inside a line, and 3:4 is a ratio.".replace("\n%", " %"),
    ],
)
def test_what_a_page_shows_passes(text):
    assert told(text) == []
