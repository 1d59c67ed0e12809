"""The pictures of chapter 04: drawn tissue has the features that its words name, and counts are those of records."""

import gzip
import re
from itertools import combinations
from math import hypot
from random import Random
from statistics import mean, pstdev

import pytest

from ntrkcourse import load_facts
from ntrkcourse.figures import find, frames, picture
from ntrkcourse.figures.drawings import pan_trk_places, sox10_neighbours
from ntrkcourse.figures.pan_trk import pan_trk
from ntrkcourse.figures.tissue import Space, near, packed, section
from ntrkcourse.widgets.judgement.records import Card
from ntrkcourse.widgets.judgement.records import load as load_judgements

FIELDS = {one.id: one for one in load_judgements().set}["eight-fields"].card
NAMES_OF_DISEASE = re.compile(
    r"carcinoma|secretory|lobular|mucin|adenosis|hypersecret|acinic|cancer|malignan|benign|no special type",
    re.I,
)
PATH = re.compile(r"<path ([^>]*)/>")


def paths(svg: str, colour: str) -> list[dict[str, str]]:
    """The attributes of the paths of one colour."""
    found = [dict(re.findall(r'([\w-]+)="([^"]*)"', one)) for one in PATH.findall(svg)]
    return [one for one in found if one["class"] == colour]


def points(svg: str, colour: str) -> int:
    """How many round points are drawn in a colour."""
    return sum(one["d"].count("h0") for one in paths(svg, colour))


def nuclei(svg: str, colour: str = "haematoxylin") -> int:
    """How many round nuclei with an outline are drawn in a colour."""
    return sum(one["d"].count("a") for one in paths(svg, colour) if "stroke" in one)


def outlines_begin(d: str) -> list[tuple[float, float]]:
    """Where each outline of a path begins, past the short strokes of chromatin between them."""
    x = y = 0
    begun = []
    for dx, dy, what in re.findall(r"[Mm](-?\d+) ?(-?\d+)(?=(.))", d):
        x, y = x + int(dx), y + int(dy)
        if what == "h":
            x += 1
        elif what in "aq":
            begun.append((float(x), float(y)))
    return begun


def top_of(plate: str) -> float:
    return float(re.findall(r'y="(\d+)"', plate)[0])


def area(outline: list[tuple[float, float]]) -> float:
    ahead = [*outline[1:], outline[0]]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(outline, ahead, strict=True))) / 2


@pytest.mark.parametrize("seed", range(5))
def test_cells_and_spaces_fill_a_section_without_overlap(seed: int) -> None:
    spaces = packed(200, 150, seed, [22, 16, 12, 9], 30)
    tissue = section(200, 150, seed, 30, spaces)
    filled = sum(map(area, [*(cell.outline for cell in tissue.cells), *tissue.spaces]))
    assert 200 * 150 < filled < 216 * 166


def test_a_space_is_ringed_by_cells_that_know_the_way_from_it() -> None:
    lumen = Space(100, 75, 24)
    ring = [
        cell for cell in section(200, 150, 3, 30, [lumen], near([lumen], 30)).cells if cell.away != (0, 0)
    ]
    assert len(ring) >= 6
    for cell in ring:
        assert hypot(cell.x - lumen.x, cell.y - lumen.y) > lumen.r
        assert (cell.x - lumen.x) * cell.away[0] + (cell.y - lumen.y) * cell.away[1] > 0


def test_packed_spaces_keep_their_distance() -> None:
    spaces = packed(300, 200, 1, [30, 20, 20, 10, 10, 10], 15)
    assert len(spaces) > 3
    for one, other in combinations(spaces, 2):
        assert hypot(one.x - other.x, one.y - other.y) > one.r + other.r + 15


@pytest.mark.parametrize("card", FIELDS, ids=lambda card: card.id)
def test_secretion_is_drawn_where_the_verdict_says_so(card: Card) -> None:
    svg = picture(card.picture)
    assert bool(paths(svg, "eosin-deep")) == (card.verdict != "other")


@pytest.mark.parametrize("card", FIELDS, ids=lambda card: card.id)
def test_the_words_of_a_field_name_no_diagnosis(card: Card) -> None:
    told = find(card.picture)
    assert not NAMES_OF_DISEASE.search(f"{told.title} {told.description} {card.text}")


@pytest.mark.parametrize("name", ["asked_cysts", "asked_brown", "asked_core"])
def test_the_words_of_an_asked_picture_name_no_diagnosis(name: str) -> None:
    told = find(name)
    assert not NAMES_OF_DISEASE.search(f"{told.title} {told.description}")


def test_the_moral_counts_the_fields_with_even_nuclei() -> None:
    even = [card for card in FIELDS if "even" in card.reasons]
    moral = next(one.moral for one in load_judgements().set if one.id == "eight-fields")
    assert (len(even), len(FIELDS)) == (7, 8)
    assert "seven of these eight" in moral


def test_nuclei_are_even_in_secretory_carcinoma_and_uneven_in_the_other() -> None:
    _, high = frames("secretory_look")
    upper, lower = high.body.split("<svg")[1:3]

    def spread(svg: str) -> float:
        shape = next(
            one["d"] for one in paths(svg, "haematoxylin") if "stroke" in one and one["fill"] != "none"
        )
        sizes = []
        for arc, curve in re.findall(r"a([\d. -]+)z|q([\d. -]+)z", shape):
            numbers = [abs(float(n)) for n in re.findall(r"-?[\d.]+", arc or curve)]
            sizes.append(numbers[0] if arc else sum(numbers) / 8)
        return pstdev(sizes) / mean(sizes)

    assert spread(upper) < 0.12
    assert spread(lower) > 2 * spread(upper)


def test_words_point_at_a_dividing_cell_an_uneven_nucleus_and_a_drop_in_a_vacuole() -> None:
    _, high = frames("secretory_look")
    upper, lower = high.body.split("<svg")[1:3]
    ends = [(float(a), float(b)) for a, b in re.findall(r'x2="([\d.]+)" y2="([\d.]+)"', high.body)]
    x, y = (float(n) for n in re.findall(r"translate\(([\d.]+) ([\d.]+)\)", lower)[0])
    drops = [(0.0, 0.0)]
    for dx, dy in re.findall(r"m(-?\d+) ?(-?\d+)a", paths(upper, "eosin-deep")[-1]["d"].lower()):
        drops.append((drops[-1][0] + float(dx), drops[-1][1] + float(dy)))
    uneven = next(one["d"] for one in paths(lower, "haematoxylin") if "h1" in one["d"])
    for top, places in (
        (top_of(lower), [(x, y)]),
        (top_of(lower), outlines_begin(uneven)),
        (top_of(upper), drops[1:]),
    ):
        assert min(hypot(a - x, b - y - top) for a, b in ends for x, y in places) < 15


def test_sox10_dots_are_those_of_the_records() -> None:
    facts = load_facts()
    stained, (events, total) = sox10_neighbours.counts()
    assert stained == round(float(str(facts["epi.tnbc.sox10.laurent2019"].value)))
    assert (events, total) == facts["epi.secretory.sox10.krings2017"].counts
    svg = picture("sox10_neighbours")
    assert points(svg, "dab") == stained + events
    assert points(svg, "haematoxylin") == 100 - stained + total - events
    assert f"{stained} of 100" in svg
    assert f"{events} of {total}" in svg


def test_shares_of_stained_cells_are_those_that_the_labels_and_records_name() -> None:
    shares = pan_trk_places.SHARES
    assert shares["nuclear"] > 0.5 < shares["cytoplasmic"]
    assert "fewer than 5%" in load_facts()["methods.ihc.nonsecretory_breast.falsepos.harrison2019"].claim
    assert shares["faint"] < 0.05


def test_one_faint_nucleus_is_fewer_than_one_in_twenty_of_those_drawn() -> None:
    faint = picture("pan_trk_places").split("<svg")[-1]
    pale = sum(one["d"].count("a") for one in paths(faint, "dab-pale"))
    assert pale == 1
    assert pale / (pale + nuclei(faint)) < 0.05


@pytest.mark.parametrize("share", [0.04, 0.5, 0.95])
def test_a_nuclear_stain_takes_its_share_of_the_nuclei(share: float) -> None:
    svg = pan_trk("nucleus", share, True, 400, 300, Random(share).randrange(99))
    brown, blue = nuclei(svg, "dab"), nuclei(svg)
    assert brown / (brown + blue) == pytest.approx(share, abs=0.12)


def test_a_cytoplasmic_stain_leaves_the_nuclei_blue() -> None:
    svg = picture("asked_brown")
    assert nuclei(svg, "dab") == 0
    assert nuclei(svg) > 10
    assert paths(svg, "dab")


@pytest.mark.parametrize("name", [card.picture for card in FIELDS])
def test_a_field_weighs_at_most_two_kilobytes_packed(name: str) -> None:
    assert len(gzip.compress(picture(name).encode())) <= 2048
