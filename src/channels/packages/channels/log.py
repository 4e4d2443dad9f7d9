"""How the servers and workers of 1.x log: on stderr, with the time, the level and the module."""
import logging

handler = logging.StreamHandler()


def setup_logger(name, verbosity=1):
    """The logger of that name, and those of the server that runs beside it. From verbosity 2 on they tell everything."""
    level = logging.DEBUG if verbosity > 1 else logging.INFO
    handler.setFormatter(logging.Formatter(fmt='%(asctime)s - %(levelname)s - %(module)s - %(message)s'))
    for module in ('daphne.ws_protocol', 'daphne.http_protocol', 'daphne.server'):
        of_server = logging.getLogger(module)
        of_server.addHandler(handler)
        of_server.setLevel(level)
    logger = logging.getLogger(name)
    logger.setLevel(level)
    logger.addHandler(handler)
    logger.propagate = False
    return logger
