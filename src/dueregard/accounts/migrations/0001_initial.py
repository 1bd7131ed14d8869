import django.db.models.deletion
import dueregard.basics.together
import uuid
from django.conf import settings
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
                    name='AnswerLink',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('purpose', models.CharField(choices=[('actions', 'How their actions are going, and whom they will send to the next meeting')], max_length=20)),
                        ('secret_digest', models.CharField(max_length=64, unique=True)),
                        ('on', models.DateField()),
                        ('until', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='accounts_answerlink_ref'), models.UniqueConstraint(fields=('area', 'once'), name='accounts_answerlink_once')],
                    },
                ),
                migrations.CreateModel(
                    name='AnswerLinkEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('link', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='accounts.answerlink')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        dueregard.basics.together.Together(
            operations=[
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('id', models.BigAutoField(primary_key=True, serialize=False)),
                        ('email', models.EmailField(max_length=254, unique=True)),
                        ('is_active', models.BooleanField(default=True)),
                        ('joined_at', models.DateTimeField()),
                        ('last_login_before', models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Invitation',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('email', models.EmailField(max_length=254)),
                        ('role', models.CharField(choices=[('lead', 'Prevent lead or coordinator'), ('strategic', 'Strategic officer'), ('chair', 'Chair of the partnership group'), ('clerk', 'Democratic services'), ('partner', 'Partner on the group'), ('officer', 'Officer for a section'), ('member', 'Elected member'), ('reviewer', 'Reviewer from outside'), ('auditor', 'Data protection officer or auditor'), ('administrator', 'Administrator')], max_length=20)),
                        ('round_ref', models.CharField(blank=True, max_length=40)),
                        ('until', models.DateField(blank=True, null=True)),
                        ('secret_digest', models.CharField(max_length=64, unique=True)),
                        ('typed_at', models.DateTimeField()),
                        ('expires_at', models.DateTimeField()),
                        ('accepted_at', models.DateTimeField(blank=True, null=True)),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['area', '-typed_at'], name='accounts_invitation_newest')],
                    },
                ),
                migrations.CreateModel(
                    name='Clearance',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('level', models.CharField(choices=[('bpss', 'Baseline Personnel Security Standard'), ('ctc', 'Counter terrorist check'), ('sc', 'Security check'), ('dv', 'Developed vetting'), ('police', 'Police vetting'), ('other', 'Another the partnership accepts')], max_length=40)),
                        ('seen_on', models.DateField()),
                        ('until', models.DateField()),
                        ('typed_at', models.DateTimeField()),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clearances', to=settings.AUTH_USER_MODEL)),
                    ],
                ),
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('role', models.CharField(choices=[('lead', 'Prevent lead or coordinator'), ('strategic', 'Strategic officer'), ('chair', 'Chair of the partnership group'), ('clerk', 'Democratic services'), ('partner', 'Partner on the group'), ('officer', 'Officer for a section'), ('member', 'Elected member'), ('reviewer', 'Reviewer from outside'), ('auditor', 'Data protection officer or auditor'), ('administrator', 'Administrator')], max_length=20)),
                        ('round_ref', models.CharField(blank=True, max_length=40)),
                        ('on', models.DateField()),
                        ('until', models.DateField(blank=True, null=True)),
                        ('typed_at', models.DateTimeField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['area', 'user'], name='accounts_membership_area')],
                    },
                ),
            ],
        ),
    ]
