"""The crawl of a built site: what a reader, a browser and a search engine would stumble over, page by page.

It reads the output and nothing else, and shares no code with the generator, so that both cannot be wrong together.
"""

from tools.crawl.crawl import crawl
from tools.crawl.problem import Problem

__all__ = ["Problem", "crawl"]
