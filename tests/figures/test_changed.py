"""The picture of certainty in chapter 13: each word pays where its marks say."""

import pytest

from ntrkcourse.figures.drawings import calibration


def test_each_word_of_certainty_pays_where_its_marks_are_most() -> None:
    for share in (n / 100 for n in range(101)):
        earned = {
            word: right * share + wrong * (1 - share) for word, (right, wrong) in calibration.MARKS.items()
        }
        for word in earned:
            start, end = calibration.pays(word)
            if start < share < end:
                assert earned[word] == pytest.approx(max(earned.values()))
    assert calibration.pays("certain")[0] == pytest.approx(4 / 5)


def test_the_made_up_reader_is_too_sure_once_not_sure_enough_once_and_right_once() -> None:
    certain, fairly, guess = (
        (right / 10, calibration.pays(word)) for word, right in calibration.MADE_UP.items()
    )
    assert certain[0] < certain[1][0]
    assert fairly[0] > fairly[1][1]
    assert guess[1][0] < guess[0] < guess[1][1]
