"""Queues of SQS as Kombu creates them."""
import json


def create(store, queue, options, visibility):
    """If it is not there: with what the transport's options say of it as AWS names it. `visibility`: seconds."""
    said = options.get('sqs-creation-attributes') or {}
    redrive = said.get('RedrivePolicy') or {}
    if isinstance(redrive, str):
        redrive = json.loads(redrive)
    dead = redrive.get('deadLetterTargetArn', '').rpartition(':')[2]
    retention = said.get('MessageRetentionPeriod')
    store.create(
        queue, float(said.get('VisibilityTimeout', visibility)), None if retention is None else float(retention),
        dead if dead and dead != queue else None, int(redrive.get('maxReceiveCount', 0)))
