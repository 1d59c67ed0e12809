"""The pictures of chapter 12: what they draw to scale or count is what records, transcripts and cases say."""

import re

from ntrkcourse import load_facts
from ntrkcourse.content.cases import Case, load_cases
from ntrkcourse.figures.drawings import same_word, sample_days, slow_lump, two_lines
from ntrkcourse.figures.records import frames
from ntrkcourse.science.fusions import join


def words(name: str, frame: int = 0) -> str:
    """All that is written in a drawing."""
    return " ".join(re.sub(r"<[^>]+>", " ", frames(name)[frame].body).split())


def test_each_tumour_of_the_two_slides_is_one_square() -> None:
    facts = load_facts()
    body = frames("same_word")[0].body
    assert body.count('width="12"') == 100
    few = facts[same_word.ALL].events
    assert body.count('class="tumour solid"') == round(facts[same_word.TYPICAL].value) + few
    rows, rest = divmod(facts[same_word.ALL].total, same_word.COLUMNS)
    assert f'width="{3 * same_word.COLUMNS}" height="{3 * rows}"' in body
    assert f'width="{3 * rest}" height="3"' in body


def test_the_junction_of_the_report_is_out_of_frame_as_the_transcripts_have_it() -> None:
    gene, exon = two_lines.FIVE_PRIME
    other, first = two_lines.THREE_PRIME
    assert two_lines.frame() == join(gene, exon, other, first).frame
    assert not two_lines.frame().matches
    assert words("two_lines").startswith("Line one: 9 copies")
    assert frames("two_lines")[0].body.count("receptor soft") == two_lines.COPIES


def test_drawn_cases_have_the_sizes_and_years_of_their_files() -> None:
    cases = load_cases()
    lump, sample = (scene_text(cases[name]) for name in "AB")
    assert f"The lump is {slow_lump.SIZE // 10} cm across" in lump
    assert f"{slow_lump.SIZE} mm" in words("slow_lump")
    assert "seven years ago" in sample and "two years ago" in sample
    assert (sample_days.YEARS, sample_days.SINCE) == (7, 2)


def scene_text(case: Case) -> str:
    return " ".join([case.intro, *(scene.text for scene in case.scene)])
