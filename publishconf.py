"""The settings of the published site: those of pelicanconf.py, and its address."""

from pelicanconf import *  # noqa: F403  # a settings file is read name by name

SITEURL = "https://example.org"
