"""A label is read where labelled functions are listed, and changes nothing else of a function."""

from dueregard.basics.label import label


def test_a_labelled_function_does_what_it_did_and_carries_its_label() -> None:
    doubled = label(lambda number: 2 * number, says="twice")

    assert doubled(4) == 8
    assert vars(doubled) == {"says": "twice"}
