"""The server that the browser tests share with the tasks, under the name that tests know."""

from tools.served_folder import served

__all__ = ["served"]
