"""Every figure in every link, changed: nearly every slip is caught, and those that are not are told."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from ntrkcourse.checks.figures import foreign_figures
from ntrkcourse.checks.numerals import bare
from ntrkcourse.checks.places import content_texts
from ntrkcourse.checks.prose import FACT_LINK
from ntrkcourse.checks.widgets import widget_texts
from ntrkcourse.content.facts import load_facts

LEAST_CAUGHT = 0.99
# A number that is no part of a name such as NTRK1 or PS11-06.
NUMBER = re.compile(r"(?<![\w.,])(?<![A-Za-z]-)\d+(?:,\d+)*(?:\.\d+)?(?![A-Za-z])")


def links() -> set[tuple[str, str]]:
    texts = [text.text for text in content_texts()]
    texts += [text for _, _, text in widget_texts(texts)]
    return {link for text in texts for link in FACT_LINK.findall(text)}


def slips(shown: str) -> Iterator[tuple[str, str]]:
    """(kind, ``shown`` with one slip): each digit made another, a factor of ten, two neighbours exchanged."""
    numbers = list(NUMBER.finditer(shown))
    for match in numbers:
        before, number, after = shown[: match.start()], match[0], shown[match.end() :]
        for place, digit in enumerate(number):
            for other in "0123456789" if digit.isdigit() else "":
                changed = f"{number[:place]}{other}{number[place + 1 :]}"
                if other != digit and (other != "0" or place or len(number) == 1):
                    yield "digit", f"{before}{changed}{after}"
        for factor in (10, 0.1):
            changed = bare(f"{float(number.replace(',', '')) * factor:.6f}")
            if float(changed):
                yield "ten", f"{before}{changed}{after}"
    for one, two in itertools.pairwise(numbers):
        if one[0] != two[0]:
            between = shown[one.end() : two.start()]
            yield "exchange", f"{shown[: one.start()]}{two[0]}{between}{one[0]}{shown[two.end() :]}"


def test_slips_are_what_they_are_called() -> None:
    assert [slip for kind, slip in slips("4 of NTRK1 and 20") if kind != "digit"] == [
        *("40 of NTRK1 and 20", "0.4 of NTRK1 and 20", "4 of NTRK1 and 200", "4 of NTRK1 and 2"),
        "20 of NTRK1 and 4",
    ]
    assert sum(kind == "digit" for kind, _ in slips("20")) == 8 + 9


@pytest.mark.thorough
def test_a_slip_in_any_figure_of_any_link_is_caught() -> None:
    facts, made, missed = load_facts(), Counter(), Counter()
    survivors = []
    for shown, fact in sorted(links()):
        for kind, slip in slips(shown):
            made[kind] += 1
            if not foreign_figures(slip, facts[fact]):
                missed[kind] += 1
                survivors.append(f"{kind}: {shown!r} -> {slip!r} ({fact})")
    told = "\n".join([*survivors, f"made {dict(made)}, missed {dict(missed)}"])
    print(told)
    assert made["digit"] > 20_000 and made["ten"] > 2_000 and made["exchange"] > 300
    assert missed.total() <= (1 - LEAST_CAUGHT) * made.total(), told
