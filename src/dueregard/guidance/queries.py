"""Reads of threat checks, of their questions, and of the official wording that was attached."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.guidance import catalogue
from dueregard.guidance.models import OfficialText, ThreatCheck
from dueregard.guidance.rules import WORDING_OF
from dueregard.privacy.marking import readable


def threat_checks(viewer: Viewer) -> QuerySet[ThreatCheck]:
    """The area's Security Threat Checks that the viewer may read, newest first, each with who made it."""
    return ThreatCheck.objects.filter(readable(viewer), area=viewer.area_id).select_related("done_by").order_by("-on", "-typed_at")


def official_text(viewer: Viewer | None, *, framework: str) -> OfficialText | None:
    """The official wording of a framework as this install keeps it: what was attached last; None where nothing was."""
    return OfficialText.objects.filter(framework=framework).order_by("-attached_at").first()


def official_texts(viewer: Viewer) -> dict[str, OfficialText]:
    """The official wording in use of every framework that has one."""
    return {text.framework: text for text in OfficialText.objects.order_by("attached_at")}


def official_digest(viewer: Viewer | None, *, framework: str) -> str | None:
    """The digest of the official wording in use; None where none is attached."""
    text = official_text(viewer, framework=framework)
    return text.digest if text else None


def official_lines(viewer: Viewer | None, *, framework: str) -> dict[str, str]:
    """The official words of a framework's lines, by line; empty where nothing is attached."""
    text = official_text(viewer, framework=framework)
    return dict(text.lines) if text else {}


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """One of the three questions: the official words first where they are attached, ours as help."""

    id: str
    official: str | None
    ours: str

    @property
    def words(self) -> str:
        """What a form asks."""
        return self.official or self.ours

    @property
    def help(self) -> str:
        """What stands under it: our words, where the official ones are asked."""
        return f"In our words: {self.ours}" if self.official else ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A version of the three questions as it is asked here."""

    id: str
    title: str
    source: str
    is_official: bool
    questions: tuple[AskedQuestion, ...]

    def question(self, question_id: str) -> AskedQuestion:
        """One of the three."""
        return next(question for question in self.questions if question.id == question_id)


def asked(viewer: Viewer, *, wording: str) -> Asked:
    """A version of the three questions, with the official words first where they are attached."""
    return _asked(viewer, catalogue.threat_check_wording(wording))


def asked_on(viewer: Viewer, *, on: date) -> Asked:
    """The version of the three questions in force on a date: what a check made that day answers."""
    return _asked(viewer, catalogue.threat_check_wording_on(on))


def asked_in_force(viewer: Viewer, *, on: date) -> tuple[Asked, ...]:
    """Every version in force on a date, newest first: the toolkit asks about the local picture, the statutory guidance about the UK's."""
    return tuple(_asked(viewer, each) for each in reversed(catalogue.threat_check_wordings()) if each.in_force_from <= on)


def _asked(viewer: Viewer, wording: catalogue.ThreatCheckWording) -> Asked:
    framework = next((name for name, printed in WORDING_OF.items() if printed == wording.id), "")
    official = official_lines(viewer, framework=framework)
    questions = tuple(
        AskedQuestion(id=each.id, official=official.get(f"{wording.id}.{each.id}"), ours=each.says) for each in wording.questions
    )
    return Asked(
        id=wording.id,
        title=wording.title,
        source=wording.source.words,
        is_official=all(question.official for question in questions),
        questions=questions,
    )
