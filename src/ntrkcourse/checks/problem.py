"""What a check reports."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault: the file and record (or line) it is in, the rule's code, and what to change."""

    file: str
    record: str
    code: str
    advice: str

    def __str__(self) -> str:
        place = ", ".join(filter(None, (self.file, self.record)))
        return f"{place}: {self.code}: {self.advice}"
