"""Of a style sheet that part stays that a page can use."""

import pytest

from ntrkcourse.publish.styles import names_in, used_part

NAMES = {"card", "open", "menu"}


@pytest.mark.parametrize(
    ("sheet", "part"),
    [
        (".card{color:red}", ".card{color:red}"),
        (".carousel{color:red}", ""),
        (".card .carousel{color:red}", ""),
        (".card,.carousel,#menu{color:red}", ".card,#menu{color:red}"),
        (".card:not(.carousel){color:red}", ".card:not(.carousel){color:red}"),
        ("a:is(.card,.carousel) > b{color:red}", "a:is(.card,.carousel) > b{color:red}"),
        ("html[data-theme=dark] p{color:red}", "html[data-theme=dark] p{color:red}"),
        ("/* a comment */ p{}", ""),
        ("@media print{.carousel{color:red}}", ""),
        (
            "@media (min-width:3px){.card{color:red}.carousel{color:red}}",
            "@media (min-width:3px){.card{color:red}}",
        ),
        ("@font-face{font-family:x;src:url(x.woff)}p{color:red}", "p{color:red}"),
        ("@keyframes turn{to{opacity:1}}", "@keyframes turn{to{opacity:1}}"),
    ],
)
def test_a_rule_stays_where_its_names_are_on_a_page(sheet: str, part: str) -> None:
    assert used_part(sheet, NAMES) == part


def test_a_custom_property_stays_while_something_reads_it() -> None:
    sheet = ":root{--a:1;--b:var(--c);--c:2;--d:var(--e);--e:3}p{order:var(--a)}"
    assert used_part(sheet, NAMES) == ":root{--a:1}p{order:var(--a)}"
    assert used_part(sheet, NAMES, "i{order:var(--b)}") == ":root{--a:1;--b:var(--c);--c:2}p{order:var(--a)}"


def test_names_are_those_of_pages_and_all_that_scripts_may_make_names_of() -> None:
    pages = ["<p class=\"card open\" id='menu'>carousel</p>"]
    assert names_in(pages, ["x.className = `tip-${1}`"]) >= {"card", "open", "menu", "tip-", "className"}
    assert "carousel" not in names_in(pages, [])
