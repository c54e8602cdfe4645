"""The environment: in step or not, made, made again, and left as it was when it cannot be made."""

import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools.bootstrap import Place, SetupError, alone, install_commands, is_in_step, set_up, stamp, without_misleading


class Installer:
    """Stands for venv, pip and uv: makes .venv, and fails where it is told to."""

    def __init__(self, place: Place, failure: str = "") -> None:
        self.place, self.failure = place, failure
        self.commands: list[tuple[str, ...]] = []

    def __call__(self, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
        self.commands.append(tuple(command))
        self.place.python.parent.mkdir(parents=True, exist_ok=True)
        self.place.python.write_text("python")
        fails = bool(self.failure) and "install" in command
        return subprocess.CompletedProcess(command, int(fails), "", self.failure if fails else "")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    place.lock.write_text("pelican==4.12.0\n")
    return place


def in_step(place: Place) -> bool:
    return is_in_step(place, place.venv, (3, 11))


def test_stamp_names_the_lock_and_the_python():
    assert stamp(b"a", (3, 11)).endswith(" python3.11\n")
    assert stamp(b"a", (3, 11)) != stamp(b"b", (3, 11))
    assert stamp(b"a", (3, 11)) != stamp(b"a", (3, 12))


def test_fresh_clone_is_not_in_step(place):
    assert not in_step(place)


def test_environment_is_in_step_once_it_is_made(place):
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    assert in_step(place)


def test_environment_is_out_of_step_when_the_lock_changes(place):
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    place.lock.write_text("pelican==4.12.1\n")
    assert not in_step(place)
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    assert in_step(place)


def test_environment_is_out_of_step_when_its_python_has_become_another(place):
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    assert not is_in_step(place, place.venv, (3, 12))


def test_python_of_another_environment_never_is_in_step(place):
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    assert not is_in_step(place, Path("/usr"), (3, 11))


def test_nothing_of_the_environment_before_is_left(place):
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    (place.venv / "left-over").write_text("")
    place.lock.write_text("pelican==4.12.1\n")
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    assert not (place.venv / "left-over").exists()
    assert not (place.root / ".venv.before").exists()


def test_set_up_that_was_killed_is_repeated(place):
    place.python.parent.mkdir(parents=True)
    place.python.write_text("half a python")
    assert not in_step(place)
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    assert place.python.read_text() == "python"
    assert in_step(place)


def test_without_network_the_reason_is_one_line_and_nothing_is_left(place):
    failure = (
        "WARNING: Retrying\nFailed to establish a new connection: Temporary failure in name resolution\nERROR: x\n"
    )
    with pytest.raises(SetupError, match=r"^cannot fetch Plaza's packages: is there a network\? \(details in .*\)$"):
        set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place, failure))
    assert not place.venv.exists()
    assert failure in place.log.read_text()


def test_without_network_the_environment_of_the_lock_before_is_kept(place):
    set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place))
    place.lock.write_text("pelican==4.12.1\n")
    with pytest.raises(SetupError):
        set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place, "getaddrinfo failed"))
    place.lock.write_text("pelican==4.12.0\n")
    assert in_step(place)


def test_package_that_is_not_the_locked_one_is_refused_with_its_error(place):
    failure = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n   Got        abc\n"
    with pytest.raises(SetupError, match="ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"):
        set_up(place, "/usr/bin/python3", (3, 11), None, Installer(place, failure))


def test_certificate_that_is_not_trusted_is_told_with_the_way_out(place):
    with pytest.raises(SetupError, match="set SSL_CERT_FILE"):
        set_up(place, "python3", (3, 11), "uv", Installer(place, "invalid peer certificate: UnknownIssuer"))


def test_every_installer_takes_hashed_wheels_only(place):
    for uv in (None, "/usr/bin/uv"):
        install = install_commands(place, "/usr/bin/python3", uv)[-1]
        assert "--require-hashes" in install
        assert install[install.index("--only-binary") + 1] == ":all:"


def test_uv_makes_the_environment_where_there_is_one(place):
    assert [command[0] for command in install_commands(place, "python3", "/usr/bin/uv")] == ["/usr/bin/uv"] * 2
    assert "uv" not in " ".join(" ".join(command) for command in install_commands(Place(Path("/p")), "python3", None))


def test_variables_that_send_packages_elsewhere_are_dropped():
    assert without_misleading({"PIP_TARGET": "/x", "PIP_USER": "1", "PIP_INDEX_URL": "u", "PATH": "p"}) == {
        "PIP_INDEX_URL": "u",
        "PATH": "p",
    }


def test_two_at_once_take_turns(place):
    turns = []
    holds = threading.Event()

    def second() -> None:
        holds.wait()
        with alone(place):
            turns.append("second")

    thread = threading.Thread(target=second)
    thread.start()
    with alone(place):
        holds.set()
        thread.join(timeout=0.2)
        turns.append("first")
    thread.join()
    assert turns == ["first", "second"]


def test_lock_names_no_index_and_no_folder():
    lock = Path(__file__).parents[2].joinpath("requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not [line for line in lock.splitlines() if line.startswith("-")]
    assert "@" not in lock


def test_inv_without_any_python_says_so_in_one_line(tmp_path):
    inv = tmp_path / "a folder" / "inv"
    inv.parent.mkdir()
    inv.write_bytes(Path(__file__).parents[2].joinpath("inv").read_bytes())
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("dirname", "readlink"):
        (tools / name).symlink_to(next(p for p in (Path("/usr/bin", name), Path("/bin", name)) if p.exists()))
    done = subprocess.run(["/bin/sh", inv], env={"PATH": str(tools)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("plaza: found no Python 3.11 or newer")
    assert done.stderr.count("\n") == 1


def test_inv_reached_through_a_link_finds_its_checkout_and_keeps_the_folder_of_the_caller(tmp_path):
    checkout, caller = tmp_path / "a checkout", tmp_path / "caller"
    (checkout / "tools").mkdir(parents=True)
    caller.mkdir()
    inv = checkout / "inv"
    inv.write_bytes(Path(__file__).parents[2].joinpath("inv").read_bytes())
    (checkout / "tools" / "bootstrap.py").write_text("import os, sys; print(os.getcwd(), *sys.argv, sep='\\n')")
    (tmp_path / "linked").symlink_to("a checkout/inv")
    done = subprocess.run(
        ["/bin/sh", "../linked", "build", "a b"], cwd=caller, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [str(caller), f"{checkout}/tools/bootstrap.py", "build", "a b"]
