"""Puts a built site online: what must be sent, what speaks against it, and a file for each kind of place it can go.

Pure are `record`, `sending`, `refusals` and `targets`; `folder`, `branch` and `remote` are the adapters of the three
kinds of target, and `publishing` is the task that leads them.
"""
