import django.db.models.deletion
import dueregard.basics.together
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0001_initial'),
        ('guidance', '0001_initial'),
        ('organisations', '0001_initial'),
        ('partnership', '0001_initial'),
        ('risk', '0001_initial'),
    ]

    operations = [
        dueregard.basics.together.Together(
            operations=[
                migrations.CreateModel(
                    name='Measure',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=300)),
                        ('unit', models.CharField(blank=True, max_length=40)),
                        ('baseline', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                        ('target', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Milestone',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=300)),
                        ('due', models.DateField()),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Plan',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('title', models.CharField(max_length=200)),
                        ('covers_from', models.DateField()),
                        ('covers_to', models.DateField()),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('follows', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plan.plan')),
                        ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.group')),
                        ('lead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='plan_plan_ref'), models.UniqueConstraint(fields=('area', 'once'), name='plan_plan_once'), models.CheckConstraint(condition=models.Q(('covers_to__gt', models.F('covers_from'))), name='plan_plan_ends_after_it_starts')],
                    },
                ),
                migrations.CreateModel(
                    name='Project',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('title', models.CharField(max_length=200)),
                        ('funder', models.CharField(choices=[('home-office', 'The Home Office'), ('council', 'The council'), ('other', 'Somebody else')], max_length=12)),
                        ('funder_named', models.CharField(blank=True, max_length=160)),
                        ('provider', models.CharField(max_length=160)),
                        ('on', models.DateField()),
                        ('until', models.DateField(null=True)),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='plan_project_ref'), models.UniqueConstraint(fields=('area', 'once'), name='plan_project_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Evaluation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('words', models.TextField()),
                        ('next_plan', models.TextField(blank=True)),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.agendaitem')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='plan_evaluation_ref'), models.UniqueConstraint(fields=('area', 'once'), name='plan_evaluation_once')],
                    },
                ),
                migrations.CreateModel(
                    name='EvaluationTaken',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='plan.evaluation')),
                        ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.agendaitem')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='MeasureReading',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                        ('words', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('measure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='plan.measure')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='MilestoneReached',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('is_given_up', models.BooleanField(default=False)),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('milestone', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reached', to='plan.milestone')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Objective',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('national', models.CharField(blank=True, max_length=40)),
                        ('title', models.CharField(max_length=300)),
                        ('position', models.PositiveSmallIntegerField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objectives', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='plan_objective_ref'), models.UniqueConstraint(fields=('area', 'once'), name='plan_objective_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Output',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=400)),
                        ('number', models.PositiveIntegerField(null=True)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outputs', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PartnerRole',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.TextField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanAgreement',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.decision')),
                        ('plan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanAssessment',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='risk.assessment')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanCheck',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('check_made', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.threatcheck')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanClosing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('plan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='closing', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanContribution',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('how', models.CharField(choices=[('contribution', 'Sent a contribution'), ('workshop', 'Took part in a workshop on it')], max_length=12)),
                        ('words', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanGovernance',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.TextField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='governance', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanReference',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('kind', models.CharField(choices=[('corporate', 'A corporate strategy or plan'), ('service', 'A service strategy or plan')], max_length=10)),
                        ('place', models.CharField(max_length=120)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='references', to='plan.plan')),
                        ('version_read', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.version')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProjectAction',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProjectCheck',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('check_made', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.threatcheck')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProjectEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('project', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProviderLook',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('status', models.CharField(choices=[('asked', 'Asked for'), ('passed', 'Done, nothing against'), ('conditions', 'Done, with conditions'), ('refused', 'Done, not to be used')], max_length=10)),
                        ('words', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Ratification',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('by', models.CharField(choices=[('cabinet', 'Cabinet'), ('committee', 'A committee'), ('council', 'Full council')], max_length=10)),
                        ('named', models.CharField(max_length=160)),
                        ('minute', models.CharField(max_length=200)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratifications', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Amount',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('kind', models.CharField(choices=[('awarded', 'Awarded'), ('spent', 'Spent')], max_length=7)),
                        ('pounds', models.DecimalField(decimal_places=2, max_digits=12)),
                        ('words', models.CharField(blank=True, max_length=200)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amounts', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EqualityAnalysis',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('version_read', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.version')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='equality_analyses', to='plan.plan')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EvaluatedAction',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='plan.evaluation')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ObjectiveEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('objective', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='plan.objective')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlannedAction',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('carried_from', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plan.plan')),
                        ('district', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('objective', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='plan.objective')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='plan.plan')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('plan', 'action'), name='plan_plannedaction_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ProjectObjective',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('objective', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='plan.objective')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objectives', to='plan.project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EvaluationChange',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('changed', models.CharField(choices=[('score', 'Proposes a new residual score'), ('action', 'Changed or led to an action'), ('objective', 'Changed or led to an objective'), ('nothing', 'No change, because')], max_length=10)),
                        ('likelihood', models.PositiveSmallIntegerField(null=True)),
                        ('impact', models.PositiveSmallIntegerField(null=True)),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='plan.evaluation')),
                        ('risk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='risk.risk')),
                        ('objective', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plan.objective')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlannedActionEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('planned', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='plan.plannedaction')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
