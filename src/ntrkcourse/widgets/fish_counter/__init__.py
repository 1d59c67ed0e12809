"""100 nuclei, two signals each: the reader judges tumours, then sets the rule that sorts 32 of them."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ...content.facts import Fact, load_facts
from ...content.inline import parse_inline, spans_html
from ...science.fish import (
    CUTOFF_PERCENT,
    LOOSE_DIAMETERS,
    STRICT_DIAMETERS,
    Tumour,
    apply_rule,
    constructed_tumours,
    split_nuclei,
)
from ..base import CourseWidget, require_instance
from ..wording import percent

_COPY_NUMBER = "tnbc.zitomarino2023.ihc"
_LONE = "fact:methods.fish.lone3prime.salivary2021"


class FishCounter(CourseWidget):
    """``state`` holds ``stage``, ``verdicts`` on the first tumours, and the guesses ``called``, ``fused``."""

    @staticmethod
    def equivalent(data: dict[str, Any]) -> str:
        rows = "".join(_rule_row(data, name) for name in ("loose", "strict"))
        closing = "".join(f"<li>{spans_html(spans)}</li>" for spans in data["closing"])
        return (
            f"<h3>{escape(data['title'])}</h3><p>{spans_html(data['intro'])} The {len(data['nuclei'])} "
            f"tumours of this exercise are constructed: {data['size']} nuclei each, made so that the "
            "published rules give the published counts.</p>"
            "<table><thead><tr><th>A nucleus is split when the gap exceeds</th>"
            "<th>A tumour is positive when</th><th>Called positive</th><th>With a fusion by sequencing</th>"
            f"<th>Share (PPV), exact 95% interval</th></tr></thead><tbody>{rows}</tbody></table>"
            f"<ul>{closing}</ul>"
        )


def fish_counter(
    stained: str = "tnbc5.ihc_positive.wu2021",
    loose: str = "tnbc5.fish_loose.wu2021",
    strict: str = "tnbc5.fish_strict.wu2021",
    fusion: str = "tnbc5.true_fusion.wu2021",
    others: str = "tnbc5.others_negative.wu2021",
    cutoffs: Sequence[int] = tuple(range(5, 95, 5)),
    instance: str = "05",
) -> FishCounter:
    """Judge two constructed tumours by break-apart FISH, then set the rule and watch 32 of them sort.

    Parameters
    ----------
    stained, loose, strict, fusion
        Ids of the facts that count the stain-positive tumours, those called by the rule of one and of two
        signal diameters, and the true fusions. The rules applied to the constructed nuclei must give just
        these counts.
    others
        Id of the fact that the other FISH-positive tumours had no fusion.
    cutoffs
        Positions of the cut-off, in per cent of nuclei, each from 0 to 100, rising; the published 15 is one.
    instance
        Under this name the browser remembers what the reader said.

    Raises
    ------
    ValueError
        When a fact is unknown or the nuclei do not give its count, or the cut-offs do not fit.
    """
    facts = load_facts()
    named = {"stained": stained, "loose": loose, "strict": strict, "fusion": fusion, "others": others}
    for argument, name in named.items():
        if name not in facts:
            raise ValueError(f"{argument}: no fact has the id {name!r}")
    steps = list(cutoffs)
    if steps != sorted(set(steps)) or CUTOFF_PERCENT not in steps or not all(0 <= c <= 100 for c in steps):
        raise ValueError(f"cutoffs must rise from 0 to 100 and hold {CUTOFF_PERCENT}, got {steps!r}")
    require_instance(instance)
    series = constructed_tumours()
    at = steps.index(CUTOFF_PERCENT)
    rules = [[_rule(series, diameters, cutoff) for cutoff in steps] for diameters in _DIAMETERS]
    _agree("stained", facts[stained], len(series))
    _agree("loose", facts[loose], len(rules[0][at]["called"]))
    _agree("strict", facts[strict], len(rules[1][at]["called"]))
    _agree("fusion", facts[fusion], sum(tumour.fused for tumour in series))
    splits = [[split_nuclei(tumour.gaps, diameters) for tumour in series] for diameters in _DIAMETERS]
    clear = next(place for place, tumour in enumerate(series) if tumour.fused)
    treacherous = max(
        (place for place in range(len(series)) if splits[1][place] <= CUTOFF_PERCENT / 2),
        key=splits[0].__getitem__,
    )
    shares = _shares(facts[stained], facts[loose], facts[strict])
    return FishCounter(
        data={
            "id": instance,
            "title": f"How many of {len(series)} tumours are FISH-positive?",
            "facts": [*dict.fromkeys([*named.values(), _COPY_NUMBER, _LONE.removeprefix("fact:")])],
            "intro": parse_inline(
                f"In one study [{facts[stained].total} triple-negative breast cancers](fact:{stained}) could "
                f"be judged by a pan-TRK stain, and {facts[stained].events} were positive. These "
                f"{facts[stained].events} went on to break-apart FISH."
            ),
            "size": len(series[0].gaps),
            "nuclei": ["".join(_digit(gap) for gap in tumour.gaps) for tumour in series],
            "rounds": [
                {"tumour": clear, "rule": 0, "told": _told(splits, clear)},
                {"tumour": treacherous, "rule": 1, "told": _told(splits, treacherous)},
            ],
            "cutoffs": steps,
            "published": at,
            "splits": splits,
            "rules": rules,
            "fused": clear,
            "loose": parse_inline(f"So did the study's loose rule: [{shares['loose']}](fact:{loose})."),
            "strict": parse_inline(f"So did the study's strict rule: [{shares['strict']}](fact:{strict})."),
            "closing": [
                parse_inline(
                    f"In the study too [exactly one tumour](fact:{fusion}) had a real fusion, and on review "
                    f"it was secretory carcinoma. The other FISH-positive tumours were [negative]"
                    f"(fact:{others}) when confirmed."
                ),
                parse_inline(
                    f"No tumour changed. The rule alone made [{shares['loose']}](fact:{loose}) or "
                    f"[{shares['strict']}](fact:{strict}) of them positive. The threshold makes the "
                    "share called positive, so a report should name its rule."
                ),
                parse_inline(
                    "Gap width is one pitfall. Extra gene copies are another: in [another "
                    f"{facts[_COPY_NUMBER].total} triple-negative cancers](fact:{_COPY_NUMBER}) FISH met "
                    "gains and amplifications, and not one fusion. A lone 3′ signal is no such noise: in "
                    f"[a salivary gland cancer]({_LONE}) it was a fusion."
                ),
                parse_inline(
                    f"Only stain-positive tumours were followed up in [this study](fact:{fusion}), so it "
                    "cannot say how many fusions stain and FISH miss."
                ),
            ],
        }
    )


_DIAMETERS = (LOOSE_DIAMETERS, STRICT_DIAMETERS)


def _rule(series: Sequence[Tumour], diameters: float, cutoff: float) -> dict[str, Any]:
    outcome = apply_rule(series, diameters, cutoff)
    ppv = outcome.ppv()
    return {
        "called": list(outcome.called),
        "fused": outcome.fused,
        "ppv": [round(part, 4) for part in ppv] if ppv else None,
    }


def _agree(argument: str, fact: Fact, found: int) -> None:
    if fact.events != found:
        raise ValueError(f"{argument}: fact {fact.id!r} counts {fact.events}, the nuclei give {found}")


def _digit(gap: float) -> str:
    """The gap in tenths of a diameter as one digit in base 36."""
    return "0123456789abcdefghijklmnopqrstuvwxyz"[round(10 * gap)]


def _told(splits: Sequence[Sequence[int]], place: int) -> dict[str, Any]:
    """Split nuclei by each rule, and the verdicts that follow at the published cut-off."""
    counts = [row[place] for row in splits]
    return {"split": counts, "called": [count > CUTOFF_PERCENT for count in counts]}


def _shares(stained: Fact, loose: Fact, strict: Fact) -> dict[str, str]:
    for fact in (loose, strict):
        if fact.total != stained.events:
            raise ValueError(f"{fact.id!r} has the denominator {fact.total}, not {stained.events}")
    return {"loose": f"{loose.events} of {loose.total}", "strict": f"{strict.events} of {strict.total}"}


def _rule_row(data: dict[str, Any], name: str) -> str:
    diameters = 0 if name == "loose" else 1
    cutoff = data["cutoffs"][data["published"]]
    outcome = data["rules"][diameters][data["published"]]
    value, low, high = (percent(part) for part in outcome["ppv"])
    called = len(outcome["called"])
    return (
        f"<tr><th>{'one signal diameter' if name == 'loose' else 'two signal diameters'}</th>"
        f"<td>more than {cutoff} of {data['size']} nuclei are split</td>"
        f"<td>{called} of {len(data['nuclei'])}. {spans_html(data[name])}</td>"
        f"<td>{outcome['fused']} of {called}</td><td>{value} ({low} to {high})</td></tr>"
    )
