"""The one error that bad content raises."""


class ContentError(ValueError):
    """Content that cannot be used; the message names file, record and key.

    Parameters
    ----------
    file, record, key
        Where the fault lies. ``record`` and ``key`` are empty where the whole file is at fault.
    problem
        What is wrong and, where it helps, what was expected.
    """

    def __init__(self, file: object, record: str, key: str, problem: str) -> None:
        self.file, self.record, self.key, self.problem = str(file), record, key, problem
        place = ", ".join(
            part for part in (str(file), record and f"record {record!r}", key and f"key {key!r}") if part
        )
        super().__init__(f"{place}: {problem}")
