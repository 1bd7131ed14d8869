"""Addresses of section 3, below /<area>/plan/: one list for each module of pages. No address holds a title or a name."""

from django.urls import path

from dueregard.plan.views import (
    agreeing,
    districts,
    evaluations,
    making,
    measures,
    on_agenda,
    overview,
    pictures,
    planned,
    planned_deeds,
    plans,
    projects,
    risk_sheets,
    sheets,
    taking_away,
    tying,
)

app_name = "plan"

PLAN, OBJECTIVE, ACTION = "plans/<str:ref>", "objectives/<str:ref>", "actions/<str:ref>"

plans_urls = [
    path("plans/", plans.plan_list, name="plan-list"),
    path("plans/new/", plans.plan_new, name="plan-new"),
    path(f"{PLAN}/", plans.plan, name="plan"),
    path(f"{PLAN}/draft/", plans.plan_draft, name="plan-draft"),
]
making_urls = [
    path(f"{PLAN}/governance/", making.governance_say, name="governance-say"),
    path(f"{PLAN}/roles/give/", making.role_give, name="role-give"),
    path(f"{PLAN}/contributions/note/", making.contribution_note, name="contribution-note"),
    path(f"{PLAN}/assessment/", making.plan_rests_on, name="plan-rests-on"),
    path(f"{PLAN}/objectives/add/", making.objective_add, name="objective-add"),
    path(f"{OBJECTIVE}/", making.objective, name="objective"),
    path(f"{OBJECTIVE}/drop/", making.objective_drop, name="objective-drop"),
]
agreeing_urls = [
    path(f"{PLAN}/agree/", agreeing.plan_agree, name="plan-agree"),
    path(f"{PLAN}/check/", agreeing.plan_check, name="plan-check"),
    path(f"{PLAN}/ratify/", agreeing.plan_ratify, name="plan-ratify"),
    path(f"{PLAN}/references/note/", agreeing.reference_note, name="reference-note"),
    path(f"{PLAN}/equality-analysis/", agreeing.equality_attach, name="equality-attach"),
    path(f"{PLAN}/close/", agreeing.plan_close, name="plan-close"),
]
planned_urls = [
    path("actions/", planned.action_list, name="action-list"),
    path(f"{ACTION}/", planned.planned, name="planned"),
]
planned_deeds_urls = [
    path(f"{PLAN}/actions/new/", planned_deeds.action_new, name="action-new"),
    path(f"{PLAN}/actions/add/", planned_deeds.action_add, name="action-add"),
    path(f"{PLAN}/actions/carry-forward/", planned_deeds.carry_forward, name="carry-forward"),
    path(f"{PLAN}/actions/<str:action>/move/", planned_deeds.action_move, name="action-move"),
    path(f"{PLAN}/actions/<str:action>/take-out/", planned_deeds.action_take_out, name="action-take-out"),
]
tying_urls = [
    path(f"{ACTION}/risks/link/", tying.risk_answer, name="risk-answer"),
    path(f"{ACTION}/risks/let-go/", tying.risk_let_go, name="risk-let-go"),
    path(f"{ACTION}/start/", tying.start_set, name="start-set"),
    path(f"{ACTION}/lines/link/", tying.line_further, name="line-further"),
    path(f"{ACTION}/check/", tying.action_check, name="action-check"),
]
measures_urls = [
    path(f"{ACTION}/milestones/set/", measures.milestone_set, name="milestone-set"),
    path(f"{ACTION}/measures/set/", measures.measure_set, name="measure-set"),
    path("milestones/<uuid:key>/reached/", measures.milestone_reach, name="milestone-reach"),
    path("measures/<uuid:key>/read/", measures.measure_read, name="measure-read"),
]
districts_urls = [
    path(f"{PLAN}/districts/<str:district>/", districts.district, name="district"),
]
on_agenda_urls = [
    path("meetings/<str:ref>/agenda/", on_agenda.on_agenda, name="on-agenda"),
]
taking_away_urls = [
    path(f"{PLAN}/plan.docx", taking_away.plan_docx, name="plan-docx"),
    path(f"{PLAN}/plan.pdf", taking_away.plan_pdf, name="plan-pdf"),
    path(f"{PLAN}/districts/<str:district>/part.docx", taking_away.district_docx, name="district-docx"),
    path(f"{PLAN}/districts/<str:district>/part.pdf", taking_away.district_pdf, name="district-pdf"),
]
sheets_urls = [
    path(f"{PLAN}/bring-in/", sheets.bringing_in, name="bringing-in"),
    path(f"{PLAN}/actions.xlsx", sheets.actions_xlsx, name="actions-xlsx"),
    path(f"{PLAN}/actions.csv", sheets.actions_csv, name="actions-csv"),
]
risk_sheets_urls = [
    path("register/bring-in/", risk_sheets.bringing_in_risks, name="bringing-in-risks"),
    path("register/register.xlsx", risk_sheets.register_xlsx, name="register-xlsx"),
    path("register/register.csv", risk_sheets.register_csv, name="register-csv"),
]
evaluations_urls = [
    path("evaluations/", evaluations.evaluation_list, name="evaluation-list"),
    path("evaluations/new/", evaluations.evaluation_new, name="evaluation-new"),
    path("evaluations/<str:ref>/", evaluations.evaluation, name="evaluation"),
    path("evaluations/<str:ref>/change/", evaluations.evaluation_change, name="evaluation-change"),
    path("evaluations/<str:ref>/meeting/", evaluations.evaluation_take, name="evaluation-take"),
]
projects_urls = [
    path("projects/", projects.project_list, name="project-list"),
    path("projects/new/", projects.project_new, name="project-new"),
    path("projects/<str:ref>/", projects.project, name="project"),
    path("projects/<str:ref>/plan/", projects.project_tie, name="project-tie"),
    path("projects/<str:ref>/due-diligence/", projects.project_look, name="project-look"),
    path("projects/<str:ref>/amount/", projects.project_amount, name="project-amount"),
    path("projects/<str:ref>/delivered/", projects.project_output, name="project-output"),
    path("projects/<str:ref>/check/", projects.project_check, name="project-check"),
    path("projects/<str:ref>/end/", projects.project_end, name="project-end"),
]
pictures_urls = [
    path("plans/<str:ref>/pictures/", pictures.pictures, name="pictures"),
]
urlpatterns = [
    path("", overview.overview, name="overview"),
    *plans_urls,
    *making_urls,
    *agreeing_urls,
    *planned_urls,
    *planned_deeds_urls,
    *tying_urls,
    *measures_urls,
    *districts_urls,
    *on_agenda_urls,
    *taking_away_urls,
    *sheets_urls,
    *risk_sheets_urls,
    *evaluations_urls,
    *projects_urls,
    *pictures_urls,
]
