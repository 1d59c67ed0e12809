"""Scoring of stained cells and the two rules: worked cases, laws, and refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ntrkcourse.science.staining import (
    PLACES,
    SHARES,
    Cell,
    any_staining,
    constructed_fields,
    score,
    strict_nuclear,
)

FIELDS = {field.id: field for field in constructed_fields()}
CELLS = st.lists(st.builds(Cell, *[st.integers(0, 3)] * 3), min_size=1, max_size=100)


@pytest.mark.parametrize(
    ("name", "loose", "strict", "fused"),
    [
        ("secretory", True, True, True),
        ("faint-nucleus", True, False, False),
        ("cytoplasm-fused", True, False, True),
        ("cytoplasm-focal", True, False, False),
        ("small-core", False, False, True),
    ],
)
def test_each_constructed_field_teaches_its_lesson(name, loose, strict, fused):
    field = FIELDS[name]
    assert (any_staining(field.cells), strict_nuclear(field.cells), field.fused) == (loose, strict, fused)


def test_the_constructed_fields_have_the_cells_that_they_are_said_to_have():
    nuclei = [cell.nucleus for cell in FIELDS["secretory"].cells]
    assert (len(nuclei), nuclei.count(3), nuclei.count(1)) == (40, 38, 2)
    assert sum(any(cell) for cell in FIELDS["faint-nucleus"].cells) == 1
    cytoplasm = [cell.cytoplasm for cell in FIELDS["cytoplasm-fused"].cells]
    assert (cytoplasm.count(2), cytoplasm.count(3), cytoplasm.count(0)) == (30, 6, 4)
    assert [at for at, cell in enumerate(FIELDS["cytoplasm-focal"].cells) if any(cell)] == [20, 28, 33]
    assert len(FIELDS["small-core"].cells) == 12
    assert all(len(field.cells) <= field.room for field in FIELDS.values())


@pytest.mark.parametrize(
    ("stained", "total", "expected"),
    [(1, 100, True), (1, 101, False), (2, 200, True), (0, 5, False)],
)
def test_one_per_cent_is_the_edge_of_the_loose_rule(stained, total, expected):
    assert any_staining([Cell(membrane=1)] * stained + [Cell()] * (total - stained)) is expected


def test_no_stain_is_negative_even_where_no_share_is_asked_for():
    assert not any_staining([Cell()], least=0)


@pytest.mark.parametrize(
    ("weak", "strong", "expected"), [(5, 0, False), (6, 0, True), (0, 1, True), (0, 0, False)]
)
def test_the_strict_rule_asks_for_more_than_half_or_one_strong_nucleus(weak, strong, expected):
    cells = [Cell(1)] * weak + [Cell(3)] * strong
    cells += [Cell(0, 3, 3)] * (10 - len(cells))
    assert strict_nuclear(cells) is expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([Cell()] * 3, (0, 0, 0)),
        ([Cell(0, 0, 2)] * 2 + [Cell()] * 38, (3, 2, 2)),
        ([Cell(0, 0, 2)] + [Cell()] * 20, (3, 2, 1)),
        ([Cell(1), Cell(3), Cell(), Cell()], (1, 3, 2)),
        ([Cell(1, 2, 0)] * 3 + [Cell()], (1, 1, 3)),
    ],
)
def test_scores(cells, expected):
    assert score(cells) == expected
    assert (PLACES[0], SHARES[0]) == ("none", "none")


@given(CELLS)
def test_the_strict_rule_calls_nothing_that_the_loose_one_does_not(cells):
    # Holds up to 100 cells: there one strong nucleus is at least 1% of them.
    assert any_staining(cells) or not strict_nuclear(cells)


@given(CELLS, st.randoms())
def test_the_order_of_the_cells_does_not_matter(cells, random):
    mixed = random.sample(cells, len(cells))
    assert score(mixed) == score(cells)
    assert (any_staining(mixed), strict_nuclear(mixed)) == (any_staining(cells), strict_nuclear(cells))


@pytest.mark.parametrize("function", [any_staining, strict_nuclear, score])
@pytest.mark.parametrize("cells", [[], [Cell(4)], [Cell(0, -1)]])
def test_bad_cells_are_named(function, cells):
    with pytest.raises(ValueError, match="cells"):
        function(cells)


def test_bad_shares_are_named():
    with pytest.raises(ValueError, match="least"):
        any_staining([Cell()], least=1.1)
    with pytest.raises(ValueError, match="diffuse"):
        strict_nuclear([Cell()], diffuse=-0.1)
