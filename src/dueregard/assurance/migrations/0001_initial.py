import django.db.models.deletion
import dueregard.basics.together
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0001_initial'),
        ('organisations', '0001_initial'),
        ('partnership', '0001_initial'),
    ]

    operations = [
        dueregard.basics.together.Together(
            operations=[
                migrations.CreateModel(
                    name='Round',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('title', models.CharField(max_length=120)),
                        ('framework', models.CharField(max_length=60)),
                        ('criteria', models.TextField(blank=True)),
                        ('scale', models.CharField(blank=True, max_length=40)),
                        ('scored_by', models.CharField(choices=[('nothing', 'Nothing: lines are judged, not scored'), ('section', 'Each section'), ('line', 'Each line')], default='nothing', max_length=10)),
                        ('period_from', models.DateField()),
                        ('period_to', models.DateField()),
                        ('as_at', models.DateField()),
                        ('due', models.DateField()),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='assurance_round_ref'), models.UniqueConstraint(fields=('area', 'once'), name='assurance_round_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Expectation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('framework', models.CharField(max_length=60)),
                        ('line', models.CharField(max_length=40)),
                        ('key', models.CharField(max_length=40)),
                        ('value', models.DecimalField(decimal_places=3, max_digits=9)),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='LocalModeration',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('section', models.CharField(max_length=40)),
                        ('line', models.CharField(blank=True, max_length=40)),
                        ('status', models.CharField(blank=True, choices=[('met', 'Met'), ('partly-met', 'Partly met'), ('not-met', 'Not met'), ('does-not-apply', 'Does not apply')], max_length=20)),
                        ('score', models.CharField(blank=True, max_length=20)),
                        ('because', models.TextField()),
                        ('number', models.PositiveIntegerField()),
                        ('on', models.DateField()),
                        ('who', models.CharField(max_length=160)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moderations', to='assurance.round')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'number'), name='assurance_localmoderation_number')],
                    },
                ),
                migrations.CreateModel(
                    name='ReviewerAccess',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('name', models.CharField(max_length=120)),
                        ('body', models.CharField(max_length=160)),
                        ('on', models.DateField()),
                        ('until', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviewers', to='assurance.round')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RoundStep',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('number', models.PositiveIntegerField()),
                        ('stage', models.CharField(choices=[('opened', 'Opened'), ('refreshed', 'Findings looked up again'), ('signed', 'Signed off')], max_length=10)),
                        ('on', models.DateField()),
                        ('who', models.CharField(blank=True, max_length=160)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='assurance.round')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'number'), name='assurance_roundstep_number'), models.UniqueConstraint(condition=models.Q(('stage', 'signed')), fields=('round',), name='assurance_roundstep_signed_once')],
                    },
                ),
                migrations.CreateModel(
                    name='SectionScore',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('section', models.CharField(max_length=40)),
                        ('score', models.CharField(max_length=20)),
                        ('because', models.TextField(blank=True)),
                        ('number', models.PositiveIntegerField()),
                        ('on', models.DateField()),
                        ('who', models.CharField(max_length=160)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='assurance.round')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'section', 'number'), name='assurance_sectionscore_number')],
                    },
                ),
                migrations.CreateModel(
                    name='SignOff',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.TextField(blank=True)),
                        ('kept', models.TextField()),
                        ('digest', models.CharField(max_length=64)),
                        ('trail_count', models.PositiveBigIntegerField()),
                        ('trail_head', models.CharField(max_length=64)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('round', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='signing', to='assurance.round')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Evidence',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('line', models.CharField(max_length=40)),
                        ('record_kind', models.CharField(blank=True, max_length=40)),
                        ('record_ref', models.CharField(blank=True, max_length=40)),
                        ('record_label', models.CharField(blank=True, max_length=240)),
                        ('record_on', models.DateField(null=True)),
                        ('on', models.DateField()),
                        ('who', models.CharField(max_length=160)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.version')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='assurance.round')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('document__isnull', True), ('record_ref', ''), _connector='XOR'), name='assurance_evidence_is_one_thing'), models.UniqueConstraint(condition=models.Q(('record_ref', ''), _negated=True), fields=('round', 'line', 'record_kind', 'record_ref', 'record_label'), name='assurance_evidence_record_once')],
                    },
                ),
                migrations.CreateModel(
                    name='HomeOfficeView',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('says', models.TextField()),
                        ('who', models.CharField(max_length=160)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='home_office_views', to='assurance.round')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ImprovementAction',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('line', models.CharField(blank=True, max_length=40)),
                        ('on', models.DateField()),
                        ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.action')),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('view', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='improvements', to='assurance.homeofficeview')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='improvements', to='assurance.round')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'line', 'action'), name='assurance_improvement_once')],
                    },
                ),
                migrations.CreateModel(
                    name='EvidenceDrop',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='drop', to='assurance.evidence')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='FindingKept',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('line', models.CharField(max_length=40)),
                        ('edition', models.PositiveIntegerField()),
                        ('finding', models.TextField()),
                        ('digest', models.CharField(max_length=64)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='assurance.round')),
                        ('step', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='assurance.roundstep')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('round', 'line', 'edition'), name='assurance_findingkept_edition')],
                    },
                ),
                migrations.CreateModel(
                    name='HomeOfficeCriterion',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('criterion', models.CharField(max_length=40)),
                        ('outcome', models.CharField(blank=True, choices=[('met', 'Met'), ('unmet', 'Unmet'), ('exceeding', 'Exceeding'), ('not-assessed', 'Not assessed')], max_length=20)),
                        ('score', models.CharField(blank=True, max_length=20)),
                        ('says', models.TextField(blank=True)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('view', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criteria', to='assurance.homeofficeview')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('view', 'criterion'), name='assurance_homeofficecriterion_once'), models.CheckConstraint(condition=models.Q(('outcome', ''), ('score', ''), _negated=True), name='assurance_homeofficecriterion_says_something')],
                    },
                ),
                migrations.CreateModel(
                    name='HomeOfficeAction',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('says', models.CharField(max_length=400)),
                        ('due', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('view', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked', to='assurance.homeofficeview')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Judgement',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('line', models.CharField(max_length=40)),
                        ('status', models.CharField(blank=True, choices=[('met', 'Met'), ('partly-met', 'Partly met'), ('not-met', 'Not met'), ('does-not-apply', 'Does not apply')], max_length=20)),
                        ('score', models.CharField(blank=True, max_length=20)),
                        ('because', models.TextField()),
                        ('number', models.PositiveIntegerField()),
                        ('on', models.DateField()),
                        ('who', models.CharField(max_length=160)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('saw', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assurance.findingkept')),
                        ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='assurance.round')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(('score', ''), ('status', ''), _negated=True), name='assurance_judgement_says_something'), models.UniqueConstraint(fields=('round', 'line', 'number'), name='assurance_judgement_number')],
                    },
                ),
            ],
        ),
    ]
