import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=30)),
                ("ref", models.CharField(max_length=40)),
                ("part", models.CharField(blank=True, max_length=20)),
                ("title", models.CharField(max_length=400)),
                ("words", models.TextField()),
                ("on", models.DateField(null=True)),
                (
                    "marking",
                    models.CharField(
                        choices=[("official", "OFFICIAL"), ("official-sensitive", "OFFICIAL-SENSITIVE")], default="official", max_length=20
                    ),
                ),
                ("permission", models.CharField(max_length=30)),
                (
                    "area",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.area"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("area", "kind", "ref", "part"), name="search_entry_once")],
            },
        ),
    ]
