"""Labels on functions: what a page asks, what a deed is, which line an indicator answers, to be read where such functions are listed."""

from collections.abc import Callable
from typing import Any, TypeVar

Labelled = TypeVar("Labelled", bound=Callable[..., Any])


def label(function: Labelled, **labels: object) -> Labelled:
    """The same function with these labels on it, as attributes."""
    vars(function).update(labels)
    return function
