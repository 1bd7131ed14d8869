"""What people type in assurance."""

from dueregard.assurance.forms.asking import AsAtForm, ExpectationForm
from dueregard.assurance.forms.beside import HomeOfficeForm, ReviewerForm
from dueregard.assurance.forms.judging import DropForm, EvidenceForm, ImprovementForm, JudgeForm, ModerateForm, ScoreForm
from dueregard.assurance.forms.rounds import OpenForm, RefreshForm, SignForm

__all__ = [
    "AsAtForm",
    "DropForm",
    "EvidenceForm",
    "ExpectationForm",
    "HomeOfficeForm",
    "ImprovementForm",
    "JudgeForm",
    "ModerateForm",
    "OpenForm",
    "RefreshForm",
    "ReviewerForm",
    "ScoreForm",
    "SignForm",
]
