import pytest

from plugins.incremental.fingerprint import Fingerprint
from plugins.incremental.reasons import Reason, reason

OLD = Fingerprint("view", "templates", "site")


@pytest.mark.parametrize(
    ("old", "new", "is_there", "is_as_left", "expected"),
    [
        (OLD, OLD, True, True, None),
        (None, OLD, False, False, Reason.NEW),
        (None, OLD, True, False, Reason.UNKNOWN),
        (OLD, OLD, False, False, Reason.MISSING),
        (OLD, OLD, True, False, Reason.TOUCHED),
        (OLD, OLD._replace(view="b"), True, True, Reason.VIEW),
        (OLD, OLD._replace(templates="b"), True, True, Reason.TEMPLATES),
        (OLD, OLD._replace(site="b"), True, True, Reason.SITE),
        (OLD, Fingerprint("b", "b", "b"), True, True, Reason.VIEW),
        (Fingerprint("a"), Fingerprint("b"), True, True, Reason.FILE),
    ],
)
def test_a_file_is_made_again_for_one_reason(
    old: Fingerprint | None, new: Fingerprint, is_there: bool, is_as_left: bool, expected: Reason | None
) -> None:
    assert reason(old, new, is_there, is_as_left) is expected
