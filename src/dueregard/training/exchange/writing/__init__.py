"""Section 6 as a file says it, in a fixed order."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.training.exchange.writing import certificates, given, programme, reminding, taught, workforce


def write(viewer: Viewer) -> dict[str, Any]:
    """Everything of section 6 that the viewer may see; registers without a row are left out."""
    parts = {
        "courses": taught.courses(viewer),
        "profiles": taught.profiles(viewer),
        "plans": taught.plans(viewer),
        "placings": taught.placings(viewer),
        "sources": workforce.sources(viewer),
        "imports": workforce.imports(viewer),
        "learners": workforce.learners(viewer),
        "completions": workforce.completions(viewer),
        "taken_back": workforce.taken_back(viewer),
        "certificates": certificates.certificates(viewer),
        "certificates_removed": certificates.removed(viewer),
        "sessions": given.sessions(viewer),
        "asked": given.asked(viewer),
        "returns": given.returns(viewer),
        "programmes": programme.programmes(viewer),
        "inductions": programme.inductions(viewer),
        "development": programme.development(viewer),
        "settings": programme.settings(viewer),
        "trainers": programme.trainers(viewer),
        "materials": programme.materials(viewer),
        "updates": programme.updates(viewer),
        "reminder_terms": reminding.terms(viewer),
        "reminded": reminding.reminded(viewer),
    }
    return {name: rows for name, rows in parts.items() if rows}


__all__ = ["write"]
