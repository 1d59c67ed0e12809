"""Cases and conversations: every way walked, and what the loader refuses."""

import pytest

from ntrkcourse.content import ContentError
from ntrkcourse.content.cases import best_way, load_cases, ways
from ntrkcourse.content.inline import fact_ids
from ntrkcourse.content.location import content_folder

CASES = load_cases()
IDS = list(CASES)
SOURCE = (content_folder() / "cases/A.toml").read_text(encoding="utf-8")


def test_the_tumour_board_has_six_cases_and_the_chapter_on_talking_two_scenes():
    kinds = {
        kind: [one.id for one in CASES.values() if one.kind == kind] for kind in ("case", "conversation")
    }
    assert kinds == {"case": list("ABCDEF"), "conversation": ["hopeful-finding", "non-actionable"]}


@pytest.mark.parametrize("name", IDS)
def test_every_way_ends_in_a_debrief_and_reaches_every_scene(name):
    case = CASES[name]
    every = list(ways(case))
    reached = {case.scene[0].id} | {choice.to for way in every for choice in way.choices}
    assert reached == {scene.id for scene in case.scene}
    for way in every:
        assert fact_ids(way.ending.debrief)
        assert 3 <= len(way.choices) <= (5 if case.kind == "case" else 8), [c.text for c in way.choices]


@pytest.mark.parametrize("name", IDS)
def test_the_best_way_is_best_on_every_measure_and_harms_nobody(name):
    case = CASES[name]
    best = best_way(case)
    for measure in case.measure:
        points = [way.points(measure.code) for way in ways(case)]
        assert best.points(measure.code) == max(points) > min(points), measure.label
    assert [choice.harm for choice in best.choices if choice.harm] == []


@pytest.mark.parametrize("name", IDS)
def test_the_best_way_is_the_strongest_of_all(name):
    case = CASES[name]

    def total(way):
        return sum(way.points(measure.code) for measure in case.measure)

    every = sorted((total(way) for way in ways(case)), reverse=True)
    assert total(best_way(case)) == every[0] > every[1]


@pytest.mark.parametrize("name", IDS)
def test_a_choice_does_not_give_itself_away_by_its_length(name):
    longest = [
        max(scene.choice, key=lambda choice: len(choice.text)).best
        for scene in CASES[name].scene
        if scene.choice
    ]
    assert sum(longest) <= len(longest) / 2


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('kind = "case"', 'kind = "tale"', "'tale' is none of case, conversation"),
        ('id = "A"', 'id = "Z"', "must be the file's name, 'A'"),
        (
            'to = "histology"',
            'to = "nowhere"',
            "scene clinic, choice 1', key 'to': no scene has the id 'nowhere'",
        ),
        ('to = "plan"', 'to = "clinic"', "scene clinic', key 'to': a way leads back here"),
        ("best = true", "best = false", "scene clinic', key 'choice': 0 are best; exactly one must be"),
        ('earns = ["12.1", "12.2"]', 'earns = ["12.9"]', "'12.9' is no measure of this case"),
        (
            "days = 183",
            'earns = ["12.2", "12.2"]',
            "measure 12.2', key 'earns': the best way earns 3, another 4",
        ),
        ("days = 183", "days = -1", "scene clinic, choice 1', key 'days': must not be negative"),
        ('id = "lost"', 'id = "well"', "scene well', key 'id': used twice"),
        ('to = "lost"', 'to = "well"', "scene lost', key 'id': no way leads here from the first scene"),
        ('debrief = """', 'debrief = ""\nreaction = """', "unknown key"),
        ("(fact:epi.secretory.bcss5.sanli2023)", "", "'debrief': an ending needs one, and it cites"),
    ],
)
def test_bad_content_is_refused_by_name(tmp_path, before, after, told):
    assert before in SOURCE
    many = before.startswith("(fact") or before == 'to = "plan"'
    text = SOURCE.replace(before, after) if many else SOURCE.replace(before, after, 1)
    (tmp_path / "A.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_cases(tmp_path)
    assert told in str(error.value) and "A.toml" in str(error.value)
