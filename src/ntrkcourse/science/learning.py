"""What a test before and a test after say about learning."""

from .arguments import in_range


def normalised_gain(pre: float, post: float) -> float | None:
    """The share of what could be gained that was gained: ``(post - pre) / (1 - pre)``.

    Parameters
    ----------
    pre, post
        Scores before and after as fractions from 0 to 1.

    Returns
    -------
    float or None
        At most 1; below 0 after a loss; None when ``pre`` is 1, since nothing was left to gain.

    Raises
    ------
    ValueError
        Naming the argument and its range.

    Notes
    -----
    Hake RR. American Journal of Physics 1998;66:64-74. A small denominator makes it jumpy: a reader who had
    19 of 20 before can only gain 1 or lose much.
    """
    before, after = in_range("pre", pre, 0, 1), in_range("post", post, 0, 1)
    return None if before == 1 else (after - before) / (1 - before)
