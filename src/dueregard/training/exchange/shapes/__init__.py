"""The shape of section 6 in an area file."""

from dueregard.basics.part import Strict
from dueregard.training.exchange.shapes.given import AskIn, ReturnIn, SessionIn
from dueregard.training.exchange.shapes.programme import (
    DevelopmentIn,
    InductionIn,
    MaterialIn,
    ProgrammeIn,
    RemindedIn,
    SettingIn,
    TermsIn,
    TrainersIn,
    UpdateIn,
)
from dueregard.training.exchange.shapes.taught import CourseIn, PlacingIn, PlanIn, ProfileIn
from dueregard.training.exchange.shapes.workforce import (
    CertificateIn,
    CertificateOutIn,
    CompletedIn,
    ImportIn,
    LearnerIn,
    SourceIn,
    TakenBackIn,
)


class TrainingPart(Strict):
    """The whole part."""

    courses: list[CourseIn] = []
    profiles: list[ProfileIn] = []
    plans: list[PlanIn] = []
    placings: list[PlacingIn] = []
    sources: list[SourceIn] = []
    imports: list[ImportIn] = []
    learners: list[LearnerIn] = []
    completions: list[CompletedIn] = []
    taken_back: list[TakenBackIn] = []
    certificates: list[CertificateIn] = []
    certificates_removed: list[CertificateOutIn] = []
    sessions: list[SessionIn] = []
    asked: list[AskIn] = []
    returns: list[ReturnIn] = []
    programmes: list[ProgrammeIn] = []
    inductions: list[InductionIn] = []
    development: list[DevelopmentIn] = []
    settings: list[SettingIn] = []
    trainers: list[TrainersIn] = []
    materials: list[MaterialIn] = []
    updates: list[UpdateIn] = []
    reminder_terms: list[TermsIn] = []
    reminded: list[RemindedIn] = []
    files_from: str = ""  # the loader says where the bytes are; never in a file
