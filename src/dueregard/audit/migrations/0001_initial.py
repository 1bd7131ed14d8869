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
                    name='Head',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('area_id', models.BigIntegerField(unique=True)),
                        ('count', models.PositiveBigIntegerField(default=0)),
                        ('digest', models.CharField(max_length=64)),
                    ],
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('area_id', models.BigIntegerField()),
                        ('number', models.PositiveBigIntegerField()),
                        ('at', models.DateTimeField()),
                        ('user_id', models.BigIntegerField(null=True)),
                        ('person_id', models.UUIDField(null=True)),
                        ('machine', models.CharField(blank=True, max_length=10)),
                        ('verb', models.CharField(max_length=60)),
                        ('kind', models.CharField(max_length=60)),
                        ('subject', models.CharField(max_length=40)),
                        ('ref', models.CharField(blank=True, max_length=40)),
                        ('details', models.JSONField(default=dict)),
                        ('previous', models.CharField(max_length=64)),
                        ('digest', models.CharField(max_length=64)),
                    ],
                    options={
                        'indexes': [models.Index(fields=['area_id', '-at'], name='audit_event_newest')],
                        'constraints': [models.UniqueConstraint(fields=('area_id', 'number'), name='audit_event_number')],
                    },
                ),
            ],
        ),
    ]
