"""Dates of three precisions, alone and in a text."""

from datetime import date

import pytest

from ntrkcourse.content.dates import speak_dates, spoken, window


def test_dates_of_three_precisions():
    assert window("2020") == (date(2020, 1, 1), date(2020, 12, 31))
    assert window("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert window("2024-02-03") == (date(2024, 2, 3), date(2024, 2, 3))
    assert [spoken(text) for text in ("2024", "2024-02", "2024-02-03")] == [
        "2024",
        "February 2024",
        "3 February 2024",
    ]
    with pytest.raises(ValueError, match="no date"):
        window("May 2027")


def test_dates_in_a_text_are_spoken_and_years_from_to_are_not():
    assert speak_dates("2019-07-25 (recommended); 2019-09") == "25 July 2019 (recommended); September 2019"
    assert speak_dates("2019-21, 1 in 2019") == "2019-21, 1 in 2019"
