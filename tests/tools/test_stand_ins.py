import subprocess
import sys

import pytest

from tests.support.building import ROOT


def run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_invoke_is_imported_without_mock_and_metadata_and_leaves_the_real_ones() -> None:
    run(
        "import sys, importlib; from tools.stand_ins import import_invoke; import_invoke(); import tools.program; "
        "assert not {'unittest.mock', 'importlib.metadata'} & set(sys.modules); "
        "assert not hasattr(importlib, 'metadata'); "
        "from unittest.mock import Mock; assert Mock(return_value=3)() == 3; "
        "from importlib import metadata; assert metadata.version('invoke') != 'unknown'"
    )


def test_pelican_is_imported_without_docutils_and_leaves_the_real_one() -> None:
    run(
        "import sys; from tools.stand_ins import import_pelican; import_pelican(['plugins.plan.plugin']); "
        "import tools.build; "
        "assert 'docutils' not in sys.modules; "
        "import docutils.core; assert 'Hello' in docutils.core.publish_string('Hello', writer_name='xml').decode()"
    )


@pytest.mark.parametrize("name", ["docutils", "pelican"])
def test_what_is_imported_already_stays(name: str) -> None:
    run(
        f"import sys, {name}, pelican.readers; from tools.stand_ins import import_pelican; import_pelican([]); "
        f"assert sys.modules[{name!r}] is {name}; import docutils.core; assert pelican.readers.docutils is docutils"
    )


@pytest.mark.parametrize("plugins", [["plugins.plan.plugin", "neighbors"], [3], "text", None])
def test_a_plugin_from_elsewhere_finds_the_whole_of_pelican(plugins: object) -> None:
    run(
        f"import sys; from tools.stand_ins import import_pelican; import_pelican({plugins!r}); "
        "import pelican.readers; import docutils.core; assert pelican.readers.docutils is docutils"
    )
