"""What the calculator says, read from content/widgets/calculator.toml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from ...content.errors import ContentError
from ...content.records import Words, build, read_widget, require_places

Kind = Literal["interval", "result", "one"]


@dataclass(frozen=True)
class Form:
    """One thing to work out: its name, and for paper its ``rule``, with ``{level}``, ``{tail}`` and ``{all}`` filled in."""

    id: Kind
    name: str
    rule: str


@dataclass(frozen=True)
class CalculatorContent:
    """The three forms, in the order in which they are offered."""

    title: str
    intro: str
    form: tuple[Form, ...]
    words: Words


@cache
def load(file: Path | None = None) -> CalculatorContent:
    """The content in ``file``, by default the course's.

    Raises
    ------
    ContentError
        For an unknown key, forms that are not the three, or a rule that asks for what nobody fills in.
    """
    document, name = read_widget("calculator", file)
    content = build(CalculatorContent, document, name, "widget")
    if sorted(form.id for form in content.form) != sorted(get_args(Kind)):
        raise ContentError(name, "widget", "form", f"must be {', '.join(get_args(Kind))}, each once")
    for form in content.form:
        require_places(form.rule, ("level", "tail", "all"), name, f"form {form.id}", "rule")
    return content
