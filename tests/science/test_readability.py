"""The reading grade against texts counted by hand."""

import pytest

from ntrkcourse import reading_grade


def by_hand(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@pytest.mark.parametrize(
    ("text", "words", "sentences", "syllables"),
    [
        ("The cat sat on the mat. The dog ran off.", 10, 2, 10),
        ("No full stop here", 4, 1, 4),
        ("It cost 2.5 crore. Is it so? Yes!", 7, 3, 7),
        ("She can\u2019t go; she isn't well-known.", 6, 1, 7),
        ("Table, agree, come, the.", 4, 1, 6),
        ("Hmm.", 1, 1, 1),
        ("फिर cancer।", 1, 1, 2),
    ],
)
def test_grade_is_the_formula_on_counts_made_by_hand(text, words, sentences, syllables):
    assert reading_grade(text) == pytest.approx(by_hand(words, sentences, syllables))


def test_hard_words_in_one_long_sentence_ask_for_a_university():
    hard = "Immunohistochemical evaluation of neoplasms requires considerable expertise and careful calibration now"
    assert reading_grade(hard) > 16


@pytest.mark.parametrize("text", ["", "42", "फिर"])
def test_text_without_a_word_is_refused(text):
    with pytest.raises(ValueError, match="at least one word"):
        reading_grade(text)
