"""The response rates of the trial explorer: which record each row shows, and how it may be filtered."""

from dataclasses import dataclass

DRUGS = {
    "larotrectinib": "Larotrectinib",
    "entrectinib": "Entrectinib",
    "repotrectinib": "Repotrectinib",
    "zurletrectinib": "Zurletrectinib",
}
READERS = {
    "independent": "independent reviewers",
    "investigators": "the treating investigators",
    "unstated": "not stated in what we read",
}
SITES = {"all": "all kinds together", "breast": "breast", "other": "other single tumours"}
BEFORE = {"none": "none before", "after": "after another one", "unstated": "not stated in what we read"}
FAMILIES = {
    "larotrectinib": (
        "Larotrectinib: its three trials, pooled",
        "The same trials, grown. Later data cuts hold patients of the earlier ones, and single tumours are parts "
        "of them. Never add these rows.",
    ),
    "entrectinib": (
        "Entrectinib: its adult trials, pooled",
        "The same trials, grown: later rows hold patients of earlier ones. Never add these rows.",
    ),
    "children": ("Entrectinib: children", "Other patients than the adults above."),
    "naive": (
        "Repotrectinib: no TRK inhibitor before",
        "One trial, TRIDENT-1, grown. Never add these rows.",
    ),
    "after": (
        "Repotrectinib: after another TRK inhibitor",
        "One trial, TRIDENT-1, grown: other patients than in its first group. Never add these rows.",
    ),
    "outside": ("Outside those trials", "Separate patients, small or without a count."),
    "warning": (
        "Warning: over-expression is not a fusion",
        "Most of these tumours only made too much of the protein. This row is not about fusions.",
    ),
}


@dataclass(frozen=True)
class Row:
    """One response rate: its fact, its name, and what the reader can filter by.

    ``reader`` is a key of ``READERS``, ``site`` of ``SITES``, ``before`` of ``BEFORE``, ``family`` of
    ``FAMILIES``. ``shared`` says whose patients these are; ``{total}`` in it is the record's own.
    """

    fact: str
    name: str
    drug: str
    reader: str
    family: str
    site: str = "all"
    before: str = "unstated"
    shared: str = ""


LARO, ENTRE, REPO = "larotrectinib", "entrectinib", "repotrectinib"
ROWS = (
    Row("therapy.larotrectinib.orr.drilon2018", "first report", LARO, "independent", LARO),
    Row(
        "therapy.larotrectinib.orr_investigator.drilon2018",
        "first report, other readers",
        LARO,
        "investigators",
        LARO,
        shared="The same {total} patients as in the first report.",
    ),
    Row(
        "therapy.larotrectinib.best_response_longterm.drilon2021",
        "first patients, followed longer",
        LARO,
        "investigators",
        LARO,
        shared="The same {total} patients as in the first report, later.",
    ),
    Row(
        "therapy.larotrectinib.orr.hong2020",
        "larger pool",
        LARO,
        "investigators",
        LARO,
        shared="The same trials, grown. No primary brain tumours.",
    ),
    Row(
        "therapy.larotrectinib.orr.epar_pas102",
        "EU assessment",
        LARO,
        "unstated",
        LARO,
        shared="The same trials. Some primary brain tumours.",
    ),
    Row(
        "therapy.larotrectinib.orr.asco2022_n244",
        "later pool",
        LARO,
        "independent",
        LARO,
        shared="The same trials, grown. No primary brain tumours.",
    ),
    Row(
        "therapy.larotrectinib.orr.fda2025_n339",
        "US full approval",
        LARO,
        "independent",
        LARO,
        shared="The same trials, grown.",
    ),
    Row(
        "therapy.larotrectinib.first_line.orr.hong2025",
        "as first treatment",
        LARO,
        "independent",
        LARO,
        before="none",
        shared="No systemic treatment before. May share patients with the pools.",
    ),
    Row(
        "therapy.larotrectinib.breast.orr.navigate2021",
        "breast",
        LARO,
        "investigators",
        LARO,
        site="breast",
        shared="Part of NAVIGATE, one of the three trials.",
    ),
    Row(
        "therapy.larotrectinib.salivary.orr2022",
        "salivary gland (ETV6::NTRK3)",
        LARO,
        "independent",
        LARO,
        site="other",
        shared="May share patients with the pools.",
    ),
    Row(
        "therapy.larotrectinib.thyroid.orr.waguespack2022",
        "thyroid",
        LARO,
        "unstated",
        LARO,
        site="other",
        shared="May share patients with the pools.",
    ),
    Row(
        "therapy.larotrectinib.gi.orr.qi2025",
        "stomach and bowel",
        LARO,
        "independent",
        LARO,
        site="other",
        shared="Part of NAVIGATE, one of the three trials.",
    ),
    Row(
        "therapy.larotrectinib.cns_primary.orr.doz2022",
        "primary brain tumours",
        LARO,
        "investigators",
        LARO,
        site="other",
        shared="Left out of the first report and of the larger pools.",
    ),
    Row(
        "therapy.larotrectinib.cns_primary.orr2023",
        "primary brain tumours, later cut",
        LARO,
        "independent",
        LARO,
        site="other",
        shared="May share patients with the earlier brain row; left out of the first report.",
    ),
    Row("therapy.entrectinib.orr.doebele2020", "first report", ENTRE, "independent", ENTRE),
    Row(
        "therapy.entrectinib.orr.ema_n74",
        "EU authorisation",
        ENTRE,
        "unstated",
        ENTRE,
        shared="The same trials, grown.",
    ),
    Row(
        "therapy.entrectinib.orr.demetri2022",
        "updated report",
        ENTRE,
        "independent",
        ENTRE,
        shared="The same trials, grown.",
    ),
    Row("therapy.entrectinib.peds.orr.desai2025", "children", ENTRE, "independent", "children"),
    Row(
        "therapy.repotrectinib.orr_naive.fda2024", "US approval", REPO, "independent", "naive", before="none"
    ),
    Row(
        "therapy.repotrectinib.orr_naive.besse2026",
        "full report",
        REPO,
        "unstated",
        "naive",
        before="none",
        shared="The same group, grown.",
    ),
    Row(
        "therapy.repotrectinib.orr_pretreated.fda2024",
        "US approval",
        REPO,
        "independent",
        "after",
        before="after",
    ),
    Row(
        "therapy.repotrectinib.orr_pretreated.besse2026",
        "full report",
        REPO,
        "unstated",
        "after",
        before="after",
        shared="The same group, grown.",
    ),
    Row(
        "therapy.repotrectinib.orr_solventfront.besse2026",
        "with a solvent-front mutation",
        REPO,
        "unstated",
        "after",
        before="after",
        shared="Part of the full report's group.",
    ),
    Row("therapy.larotrectinib.realworld.korea2024", "Korea, routine care", LARO, "unstated", "outside"),
    Row(
        "therapy.entrectinib.salivary_secretory.cr2023",
        "salivary gland, complete responses",
        ENTRE,
        "unstated",
        "outside",
        site="other",
    ),
    Row(
        "therapy.zurletrectinib.orr.2025",
        "the maker's announcement",
        "zurletrectinib",
        "unstated",
        "outside",
        shared="Not peer-reviewed.",
    ),
    Row(
        "therapy.larotrectinib.overexpression.orr2024",
        "over-expression, mostly no fusion",
        LARO,
        "unstated",
        "warning",
    ),
)
