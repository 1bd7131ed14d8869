"""Addresses of assurance, below /<area>/assurance/: one list for each module of pages."""

from django.urls import path

from dueregard.assurance.views import beside, evidence, findings, judging, review, rounds

app_name = "assurance"

ROUND = "rounds/<slug:ref>"
LINE = f"{ROUND}/lines/<str:line>"
SECTION = f"{ROUND}/sections/<str:section>"

findings_urls = [
    path("", findings.now, name="now"),
    path("findings/<slug:framework>/<str:section>/", findings.section, name="section"),
    path("numbers/", findings.expectation_list, name="expectation-list"),
    path("numbers/<str:line>/<slug:key>/", findings.expectation_set, name="expectation-set"),
]
review_urls = [
    path("review/", review.review, name="review"),
    path("review/sections/<str:section>/", review.review_section, name="review-section"),
    path("review/files/<uuid:pk>/", review.review_file, name="review-file"),
]
rounds_urls = [
    path("rounds/", rounds.round_list, name="round-list"),
    path("rounds/open/", rounds.round_open, name="round-open"),
    path(f"{ROUND}/", rounds.round_, name="round"),
    path(f"{ROUND}/refresh/", rounds.round_refresh, name="round-refresh"),
    path(f"{ROUND}/sign/", rounds.round_sign, name="round-sign"),
    path(f"{ROUND}/return.<slug:kind>", rounds.round_return, name="round-return"),
]
beside_urls = [
    path(f"{ROUND}/home-office/", beside.home_office_view, name="home-office-view"),
    path(f"{ROUND}/reviewers/invite/", beside.reviewer_invite, name="reviewer-invite"),
]
evidence_urls = [
    path(f"{ROUND}/actions/raise/", evidence.improvement_raise, name="improvement-raise"),
    path(f"{ROUND}/evidence/<uuid:pk>/take-away/", evidence.evidence_drop, name="evidence-drop"),
    path(f"{LINE}/evidence/", evidence.evidence_keep, name="evidence-keep"),
    path(f"{LINE}/actions/raise/", evidence.improvement_raise, name="line-improvement-raise"),
]
judging_urls = [
    path(f"{ROUND}/moderate/<str:about>/", judging.moderate, name="moderate"),
    path(f"{SECTION}/", judging.round_section, name="round-section"),
    path(f"{SECTION}/score/", judging.section_score, name="section-score"),
    path(f"{LINE}/", judging.line, name="line"),
    path(f"{LINE}/let-stand/", judging.line_stand, name="line-stand"),
]
urlpatterns = [
    *findings_urls,
    *review_urls,
    *rounds_urls,
    *beside_urls,
    *evidence_urls,
    *judging_urls,
]
