"""The targets that publishconf.py names."""

from typing import Any

import pytest

from tools.publish.targets import TargetSettingError, read_targets, target_named

BUCKET = {"kind": "rclone", "path": "our-bucket/site", "options": {"type": "s3", "endpoint": "https://s3.example.org"}}


def test_each_kind_is_read() -> None:
    targets = read_targets({
        "server": {"kind": "folder", "path": "/var/www/site"},
        "pages": {"kind": "branch", "branch": "gh-pages"},
        "bucket": BUCKET,
    })  # fmt: skip
    assert [(target.kind, target.path, target.branch) for target in targets.values()] == [
        ("folder", "/var/www/site", ""), ("branch", "", "gh-pages"), ("rclone", "our-bucket/site", ""),
    ]  # fmt: skip
    assert [target.takes_compressed for target in targets.values()] == [True, False, False]
    assert targets["bucket"].variable("secret_access_key") == "RCLONE_CONFIG_BUCKET_SECRET_ACCESS_KEY"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["server"], "expected a map from names"),
        ({"Our server": {}}, "expected a-z, 0-9 and _"),
        ({"a": {}}, "has no kind; expected"),
        ({"a": {"kind": "ftp"}}, "one of folder, branch, rclone"),
        ({"a": "/var/www"}, "has no kind"),
        ({"a": {"kind": "folder"}}, "lacks path"),
        ({"a": {"kind": "folder", "path": ""}}, "has path ''"),
        ({"a": {"kind": "folder", "path": 1}}, "has path 1"),
        ({"a": {"kind": "branch", "branch": "--upload-pack=x"}}, "has branch"),
        ({"a": {"kind": "folder", "path": "/x", "brunch": "y"}}, "has 'brunch'; words are path"),
        ({"a": {"kind": "branch", "branch": "x", "remot": "y"}}, "did you mean remote?"),
        ({"a": {**BUCKET, "options": "s3"}}, "expected a map of rclone's words"),
        ({"a": {**BUCKET, "options": {"port": 22}}}, "expected a map of rclone's words"),
    ],
)
def test_what_cannot_be_is_named(value: Any, words: str) -> None:
    with pytest.raises(TargetSettingError, match=".*" + words.replace("?", r"\?")):
        read_targets(value)


@pytest.mark.parametrize("option", ["pass", "secret_access_key", "token", "key_pem", "client_secret", "key", "sas_url"])
def test_a_secret_in_the_settings_is_refused_and_not_told(option: str) -> None:
    with pytest.raises(TargetSettingError, match=f"RCLONE_CONFIG_BUCKET_{option.upper()}") as told:
        read_targets({"bucket": {**BUCKET, "options": {option: "swordfish"}}})
    assert "swordfish" not in str(told.value)


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("server", {}, "names no target"),
        (None, {"PUBLISH_TARGETS": {"bucket": BUCKET}}, "--to is missing; targets are bucket"),
        ("buckt", {"PUBLISH_TARGETS": {"bucket": BUCKET}}, "did you mean bucket"),
    ],
)
def test_a_target_that_is_not_named_is_told(name: str | None, values: dict[str, Any], words: str) -> None:
    with pytest.raises(TargetSettingError, match=words):
        target_named(name, values)
