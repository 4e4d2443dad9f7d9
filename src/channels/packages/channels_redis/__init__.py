"""The channel layers of today between processes: over a Redis server."""
__version__ = '4.3.0'
