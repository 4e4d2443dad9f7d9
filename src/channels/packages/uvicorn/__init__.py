"""uvicorn, as far as programs of lectures start it: Daphne's server of ASGI 3, with lifespan and uvicorn's own words."""

from .config import Config
from .server import Server, run

__version__ = '0.34.0'

__all__ = ['Config', 'Server', 'run']
