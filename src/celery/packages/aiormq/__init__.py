"""What aio_pika's programs know aiormq for: its errors, and what the server answers."""
from . import exceptions, spec

__version__ = '6.9.2'
