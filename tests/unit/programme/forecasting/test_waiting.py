"""Inspections whose dates or outcome are not recorded wait for a draw, even where what follows falls due later."""

from datetime import date

from areasend.framework import packaged_framework
from areasend.programme import default_programme
from areasend.programme.forecasting.follow_ups import FollowUps
from areasend.programme.forecasting.observed import observed_in
from areasend.programme.forecasting.standing import standing_of
from areasend.register import packaged_register
from areasend.snapshot import freeze

AS_AT = date(2026, 6, 30)
BUCKINGHAMSHIRE, CAMBRIDGESHIRE, SLOUGH, THURROCK = "E06000060", "E10000003", "E06000039", "E06000034"


def test_those_of_the_packaged_records_wait() -> None:
    framework = packaged_framework()
    held = freeze(packaged_register(), framework, as_at=AS_AT)
    observed = observed_in(held, framework)
    follow_ups = FollowUps(framework, observed.outcomes, date(2028, 12, 31), early_weeks=26, late_weeks=26)
    standing = standing_of(held, framework, default_programme(AS_AT, framework), observed, follow_ups, 26)
    codes = sorted(area.gss_code for area in held.existing_areas)
    waiting = {codes[entry.area]: entry for entry in standing.waiting}
    assert waiting.keys() == {BUCKINGHAMSHIRE, CAMBRIDGESHIRE, SLOUGH, THURROCK}
    assert waiting[SLOUGH].outcome == -1
    assert waiting[SLOUGH].end == (date(2025, 7, 11) - framework.start).days
    assert waiting[THURROCK].end == -1
    assert waiting[THURROCK].published == (date(2026, 3, 9) - framework.start).days
