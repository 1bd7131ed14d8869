import django.db.models.deletion
import dueregard.basics.together
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        dueregard.basics.together.Together(
            operations=[
                migrations.CreateModel(
                    name='Area',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=40, unique=True)),
                        ('name', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('unitary', 'Unitary authority'), ('county', 'County with districts'), ('district', 'District with a group of its own'), ('two-councils', 'Two councils with one team'), ('joint', 'Joint arrangement that serves other areas'), ('regional', 'Regional arrangement that serves other areas'), ('combined', 'Combined authority that serves other areas')], max_length=20)),
                        ('nation', models.CharField(choices=[('england', 'England'), ('wales', 'Wales')], default='england', max_length=10)),
                        ('held_by', models.CharField(blank=True, max_length=160)),
                        ('began', models.DateField()),
                        ('is_invented', models.BooleanField(default=False)),
                        ('requires_second_factor', models.BooleanField(default=False)),
                        ('loaded_digest', models.CharField(blank=True, max_length=64)),
                        ('typed_at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='AreaStanding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('standing', models.CharField(choices=[('tier', 'Tier'), ('funded', 'Prevent funding'), ('prison', 'A prison in the area')], max_length=10)),
                        ('value', models.CharField(max_length=10)),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Body',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('name', models.CharField(max_length=160)),
                        ('kind', models.CharField(choices=[('county-council', 'County council'), ('district-council', 'District council'), ('unitary-council', 'Unitary council'), ('police', 'Police'), ('health', 'Health body'), ('education', 'Education'), ('probation', 'Probation provider'), ('prison', 'Prison or young offender institution'), ('fire', 'Fire and rescue'), ('voluntary', 'Voluntary or community organisation'), ('contractor', 'Contractor or commissioned service'), ('government', 'Government department'), ('other', 'Other')], max_length=20)),
                        ('is_specified', models.BooleanField(default=False)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='organisations_body_ref'), models.UniqueConstraint(fields=('area', 'once'), name='organisations_body_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Counter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('prefix', models.CharField(max_length=20)),
                        ('last', models.PositiveIntegerField(default=0)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('area', 'prefix'), name='organisations_counter_prefix')],
                    },
                ),
                migrations.CreateModel(
                    name='Serving',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('on', models.DateField()),
                        ('typed_at', models.DateTimeField()),
                        ('served', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('server', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('server', 'served', 'on'), name='organisations_serving_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Succession',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('on', models.DateField()),
                        ('share', models.CharField(max_length=200)),
                        ('typed_at', models.DateTimeField()),
                        ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='organisations_succession_once')],
                    },
                ),
                migrations.CreateModel(
                    name='BodyEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Person',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('name', models.CharField(max_length=120)),
                        ('email', models.EmailField(blank=True, max_length=254)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='organisations_person_ref'), models.UniqueConstraint(fields=('area', 'once'), name='organisations_person_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Post',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('kind', models.CharField(choices=[('prevent-lead', 'Prevent lead'), ('strategic-officer', 'Strategic officer'), ('designated-leader', 'Designated leader of a specified authority'), ('portfolio-holder', 'Portfolio holder'), ('prevent-officer', 'Prevent officer'), ('education-officer', 'Prevent education officer'), ('adviser', 'Home Office or DfE adviser'), ('other', 'Other post')], max_length=20)),
                        ('title', models.CharField(max_length=160)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='organisations_post_ref'), models.UniqueConstraint(fields=('area', 'once'), name='organisations_post_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ServingEnd',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('on', models.DateField()),
                        ('typed_at', models.DateTimeField()),
                        ('serving', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='organisations.serving')),
                    ],
                ),
                migrations.CreateModel(
                    name='Team',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('name', models.CharField(max_length=160)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='organisations.body')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='organisations_team_ref'), models.UniqueConstraint(fields=('area', 'once'), name='organisations_team_once')],
                    },
                ),
                migrations.CreateModel(
                    name='PersonMove',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PostEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('post', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='organisations.post')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PostHolding',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(blank=True, max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='organisations.person')),
                        ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='organisations.post')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PostHoldingEnd',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('holding', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='organisations.postholding')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
