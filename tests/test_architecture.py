"""Shape rules that import contracts cannot say."""

import ast
import inspect
import tomllib
from importlib import import_module
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.db import models

from dueregard.access import policies

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dueregard"
OURS = [config for config in apps.get_app_configs() if config.name.startswith("dueregard.")]
MODELS = [model for config in OURS for model in config.get_models(include_auto_created=True)]
CONTRACTS = {
    contract["id"]: contract for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}
FLOORS = [[app.strip(" ()") for app in floor.split("|")] for floor in CONTRACTS["apps"]["layers"]]
HEIGHT = {app: -number for number, floor in enumerate(FLOORS) for app in floor}


def modules_of(app: str, name: str) -> list[str]:
    """The module of that name in an app, or the modules of the package of that name."""
    folder = SOURCE / app
    if (folder / f"{name}.py").exists():
        return [f"dueregard.{app}.{name}"]
    return [f"dueregard.{app}.{name}.{path.stem}" for path in sorted((folder / name).glob("*.py")) if path.stem != "__init__"]


def functions_of(app: str, name: str) -> list[tuple[str, object]]:
    return [
        (f"{module}.{label}", function)
        for module in modules_of(app, name)
        for label, function in inspect.getmembers(import_module(module), inspect.isfunction)
        if function.__module__ == module and not label.startswith("_")
    ]


APPS = [config.name.split(".")[1] for config in OURS]


def test_models_are_imported_only_by_their_own_app():
    graph = grimp.build_graph("dueregard", exclude_type_checking_imports=False)

    trespass = {
        f"{importer} -> {imported}"
        for imported in graph.modules
        if imported.split(".")[2:3] == ["models"]
        for importer in graph.find_modules_that_directly_import(imported)
        if importer.split(".")[1] != imported.split(".")[1] and ".tests" not in importer
    }

    assert not trespass


def test_no_import_is_kept_for_type_checkers_alone_or_hidden_in_a_function():
    hidden = [
        f"{path.relative_to(SOURCE)}:{inner.lineno}"
        for path in SOURCE.rglob("*.py")
        if not {"tests", "migrations"} & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) or (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"))
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert not hidden


@pytest.mark.parametrize("app", APPS)
def test_every_query_that_reads_the_database_starts_from_who_is_asking(app):
    for name, function in functions_of(app, "queries"):
        first = next(iter(inspect.signature(function).parameters), "")
        works_on_rows_it_is_given = ".objects" not in inspect.getsource(function)
        # asked: a viewer with the days a finding is about; rows: of a scoped query; before: there is no Viewer yet
        scoped = first in {"viewer", "asked", "rows"} or ".queries.before." in name
        assert scoped or works_on_rows_it_is_given, name


@pytest.mark.parametrize("app", APPS)
def test_everything_in_an_actions_file_that_writes_is_a_deed_or_part_of_one(app):
    for name, function in functions_of(app, "actions"):
        parameters = inspect.signature(function).parameters
        writes = any(verb in inspect.getsource(function) for verb in (".create(", ".save(", ".update(", ".delete(", "record("))
        assert not writes or getattr(function, "is_deed", False) or "by" in parameters or "at" in parameters, name


@pytest.mark.parametrize("app", APPS)
@pytest.mark.parametrize("kind", ["rules", "indicators", "queries", "actions"])
def test_every_rule_query_and_deed_says_what_it_is_in_the_words_of_the_work(app, kind):
    for name, function in functions_of(app, kind):
        assert (function.__doc__ or "").strip(), name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_says_how_private_it_is(model):
    said = model.Privacy.plain | model.Privacy.personal | getattr(model.Privacy, "sensitive", set())

    assert said == {field.name for field in model._meta.fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_table_belongs_to_an_area_or_says_why_not(model):
    columns = {field.column for field in model._meta.fields}

    assert ("area_id" in columns) != (model._meta.label in policies.INSTALL_WIDE) or model._meta.label in policies.INSTALL_WIDE


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_foreign_keys_point_down_and_leave_no_name_above(model):
    for field in model._meta.fields:
        if not isinstance(field, models.ForeignKey):
            continue
        mine, theirs = model._meta.app_label, field.related_model._meta.app_label
        if theirs in HEIGHT and mine != theirs:
            assert HEIGHT[mine] > HEIGHT[theirs], field
            assert field.remote_field.related_name == "+", field


def test_no_two_migrations_of_an_app_have_one_number():
    for config in OURS:
        numbers = [path.name[:4] for path in (Path(config.path) / "migrations").glob("0*.py")]
        assert len(numbers) == len(set(numbers)), config.label


def test_no_file_is_too_long():
    limits = [("*.py", 300), ("*.html", 80)]
    long = {
        f"{path.relative_to(SOURCE)}: {lines}"
        for pattern, limit in limits
        for path in SOURCE.rglob(pattern)
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > limit
    }

    assert not long


def test_no_function_is_too_long():
    long = {
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for path in SOURCE.rglob("*.py")
        if not {"migrations", "tests"} & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 - len(node.decorator_list) > 40
    }

    assert not long


def test_every_module_opens_with_what_belongs_in_it():
    silent = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if not {"migrations", "tests"} & set(path.parts) and not ast.get_docstring(ast.parse(path.read_text()))
    }

    assert not silent


@pytest.mark.parametrize("urls", sorted(path.parent.name for path in SOURCE.glob("*/urls.py")))
def test_a_list_of_addresses_holds_the_pages_of_the_module_it_is_named_after(urls):
    lists = [(name, paths) for name, paths in vars(import_module(f"dueregard.{urls}.urls")).items() if name.endswith("_urls")]

    for name, paths in lists:
        pages = vars(import_module(f"dueregard.{urls}.views.{name.removesuffix('_urls')}")).values()
        assert all(path.callback in pages for path in paths), name


def test_the_inside_contract_names_every_app_with_such_files():
    layers = {"views", "forms", "actions", "queries", "models", "indicators", "rules"}
    named = {container.split(".")[1] for container in CONTRACTS["inside"]["containers"]}

    shaped = {path.parent.name for path in SOURCE.glob("*/*") if path.stem in layers}

    assert named == shaped


def test_contracts_have_no_exceptions():
    assert not [contract["id"] for contract in CONTRACTS.values() if contract.get("ignore_imports")]


def test_checks_bought_off_each_have_a_code_and_a_reason_and_do_not_grow():
    bought = [
        f"{path.relative_to(SOURCE)}:{number}: {line.strip()}"
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if "# noqa" in line or "# type: ignore" in line
    ]
    bare = [line for line in bought if not any(mark in line for mark in ("]  # ", " - "))]

    assert not bare
    assert len(bought) <= 5
