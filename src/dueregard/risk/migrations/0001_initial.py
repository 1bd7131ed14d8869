import django.db.models.deletion
import dueregard.basics.together
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        dueregard.basics.together.Together(
            operations=[
                migrations.CreateModel(
                    name='Assessment',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('title', models.CharField(max_length=200)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('follows', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='risk.assessment')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_assessment_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_assessment_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Contribution',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('what', models.CharField(max_length=400)),
                        ('towards', models.CharField(blank=True, max_length=80)),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_contribution_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_contribution_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Matrix',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('size', models.PositiveSmallIntegerField()),
                        ('likelihood', models.JSONField()),
                        ('impact', models.JSONField()),
                        ('bands', models.JSONField()),
                        ('tolerance', models.PositiveSmallIntegerField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProfileRequest',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('words', models.CharField(max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_profilerequest_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_profilerequest_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Risk',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('kind', models.CharField(choices=[('situational', 'Situational: what may happen in the area'), ('corporate', 'Corporate: not meeting the duty')], max_length=12)),
                        ('concerns', models.CharField(choices=[('people', 'People being drawn into terrorism'), ('influences', 'Radicalising influences'), ('both', 'People and influences'), ('duty', 'The duty not being met')], max_length=10)),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('continues', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='risk.risk')),
                        ('district', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_risk_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_risk_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Source',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('kind', models.CharField(choices=[('profile', 'Counter-terrorism local profile, by reference'), ('threat-level', 'National threat level'), ('trend', 'Emerging trend'), ('data', 'Data series'), ('partner', 'Information from a partner')], max_length=14)),
                        ('title', models.CharField(max_length=200)),
                        ('words', models.TextField(blank=True)),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_source_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_source_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AssessmentBriefing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('edition', models.CharField(choices=[('official', 'The Official edition'), ('whole', 'The whole, Official-Sensitive')], max_length=8)),
                        ('audience', models.CharField(blank=True, max_length=200)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='briefings', to='risk.assessment')),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.post')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_assessmentbriefing_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_assessmentbriefing_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AssessmentStep',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('stage', models.CharField(choices=[('drafted', 'Draft'), ('submitted', 'Submitted for approval'), ('approved', 'Approved'), ('superseded', 'Superseded'), ('withdrawn', 'Withdrawn')], max_length=10)),
                        ('on', models.DateField()),
                        ('minute', models.CharField(blank=True, max_length=200)),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='risk.assessment')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AssessmentUpdate',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('is_changed', models.BooleanField()),
                        ('words', models.TextField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='updates', to='risk.assessment')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='risk_assessmentupdate_ref'), models.UniqueConstraint(fields=('area', 'once'), name='risk_assessmentupdate_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Control',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='controls', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Paragraph',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('position', models.PositiveSmallIntegerField()),
                        ('heading', models.CharField(blank=True, max_length=160)),
                        ('words', models.TextField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paragraphs', to='risk.assessment')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProfileAnswer',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='risk.profilerequest')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CorporateReference',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('reference', models.CharField(max_length=80)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corporate_references', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AssessmentRisk',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='risk.assessment')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RiskOwner',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owners', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RiskReview',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('inherent_likelihood', models.PositiveSmallIntegerField(null=True)),
                        ('inherent_impact', models.PositiveSmallIntegerField(null=True)),
                        ('residual_likelihood', models.PositiveSmallIntegerField(null=True)),
                        ('residual_impact', models.PositiveSmallIntegerField(null=True)),
                        ('target_likelihood', models.PositiveSmallIntegerField(null=True)),
                        ('target_impact', models.PositiveSmallIntegerField(null=True)),
                        ('because', models.TextField()),
                        ('next_due', models.DateField(null=True)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('matrix', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='risk.matrix')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RiskStep',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('status', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], max_length=6)),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RiskWording',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('title', models.CharField(max_length=200)),
                        ('cause', models.TextField(blank=True)),
                        ('event', models.TextField(blank=True)),
                        ('effect', models.TextField(blank=True)),
                        ('influence', models.TextField(blank=True)),
                        ('narratives', models.TextField(blank=True)),
                        ('methods', models.TextField(blank=True)),
                        ('targets', models.TextField(blank=True)),
                        ('environment', models.TextField(blank=True)),
                        ('setting', models.CharField(blank=True, choices=[('offline', 'Offline'), ('online', 'Online'), ('both', 'Online and offline')], max_length=8)),
                        ('driver', models.CharField(blank=True, max_length=40)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='risk.risk')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RiskSource',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('risk', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='risk.risk')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='risks', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Reading',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('covers_from', models.DateField(null=True)),
                        ('covers_to', models.DateField()),
                        ('value', models.DecimalField(decimal_places=2, max_digits=14)),
                        ('unit', models.CharField(max_length=40)),
                        ('words', models.CharField(blank=True, max_length=400)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Prompt',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('words', models.CharField(max_length=600)),
                        ('released_by', models.CharField(max_length=160)),
                        ('released_on', models.DateField()),
                        ('on', models.DateField()),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prompts', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProfileBriefing',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('audience', models.CharField(blank=True, max_length=200)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.post')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='briefings', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Profile',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('edition', models.CharField(max_length=80)),
                        ('dated', models.DateField()),
                        ('held_at', models.CharField(max_length=200)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('custodian', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.post')),
                        ('source', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='profile', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='LevelSet',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('level', models.CharField(choices=[('low', 'Low'), ('moderate', 'Moderate'), ('substantial', 'Substantial'), ('severe', 'Severe'), ('critical', 'Critical')], max_length=12)),
                        ('on', models.DateField()),
                        ('words', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='levels', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AssessmentSource',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='risk.assessment')),
                        ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SourceWithdrawal',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('source', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='risk.source')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BriefedBody',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='risk.assessmentbriefing')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ControlEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('control', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='risk.control')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
