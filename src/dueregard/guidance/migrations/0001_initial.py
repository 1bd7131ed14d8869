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
                    name='OfficialText',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('framework', models.CharField(max_length=60)),
                        ('digest', models.CharField(max_length=64)),
                        ('published', models.DateField()),
                        ('attached_at', models.DateTimeField()),
                        ('checked_at', models.DateTimeField()),
                        ('lines', models.JSONField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('framework', 'digest'), name='guidance_official_once')],
                    },
                ),
                migrations.CreateModel(
                    name='ThreatCheck',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('typed_at', models.DateTimeField()),
                        ('ref', models.CharField(max_length=40)),
                        ('version', models.PositiveIntegerField(default=1)),
                        ('once', models.UUIDField(blank=True, editable=False, null=True)),
                        ('wording', models.CharField(max_length=40)),
                        ('on', models.DateField()),
                        ('mindful', models.BooleanField()),
                        ('mindful_because', models.TextField()),
                        ('proportionate', models.BooleanField()),
                        ('proportionate_because', models.TextField()),
                        ('reduces', models.BooleanField()),
                        ('reduces_because', models.TextField()),
                        ('go_ahead_because', models.TextField(blank=True)),
                        ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                        ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                    ],
                    options={
                        'abstract': False,
                        'constraints': [models.UniqueConstraint(fields=('area', 'ref'), name='guidance_threatcheck_ref'), models.UniqueConstraint(fields=('area', 'once'), name='guidance_threatcheck_once')],
                    },
                ),
            ],
        ),
    ]
