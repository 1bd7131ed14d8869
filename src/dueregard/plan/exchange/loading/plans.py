"""The deeds that make a file's plans."""

from collections.abc import Iterator

from dueregard.basics.part import FileDeed
from dueregard.partnership.exchange.loading.asked import At
from dueregard.plan import actions
from dueregard.plan.exchange.shapes.plans import PlanIn, PlannedIn

ROWS = At(())
ROW = {"date", "typed"}


def _places(plans: list[PlanIn]) -> Iterator[tuple[PlanIn, At]]:
    return ((plan, ROWS.apart("plans", index)) for index, plan in enumerate(plans))


def begun(plans: list[PlanIn]) -> Iterator[FileDeed]:
    """Plans, before anything that names them."""
    for plan, here in _places(plans):
        given = plan.model_dump(include={"group", "covers_from", "covers_to", "lead", "follows", "marking", "ref"})
        yield here.do(plan, actions.begin_plan, plan.title, on=plan.date, **given)


def written(plans: list[PlanIn]) -> Iterator[FileDeed]:
    """What each plan says, who took part in making it, what it rests on and its checks."""
    for plan, here in _places(plans):
        for place, objective in enumerate(plan.objectives):
            given = objective.model_dump(include={"national", "title", "ref"}) | {"position": objective.position or place + 1}
            yield (here / "objectives" / place).do(objective, actions.add_objective, plan.ref, on=objective.date, **given)
        for place, said in enumerate(plan.governance):
            yield (here / "governance" / place).do(said, actions.say_governance, plan.ref, on=said.date, words=said.words)
        for place, role in enumerate(plan.roles):
            yield (here / "roles" / place).do(role, actions.give_role, plan.ref, on=role.date, body=role.body, words=role.words)
        for place, part in enumerate(plan.contributions):
            took = part.model_dump(exclude=ROW)
            yield (here / "contributions" / place).do(part, actions.note_contribution, plan.ref, on=part.date, **took)
        for place, rests in enumerate(plan.assessments):
            yield (here / "assessments" / place).do(rests, actions.rest_on, plan.ref, on=rests.date, assessment=rests.assessment)
        for place, check in enumerate(plan.checks):
            yield (here / "checks" / place).do(check, actions.check_plan, plan.ref, on=check.date, check=check.check)


def planned(plans: list[PlanIn]) -> Iterator[FileDeed]:
    """The actions that came into each plan, moved within it and left it."""
    for plan, here in _places(plans):
        for place, row in enumerate(plan.actions):
            at = here.apart("actions", place)
            yield _in(plan, row, at)
            for number, moved in enumerate(row.moves):
                given = {"action": row.action, "objective": moved.objective, "district": moved.district}
                yield (at / "moves" / number).do(moved, actions.move_planned, plan.ref, on=moved.date, **given)
            if gone := row.ended:
                out = {"action": row.action, "because": gone.because}
                yield At((*at.path, "ended")).do(gone, actions.take_out_of_plan, plan.ref, on=gone.date, **out)


def _in(plan: PlanIn, row: PlannedIn, at: At) -> FileDeed:
    given = {"action": row.action, "objective": row.objective, "district": row.district}
    if row.carried_from:
        why = {"carried_from": row.carried_from, "because": row.because}
        return at.do(row, actions.carry_forward, plan.ref, on=row.date, **given, **why)
    return at.do(row, actions.put_in_plan, plan.ref, on=row.date, **given)


def standing(plans: list[PlanIn]) -> Iterator[FileDeed]:
    """What carries each plan: agreement, ratification, references, equality analysis."""
    for plan, here in _places(plans):
        if agreed := plan.agreed:
            given = {"decision": agreed.decision, "is_unchecked": True}
            yield (here / "agreed").do(agreed, actions.agree_plan, plan.ref, **given)
        for place, ratified in enumerate(plan.ratified):
            by_whom = ratified.model_dump(exclude=ROW)
            yield (here / "ratified" / place).do(ratified, actions.ratify, plan.ref, on=ratified.date, **by_whom)
        for place, referred in enumerate(plan.references):
            where = referred.model_dump(exclude=ROW)
            yield here.apart("references", place).do(referred, actions.note_reference, plan.ref, on=referred.date, **where)
        for place, analysis in enumerate(plan.equality_analyses):
            at = here.apart("equality_analyses", place)
            yield at.do(analysis, actions.attach_equality_analysis, plan.ref, on=analysis.date, version=analysis.version)


def dropped(plans: list[PlanIn]) -> Iterator[FileDeed]:
    """Objectives that were dropped."""
    for plan, here in _places(plans):
        for place, objective in enumerate(plan.objectives):
            if gone := objective.ended:
                at = here / "objectives" / place / "ended"
                yield at.do(gone, actions.drop_objective, objective.ref, on=gone.date, because=gone.because)


def closed(plans: list[PlanIn]) -> Iterator[FileDeed]:
    """Plans that were closed."""
    for plan, here in _places(plans):
        if end := plan.closed:
            yield (here / "closed").do(end, actions.close_plan, plan.ref, on=end.date, because=end.because)
