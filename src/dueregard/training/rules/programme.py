"""What keeps a training programme alive: programmes, sessions, information, updates, partners’ returns and education settings."""

from dueregard.basics.choice import Choice


class ProgrammeKind(Choice):
    """A programme the toolkit’s best practice speaks of."""

    INDUCTION = "induction", "Induction of officers who deliver Prevent"
    DEVELOPMENT = "development", "Continuing development"
    EDUCATION = "education", "Work with educational settings"


class StepKind(Choice):
    """A step of an induction; two of them the toolkit asks for."""

    ADVISER = "adviser", "Met the regional Prevent adviser"
    STEP = "step", "Another step of the programme"
    FINISH = "finish", "Finished the induction"


class Audience(Choice):
    """Main audiences of written information."""

    STAFF = "staff", "Staff of the council"
    MANAGERS = "managers", "Managers"
    MEMBERS = "members", "Elected members"
    CONTRACTORS = "contractors", "Contractors and commissioned services"
    SETTINGS = "settings", "Schools and other settings"


class Told(Choice):
    """What an update to staff was about (toolkit section 6, second best-practice activity)."""

    STATISTICS = "statistics", "Published statistics"
    EMERGING = "emerging", "Emerging issues"
    INCIDENT = "incident", "A local or regional incident or influence"
    MATERIAL = "material", "New material or training"


class When(Choice):
    """Confidence asked before or after a session."""

    BEFORE = "before", "Before"
    AFTER = "after", "After"


CONFIDENCE = ("Knew nothing", "Basic", "Good", "Able to champion")  # 0 to 3, as the Thurrock report asks it
