"""The memory of the process: exact, bounded, shared by threads."""

from concurrent.futures import ThreadPoolExecutor

from dueregard.basics.memory import Memory


def test_it_finds_what_was_kept_under_that_key_and_nothing_else() -> None:
    memory = Memory(most=2)

    memory.keep(("area", 1), "theirs")

    assert memory.find(("area", 1)) == "theirs"
    assert memory.find(("area", 2)) is None


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    memory = Memory(most=2)
    memory.keep("a", 1)
    memory.keep("b", 2)
    memory.find("a")

    memory.keep("c", 3)

    assert [memory.find(key) for key in "abc"] == [1, None, 3]


def test_many_threads_can_use_it_at_once() -> None:
    memory = Memory(most=5)

    def use(number: int) -> object:
        memory.keep(number % 9, number % 9)
        return memory.find(number % 9)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(use, range(2000)))

    assert all(answer in (None, number % 9) for number, answer in enumerate(found))
    assert len(memory) == 5


def test_it_can_forget_everything() -> None:
    memory = Memory(most=2)
    memory.keep("a", 1)

    memory.forget()

    assert len(memory) == 0
