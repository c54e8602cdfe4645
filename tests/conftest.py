"""What tests share: content written from literals, and the sample site built once a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.building import Built, build, write_files
from tests.support.clones import snapshot
from tests.support.serving import served

# Hypothesis fails an example that takes longer than others: on a busy machine that says nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def content(tmp_path: Path) -> Write:
    """Write a content folder: `content({"posts/a.es.md": "…"})` gives its path, empty but for what is named."""
    return lambda files: write_files(tmp_path / "content", files)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Name an output folder that is not there yet."""
    return tmp_path / "output"


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the sample site, built once a run; tests only read it."""
    return build(None, tmp_path_factory.mktemp("sample") / "output", search=True)


@pytest.fixture(scope="session")
def sample_address(built_sample: Built) -> Iterator[str]:
    """Give the address at which the sample site is served."""
    with served(built_sample.output) as address:
        yield address


@pytest.fixture(scope="session")
def plaza(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a repository that holds Plaza as it is now, to be cloned; tests only read it."""
    return snapshot(tmp_path_factory.mktemp("plaza"))
