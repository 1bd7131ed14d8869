import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0001_initial'),
        ('training', '0002_programme_reviews_and_induction_steps'),
    ]

    operations = [
        migrations.CreateModel(
            name='AttendanceWithdrawal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('typed_at', models.DateTimeField()),
                ('on', models.DateField()),
                ('because', models.CharField(max_length=400)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                ('attendance', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='training.attendance')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SessionWithEnd',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('typed_at', models.DateTimeField()),
                ('on', models.DateField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                ('ends', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ending', to='training.sessionwith')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CertificateRemoval',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('typed_at', models.DateTimeField()),
                ('digest', models.CharField(max_length=64)),
                ('held_since', models.DateField()),
                ('on', models.DateField()),
                ('because', models.CharField(max_length=400)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.area')),
                ('completion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.completion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='attendance',
            name='training_attendance_once',
        ),
        migrations.RemoveField(
            model_name='certificate',
            name='document',
        ),
        migrations.AddField(
            model_name='certificate',
            name='digest',
            field=models.CharField(default='', max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='certificate',
            name='path',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='certificate',
            name='size',
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='certificate',
            name='type',
            field=models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('pptx', 'PowerPoint'), ('odt', 'OpenDocument text'), ('ods', 'OpenDocument spreadsheet'), ('png', 'PNG picture'), ('jpeg', 'JPEG picture'), ('txt', 'Plain text'), ('csv', 'CSV'), ('eml', 'E-mail')], default='pdf', max_length=5),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='sessioncancelled',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cancelled', to='training.session'),
        ),
        migrations.AlterField(
            model_name='sessionheld',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='held', to='training.session'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('completion', 'digest'), name='training_certificate_once'),
        ),
    ]
