"""The alteration landscape's file: what the loader refuses."""

import re

import pytest
from contract import Refuses

from ntrkcourse.content.location import content_folder
from ntrkcourse.widgets.alteration_landscape.records import load

SOURCE = (content_folder() / "widgets/alteration_landscape.toml").read_text(encoding="utf-8")
PIK3CA, HER2, *_ = load().order
FIRST = f'fact = "{PIK3CA}"'
SECOND = SOURCE.index('[[setting]]\nid = "endocrine"')
LESSON = re.search(r'lesson = "[^"]+"\n', SOURCE)[0]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (SOURCE[SECOND:], "", "key 'setting': two or more must be"),
        ('id = "endocrine"', 'id = "all"', "record 'setting all', key 'id': used twice"),
        (FIRST, 'fact = "no.such"', "key 'fact': no fact 'no.such' that may be taught"),
        (FIRST, f'fact = "{HER2}"', "key 'fact': used twice"),
        (FIRST, 'fact = "epi.breast.long_tail.tcga2012"', "has no share in per cent"),
        (FIRST, 'fact = "enrich.esr1_exclusive.rossd2020"', "has a share of zero"),
        ('kind = "acquired"', 'kind = "luck"', "key 'kind': 'luck' is none of acquired, inherited, type"),
        (
            'part_of = "epi.',
            'part_of = "no.',
            "key 'part_of': 'no.kinase_fusion.breast.rossds2020' is none of",
        ),
        (LESSON, "", "key 'lesson': a sentence for what is to be put in order, and only there"),
        ('kind = "type"\n', 'kind = "type"\nlesson = "Told to nobody."\n', "key 'lesson': a sentence for"),
        ("order = [\n", 'order = [\n  "no.such",\n', "key 'order': must name alterations of one setting"),
        ("[[setting.alteration]]", "[[setting.bar]]", "unknown key"),
    ],
)
def test_bad_files_are_refused(refuses: Refuses, before: str, after: str, told: str) -> None:
    assert before in SOURCE
    refuses(load, SOURCE.replace(before, after, 1), told)


def test_an_order_runs_from_the_commonest_to_the_rarest(refuses: Refuses) -> None:
    lines = [f'  "{PIK3CA}",\n', f'  "{HER2}",\n']
    turned = SOURCE.replace("".join(lines), "".join(reversed(lines)))
    assert turned != SOURCE
    refuses(load, turned, "key 'order': must hold 3 or more, each commoner than the next")
