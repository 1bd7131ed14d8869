"""What an evaluation of completed actions came to."""

from dueregard.basics.choice import Choice


class Changed(Choice):
    """What an evaluation changed, or proposes to change."""

    SCORE = "score", "Proposes a new residual score"
    ACTION = "action", "Changed or led to an action"
    OBJECTIVE = "objective", "Changed or led to an objective"
    NOTHING = "nothing", "No change, because"
