"""Names this plugin to Pelican; what it adds to the plan stands in its `kinds.py`."""


def register() -> None:
    """Connect nothing: the plan finds what there is by this plugin's name."""
