"""Deeds on the area as a whole: what it is, what has been said of it, which areas it serves or takes over from."""

from datetime import date, datetime

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record, record_install
from dueregard.basics.refused import refuse_if
from dueregard.organisations import queries, rules
from dueregard.organisations.models import Area, AreaStanding, Serving, ServingEnd, Succession
from dueregard.privacy.marking import Marking, why_not_mark


def create_area(
    slug: str, *, name: str, kind: str, nation: str, began: date, at: datetime, held_by: str = "", is_invented: bool = False
) -> Area:
    """A new area. The command line and the loading of area files do this; nothing in the site does."""
    area = Area.objects.create(
        slug=slug, name=name, kind=kind, nation=nation, began=began, typed_at=at, held_by=held_by, is_invented=is_invented
    )
    record_install("organisations.area.created", at=at, kind="organisations.area", subject=str(area.pk), slug=slug)
    return area


@deed
def note_loaded(digest: str, *, by: Viewer) -> None:
    """Keep the digest of the area file an area was loaded from, so that the same file again is nothing to do."""
    by.must(Permission.FILES_MOVE)
    area = queries.area(by)
    area.loaded_digest = digest
    area.save(update_fields=["loaded_digest"])
    record("organisations.area.loaded", area, by=by, digest=digest)


@deed
def say_standing(standing: str, *, by: Viewer, on: date, value: str, because: str) -> AreaStanding:
    """Say the area's tier, its funding or whether there is a prison, from a date, with the reason. The newest for a date counts."""
    by.must(Permission.AREA_EDIT)
    if standing == rules.Standing.TIER:
        refuse_if(why_not_mark(Marking.SENSITIVE, viewer=by))
    refuse_if(rules.why_not_say(standing, value) or rules.why_not_date(on, today=by.today))
    refuse_if(None if because.strip() else "Give the reason: who decided it, or how it is known")
    last = queries.decided(by, standings=[standing]).filter(on=on).last()
    if last is not None and (last.value, last.because) == (value, because):
        return last  # posted twice
    at_once = last is not None and last.typed_at == by.now  # in a file: nobody could tell which of the two counts
    refuse_if("Two things are said of this for the same date: say when the second was typed" if at_once else None)
    said = AreaStanding.objects.create(standing=standing, value=value, on=on, because=because, **by.stamp)
    record("organisations.standing.said", said, by=by, standing=standing, on=on)  # never the value: the tier is Official-Sensitive
    return said


def _another(slug: str, *, by: Viewer) -> Area:
    other = queries.area_called(by, slug)
    refuse_if(rules.ONLY_BOTH if other is None else None)
    assert other is not None
    return other


@deed
def serve(slug: str, *, by: Viewer, on: date) -> Serving:
    """Say that this arrangement serves another area from a date: what it holds counts there."""
    by.must(Permission.AREA_EDIT)
    served = _another(slug, by=by)
    already = any(other.area_id == served.pk and (other.until is None or other.until >= on) for other in queries.serves(by))
    is_itself = served.pk == by.area_id
    refuse_if(rules.why_not_date(on, today=by.today))
    refuse_if(rules.why_not_serve(queries.area(by).kind, is_itself=is_itself, serves_already=already))
    serving = Serving.objects.create(server_id=by.area_id, served=served, on=on, typed_at=by.now)
    record("organisations.serving.begun", serving, by=by, on=on, area=served.slug)
    return serving


@deed
def stop_serving(slug: str, *, by: Viewer, on: date) -> None:
    """Say the last day this arrangement served another area."""
    by.must(Permission.AREA_EDIT)
    serving = (
        Serving.objects.select_for_update(of=("self",))
        .filter(server=by.area_id, served__slug=slug, ending__isnull=True)
        .order_by("on")
        .first()
    )
    if serving is None:
        refuse_if("This area does not serve that one now")
        return
    refuse_if(rules.why_not_end(began=serving.on, ends=on) or rules.why_not_date(on, today=by.today))
    ending = ServingEnd.objects.create(serving=serving, on=on, typed_at=by.now)
    record("organisations.serving.ended", ending, by=by, on=on, area=slug)


@deed
def succeed(slug: str, *, by: Viewer, on: date, share: str) -> Succession:
    """Say that this area takes over from another on a date, wholly or in part: the history of the other stays readable here and counts."""
    by.must(Permission.AREA_EDIT)
    before = _another(slug, by=by)
    said = any(other.area_id == before.pk for other in queries.all_predecessors(by))
    reverse = any(other.area_id == before.pk for other in queries.successors(by))
    is_itself = before.pk == by.area_id
    refuse_if(rules.why_not_date(on, today=by.today))
    refuse_if(rules.why_not_succeed(is_itself=is_itself, is_said=said, is_reverse=reverse))
    refuse_if(None if share.strip() else "Say which part of it: the whole, or which districts")
    succession = Succession.objects.create(predecessor=before, successor_id=by.area_id, on=on, share=share, typed_at=by.now)
    record("organisations.succession.said", succession, by=by, on=on, area=before.slug)
    return succession
