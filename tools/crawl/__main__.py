"""Crawls a folder: `python -m tools.crawl OUTPUT --site-url URL` prints each problem on a line, exit code 1 for any."""

import argparse
import sys
from pathlib import Path

from tools.crawl import crawl


def main(arguments: list[str]) -> int:
    """Crawl the folder that the arguments name; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.crawl", description="Crawl a built site.")
    parser.add_argument("output", type=Path, help="the folder that a build wrote")
    parser.add_argument("--site-url", default="http://localhost:8000", help="the address it was built for")
    options = parser.parse_args(arguments)
    if not options.output.is_dir():
        parser.error(f"there is no folder {options.output}")
    problems = crawl(options.output, options.site_url)
    for problem in problems:
        print(f"{problem.path}: {problem.message} [{problem.rule}]")
    print(f"{len(problems)} problem{'s' * (len(problems) != 1)}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
