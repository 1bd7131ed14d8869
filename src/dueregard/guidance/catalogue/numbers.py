"""What each expected number counts, in words a page can print beside it."""

WORDS = {
    "agendas": "Meetings it is on the agenda of",
    "apart_days": "Days that two of them are apart, at least",
    "at_least_higher_partly": "Meetings that are enough for partly met, in a higher-tier area",
    "at_least_partly": "Updates that are enough for partly met",
    "briefing_days": "Days in which to brief everybody on a new edition",
    "days": "Days after which it falls due",
    "gap_days": "Days between one and the next, at most",
    "gap_days_higher": "Days between one meeting and the next, at most, in a higher-tier area",
    "gap_months_ordinary": "Months between one meeting and the next, at most, in an ordinary-tier area",
    "heard": "Conversations in which something was heard",
    "involvements": "Times the officer took part",
    "joiner_days": "Days that somebody new to a post has",
    "kinds": "Kinds of part they took",
    "last": "Latest meetings, one of which is attended",
    "looked_at_share": "Share of actions looked at, at least",
    "meetings_higher": "Meetings, in a higher-tier area",
    "meetings_ordinary": "Meetings, in an ordinary-tier area",
    "months": "Months looked back over",
    "months_higher": "Months looked back over, in a higher-tier area",
    "organisations": "Community organisations spoken with",
    "overdue_share": "Share of actions overdue, at most",
    "partly_share": "Share that is enough for partly met",
    "profile_months": "Months after which a local profile is old",
    "reported": "Conversations told to the group",
    "review_grace_days": "Days that a review may be late",
    "share": "Share that is enough",
    "tiers": "Tiers the plan tells apart",
    "types": "Types of setting reached",
    "updates": "Updates",
    "vacant_days": "Days a post may be vacant",
    "young_share": "Share of those months below which a group counts as new",
}


def words_for(key: str) -> str:
    """The words for a number; criteria of a council's own may name others, which stand as they are named."""
    return WORDS.get(key) or key.replace("_", " ").capitalize()


def shown_as(key: str, value: float) -> str:
    """A number as people read it: a share is a percentage."""
    return f"{value:.0%}" if key.endswith("share") else f"{value:g}"
