"""Inline Markdown: what is markup, and what stays text."""

from hypothesis import given
from hypothesis import strategies as st

from ntrkcourse.content.inline import fact_ids, inline_html, parse_inline, plain


def test_all_marks():
    text = "A **strong** and *soft* `code` [4 of 5](fact:a.b) [site](https://x.org/y)."
    assert parse_inline(text) == [
        ("text", "A "),
        ("strong", "strong"),
        ("text", " and "),
        ("em", "soft"),
        ("text", " "),
        ("code", "code"),
        ("text", " "),
        ("fact", "4 of 5", "a.b"),
        ("text", " "),
        ("link", "site", "https://x.org/y"),
        ("text", "."),
    ]
    assert plain(text) == "A strong and soft code 4 of 5 site."
    assert fact_ids(text) == ["a.b"]


def test_other_targets_are_no_links():
    assert parse_inline("[x](javascript:alert)") == [("text", "[x](javascript:alert)")]


def test_a_product_is_not_emphasis():
    assert plain("2*3*4 and a*b") == "2*3*4 and a*b"


def test_html_is_escaped():
    assert inline_html("<script>x</script> **a<b** It's") == (
        "&lt;script&gt;x&lt;/script&gt; <strong>a&lt;b</strong> It&#x27;s"
    )


@given(st.text(alphabet=st.characters(exclude_characters="*`[]"), max_size=80))
def test_plain_text_is_kept_to_the_letter(text):
    assert plain(text) == text
