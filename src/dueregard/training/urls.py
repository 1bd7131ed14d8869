"""Addresses of section 6, below /<area>/training/: a list for each module of pages, /new/ before /<ref>/. No address holds a name."""

from django.urls import path

from dueregard.training.views import (
    attendance,
    certificates,
    courses,
    coverage,
    education,
    import_rows,
    imports,
    learners,
    overview,
    plans,
    programme,
    reminders,
    returns,
    sessions,
    settings_many,
    sources,
    telling,
    withdrawals,
    workforce,
)

app_name = "training"

IMPORT, SOURCE = "imports/<str:ref>", "sources/<str:ref>"
SESSION = "sessions/<str:ref>"
LEARNER, COURSE, PROFILE, PLAN = "learners/<str:ref>", "courses/<str:ref>", "profiles/<str:ref>", "plans/<str:ref>"

imports_urls = [
    path("imports/", imports.import_list, name="import-list"),
    path("imports/new/", imports.import_new, name="import-new"),
    path(f"{IMPORT}/", imports.import_page, name="import"),
    path(f"{IMPORT}/give-up/", imports.import_give_up, name="import-give-up"),
    path(f"{IMPORT}/withdraw/", imports.import_withdraw, name="import-withdraw"),
    path(f"{IMPORT}/left/", imports.import_left, name="import-left"),
]
import_rows_urls = [
    path(f"{IMPORT}/rows-not-taken/", import_rows.import_rows, name="import-rows"),
    path(f"{IMPORT}/every-row/", import_rows.import_every_row, name="import-every-row"),
]
sources_urls = [
    path("sources/new/", sources.source_new, name="source-new"),
    path(f"{SOURCE}/", sources.source, name="source"),
]
overview_urls = [path("", overview.overview, name="overview")]
coverage_urls = [
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/trend/", coverage.coverage_trend, name="coverage-trend"),
    path("coverage/coverage.docx", coverage.coverage_docx, name="coverage-docx"),
    path("coverage/coverage.xlsx", coverage.coverage_xlsx, name="coverage-xlsx"),
]
learners_urls = [
    path("learners/", learners.learner_list, name="learner-list"),
    path("learners/find/", learners.learner_find, name="learner-find"),
]
workforce_urls = [
    path("teams/", workforce.team_list, name="team-list"),
    path("teams/<str:ref>/place/", workforce.team_place, name="team-place"),
    path("learners/new/", workforce.learner_new, name="learner-new"),
    path(f"{LEARNER}/", workforce.learner, name="learner"),
    path(f"{LEARNER}/move/", workforce.learner_move, name="learner-move"),
    path(f"{LEARNER}/away/", workforce.learner_away, name="learner-away"),
    path(f"{LEARNER}/back/", workforce.learner_back, name="learner-back"),
    path(f"{LEARNER}/leave/", workforce.learner_leave, name="learner-leave"),
    path(f"{LEARNER}/completions/record/", workforce.completion_record, name="completion-record"),
    path(f"{LEARNER}/completions/<int:key>/withdraw/", workforce.completion_withdraw, name="completion-withdraw"),
]
courses_urls = [
    path("courses/", courses.course_list, name="course-list"),
    path("courses/new/", courses.course_new, name="course-new"),
    path("courses/take/", courses.courses_take, name="courses-take"),
    path(f"{COURSE}/", courses.course, name="course"),
    path(f"{COURSE}/end/", courses.course_end, name="course-end"),
    path(f"{COURSE}/counts-as/", courses.course_count_as, name="course-count-as"),
    path("profiles/", courses.profile_list, name="profile-list"),
    path("profiles/new/", courses.profile_new, name="profile-new"),
    path(f"{PROFILE}/", courses.profile, name="profile"),
    path(f"{PROFILE}/fit/", courses.profile_fit, name="profile-fit"),
    path(f"{PROFILE}/by-hand/", courses.profile_by_hand, name="profile-by-hand"),
    path(f"{PROFILE}/fits/<uuid:key>/end/", courses.profile_unfit, name="profile-unfit"),
    path(f"{PROFILE}/end/", courses.profile_end, name="profile-end"),
]
plans_urls = [
    path("plans/", plans.plan_list, name="plan-list"),
    path("plans/new/", plans.plan_new, name="plan-new"),
    path(f"{PLAN}/", plans.plan, name="plan"),
    path(f"{PLAN}/end/", plans.plan_end, name="plan-end"),
    path(f"{PLAN}/require/", plans.requirement_new, name="requirement-new"),
    path("requirements/<str:ref>/end/", plans.requirement_end, name="requirement-end"),
]
reminders_urls = [
    path("reminders/", reminders.reminders, name="reminders"),
    path("reminders/send/", reminders.reminders_send, name="reminders-send"),
    path("reminders/terms/", reminders.reminders_terms, name="reminders-terms"),
    path("digest/", reminders.week, name="digest"),
]
RETURN = "returns/<str:ref>"
returns_urls = [
    path("returns/", returns.return_list, name="return-list"),
    path("returns/partners.docx", returns.return_docx, name="return-docx"),
    path("returns/partners.xlsx", returns.return_xlsx, name="return-xlsx"),
    path("returns/new/", returns.return_ask_new, name="return-ask-new"),
    path("returns/chase/", returns.return_chase_all, name="return-chase-all"),
    path("returns/record/", returns.return_unasked, name="return-unasked"),
    path("returns/bodies/<str:ref>/", returns.return_body, name="return-body"),
    path(f"{RETURN}/", returns.return_ask, name="return-ask"),
    path(f"{RETURN}/chase/", returns.return_chase, name="return-chase"),
    path(f"{RETURN}/end/", returns.return_end, name="return-end"),
    path(f"{RETURN}/record/", returns.return_record, name="return-record"),
    path(f"{RETURN}/links/<str:link>/revoke/", returns.return_revoke, name="return-revoke"),
]
sessions_urls = [
    path("sessions/", sessions.session_list, name="session-list"),
    path("sessions/new/", sessions.session_new, name="session-new"),
    path(f"{SESSION}/", sessions.session, name="session"),
    path(f"{SESSION}/held/", sessions.session_held, name="session-held"),
    path(f"{SESSION}/move/", sessions.session_move, name="session-move"),
    path(f"{SESSION}/session.ics", sessions.session_ics, name="session-ics"),
    path(f"{SESSION}/cancel/", sessions.session_cancel, name="session-cancel"),
    path(f"{SESSION}/gives/", sessions.session_gives, name="session-gives"),
    path(f"{SESSION}/gives/<uuid:key>/end/", sessions.session_gives_end, name="session-gives-end"),
    path(f"{SESSION}/confidence/", sessions.confidence, name="session-confidence"),
    path(f"{SESSION}/confidence/<uuid:key>/withdraw/", sessions.confidence_withdraw, name="confidence-withdraw"),
]
attendance_urls = [
    path(f"{SESSION}/attendance/team/", attendance.attendance_team, name="attendance-team"),
    path(f"{SESSION}/attendance/list/", attendance.attendance_list, name="attendance-list"),
    path(f"{SESSION}/attendance/file/", attendance.attendance_file, name="attendance-file"),
    path(f"{SESSION}/attendance/<uuid:key>/withdraw/", attendance.attendance_withdraw, name="attendance-withdraw"),
]
certificates_urls = [
    path(f"{LEARNER}/completions/<int:key>/certificates/new/", certificates.certificate_new, name="certificate-new"),
    path(f"{LEARNER}/certificates/<uuid:pk>/", certificates.certificate, name="certificate"),
    path(f"{LEARNER}/certificates/<uuid:pk>/remove/", certificates.certificate_remove, name="certificate-remove"),
]
PROGRAMME, INDUCTION, SETTING = "programmes/<str:ref>", "inductions/<str:ref>", "settings/<str:ref>"
programme_urls = [
    path("programmes/", programme.programme_list, name="programme-list"),
    path("programmes/new/", programme.programme_new, name="programme-new"),
    path(f"{PROGRAMME}/", programme.programme, name="programme"),
    path(f"{PROGRAMME}/review/", programme.programme_review, name="programme-review"),
    path(f"{PROGRAMME}/end/", programme.programme_end, name="programme-end"),
    path("inductions/", programme.induction_list, name="induction-list"),
    path("inductions/new/", programme.induction_new, name="induction-new"),
    path(f"{INDUCTION}/", programme.induction, name="induction"),
    path(f"{INDUCTION}/step/", programme.induction_step, name="induction-step"),
    path("development/", programme.development_list, name="development-list"),
    path("development/new/", programme.development_new, name="development-new"),
]
settings_many_urls = [
    path("settings/bring-in/", settings_many.settings_bring_in, name="settings-bring-in"),
    path("settings/reached/", settings_many.setting_several, name="setting-several"),
]
education_urls = [
    path("settings/", education.setting_list, name="setting-list"),
    path("settings/new/", education.setting_new, name="setting-new"),
    path(f"{SETTING}/", education.setting, name="setting"),
    path(f"{SETTING}/correct/", education.setting_correct, name="setting-correct"),
    path(f"{SETTING}/close/", education.setting_close, name="setting-close"),
    path(f"{SETTING}/reach/", education.setting_reach, name="setting-reach"),
    path(f"{SETTING}/trainers/", education.setting_trainers, name="setting-trainers"),
    path(f"{SETTING}/return/", education.audit_new, name="audit-new"),
    path("trainers/new/", education.trainers_new, name="trainers-new"),
    path("safeguarding-returns/<str:ref>/progress/", education.audit_progress, name="audit-progress"),
    path("safeguarding-returns/<str:ref>/withdraw/", education.audit_withdraw, name="audit-withdraw"),
]
MATERIAL = "information/<str:ref>"
telling_urls = [
    path("information/", telling.material_list, name="material-list"),
    path("information/new/", telling.material_new, name="material-new"),
    path(f"{MATERIAL}/", telling.material, name="material"),
    path(f"{MATERIAL}/current/", telling.material_check, name="material-check"),
    path(f"{MATERIAL}/not-right/", telling.material_wrong, name="material-wrong"),
    path(f"{MATERIAL}/take-down/", telling.material_take_down, name="material-take-down"),
    path("updates/", telling.update_list, name="update-list"),
    path("updates/new/", telling.update_new, name="update-new"),
]
withdrawals_urls = [
    path("updates/<str:ref>/withdraw/", withdrawals.update_withdraw, name="update-withdraw"),
    path("development/<str:ref>/withdraw/", withdrawals.development_withdraw, name="development-withdraw"),
    path(f"{SETTING}/reached/<uuid:pk>/withdraw/", withdrawals.reached_withdraw, name="reached-withdraw"),
    path(f"{INDUCTION}/steps/<uuid:pk>/withdraw/", withdrawals.step_withdraw, name="step-withdraw"),
]
urlpatterns = [
    *overview_urls,
    *coverage_urls,
    *learners_urls,
    *workforce_urls,
    *courses_urls,
    *plans_urls,
    *reminders_urls,
    *returns_urls,
    *imports_urls,
    *import_rows_urls,
    *sources_urls,
    *sessions_urls,
    *attendance_urls,
    *certificates_urls,
    *programme_urls,
    *settings_many_urls,
    *education_urls,
    *telling_urls,
    *withdrawals_urls,
]
