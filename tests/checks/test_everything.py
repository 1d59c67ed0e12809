"""What ``start.py check`` reads."""

from ntrkcourse.checks.everything import record_texts
from ntrkcourse.content.location import book_folder


def test_no_file_of_records_is_forgotten():
    texts = record_texts()
    # The rows of the fact boxes are the records' own figures; the calls of the pileups are made up.
    apart = {"fact_boxes.toml", "pileups.toml"}
    assert set(texts) == {path.name for path in book_folder().glob("*.toml")} - apart
    assert all(texts.values())
