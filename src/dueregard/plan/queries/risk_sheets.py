"""What a register’s sheet is set beside: the risks as they stand and who may own one."""

from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.bringing_in import who_may_own
from dueregard.plan.rules.sheets.risk_rows import BETWEEN, Field
from dueregard.plan.rules.sheets.risk_weighed import RISK_CARRIED, RiskHere, RisksThere
from dueregard.plan.rules.sheets.trip import plain
from dueregard.risk.queries import RiskRow, risks
from dueregard.risk.queries.sheets import controls_now, wordings_now
from dueregard.risk.rules.matrix import Score
from dueregard.risk.rules.risks import RiskKind, Wording
from dueregard.sheets.rules.naming import whole


def register_beside(viewer: Viewer) -> RisksThere:
    """Everything a register’s sheet is set beside; the same number of statements however many risks there are."""
    candidates, owners = who_may_own(viewer, None)
    keys = {candidate.names[1]: candidate.key for candidate in candidates[::-1]}
    found = [
        RiskHere(
            ref=row.ref,
            on=row.on,
            values=values,
            controls=frozenset(whole(words) for words in controls),
            is_corporate=row.kind is RiskKind.CORPORATE,
            owner=owners.get(keys.get(row.person or row.owner, ""), ("", "")),
        )
        for row, values, controls in register_carried(viewer)
    ]
    return RisksThere(today=viewer.today, area=viewer.area, risks=found, candidates=candidates, owners=owners)


def register_carried(viewer: Viewer) -> list[tuple[RiskRow, dict[str, str], list[str]]]:
    """Every risk the viewer may see, open or closed: its row, each field a sheet carries as it is compared, and its controls."""
    said, controls = wordings_now(viewer), controls_now(viewer)
    return [
        (row, _values(row, said.get(row.ref) or Wording(title=row.title), controls.get(row.ref, [])), controls.get(row.ref, []))
        for row in risks(viewer, as_at=viewer.today)
    ]


def _values(row: RiskRow, said: Wording, controls: list[str]) -> dict[str, str]:
    found = {
        Field.TITLE: plain(said.title),
        Field.CAUSE: plain(said.cause),
        Field.EVENT: plain(said.event),
        Field.EFFECT: plain(said.effect),
        Field.INHERENT: _score(row.inherent),
        Field.CONTROLS: plain(BETWEEN.join(controls)),
        Field.RESIDUAL: _score(row.residual),
        Field.TARGET: _score(row.target),
        Field.OWNER: plain(row.owner),
        Field.PERSON: plain(row.person),
        Field.REFERENCE: plain(row.reference),
        Field.REVIEW: row.next_due.isoformat() if row.next_due else "",
        Field.STATUS: row.status.value,
    }
    return {name.value: found[name] for name in RISK_CARRIED}


def _score(score: Score | None) -> str:
    return f"{score.likelihood} x {score.impact}" if score else ""
