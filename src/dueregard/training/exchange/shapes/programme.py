"""Programmes, those who deliver Prevent, settings, written information and updates in an area file."""

from datetime import date

from dueregard.basics.part import Dated, held_in
from dueregard.plan.exchange.shapes.pieces import Number
from dueregard.training.exchange.shapes.taught import LastDayIn
from dueregard.training.models import (
    AccreditedTrainer,
    AuditProgress,
    AuditReturn,
    AuditReturnWithdrawal,
    Development,
    DevelopmentWithdrawal,
    Induction,
    InductionStep,
    InductionStepWithdrawal,
    Material,
    MaterialCheck,
    Programme,
    ProgrammeReview,
    Setting,
    SettingReached,
    SettingReachedWithdrawal,
    StaffUpdate,
    StaffUpdateWithdrawal,
)


@held_in(StaffUpdateWithdrawal, DevelopmentWithdrawal, SettingReachedWithdrawal, InductionStepWithdrawal)
class WithdrawnIn(Dated):
    """It was entered by mistake."""

    because: str


@held_in(ProgrammeReview)
class ReviewIn(Dated):
    """A programme was looked at again and goes on."""

    words: str = ""
    review_due: date | None = None


@held_in(Programme)
class ProgrammeIn(Dated):
    """A programme, since it began."""

    ref: str
    kind: str
    title: str
    words: str = ""
    document: str | None = None
    review_due: date | None = None
    reviews: list[ReviewIn] = []
    ended: LastDayIn | None = None


@held_in(InductionStep)
class StepIn(Dated):
    """A step of an induction."""

    kind: str
    words: str = ""
    withdrawn: WithdrawnIn | None = None


@held_in(Induction)
class InductionIn(Dated):
    """Somebody began to deliver Prevent."""

    ref: str
    person: str
    post: str | None = None
    steps: list[StepIn] = []


@held_in(Development)
class DevelopmentIn(Dated):
    """Somebody did something for their continuing development."""

    ref: str
    person: str
    what: str
    hours: Number | None = None
    withdrawn: WithdrawnIn | None = None


@held_in(SettingReached)
class ReachedIn(Dated):
    """The education programme reached a setting."""

    staff: int | None = None
    lead_trained: bool = False
    words: str = ""
    withdrawn: WithdrawnIn | None = None


@held_in(AuditProgress)
class ProgressIn(Dated):
    """What a setting has done since of what its return left to do."""

    words: str
    complete: bool = False


@held_in(AuditReturnWithdrawal)
class AuditWithdrawnIn(Dated):
    """A setting’s safeguarding return was entered by mistake, and counts as never sent."""

    because: str


@held_in(AuditReturn)
class AuditIn(Dated):
    """A setting’s safeguarding return, received on a day."""

    ref: str
    year: int
    words: str = ""
    complete: bool = False
    progress: list[ProgressIn] = []
    withdrawn: AuditWithdrawnIn | None = None


@held_in(Setting)
class SettingIn(Dated):
    """A school or other setting."""

    ref: str
    name: str
    kind: str
    urn: str = ""
    reached: list[ReachedIn] = []
    audits: list[AuditIn] = []
    closed: LastDayIn | None = None


@held_in(AccreditedTrainer)
class TrainersIn(Dated):
    """How many people of a setting or a body are accredited to train others."""

    ref: str
    setting: str | None = None
    body: str | None = None
    how_many: int
    accredited_by: str
    until: date | None = None


@held_in(MaterialCheck)
class LookIn(Dated):
    """Somebody looked whether written information is there and still right."""

    current: bool = False
    words: str = ""


@held_in(Material)
class MaterialIn(Dated):
    """Written information or publicity."""

    ref: str
    title: str
    audience: str
    place: str
    document: str | None = None
    says_how_to_refer: bool = False
    checks: list[LookIn] = []
    taken_down: LastDayIn | None = None


@held_in(StaffUpdate)
class UpdateIn(Dated):
    """Those with Prevent responsibilities told others something."""

    ref: str
    about: str
    title: str
    words: str = ""
    to: str
    withdrawn: WithdrawnIn | None = None


class TermsIn(Dated):
    """On what terms reminders go out, from a day."""

    by_themselves: bool = False
    ahead_days: int
    again_days: int
    most: int


class RemindedIn(Dated):
    """Who was reminded of a requirement, or whose managers were."""

    requirement: str
    learners: list[str]
    to_managers: bool = False
