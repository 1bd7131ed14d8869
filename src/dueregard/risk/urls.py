"""Addresses of section 2, below /<area>/risk/: one list for each module of pages, /new/ before /<ref>/. No address holds a title."""

from django.urls import path

from dueregard.risk.views import (
    approving,
    assessments,
    contributions,
    drafting,
    matrix,
    overview,
    risk_deeds,
    risk_steps,
    risks,
    source_deeds,
    sources,
)

app_name = "risk"

SOURCE, ASSESSMENT, PARAGRAPH = "sources/<str:ref>", "assessments/<str:ref>", "assessments/<str:ref>/paragraphs/<uuid:paragraph>"
RISK = "register/<str:ref>"

risk_deeds_urls = [
    path("register/new/", risk_deeds.risk_new, name="risk-new"),
    path(f"{RISK}/words/", risk_deeds.risk_reword, name="risk-reword"),
    path(f"{RISK}/owner/", risk_deeds.risk_hand_over, name="risk-hand-over"),
    path(f"{RISK}/corporate-register/", risk_deeds.risk_refer, name="risk-refer"),
    path(f"{RISK}/sources/", risk_deeds.risk_rest, name="risk-rest"),
    path(f"{RISK}/controls/put/", risk_deeds.control_put, name="control-put"),
    path(f"{RISK}/controls/<uuid:control>/end/", risk_deeds.control_end, name="control-end"),
]
drafting_urls = [
    path("assessments/new/", drafting.assessment_new, name="assessment-new"),
    path(f"{ASSESSMENT}/write/", drafting.assessment_write, name="assessment-write"),
    path(f"{PARAGRAPH}/", drafting.paragraph_rewrite, name="paragraph-rewrite"),
    path(f"{PARAGRAPH}/move/", drafting.paragraph_move, name="paragraph-move"),
    path(f"{PARAGRAPH}/take-out/", drafting.paragraph_take_out, name="paragraph-take-out"),
    path(f"{ASSESSMENT}/sources/", drafting.assessment_sources, name="assessment-sources"),
    path(f"{ASSESSMENT}/risks/", drafting.assessment_risks, name="assessment-risks"),
]
approving_urls = [
    path("assessments/update/", approving.assessment_update, name="assessment-update"),
    path(f"{ASSESSMENT}/submit/", approving.assessment_submit, name="assessment-submit"),
    path(f"{ASSESSMENT}/send-back/", approving.assessment_send_back, name="assessment-send-back"),
    path(f"{ASSESSMENT}/approve/", approving.assessment_approve, name="assessment-approve"),
    path(f"{ASSESSMENT}/withdraw/", approving.assessment_withdraw, name="assessment-withdraw"),
    path(f"{ASSESSMENT}/brief/", approving.assessment_brief, name="assessment-brief"),
]
risks_urls = [
    path("register/", risks.risk_list, name="risk-list"),
    path(f"{RISK}/", risks.risk, name="risk"),
]
risk_steps_urls = [
    path(f"{RISK}/review/", risk_steps.risk_review, name="risk-review"),
    path(f"{RISK}/close/", risk_steps.risk_close, name="risk-close"),
    path(f"{RISK}/open-again/", risk_steps.risk_reopen, name="risk-reopen"),
    path(f"{RISK}/continue/", risk_steps.risk_continue, name="risk-continue"),
]
matrix_urls = [
    path("matrix/", matrix.matrix, name="matrix"),
    path("matrix/set/", matrix.matrix_set, name="matrix-set"),
]
sources_urls = [
    path("sources/", sources.source_list, name="source-list"),
    path("sources/new/", sources.source_new, name="source-new"),
    path("sources/new/<str:kind>/", sources.source_new_of, name="source-new"),
    path(f"{SOURCE}/", sources.source, name="source"),
    path(f"{SOURCE}/withdraw/", sources.source_withdraw, name="source-withdraw"),
]
source_deeds_urls = [
    path(f"{SOURCE}/level/", source_deeds.level_set, name="level-set"),
    path(f"{SOURCE}/readings/take/", source_deeds.reading_take, name="reading-take"),
    path(f"{SOURCE}/prompts/take/", source_deeds.prompt_take, name="prompt-take"),
    path(f"{SOURCE}/briefings/record/", source_deeds.profile_brief, name="profile-brief"),
]
contributions_urls = [
    path("local-profile/", contributions.contribution_list, name="contribution-list"),
    path("local-profile/contributions/record/", contributions.contribution_record, name="contribution-record"),
    path("local-profile/requests/record/", contributions.request_record, name="request-record"),
    path("local-profile/requests/<str:ref>/answer/", contributions.request_answer, name="request-answer"),
]
assessments_urls = [
    path("assessments/", assessments.assessment_list, name="assessment-list"),
    path(f"{ASSESSMENT}/", assessments.assessment, name="assessment"),
    path(f"{ASSESSMENT}/official/", assessments.assessment_official, name="assessment-official"),
    path(f"{ASSESSMENT}/changes/", assessments.assessment_changes, name="assessment-changes"),
    path(f"{ASSESSMENT}/assessment.docx", assessments.assessment_docx, name="assessment-docx"),
    path(f"{ASSESSMENT}/assessment.pdf", assessments.assessment_pdf, name="assessment-pdf"),
]
urlpatterns = [
    path("", overview.overview, name="overview"),
    *risk_deeds_urls,
    *drafting_urls,
    *approving_urls,
    *risks_urls,
    *risk_steps_urls,
    *matrix_urls,
    *sources_urls,
    *source_deeds_urls,
    *contributions_urls,
    *assessments_urls,
]
