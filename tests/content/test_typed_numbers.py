"""Numbers as people type them, read in Python as a notebook reads them."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ntrkcourse.content.questions import load_questions
from ntrkcourse.content.typed_numbers import read_number
from ntrkcourse.exercise import check

NUMERIC = [question for question in load_questions().values() if question.kind == "numeric"]


def test_every_form_in_the_table_is_read(typed_answers):
    assert len(typed_answers) > 120
    readings = [(*case[:2], read_number(*case[:2])) for case in typed_answers]
    assert [(typed, unit, got.value, got.reason) for typed, unit, got in readings] == typed_answers


def test_a_long_text_is_quoted_in_part():
    assert read_number("three " * 500, "mm").reason == (
        "I cannot read ‘three three three three three three thre…’; type digits, for example 0.25."
    )


def indian(whole: int) -> str:
    """1234567 -> "12,34,567"."""
    head, tail = divmod(whole, 1000)
    pairs = []
    while head:
        head, pair = divmod(head, 100)
        pairs.insert(0, f"{pair:02}" if head else str(pair))
    return ",".join([*pairs, f"{tail:03}"]) if pairs else str(tail)


SIGNS = {False: ["", "+", "+ "], True: ["-", "−", "–", "- ", "minus "]}


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 10**9),
    st.integers(1, 999),
    st.booleans(),
    st.sampled_from(["marks", "rupees", "per cent", "of 100"]),
)
def test_a_number_in_every_supported_form_reads_back(whole, part, negative, unit):
    decimals = f"{part:03}".rstrip("0")
    plain = f"{whole}.{decimals}"
    # Three decimals after a short whole number would be thousands.
    comma = f"{whole},{decimals}" if len(decimals) < 3 or whole == 0 else plain
    forms = [
        *(plain, comma, f"{whole:,}.{decimals}", f"{indian(whole)}.{decimals}"),
        *(f"{whole:,}.{decimals}".replace(",", gap) for gap in (" ", "\u00a0", "\u202f")),
        *(f"{plain}e0", f"{plain}×10^0", f"{plain}·10⁰", f"about {plain}"),
        *([f"{plain} {unit}", f"{plain}{unit}"] if unit in ("marks", "per cent", "rupees") else []),
        *([f"Rs {plain}", f"₹{plain}/-"] if unit == "rupees" else []),
    ]
    value = -float(plain) if negative else float(plain)
    for form in forms:
        for sign in SIGNS[negative]:
            before, _, after = form.rpartition("about ")
            assert read_number(f"{'about ' if before or _ else ''}{sign}{after}", unit).value == value


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60), st.sampled_from([question.unit for question in NUMERIC]))
def test_any_text_is_a_finite_number_or_a_reason(text, unit):
    reading = read_number(text, unit)
    assert bool(reading.reason) == (reading.value is None)
    assert reading.value is None or math.isfinite(reading.value)


@pytest.mark.parametrize("question", NUMERIC, ids=lambda question: question.id)
def test_every_answer_of_the_bank_can_be_typed_with_its_unit(question):
    for typed in (f"{question.answer:g}", f"{question.answer:g} {question.unit}", f"+{question.answer!r}"):
        assert read_number(typed, question.unit).value == pytest.approx(question.answer, rel=1e-5), typed


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (0.54, "Right."),
        ("0,54", "Right."),
        ("about 0.54 per cent", "Right."),
        (0.0054, "Not right. The number is right as a fraction"),
        ("", "Type a number first, for example 0.25."),
        (..., "Put your answer in place of the three dots"),
        (True, "I cannot read ‘True’; type digits"),
        (float("nan"), "I cannot read ‘nan’; type digits"),
        ((0.06, 0.54), "I cannot read ‘(0.06, 0.54)’; type digits"),
        ("Rs 54", "The answer is in per cent, not ‘Rs 54’"),
    ],
)
def test_a_notebook_tells_what_it_read(answer, told, capsys):
    check("03.upper-china", answer)
    assert capsys.readouterr().out.startswith(told)
