"""Questions with all that a format may break on: another script, the signs of XML and of GIFT, decimals, pictures."""

from collections.abc import Mapping

from ntrkcourse.content.questions import Diagnosis, Item, Option, Pair, Question, load_questions

HINDI = "क्या हर TRK संलयन दवा से ठीक होता है?"
SIGNS = "Is 3 < 5 & 7 > 2 in a]]>b, ~30 = {x} #1: c\\d -> “e” 'f' %50%g?"
FACT = "epi.ntrk.breast.rossds2020"
LINK = f"Found in [4 of 4,854](fact:{FACT}) *women*."


def made(kind: str, **parts: object) -> Question:
    about = {
        "objective": "03.1",
        "use": "chapter",
        "level": "apply",
        "stem": SIGNS,
        "vignette": HINDI,
        "see": load_questions()["03.read-interval"].see,
        "facts": (FACT,),
    }
    return Question(id=f"03.made-{kind}", kind=kind, **{**about, **parts})  # type: ignore[arg-type]


MADE: Mapping[str, Question] = {
    "single": made(
        "single",
        picture="four_series",
        option=(
            Option(f"{SIGNS} one", f"No: {HINDI}", trap="a trap"),
            Option(f"{HINDI} two", f"{LINK} {SIGNS}", correct=True),
            Option("three", "No.", trap="another"),
        ),
    ),
    "multiple": made(
        "multiple",
        option=tuple(Option(f"{SIGNS} {at}", f"{HINDI} {at}", correct=at != 1) for at in range(4)),
    ),
    "numeric": made(
        "numeric",
        answer=10.2,
        tolerance=0.25,
        unit="in 10,000",
        precision="to one decimal",
        diagnosis=(
            Diagnosis(6.4, 6.9, f"{SIGNS} low", "turned round"),
            Diagnosis(-2, 0.5, HINDI, "per cent"),
        ),
        right=LINK,
        wrong=f"Not {SIGNS}",
    ),
    "order": made(
        "order",
        item=tuple(Item(f"{SIGNS} {at}", f"{HINDI} {at}") for at in range(4)),
        right=LINK,
        wrong="Not so.",
    ),
    "match": made(
        "match",
        pair=tuple(Pair(f"{SIGNS} {at}", f"{HINDI} {at} & <b>", f"Because {at}.") for at in range(4)),
        right=LINK,
        wrong="Not so.",
    ),
}
