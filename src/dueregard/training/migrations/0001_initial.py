import django.db.models.deletion
import dueregard.basics.together
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_links_for_returns"),
        ("documents", "0001_initial"),
        ("organisations", "0001_initial"),
        ("risk", "0002_briefing_because"),
    ]

    operations = [
        dueregard.basics.together.Together(
            operations=[
                migrations.CreateModel(
                    name="Course",
                    fields=[
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("title", models.CharField(max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("gov-uk", "GOV.UK online course"),
                                    ("online", "Other online course"),
                                    ("face-to-face", "Face to face"),
                                    ("facilitated", "Facilitated training"),
                                    ("briefing", "Briefing"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("provider", models.CharField(blank=True, max_length=120)),
                        ("address", models.URLField(blank=True)),
                        ("months", models.PositiveSmallIntegerField(null=True)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_course_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_course_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Development",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("what", models.CharField(max_length=300)),
                        ("hours", models.DecimalField(decimal_places=1, max_digits=5, null=True)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.person"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_development_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_development_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportSource",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=80)),
                        (
                            "holds",
                            models.CharField(
                                choices=[("completions", "Courses completed"), ("staff", "The staff register")], max_length=12
                            ),
                        ),
                        ("columns", models.JSONField(default=dict)),
                        (
                            "date_order",
                            models.CharField(
                                blank=True,
                                choices=[("day-first", "Day first: 03/04 is 3 April"), ("month-first", "Month first: 03/04 is 4 March")],
                                max_length=12,
                            ),
                        ),
                        ("is_full", models.BooleanField(default=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.body")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_importsource_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_importsource_once"),
                            models.UniqueConstraint(fields=("area", "name"), name="training_source_name"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Induction",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.person"),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.post"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_induction_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_induction_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=120)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("area", "title"), name="training_job_title")],
                    },
                ),
                migrations.CreateModel(
                    name="Material",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("staff", "Staff of the council"),
                                    ("managers", "Managers"),
                                    ("members", "Elected members"),
                                    ("contractors", "Contractors and commissioned services"),
                                    ("settings", "Schools and other settings"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("place", models.CharField(max_length=300)),
                        ("says_how_to_refer", models.BooleanField(default=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "document",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_material_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_material_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Profile",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=120)),
                        (
                            "tier",
                            models.CharField(
                                choices=[("operational", "Operational"), ("managerial", "Managerial"), ("strategic", "Strategic")],
                                max_length=12,
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                choices=[("regular", "Regular contact"), ("some", "Some contact"), ("none", "No contact")], max_length=8
                            ),
                        ),
                        ("is_frontline", models.BooleanField(default=False)),
                        ("fits_posts", models.BooleanField(default=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_profile_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_profile_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("induction", "Induction of officers who deliver Prevent"),
                                    ("development", "Continuing development"),
                                    ("education", "Work with educational settings"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("words", models.TextField(blank=True)),
                        ("review_due", models.DateField(null=True)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "document",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_programme_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_programme_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderRun",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("done_at", models.DateTimeField(null=True)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReminderTerms",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("is_on", models.BooleanField()),
                        ("ahead_days", models.PositiveSmallIntegerField()),
                        ("again_days", models.PositiveSmallIntegerField()),
                        ("most", models.PositiveSmallIntegerField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReturnAsk",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("as_at", models.DateField()),
                        ("due", models.DateField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.body")),
                        (
                            "person",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.person"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_returnask_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_returnask_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Setting",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("name", models.CharField(max_length=160)),
                        ("kind", models.CharField(max_length=30)),
                        ("urn", models.CharField(blank=True, max_length=10)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_setting_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_setting_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("urn", ""), _negated=True), fields=("area", "urn"), name="training_setting_urn"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StaffUpdate",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("statistics", "Published statistics"),
                                    ("emerging", "Emerging issues"),
                                    ("incident", "A local or regional incident or influence"),
                                    ("material", "New material or training"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("words", models.TextField(blank=True)),
                        ("to", models.CharField(max_length=200)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_staffupdate_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_staffupdate_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamPlacing",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        (
                            "service",
                            models.CharField(
                                choices=[
                                    ("social-work", "Children’s social work"),
                                    ("family", "Family support"),
                                    ("early-help", "Early help"),
                                    ("youth", "Youth work"),
                                    ("support", "Support work with children and families"),
                                    ("adults", "Adult social care"),
                                    ("education", "Education"),
                                    ("housing", "Housing and homelessness"),
                                    ("community-safety", "Community safety"),
                                    ("public", "Libraries, leisure and customer services"),
                                    ("venues", "Venues for hire"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("is_in", models.BooleanField()),
                        ("because", models.CharField(max_length=400)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("team", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingPlan",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("title", models.CharField(max_length=200)),
                        ("covers_from", models.DateField()),
                        ("covers_to", models.DateField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "document",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_trainingplan_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_trainingplan_once"),
                            models.CheckConstraint(
                                condition=models.Q(("covers_to__gt", models.F("covers_from"))), name="training_plan_ends_after_it_starts"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AuditReturn",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("year", models.PositiveSmallIntegerField()),
                        ("on", models.DateField()),
                        ("words", models.CharField(blank=True, max_length=400)),
                        ("is_complete", models.BooleanField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "setting",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="audits", to="training.setting"),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_auditreturn_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_auditreturn_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CourseEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "course",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.course"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CourseEquivalent",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "counts_as",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="equivalents", to="training.course"
                            ),
                        ),
                        ("course", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CourseSubject",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("awareness", "Awareness"),
                                    ("referral", "Referral"),
                                    ("ideology", "Ideology"),
                                    ("channel", "Channel or PMAP"),
                                    ("prevent-post", "For Prevent-specific posts"),
                                    ("venue", "Due diligence for venue staff"),
                                    ("members", "For elected members"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "course",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="subjects", to="training.course"),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("course", "subject"), name="training_course_subject_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Import",
                    fields=[
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("digest", models.CharField(max_length=64)),
                        ("size", models.PositiveBigIntegerField()),
                        ("path", models.CharField(blank=True, max_length=120)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("chosen", "File chosen, not looked at yet"),
                                    ("checking", "Being looked at"),
                                    ("checked", "Looked at, nothing brought in yet"),
                                    ("running", "Being brought in"),
                                    ("done", "Done"),
                                    ("stopped", "Stopped: nothing of it counts"),
                                    ("withdrawn", "Withdrawn: nothing of it counts"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("done_at", models.DateTimeField(null=True)),
                        ("seen_at", models.DateTimeField(null=True)),
                        ("because", models.CharField(blank=True, max_length=400)),
                        ("line", models.PositiveIntegerField(default=0)),
                        ("bytes_read", models.PositiveBigIntegerField(default=0)),
                        ("after_id", models.PositiveBigIntegerField(default=0)),
                        ("asks", models.JSONField(default=dict)),
                        ("rows_new", models.PositiveIntegerField(default=0)),
                        ("rows_same", models.PositiveIntegerField(default=0)),
                        ("rows_changed", models.PositiveIntegerField(default=0)),
                        ("rows_ambiguous", models.PositiveIntegerField(default=0)),
                        ("rows_rejected", models.PositiveIntegerField(default=0)),
                        ("rows_left_out", models.PositiveIntegerField(default=0)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="training.importsource"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_import_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_import_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportCourse",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("words", models.CharField(max_length=200)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "course",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course"
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="courses", to="training.importsource"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("source", "words"), name="training_import_course_words")],
                    },
                ),
                migrations.CreateModel(
                    name="InductionStep",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("adviser", "Met the regional Prevent adviser"),
                                    ("step", "Another step of the programme"),
                                    ("finish", "Finished the induction"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=400)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "induction",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="training.induction"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MaterialCheck",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("is_current", models.BooleanField()),
                        ("words", models.CharField(blank=True, max_length=400)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "material",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="training.material"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MaterialEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "material",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.material"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProfileEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "profile",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.profile"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.programme"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeReview",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("words", models.CharField(blank=True, max_length=400)),
                        ("review_due", models.DateField(null=True)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "programme",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="training.programme"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Requirement",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("within_days", models.PositiveSmallIntegerField()),
                        ("every_months", models.PositiveSmallIntegerField(null=True)),
                        ("duty", models.CharField(choices=[("mandatory", "Mandatory"), ("advised", "Advised")], max_length=10)),
                        ("because", models.CharField(blank=True, max_length=400)),
                        ("line", models.CharField(blank=True, max_length=40)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("course", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course")),
                        (
                            "profile",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.profile"
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="risk.risk"),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="requirements", to="training.trainingplan"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_requirement_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_requirement_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Return",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("as_at", models.DateField()),
                        ("on", models.DateField()),
                        ("words", models.CharField(blank=True, max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.body")),
                        (
                            "by_link",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.answerlink"
                            ),
                        ),
                        (
                            "ask",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="training.returnask"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_return_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_return_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnAskEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "ask",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.returnask"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReturnAskLink",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "ask",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="links", to="training.returnask"),
                        ),
                        (
                            "link",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.answerlink"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReturnAskSubject",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("awareness", "Awareness"),
                                    ("referral", "Referral"),
                                    ("ideology", "Ideology"),
                                    ("channel", "Channel or PMAP"),
                                    ("prevent-post", "For Prevent-specific posts"),
                                    ("venue", "Due diligence for venue staff"),
                                    ("members", "For elected members"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "ask",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="subjects", to="training.returnask"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("ask", "subject"), name="training_ask_subject_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnChase",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("is_by_mail", models.BooleanField(default=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "ask",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="training.returnask"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("on", models.DateField()),
                        ("planned_on", models.DateField()),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("audience", models.CharField(max_length=200)),
                        ("places", models.PositiveSmallIntegerField(null=True)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("course", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_session_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_session_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccreditedTrainer",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("how_many", models.PositiveSmallIntegerField()),
                        ("accredited_by", models.CharField(max_length=120)),
                        ("on", models.DateField()),
                        ("until", models.DateField(null=True)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "body",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.body"
                            ),
                        ),
                        (
                            "setting",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="trainers", to="training.setting"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_accreditedtrainer_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_accreditedtrainer_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SettingEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "setting",
                            models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.setting"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SettingReached",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("staff", models.PositiveSmallIntegerField(null=True)),
                        ("is_lead_trained", models.BooleanField(default=False)),
                        ("words", models.CharField(blank=True, max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "setting",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reached", to="training.setting"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingPlanEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "plan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.trainingplan"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AuditProgress",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("words", models.CharField(max_length=400)),
                        ("is_complete", models.BooleanField(default=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "audit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="progress", to="training.auditreturn"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ImportWithdrawal",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="training.import"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Learner",
                    fields=[
                        ("typed_at", models.DateTimeField()),
                        ("ref", models.CharField(max_length=40)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("once", models.UUIDField(blank=True, editable=False, null=True)),
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("staff", "Staff"),
                                    ("contractor", "Contractor’s staff"),
                                    ("member", "Elected member"),
                                    ("panel", "Channel panel member"),
                                    ("safeguarding-lead", "Designated safeguarding lead"),
                                    ("volunteer", "Volunteer"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=40)),
                        ("email", models.CharField(blank=True, max_length=254)),
                        ("name", models.CharField(blank=True, max_length=120)),
                        ("manager", models.CharField(blank=True, max_length=254)),
                        ("site", models.CharField(blank=True, max_length=80)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.body")),
                        (
                            "came_with",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.import",
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.job"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.person"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["area", "body", "number"], name="training_learner_number"),
                            models.Index(fields=["area", "body", "email"], name="training_learner_email"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("area", "ref"), name="training_learner_ref"),
                            models.UniqueConstraint(fields=("area", "once"), name="training_learner_once"),
                            models.CheckConstraint(
                                condition=models.Q(("email", ""), ("number", ""), _negated=True), name="training_learner_known_by_something"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequirementEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(blank=True, max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "requirement",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.requirement"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReturnFigure",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("awareness", "Awareness"),
                                    ("referral", "Referral"),
                                    ("ideology", "Ideology"),
                                    ("channel", "Channel or PMAP"),
                                    ("prevent-post", "For Prevent-specific posts"),
                                    ("venue", "Due diligence for venue staff"),
                                    ("members", "For elected members"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("in_scope", models.PositiveIntegerField()),
                        ("trained", models.PositiveIntegerField()),
                        (
                            "answer",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="training.return"),
                        ),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("answer", "subject"), name="training_figure_once"),
                            models.CheckConstraint(
                                condition=models.Q(("trained__lte", models.F("in_scope"))), name="training_figure_within_scope"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Confidence",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("asked", models.CharField(max_length=200)),
                        ("when", models.CharField(choices=[("before", "Before"), ("after", "After")], max_length=6)),
                        ("is_percent", models.BooleanField(default=False)),
                        ("steps", models.JSONField()),
                        ("base", models.PositiveIntegerField(null=True)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "document",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="confidence", to="training.session"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionCancelled",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "session",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="cancelled", to="training.session"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionHeld",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("came", models.PositiveSmallIntegerField(null=True)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "session",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="held", to="training.session"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionWith",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "body",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.body"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.person"
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="given_with", to="training.session"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Absence",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.import",
                            ),
                        ),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="training.learner"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Completion",
                    fields=[
                        ("typed_at", models.DateTimeField()),
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "course",
                            models.ForeignKey(
                                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course"
                            ),
                        ),
                        (
                            "came_with",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.import",
                            ),
                        ),
                        (
                            "learner",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="completions",
                                to="training.learner",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("area", "learner", "course", "on", "came_with"), name="training_completion_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportPerson",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("key", models.CharField(max_length=64)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="people", to="training.importsource"
                            ),
                        ),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.learner"),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("source", "key"), name="training_import_person_key")],
                    },
                ),
                migrations.CreateModel(
                    name="LearnerLeaving",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.import",
                            ),
                        ),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="leavings", to="training.learner"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LearnerMove",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("site", models.CharField(blank=True, max_length=80)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.import",
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.job"),
                        ),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="training.learner"),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MissingFromRegister",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="missing", to="training.import"),
                        ),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.learner"),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("came_with", "learner"), name="training_missing_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileMatch",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "job",
                            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.job"),
                        ),
                        (
                            "learner",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.learner"
                            ),
                        ),
                        (
                            "profile",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="matches", to="training.profile"),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("learner__isnull", True), ("team__isnull", False)),
                                    models.Q(("job__isnull", False), ("learner__isnull", True)),
                                    models.Q(("job__isnull", True), ("learner__isnull", False), ("team__isnull", True)),
                                    _connector="OR",
                                ),
                                name="training_match_by_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("is_to_manager", models.BooleanField(default=False)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.learner"),
                        ),
                        (
                            "requirement",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.requirement"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RowNotTaken",
                    fields=[
                        ("typed_at", models.DateTimeField()),
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("line", models.PositiveIntegerField()),
                        (
                            "fate",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("same", "Here already"),
                                    ("changed", "Changed"),
                                    ("ambiguous", "Needs your answer"),
                                    ("rejected", "Not taken"),
                                    ("left-out", "Left out, as you said"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("cut-off", "The row has fewer cells than there are headings: the file may be cut off"),
                                    ("nobody", "The row says neither employee number nor e-mail nor name"),
                                    ("unknown-person", "Nobody with this employee number or e-mail is in the staff register"),
                                    ("looks-like", "Only name and team say who it is: say whether it is the person proposed"),
                                    ("shared-email", "Several people have this e-mail: an employee number is needed"),
                                    ("shared-number", "Several people here have this employee number"),
                                    ("disagree", "The employee number is one person’s and the e-mail another’s"),
                                    ("no-course", "The row says no course"),
                                    ("unknown-course", "It has not been said which course this is"),
                                    ("no-day", "The row says no day"),
                                    ("not-a-day", "The day cannot be read"),
                                    ("two-ways", "The day can be read two ways: say whether this source writes the day or the month first"),
                                    ("other-order", "The day is not written the way this source writes days"),
                                    ("future", "The day has not come yet"),
                                    ("long-ago", "The day is before 1990"),
                                    ("before-joining", "It was completed before the person joined"),
                                    ("headings", "It is the row of headings once more"),
                                    ("not-completed", "It was begun and not completed"),
                                    ("course-left-out", "You said that this course is left out"),
                                    ("twice", "Another row of the file is about the same person"),
                                    ("no-key", "The row says neither employee number nor e-mail"),
                                    ("too-long", "A cell is longer than anything kept here"),
                                    ("has-left", "Here this person has left; the row gives neither a last day nor a later day of joining"),
                                    ("left-before-joining", "It says that the person left before joining"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("key", models.CharField(blank=True, max_length=64)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="not_taken", to="training.import"),
                        ),
                        (
                            "proposed",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.learner"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SessionWithEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "ends",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.sessionwith"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "completion",
                            models.OneToOneField(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="attended", to="training.completion"
                            ),
                        ),
                        (
                            "learner",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.learner"),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="attendance", to="training.session"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CertificateRemoval",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("digest", models.CharField(max_length=64)),
                        ("held_since", models.DateField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "completion",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.completion"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CompletionWithdrawal",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "completion",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="training.completion"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AbsenceEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        (
                            "absence",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="endings", to="training.absence"),
                        ),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "came_with",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="training.import",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProfileMatchEnd",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "match",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ending", to="training.profilematch"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("digest", models.CharField(max_length=64)),
                        ("size", models.PositiveIntegerField()),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("pdf", "PDF"),
                                    ("docx", "Word"),
                                    ("xlsx", "Excel"),
                                    ("pptx", "PowerPoint"),
                                    ("odt", "OpenDocument text"),
                                    ("ods", "OpenDocument spreadsheet"),
                                    ("png", "PNG picture"),
                                    ("jpeg", "JPEG picture"),
                                    ("txt", "Plain text"),
                                    ("csv", "CSV"),
                                    ("eml", "E-mail"),
                                ],
                                max_length=5,
                            ),
                        ),
                        ("path", models.CharField(blank=True, max_length=120)),
                        ("on", models.DateField()),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "completion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="certificates", to="training.completion"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("completion", "digest"), name="training_certificate_once")],
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceWithdrawal",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("typed_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("because", models.CharField(max_length=400)),
                        ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area")),
                        (
                            "attendance",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="training.attendance"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
