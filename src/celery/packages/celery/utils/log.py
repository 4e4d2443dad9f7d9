"""Loggers of tasks."""
import logging

task_logger = logging.getLogger('celery.task')


def get_logger(name):
    logger = logging.getLogger(name)
    if logger.parent is logging.root and logger is not logging.root:
        logger.parent = logging.getLogger('celery')
    return logger


def get_task_logger(name):
    """Its lines say which task they come of."""
    logger = logging.getLogger(name)
    logger.parent = task_logger
    return logger
