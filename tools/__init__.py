"""What the tasks call that is no part of a site: the way in, the checks of the code, and one module a task.

Modules here may touch disk, network and processes; only `build.py` imports Pelican.
"""
