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
                    name='Outbox',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('key', models.CharField(max_length=120)),
                        ('kind', models.CharField(choices=[('called', 'Meeting'), ('moved', 'Meeting: changed'), ('cancelled', 'Meeting: cancelled'), ('reminder', 'Meeting: reminder'), ('minutes', 'Meeting: minutes'), ('action', 'Action'), ('review', 'Review due')], max_length=10)),
                        ('to', models.EmailField(max_length=254)),
                        ('subject', models.CharField(max_length=120)),
                        ('body', models.TextField()),
                        ('page', models.CharField(max_length=200)),
                        ('calendar', models.TextField(blank=True)),
                        ('due_at', models.DateTimeField()),
                        ('message_id', models.CharField(max_length=80)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['area', 'due_at'], name='dispatch_outbox_due')],
                        'constraints': [models.UniqueConstraint(fields=('area', 'key'), name='dispatch_outbox_key')],
                    },
                ),
                migrations.CreateModel(
                    name='CalledOff',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('message', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='called_off', to='dispatch.outbox')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Attempt',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('number', models.PositiveIntegerField()),
                        ('outcome', models.CharField(choices=[('unknown', 'Not known'), ('sent', 'Sent'), ('failed', 'Failed')], default='unknown', max_length=10)),
                        ('reason', models.CharField(blank=True, max_length=120)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='dispatch.outbox')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('message', 'number'), name='dispatch_attempt_number')],
                    },
                ),
                migrations.CreateModel(
                    name='AskedAgain',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_again', to='dispatch.outbox')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
    ]
