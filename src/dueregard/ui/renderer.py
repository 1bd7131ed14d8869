"""How a form draws its fields."""

from django.forms.renderers import TemplatesSetting


class Fields(TemplatesSetting):
    """Every field group is drawn by our template, with hint, error and legend where they belong."""

    field_template_name = "ui/fields/field.html"
