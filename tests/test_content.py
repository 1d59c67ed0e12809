"""The course's own content keeps every rule: what ``start.py check`` says of it."""

from ntrkcourse.checks.everything import check_everything


def test_content_has_no_problem():
    assert [str(problem) for problem in check_everything()] == []
