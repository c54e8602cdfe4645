from plugins.catalogue.memory import Memory, key_of


def test_a_result_is_made_once() -> None:
    memory = Memory()
    made: list[int] = []

    def make() -> tuple[str, ...]:
        made.append(1)
        return ("a",)

    assert [memory.once("x", make), memory.once("x", make)] == [("a",), ("a",)]
    assert len(made) == 1


def test_a_later_build_makes_only_what_is_new() -> None:
    first = Memory()
    first.once("x", lambda: 1)
    first.once("y", lambda: 2)
    second = Memory(first.kept)
    assert second.once("x", lambda: 0) == 1
    assert second.once("z", lambda: 3) == 3
    assert second.made == 1
    assert set(second.kept) == {"x", "z"}  # what nobody asked for is forgotten
    assert second.has_changed


def test_a_build_that_makes_nothing_and_forgets_nothing_has_nothing_to_keep() -> None:
    first = Memory()
    first.once("x", lambda: 1)
    second = Memory(first.kept)
    second.once("x", lambda: 0)
    assert not second.has_changed


def test_a_key_tells_its_inputs_apart() -> None:
    keys = {
        key_of("a", "b", "c"),
        key_of("a", "bc"),
        key_of("a", "b", "c", ""),
        key_of("b", "b", "c"),
        key_of("a", "\udc80"),
    }
    assert len(keys) == 5
