"""`upgrade`: takes a later Plaza into a site's clone, by git's own merge; what is the site's stays the site's."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tools.errors import CONTENT_AT_FAULT, FINE, MachineError, UsageError
from tools.git import Git
from tools.settings_file import ROOT

OWN = ("content", "site", "README.md")
PLAZA = "plaza"  # the remote, as `git clone -o plaza` names it
VERSION = re.compile(r"v\d+\.\d+\.\d+")
NOT_OWN = tuple(f":(top,exclude){path}" for path in OWN)
ADVICE = """\
plaza: nothing was changed, for git cannot merge these files, which were changed here too:
{files}
Move your change into site/ (see site/README.md), bring the file back to Plaza's, commit, and upgrade again."""


def upgrade(revision: str, dry_run: bool = False, root: Path = ROOT) -> int:
    """Merge a revision of Plaza and commit that, or list what it would bring; gives 1 where there are conflicts.

    Raises UsageError for a tree with changes or a revision that is not there, MachineError where git fails.
    """
    git = Git(root)
    if changed := git.uncommitted():
        raise UsageError(f"there are changes that no commit has: {', '.join(changed[:5])}; commit them first")
    later = _fetched(git, revision)
    if git.tells("merge-base", "--is-ancestor", later, "HEAD"):
        print(f"nothing new in {revision}")
        return FINE
    if not git.tells("merge-base", later, "HEAD"):
        raise UsageError(f"{revision} and this site have no commit in common; expected a clone, made by `git clone`")
    commits = git("log", "--format=%h %s", f"HEAD..{later}")
    files = git("diff", "--name-status", f"HEAD...{later}", "--", ".", *NOT_OWN)
    if dry_run:
        print(f"{revision} would bring these commits:\n{commits}\nand change these files:\n{files}", end="")
        return FINE
    if conflicts := _merged(git, later, f"Take {revision} of Plaza into the site"):
        print(ADVICE.format(files="\n".join(f"  {path}" for path in conflicts)), file=sys.stderr)
        return CONTENT_AT_FAULT
    print(f"{revision} is in, {len(files.splitlines())} files of it changed. Next: ./inv check, and ./inv serve")
    return FINE


def _fetched(git: Git, revision: str) -> str:
    """Fetch the remote that a revision names, and Plaza's for the tag of a version; give the commit."""
    remotes = git("remote").split()
    remote = next((name for name in remotes if revision.startswith(f"{name}/")), None)
    if not remote and PLAZA in remotes and VERSION.fullmatch(revision):
        remote = PLAZA
    if remote:
        git("fetch", "--quiet", remote)
    try:
        return git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except MachineError as fault:
        advice = "name the remote with `git remote add plaza ADDRESS`, or give --from another revision"
        raise UsageError(f"there is no {revision}; {advice}") from fault


def _merged(git: Git, later: str, subject: str) -> list[str]:
    """Merge and commit, or name the files in conflict and leave everything as it was."""
    try:
        git.tells("merge", "--no-commit", "--no-ff", "--quiet", later)  # a conflict in the sample is none
        if not git.tells("rev-parse", "--verify", "--quiet", "MERGE_HEAD"):
            git("merge", "--no-commit", "--no-ff", "--quiet", later)  # so that git says what keeps it
        _keep_own(git)
        conflicts = git.lines("diff", "--name-only", "--diff-filter=U", "-z")
        if not conflicts:
            git("commit", "--quiet", "--message", subject)
            return []
    except BaseException:  # Ctrl-C too
        git.tells("merge", "--abort")
        raise
    git("merge", "--abort")
    return conflicts


def _keep_own(git: Git) -> None:
    """Put back what is the site's, as its last commit has it, deletions included."""
    git("reset", "--quiet", "HEAD", "--", *OWN)
    for path in OWN:
        if git.lines("ls-files", "-z", "--", path):
            git("restore", "--", path)
    git("clean", "--force", "--quiet", "--", *OWN)  # what the merge added; nothing else was uncommitted
