"""How far coders agree on themes: raw agreement, Cohen's kappa, Krippendorff's alpha, Gwet's AC1, with intervals.

`agreement(units, themes, *, coders, inspections, seed)` gives the rows of a table; same arguments, same rows. `coders`
is a mapping from coder to "person" or "model"; `inspections` are all whose findings were coded, also those without a
code. Levels in this order: findings (units that are not whole, if there are any), areas over all inspections, areas
with an area for priority action (kind `apa` only). In each: people together (three or more), models together, then
every pair. In each of these: both kinds pooled, `afi`, `apa`; in each of these all themes pooled, then each theme.
Without `pairs_in_detail` the pairs of a larger group have the rows of all themes pooled only. Values are exact; the
ends of intervals are floats, rounded to six places. What has no value says why, and `notes` what a reader must know.

The measures by themselves take a table with a row for each unit and in it the code of each coder, None where missing.
"""

from areasend.themes.agreement.comparing import RESAMPLES, agreement
from areasend.themes.agreement.estimates import Estimate, Interval, Method, WhyNot
from areasend.themes.agreement.measures import cohens_kappa, gwets_ac1, mean_kappa, raw_agreement
from areasend.themes.agreement.reading_text import agreement_text
from areasend.themes.agreement.rows import Agreement, Among, Between, Share
from areasend.themes.agreement.scales import Scale, krippendorffs_alpha
from areasend.themes.agreement.showing import agreement_csv, agreement_json

__all__ = [
    "RESAMPLES",
    "Agreement",
    "Among",
    "Between",
    "Estimate",
    "Interval",
    "Method",
    "Scale",
    "Share",
    "WhyNot",
    "agreement",
    "agreement_csv",
    "agreement_json",
    "agreement_text",
    "cohens_kappa",
    "gwets_ac1",
    "krippendorffs_alpha",
    "mean_kappa",
    "raw_agreement",
]
