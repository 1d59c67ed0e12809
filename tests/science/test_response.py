"""RECIST 1.1: its boundaries, its laws, and a second implementation that measures every lesion."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntrkcourse.content.facts import load_facts
from ntrkcourse.science.response import Assessment, Lesion, assess, classify

sums = st.integers(0, 300)
falling = st.integers(1, 300).flatmap(lambda top: st.tuples(st.just(top), st.integers(0, top)))
"""A baseline and a nadir."""
tenths = st.integers(0, 2000).map(lambda n: n / 10)


@pytest.mark.parametrize(
    ("baseline", "nadir", "current", "expected"),
    [
        (100, 100, 70, "PR"),  # exactly 30%
        (100, 100, 70.1, "SD"),
        (100, 100, 69.9, "PR"),
        (33.3, 33.3, 23.31, "PR"),  # exactly 30% of a decimal: 33.3 * 0.7 is 23.309999... in binary
        (33.3, 33.3, 23.32, "SD"),
        (60, 43, 42, "PR"),
        (100, 70, 84, "PD"),  # exactly 20%, 14 mm
        (100, 70, 83.9, "SD"),
        (32, 16, 20, "PR"),  # 25% but 4 mm, and still far below baseline
        (24, 20, 24, "SD"),  # exactly 20% but 4 mm
        (25, 25, 30, "PD"),  # exactly 20% and exactly 5 mm
        (40, 20, 25, "PD"),  # 25% and exactly 5 mm
        (40, 20, 24.9, "PR"),  # 4.9 mm: not progression, and a fall of more than 30%
        (35, 20, 24.9, "SD"),
        (26, 26, 31, "SD"),  # 5 mm but under 20%
        (50.1, 0.3, 5.3, "PD"),  # exactly 5 mm in decimals: 5.3 - 0.3 is 5.0, 50.4 - 45.4 is not
        (100.8, 45.4, 54.48, "PD"),  # exactly 20% of a decimal
        (100.8, 45.4, 54.47, "PR"),
        (70, 48, 62, "PD"),  # from nadir, though 11% below baseline
        (70, 70, 62, "SD"),
        (70, 48, 48, "PR"),
        (70, 48, 0, "CR"),
        (70, 0, 5, "PD"),
        (70, 70, 70, "SD"),
    ],
)
def test_boundaries(baseline: float, nadir: float, current: float, expected: str) -> None:
    assert classify(baseline, nadir, current) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"current_mm": 8, "nodes_mm": 8}, "CR"),
        ({"current_mm": 8}, "PR"),
        ({"current_mm": 10, "nodes_mm": 10, "nodes_normal": False}, "PR"),
        ({"current_mm": 0, "nodes_normal": False}, "PR"),
        ({"current_mm": 12, "nodes_mm": 8}, "PR"),
        ({"nadir_mm": 3, "current_mm": 9, "nodes_mm": 9}, "CR"),
        ({"nadir_mm": 3, "current_mm": 10, "nodes_mm": 10, "nodes_normal": False}, "PD"),
        ({"current_mm": 8, "nodes_mm": 8, "new_lesions": True}, "PD"),
        ({"current_mm": 0, "new_lesions": True}, "PD"),
        ({"current_mm": 10, "new_lesions": True}, "PD"),
    ],
)
def test_nodes_and_new_lesions(arguments: dict[str, float], expected: str) -> None:
    assert classify(**{"baseline_mm": 41, "nadir_mm": 20} | arguments) == expected


@pytest.mark.parametrize(
    ("current", "non_target", "new", "expected"),
    [  # Eisenhauer 2009, Table 1: target, non-target and new lesions give the response at a time point.
        (0, "CR", False, "CR"),
        (0, "non-CR/non-PD", False, "PR"),
        (60, "CR", False, "PR"),
        (60, "non-CR/non-PD", False, "PR"),
        (95, "CR", False, "SD"),
        (95, "non-CR/non-PD", False, "SD"),
        (130, "CR", False, "PD"),
        (130, "non-CR/non-PD", False, "PD"),
        (130, "PD", False, "PD"),
        (0, "PD", False, "PD"),
        (60, "PD", False, "PD"),
        (95, "PD", True, "PD"),
        (0, "CR", True, "PD"),
        (60, "non-CR/non-PD", True, "PD"),
    ],
)
def test_lesions_that_are_not_measured(current: float, non_target: str, new: bool, expected: str) -> None:
    assert classify(100, 100, current, new, non_target=non_target) == expected


def test_an_unknown_state_of_lesions_not_measured_is_refused() -> None:
    with pytest.raises(ValueError, match="non_target must be one of CR, non-CR/non-PD, PD, got 'SD'"):
        classify(60, 40, 45, non_target="SD")


def test_normal_nodes_make_no_complete_response_while_bone_is_left() -> None:
    assert classify(41, 20, 8, nodes_mm=8, non_target="non-CR/non-PD") == "PR"


def test_the_limits_are_those_of_the_records() -> None:
    facts = load_facts()
    fall, rise = facts["therapy.recist11.pr"].value, facts["therapy.recist11.pd"].value
    assert classify(1000, 1000, 1000 - 10 * fall) == "PR"
    assert classify(1000, 1000, 1001 - 10 * fall) == "SD"
    assert classify(1000, 1000, 1000 + 10 * rise) == "PD"
    assert classify(1000, 1000, 999 + 10 * rise) == "SD"
    assert "5 mm" in facts["therapy.recist11.pd"].claim
    assert "unequivocal" in facts["therapy.recist11.nontarget"].claim
    short_axis = facts["therapy.recist11.cr"].value
    node = (30, short_axis, short_axis - 0.1)
    assert [one.response for one in assess([Lesion(node, node=True)])] == ["PR", "CR"]
    assert facts["therapy.recist11.targets"].value.endswith("5 in total")


@pytest.mark.parametrize("bad", [-1, math.nan, math.inf, 1e9, "12", None])
@pytest.mark.parametrize("name", ["baseline_mm", "nadir_mm", "current_mm", "nodes_mm"])
def test_bad_sums_are_named_with_their_range(name: str, bad: float) -> None:
    arguments = {"baseline_mm": 60, "nadir_mm": 40, "current_mm": 45}
    with pytest.raises(ValueError, match=f"{name} must be from 0 to"):
        classify(**arguments | {name: bad})


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"baseline_mm": 0, "nadir_mm": 0}, "baseline_mm must be above 0"),
        ({"nadir_mm": 61}, r"nadir_mm must be from 0 to baseline_mm \(60\)"),
        ({"nodes_mm": 46}, r"nodes_mm must be from 0 to current_mm \(45\)"),
    ],
)
def test_contradictions_are_refused(arguments: dict[str, float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        classify(**{"baseline_mm": 60, "nadir_mm": 40, "current_mm": 45} | arguments)


# Laws.


@given(falling, st.integers(0, 300), st.integers(1, 30))
def test_response_from_baseline_does_not_depend_on_the_unit(pair, current, scale):
    baseline, nadir = pair
    current = min(current, nadir)  # no rise, so that the 5 mm do not matter
    assert classify(baseline, nadir, current) == classify(scale * baseline, scale * nadir, scale * current)


@given(falling, sums, st.booleans())
def test_progression_wins(pair, current, new):
    baseline, nadir = pair
    rises = current - nadir >= 5 and 5 * current >= 6 * nadir
    if new or rises:
        assert classify(baseline, nadir, current, new_lesions=new) == "PD"


@given(falling, st.lists(tenths, min_size=2, max_size=2).map(sorted))
def test_more_tumour_is_never_a_better_response(pair, currents):
    order = ["CR", "PR", "SD", "PD"]
    less, more = (order.index(classify(*pair, current)) for current in currents)
    assert less <= more


@given(falling, sums, sums)
def test_a_lower_nadir_is_never_kinder(pair, other, current):
    baseline, high = pair
    low, high = (classify(baseline, nadir, current) for nadir in (min(other, high), high))
    assert low == high or low == "PD"


@given(st.integers(1, 300), sums)
def test_while_the_nadir_is_the_baseline(baseline, current):
    expected = (
        "CR"
        if current == 0
        else "PD"
        if current >= baseline + max(5, Fraction(baseline, 5))
        else "PR"
        if current <= Fraction(7 * baseline, 10)
        else "SD"
    )
    assert classify(baseline, baseline, current) == expected


# A second implementation, from each lesion's diameters in tenths of a millimetre.


def second_reading(rows: list[tuple[list[int], bool]], new_at: int | None) -> list[str]:
    read: list[str] = []
    totals = [sum(row[scan] for row, _ in rows) for scan in range(len(rows[0][0]))]
    for scan in range(1, len(totals)):
        left = [(row[scan], node) for row, node in rows if not (row[scan] < 100 if node else row[scan] == 0)]
        smallest = sorted(totals[:scan])[0]
        change = Fraction(totals[scan], smallest) - 1 if smallest else math.inf
        if (new_at is not None and new_at <= scan) or (left and read[-1:] == ["CR"]):
            read.append("PD")
        elif not left:
            read.append("CR")
        elif change >= Fraction(1, 5) and totals[scan] >= smallest + 50:
            read.append("PD")
        else:
            read.append("PR" if Fraction(totals[scan], totals[0]) <= Fraction(7, 10) else "SD")
    return read


@st.composite
def patients(draw):
    scans = draw(st.integers(1, 4))
    small = st.sampled_from([0, 0, 20, 50, 90, 99, 100, 101])
    size = st.one_of(small, st.integers(0, 400))
    rows = []
    for node in draw(st.lists(st.booleans(), min_size=1, max_size=5)):
        first = draw(st.sampled_from([150, 200, 333]) | st.integers(150, 400))
        rows.append(([first, *draw(st.lists(size, min_size=scans, max_size=scans))], node))
    return rows, draw(st.none() | st.integers(1, scans))


@given(patients())
def test_a_second_implementation_reads_the_same(patient):
    rows, new_at = patient
    lesions = [Lesion(tuple(d / 10 for d in diameters), node) for diameters, node in rows]
    found = assess(lesions, new_at)
    assert [one.response for one in found] == second_reading(rows, new_at)
    totals = [sum(row[scan] for row, _ in rows) / 10 for scan in range(len(rows[0][0]))]
    assert [one.sum_mm for one in found] == totals[1:]
    assert [one.nadir_mm for one in found] == [min(totals[:scan]) for scan in range(1, len(totals))]


def test_sums_nadirs_and_classes_of_a_series() -> None:
    lesions = [Lesion((40, 28, 36)), Lesion((30, 20, 26))]
    assert assess(lesions) == (Assessment(48, 70, "PR"), Assessment(62, 48, "PD"))


def test_decimals_add_up_as_decimals() -> None:
    assert assess([Lesion((10.1, 10.1)), Lesion((10.2, 10.2))])[0].sum_mm == 20.3


def test_nodes_count_as_gone_under_10_mm_and_not_at_10() -> None:
    lesions = [Lesion((22, 8, 0, 0)), Lesion((19, 12, 10, 8), node=True)]
    assert [one.response for one in assess(lesions)] == ["PR", "PR", "CR"]


def test_a_lesion_back_after_a_complete_response_is_progression_whatever_its_size() -> None:
    assert [one.response for one in assess([Lesion((40, 0, 3))])] == ["CR", "PD"]
    assert [one.response for one in assess([Lesion((40, 5, 8))])] == ["PR", "PR"]
    node = Lesion((20, 7, 9.9, 10), node=True)
    assert [one.response for one in assess([node])] == ["CR", "CR", "PD"]


def test_a_new_lesion_counts_while_the_sum_falls_and_after() -> None:
    lesions = [Lesion((45, 30, 20, 12)), Lesion((25, 18, 12, 5))]
    assert [one.response for one in assess(lesions, new_lesion_at=2)] == ["PR", "PD", "PD"]


@pytest.mark.parametrize(
    ("build", "told"),
    [
        (lambda: Lesion((20,)), "diameters must hold"),
        (lambda: Lesion((9.9, 5)), r"diameters\[0\] must be 10 or more"),
        (lambda: Lesion((14, 5), node=True), r"diameters\[0\] must be 15 or more"),
        (lambda: Lesion((20, -1)), r"diameters\[1\] must be from 0"),
        (lambda: Lesion((20, math.nan)), r"diameters\[1\] must be from 0"),
        (lambda: assess([]), "lesions must hold 1 to 5"),
        (lambda: assess([Lesion((20, 5))] * 6), "lesions must hold 1 to 5"),
        (lambda: assess([Lesion((20, 5)), Lesion((20, 5, 5))]), "same scans"),
        (lambda: assess([Lesion((20, 5))], 2), "new_lesion_at must be a whole number from 1 to 1"),
        (lambda: assess([Lesion((20, 5))], 0), "new_lesion_at"),
    ],
)
def test_bad_series_are_named(build, told) -> None:
    with pytest.raises(ValueError, match=told):
        build()
