from collections.abc import Callable, Iterable, Mapping

import pytest

from plugins.catalogue.memory import Memory, Result, key_of, packed


class Kept:
    """A store in two dictionaries."""

    def __init__(self) -> None:
        self.by_every_build: dict[str, bytes] = {}
        self.by_few: dict[str, bytes] = {}

    def often(self) -> Mapping[str, bytes]:
        return dict(self.by_every_build)

    def one(self, key: str) -> bytes | None:
        return self.by_every_build.get(key)

    def seldom(self, key: str) -> bytes | None:
        return self.by_few.get(key)

    def keep(self, results: Iterable[Result]) -> None:
        for result in results:
            (self.by_few if result.is_seldom else self.by_every_build)[result.key] = result.data

    def finish(self, asked: Callable[[str], bool]) -> None:
        for kept in (self.by_every_build, self.by_few):
            for key in [key for key in kept if not asked(key)]:
                del kept[key]

    def forget(self, gone: Iterable[str]) -> None:
        for key in gone:
            self.by_every_build.pop(key, None)
            self.by_few.pop(key, None)

    def close(self) -> None:
        pass


def test_a_result_is_made_once() -> None:
    memory = Memory()
    made: list[int] = []

    def make() -> tuple[str, ...]:
        made.append(1)
        return ("a",)

    assert [memory.once("x", make), memory.once("x", make)] == [("a",), ("a",)]
    assert len(made) == 1


def test_a_later_build_makes_only_what_is_new() -> None:
    store = Kept()
    first = Memory(store)
    first.once("x", lambda: 1)
    first.once("y", lambda: 2)
    first.finish()
    second = Memory(store)
    assert second.once("x", lambda: 0) == 1
    assert second.once("z", lambda: 3) == 3
    assert second.made == 1
    second.finish()
    assert set(store.by_every_build) == {"x", "z"}  # what nobody asked for is forgotten


def test_what_is_asked_for_is_got_one_by_one_or_all_at_once() -> None:
    store = Kept()
    Memory(store).add((Result("x", packed(1)), Result("y", packed(2))))
    one_by_one, at_once = Memory(store), Memory(store)
    at_once.get_all()
    for memory in (one_by_one, at_once):
        assert ("x" in memory, "z" in memory, memory.known("y")) == (True, False, 2)
        with pytest.raises(KeyError):
            memory.known("z")


def test_results_of_both_kinds_are_forgotten_by_key() -> None:
    store = Kept()
    memory = Memory(store)
    memory.add((Result("x", packed("head")), Result("x", packed("body"), is_seldom=True), Result("y", packed(1))))
    memory.forget(["x", "z"])
    assert ("x" in memory, "y" in memory) == (False, True)
    assert (set(store.by_every_build), set(store.by_few)) == ({"y"}, set())


def test_what_few_ask_for_stays_in_the_store() -> None:
    memory = Memory(Kept())
    memory.add((Result("x", packed("head")), Result("x", packed("body"), is_seldom=True)))
    assert "x" in memory
    assert (memory.known("x"), memory.seldom("x")) == ("head", "body")
    memory.finish()
    assert memory.seldom("x") == "body"


def test_without_a_store_it_keeps_everything_itself() -> None:
    memory = Memory()
    memory.add((Result("x", packed("body"), is_seldom=True),))
    assert memory.seldom("x") == "body"


def test_what_the_store_has_lost_is_told() -> None:
    with pytest.raises(LookupError, match="has lost x"):
        Memory().seldom("x")


def test_a_key_tells_its_inputs_apart() -> None:
    keys = {
        key_of("a", "b", "c"),
        key_of("a", "bc"),
        key_of("a", "b", "c", ""),
        key_of("b", "b", "c"),
        key_of("a", "\udc80"),
    }
    assert len(keys) == 5
