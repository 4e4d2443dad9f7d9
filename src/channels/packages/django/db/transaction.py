"""There is nothing that could be taken back."""

from . import missing


def atomic(using=None, savepoint=True, durable=False):
    raise missing('transaction.atomic')


def on_commit(func, using=None, robust=False):
    """Outside of a transaction, which is always here, it is called at once."""
    func()
