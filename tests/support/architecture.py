"""The house rules that a machine can hold, as questions about the syntax tree of a module."""

from __future__ import annotations

import ast
from collections.abc import Iterator

GLUE_FILES = ("plugin.py", "generator.py", "renderer.py", "extension.py")
GLUE_PACKAGES = ("pelican", "blinker", "markdown")
# The adapters that touch disk or environment, each named for what it touches.
ADAPTERS = (
    "plugins/catalogue/loading.py",  # reads the content folder
    "plugins/catalogue/workers.py",  # forks processes
    "plugins/catalogue/kept_file.py",  # writes files of caches
    "plugins/catalogue/memory_file.py",  # reads what was made of files, .cache/catalogue/
    "plugins/catalogue/picture_size.py",  # reads the heads of pictures
    "plugins/catalogue/time_zone.py",  # reads the package tzdata
    "plugins/plan/kept_build.py",  # reads plans of earlier builds, .cache/plans/
    "plugins/plan/preparing.py",  # opens caches
    "plugins/plan/reporting.py",  # names files from the caller's folder
    "plugins/plan/surroundings.py",  # asks about the files of theme and site
    "plugins/plan/progress.py",  # draws on a terminal
    "plugins/plan/message_files.py",  # reads templates and message catalogues
    "plugins/plan/theme_files.py",  # reads the theme's folder
    "plugins/discovery/card_files.py",  # reads fonts
    "plugins/discovery/search_index.py",  # runs Pagefind, and keeps its files
    "plugins/hosting/theme_fonts.py",  # asks about the files of theme and site
    "plugins/media/picture_files.py",  # reads pictures, and keeps what is drawn of them
    "plugins/media/tracks.py",  # reads tracks
    "plugins/media/published_files.py",  # reads tracks, drawings and pictures
    "plugins/catalogue/file_version.py",  # asks which version of a file is there
    "plugins/incremental/commit.py",  # writes the output folder
    "plugins/incremental/manifest.py",  # reads and writes what builds left, .cache/manifests/
)
WORLD = ("logging", "os", "random", "shutil", "socket", "subprocess", "sys", "tempfile", "time", "urllib.request")
TOUCHING = (
    *(
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "open",
        "mkdir",
        "rmdir",
        "unlink",
        "touch",
        "symlink_to",
    ),
    *("iterdir", "glob", "rglob", "exists", "is_file", "is_dir", "is_symlink", "stat", "cwd"),
    *("now", "today", "utcnow", "getLogger"),
)
# What each plugin may import; one that is not named here may import any core.
ARROWS = {
    "catalogue": ("catalogue",),
    "translation": ("translation", "catalogue"),
    "plan": ("plan", "translation", "catalogue"),
}


def faults(path: str, code: str) -> Iterator[str]:
    """Tell each house rule that a module of plugins/ or tools/ breaks; `path` is from the root, posix."""
    tree = ast.parse(code)
    if not (ast.get_docstring(tree) or "").strip():
        yield "says nothing of what it is"
    imported = list(_imports(tree))
    is_glue = path.endswith(GLUE_FILES) if path.startswith("plugins/") else path == "tools/build.py"
    for name in imported:
        if name.split(".")[0] in GLUE_PACKAGES and not is_glue:
            yield f"imports {name}, which only glue may"
    if path.startswith("plugins/"):
        yield from _plugin_faults(path, tree, imported, is_glue)
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"rebinds the module's {', '.join(node.names)}"


def _plugin_faults(path: str, tree: ast.Module, imported: list[str], is_glue: bool) -> Iterator[str]:
    if path.endswith("__init__.py") and imported:
        yield "imports something in a package's __init__"
    own = path.split("/")[1]
    for name in imported:
        parts = name.split(".")
        if parts[0] == "tools":
            yield f"imports {name}: plugins know nothing of tools"
        if parts[0] == "plugins" and len(parts) > 2:
            if own in ARROWS and parts[1] not in (*ARROWS[own], "diagnostics", "rules"):
                yield f"imports {name} against the arrows"
            if f"{parts[2]}.py" in GLUE_FILES and parts[1] != own:
                yield f"imports another plugin's glue, {name}"
            elif f"{parts[2]}.py" in GLUE_FILES and not is_glue:
                yield f"imports glue from a core, {name}"
    if not is_glue and path not in ADAPTERS:
        yield from (f"imports {name}, but is no adapter" for name in imported if name in WORLD)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TOUCHING:
                yield f"calls {node.func.attr}() in line {node.lineno}, but is no adapter"
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("open", "print", "input")
            ):
                yield f"calls {node.func.id}() in line {node.lineno}, but is no adapter"


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module != "__future__":
            if node.module.startswith("plugins") and node.module.count(".") < 2:  # `from plugins.plan import view`
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            else:
                yield node.module
