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
                    name='Document',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('kind', models.CharField(choices=[('terms', 'Terms of reference'), ('sharing', 'Information-sharing agreement'), ('policy', 'Policy'), ('privacy-notice', 'Privacy notice'), ('dpia', 'Data protection impact assessment'), ('strategy', 'Strategy'), ('plan', 'Plan'), ('minutes', 'Minutes'), ('report', 'Report'), ('letter', 'Letter'), ('training', 'Training material'), ('paper', 'Paper'), ('evidence', 'Evidence'), ('other', 'Other')], max_length=20)),
                        ('title', models.CharField(max_length=200)),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='documents_document_ref'), models.UniqueConstraint(fields=('area', 'once'), name='documents_document_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Correction',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('title_was', models.CharField(max_length=200)),
                        ('title', models.CharField(max_length=200)),
                        ('marking_was', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('marking', models.CharField(choices=[('official', 'OFFICIAL'), ('official-sensitive', 'OFFICIAL-SENSITIVE')], default='official', max_length=20)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='documents.document')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Ownership',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ownerships', to='documents.document')),
                        ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.post')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Version',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('number', models.PositiveIntegerField()),
                        ('label', models.CharField(blank=True, max_length=40)),
                        ('covers_from', models.DateField(blank=True, null=True)),
                        ('covers_to', models.DateField(blank=True, null=True)),
                        ('on', models.DateField()),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='documents.document')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='documents_version_number'), models.UniqueConstraint(fields=('area', 'once'), name='documents_version_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Signatory',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.body')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatories', to='documents.version')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('of', 'body'), name='documents_signatory_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ReviewDue',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('due', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews_due', to='documents.version')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Removal',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('number', models.PositiveIntegerField(null=True)),
                        ('digest', models.CharField(blank=True, max_length=64)),
                        ('held_since', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='removals', to='documents.version')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Link',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('address', models.URLField(max_length=500)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='documents.version')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('of', 'address'), name='documents_link_once')],
                    },
                ),
                migrations.CreateModel(
                    name='File',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('number', models.PositiveIntegerField()),
                        ('digest', models.CharField(max_length=64)),
                        ('size', models.PositiveBigIntegerField()),
                        ('type', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('pptx', 'PowerPoint'), ('odt', 'OpenDocument text'), ('ods', 'OpenDocument spreadsheet'), ('png', 'PNG picture'), ('jpeg', 'JPEG picture'), ('txt', 'Plain text'), ('csv', 'CSV'), ('eml', 'E-mail')], max_length=5)),
                        ('original_name', models.CharField(blank=True, max_length=200)),
                        ('path', models.CharField(blank=True, max_length=120)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='documents.version')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('of', 'digest'), name='documents_file_once')],
                    },
                ),
                migrations.CreateModel(
                    name='Clause',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('place', models.CharField(max_length=80)),
                        ('covers', models.CharField(choices=[('prevent', 'Names Prevent as the group’s business'), ('statutory-delivery', 'Oversight of statutory delivery'), ('referral-pathway', 'The referral pathway'), ('channel', 'Channel'), ('quorum', 'Quorum'), ('called-at-once', 'Calling a meeting at once'), ('substitutes', 'Substitutes'), ('lawful-basis', 'The lawful basis for sharing'), ('retention', 'How long records are kept'), ('venues', 'Hire of venues'), ('filtering', 'Filtering and access to the internet'), ('other', 'Something else')], max_length=20)),
                        ('on', models.DateField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                        ('of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='documents.version')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Approval',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('minute', models.CharField(blank=True, max_length=200)),
                        ('decision', models.CharField(blank=True, max_length=200)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('of', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='approval', to='documents.version')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Withdrawal',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('on', models.DateField()),
                        ('because', models.CharField(max_length=400)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='documents.document')),
                        ('of', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='documents.version')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('of', None)), fields=('document',), name='documents_withdrawal_once')],
                    },
                ),
            ],
        ),
    ]
