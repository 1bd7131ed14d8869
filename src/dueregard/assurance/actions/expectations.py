"""The deed by which an area expects another number than ours."""

from datetime import date
from decimal import Decimal

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.models import Expectation
from dueregard.assurance.rules.rounds import why_not_expect
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.guidance import catalogue


@deed
def set_expectation(framework: str, *, by: Viewer, on: date, line: str, key: str, value: float, because: str) -> None:
    """From a day on, expect another number of a line than we do, with the reason. The toolkit's own numbers cannot be changed."""
    by.must(Permission.ASSURANCE_SIGN)
    try:
        number = catalogue.line(framework, line).expects.get(key)
    except catalogue.GuidanceError as error:
        raise Refused(str(error)) from error
    is_fixed = number is not None and number.is_fixed
    refuse_if(why_not_expect(value, key=key, has_key=number is not None, is_fixed=is_fixed, because=because))
    refuse_if(None if on <= by.today else "Give a day that has come: an expectation is set when it begins")
    row = Expectation.objects.create(
        **by.stamp, framework=framework, line=line, key=key, value=Decimal(str(value)), on=on, because=because.strip()
    )
    record("assurance.expectation.set", row, by=by, on=on, framework=framework, line=line, key=key, value=f"{value:g}")
