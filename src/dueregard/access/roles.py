"""The whole permission model: what can be done, the roles people hold, and which role may do what."""

from dueregard.basics.choice import Choice


class Permission(Choice):
    """One thing a person may do. The words are what the permission page prints."""

    SIGNED_IN = "signed-in", "Open their own account pages"
    AREA_READ = "area.read", "See the area's pages, lists and findings"
    AREA_EDIT = "area.edit", "Change bodies, teams, people and posts, and the area's tier"
    PARTNERSHIP_READ = "partnership.read", "See the partnership group, its meetings, decisions and actions"
    PARTNERSHIP_EDIT = "partnership.edit", "Call and write up meetings, record decisions, keep the registers"
    MINUTES_CLEAR = "minutes.clear", "Clear the minutes as chair, which locks them"
    ACTION_UPDATE = "action.update", "Say how an action is going that they or their body own"
    ACTION_UPDATE_ANY = "action.update-any", "Say how anybody's action is going"
    RISK_READ = "risk.read", "See the risk assessment's Official edition, its sources and the register"
    RISK_EDIT = "risk.edit", "Draft the assessment, keep sources and risks, score and review them"
    RISK_APPROVE = "risk.approve", "Approve an edition of the assessment"
    PLAN_READ = "plan.read", "See the partnership plan, its projects and evaluations"
    PLAN_EDIT = "plan.edit", "Write the plan, put actions in it, evaluate them, keep projects"
    TRAINING_READ = "training.read", "See the training programme: its plan, courses, sessions, returns and coverage in numbers"
    TRAINING_EDIT = "training.edit", "Keep the training programme: teams, profiles, courses, requirements, sessions, returns"
    TRAINING_NAMES = "training.names", "See who has had which training, bring in staff registers and completions"
    RETURN_ANSWER = "return.answer", "Say by a link how many of their body's people have had which training"
    DOCUMENT_READ = "document.read", "Open the documents register and its files"
    DOCUMENT_EDIT = "document.edit", "Register documents, versions and files"
    ASSURANCE_READ = "assurance.read", "See findings and rounds"
    ASSURANCE_JUDGE = "assurance.judge", "Judge lines and keep evidence in a round"
    ASSURANCE_SIGN = "assurance.sign", "Open a round and sign it off"
    ASSURANCE_REVIEW = "assurance.review", "Read one assurance round and its evidence, nothing else"
    AUDIT_READ = "audit.read", "Read the trail"
    MEMBERS_EDIT = "members.edit", "Invite people, give and end roles, record clearances"
    FILES_MOVE = "files.move", "Load and export area files"
    SENSITIVE_READ = "sensitive.read", "Read Official-Sensitive records, with a recorded clearance"


class Role(Choice):
    """What somebody is here, in the words of the work. At most twelve."""

    LEAD = "lead", "Prevent lead or coordinator"
    STRATEGIC = "strategic", "Strategic officer"
    CHAIR = "chair", "Chair of the partnership group"
    CLERK = "clerk", "Democratic services"
    PARTNER = "partner", "Partner on the group"
    OFFICER = "officer", "Officer for a section"
    TRAINING = "training", "Training lead"
    MEMBER = "member", "Elected member"
    REVIEWER = "reviewer", "Reviewer from outside"
    AUDITOR = "auditor", "Data protection officer or auditor"
    ADMINISTRATOR = "administrator", "Administrator"
    ANSWERER = "answerer", "Partner who answers by a link"


SENTENCES: dict[Role, str] = {
    Role.LEAD: "Runs Prevent for the area and may do everything here except clear minutes and manage accounts.",
    Role.STRATEGIC: "Answers for Prevent as a senior officer: reads everything, judges lines, says how actions go and signs the return.",
    Role.CHAIR: "Chairs the partnership group: reads its papers, says how actions go and clears its minutes.",
    Role.CLERK: "Calls meetings, writes them up and keeps the group's documents.",
    Role.PARTNER: "Sits on the group for a partner: reads its papers and findings, and says how its own body's actions are going.",
    Role.OFFICER: "Looks after a part such as venues: reads the area's pages and says how their own body's actions are going.",
    Role.TRAINING: "Runs the training programme: brings in registers and completions, sees who has had what; reads Official pages.",
    Role.MEMBER: "Oversees and scrutinises as a councillor: reads the area's Official pages and findings.",
    Role.REVIEWER: "Reads one assurance round and its evidence until a date, and nothing else.",
    Role.AUDITOR: "Reads the trail and how records are kept; sees no case.",
    Role.ADMINISTRATOR: "Invites people, gives and ends roles, and keeps the area's bodies and people; reads no section's records.",
    Role.ANSWERER: "Has no account: opens one page by a personal link, which shows what is asked of them and nothing else, until a date.",
}
NOT_GIVEN = frozenset({Role.ANSWERER})  # no account holds it: the link alone makes somebody this

_P = Permission
_SECTIONS = {_P.PARTNERSHIP_READ, _P.RISK_READ, _P.PLAN_READ, _P.TRAINING_READ}
_READS = {_P.SIGNED_IN, _P.AREA_READ, *_SECTIONS, _P.DOCUMENT_READ, _P.ASSURANCE_READ}
_ACTIONS = {_P.ACTION_UPDATE, _P.ACTION_UPDATE_ANY}
_TRAINING = {_P.TRAINING_EDIT, _P.TRAINING_NAMES}
_WRITES = {_P.AREA_EDIT, *_ACTIONS, _P.PARTNERSHIP_EDIT, _P.RISK_EDIT, _P.PLAN_EDIT, *_TRAINING, _P.DOCUMENT_EDIT, _P.ASSURANCE_JUDGE}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.LEAD: frozenset(_READS | _WRITES | {_P.RISK_APPROVE, _P.ASSURANCE_SIGN, _P.FILES_MOVE, _P.SENSITIVE_READ}),
    Role.STRATEGIC: frozenset(_READS | {_P.RISK_APPROVE, _P.ASSURANCE_JUDGE, _P.ASSURANCE_SIGN, *_ACTIONS, _P.SENSITIVE_READ}),
    Role.CHAIR: frozenset(_READS | {_P.RISK_APPROVE, *_ACTIONS, _P.MINUTES_CLEAR, _P.SENSITIVE_READ}),
    Role.CLERK: frozenset(_READS | {*_ACTIONS, _P.PARTNERSHIP_EDIT, _P.DOCUMENT_EDIT, _P.SENSITIVE_READ}),
    Role.PARTNER: frozenset(_READS | {_P.ACTION_UPDATE, _P.SENSITIVE_READ}),
    Role.OFFICER: frozenset(_READS | {_P.ACTION_UPDATE}),
    Role.TRAINING: frozenset(_READS | {_P.ACTION_UPDATE, *_TRAINING}),
    Role.MEMBER: frozenset(_READS),
    Role.REVIEWER: frozenset({_P.SIGNED_IN, _P.ASSURANCE_REVIEW}),
    Role.AUDITOR: frozenset({_P.SIGNED_IN, _P.AREA_READ, _P.AUDIT_READ, _P.SENSITIVE_READ}),
    Role.ADMINISTRATOR: frozenset({_P.SIGNED_IN, _P.AREA_READ, _P.AREA_EDIT, _P.MEMBERS_EDIT}),
    Role.ANSWERER: frozenset({_P.ACTION_UPDATE, _P.RETURN_ANSWER}),
}
