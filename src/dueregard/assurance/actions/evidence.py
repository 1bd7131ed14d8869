"""Deeds on evidence: keep a document or a record beside a line, take it away again."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.actions.doing import changed, doer, line_of, open_to_change
from dueregard.assurance.models import Evidence, EvidenceDrop, FindingKept, Round
from dueregard.assurance.rules.found import CiteSeen, FindingSeen
from dueregard.assurance.rules.judging import why_not_drop, why_not_keep
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import actions as register
from dueregard.documents import queries as documents


@deed
def keep_evidence(
    ref: str,
    *,
    by: Viewer,
    on: date,
    line: str,
    document: str = "",
    cited: tuple[str, str, str] | None = None,
    title: str = "",
    received: date | None = None,
    file: tuple[bytes, str] | None = None,
    done_by: str | None = None,
    who: str = "",
) -> None:
    """Keep beside a line a document of the register (DOC-4/2 for its second version), a new file, or a record the finding rests on."""
    by.must(Permission.ASSURANCE_JUDGE)
    round_ = open_to_change(ref, by=by, on=on)
    wanted = line_of(round_, line, by=by)
    refuse_if(why_not_keep(has_document=bool(document or file), has_record=cited is not None))
    finding = queries.kept_findings(by, round_.pk)[wanted.id]
    if cited is not None:
        rows = [cite for cite in FindingSeen.model_validate_json(finding.finding).cites if (cite.kind, cite.ref, cite.label) == cited]
        if not rows:
            raise Refused(f"The finding on {wanted.id} does not rest on {cited[1]}")
        _keep_records(round_, wanted.id, rows, by=by, on=on, done_by=done_by, who=who)
    else:
        document = register.take(document, by=by, on=on, title=title, received=received, file=file)
        _keep_document(round_, wanted.id, document, by=by, on=on, done_by=done_by, who=who)
    changed(round_, by=by)
    record("assurance.evidence.kept", round_, by=by, on=on, line=wanted.id, kept=document or (cited[1] if cited else ""))


def _keep_document(round_: Round, line: str, document: str, *, by: Viewer, on: date, done_by: str | None, who: str) -> None:
    version = documents.picked(by, document)
    held = Evidence.objects.filter(area=by.area_id, round=round_, line=line, document_id=version.pk, drop=None)
    if held.exists():
        raise Refused("This document is evidence for this line already")
    did = doer(by=by, done_by=done_by, who=who)
    Evidence.objects.create(**by.stamp, round=round_, line=line, document_id=version.pk, on=on, who=did.who, done_by_id=did.person_id)


def keep_records(round_: Round, finding: FindingKept, *, by: Viewer, on: date, done_by: str | None, who: str) -> None:
    """Keep the records a finding rests on as evidence for its line (part of judging it)."""
    cites = FindingSeen.model_validate_json(finding.finding).cites
    _keep_records(round_, finding.line, list(cites), by=by, on=on, done_by=done_by, who=who)


def _keep_records(round_: Round, line: str, cites: list[CiteSeen], *, by: Viewer, on: date, done_by: str | None, who: str) -> None:
    held = Evidence.objects.filter(area=by.area_id, round=round_, line=line).exclude(record_ref="")
    there = set(held.values_list("record_kind", "record_ref", "record_label"))
    did = doer(by=by, done_by=done_by, who=who)
    Evidence.objects.bulk_create(
        Evidence(
            **by.stamp,
            round=round_,
            line=line,
            record_kind=cite.kind,
            record_ref=cite.ref,
            record_label=cite.label[:240],
            record_on=cite.on,
            on=on,
            who=did.who,
            done_by_id=did.person_id,
        )
        for cite in cites
        if (cite.kind, cite.ref, cite.label[:240]) not in there
    )


@deed
def drop_evidence(pk: UUID, *, by: Viewer, on: date, because: str) -> None:
    """Take evidence away from a line, with the reason; that it was there stays known."""
    by.must(Permission.ASSURANCE_JUDGE)
    evidence = queries.evidence_to_change(by, pk)
    round_ = open_to_change(evidence.round.ref, by=by, on=on)
    refuse_if(why_not_drop(hasattr(evidence, "drop")))
    refuse_if(None if because.strip() else "Say why this is no longer evidence")
    EvidenceDrop.objects.create(**by.stamp, evidence=evidence, on=on, because=because.strip())
    changed(round_, by=by)
    record("assurance.evidence.dropped", round_, by=by, on=on, line=evidence.line)
