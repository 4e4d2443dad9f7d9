import threading
import time
import unittest
from unittest import mock

import project

project.set_up()

from channels import Channel, route
from channels.asgi import channel_layers
from channels.exceptions import ConsumeLater, DenyConnection
from channels.test import ChannelTestCase, apply_routes
from channels.worker import Worker, WorkerGroup


class OneMessage(Worker):
    """Ends when nothing is left to be taken."""

    def run_until_empty(self):
        layer = self.channel_layer
        receive = layer.channel_layer.receive

        def last(channels, block=False):
            found = receive(channels)
            if found[0] is None:
                self.termed = True
            return found

        with mock.patch.object(layer.channel_layer, 'receive', last):
            self.run()


def run(calls, consumer, **kwargs):
    """How often the consumer was called, and what the layer was sent meanwhile."""
    layer = channel_layers['default']
    sent = []
    send = layer.channel_layer.send

    def noted(channel, message):
        sent.append(channel)
        send(channel, message)

    with apply_routes([route('test', consumer)]), mock.patch.object(layer.channel_layer, 'send', noted):
        OneMessage(layer, signal_handlers=False, **kwargs).run_until_empty()
    return calls, sent


class Filters(unittest.TestCase):
    CHANNELS = ['yes.1', 'no.1', 'maybe.2', 'yes']

    def filtered(self, **kwargs):
        return Worker(None, **kwargs).apply_channel_filters(self.CHANNELS)

    def test_only(self):
        self.assertEqual(self.filtered(only_channels=['yes.*', 'maybe.*']), ['yes.1', 'maybe.2'])

    def test_exclude(self):
        self.assertEqual(self.filtered(exclude_channels=['no.*', 'maybe.*']), ['yes.1', 'yes'])

    def test_both(self):
        self.assertEqual(self.filtered(only_channels=['yes.*', 'maybe.*'], exclude_channels=['no.*', 'maybe.*']), ['yes.1'])

    def test_neither(self):
        self.assertEqual(self.filtered(), self.CHANNELS)


class Consuming(ChannelTestCase):
    def test_a_consumer_is_called_once_and_nothing_is_sent_for_it(self):
        Channel('test').send({'a': 1}, immediately=True)
        calls = []
        self.assertEqual(run(calls, lambda message: calls.append(message.content)), ([{'a': 1}], []))

    def test_a_message_that_is_put_off_comes_back_once(self):
        Channel('test').send({'a': 1}, immediately=True)
        calls = []

        def consumer(message):
            calls.append(message.content.get('__retries__', 0))
            if len(calls) == 1:
                raise ConsumeLater()

        self.assertEqual(run(calls, consumer), ([0, 1], ['test']))

    def test_who_always_puts_off_is_called_eleven_times_the_last_time_doomed(self):
        Channel('test').send({}, immediately=True)
        calls = []

        def consumer(message):
            calls.append(getattr(message, '__doomed__', False))
            raise ConsumeLater()

        with self.assertLogs('django.channels', 'WARNING') as logs:
            run(calls, consumer)
        self.assertEqual(calls, [False] * 10 + [True])
        self.assertIn('Exceeded number of retries for message on channel test', logs.output[-1])

    def test_sends_leave_when_the_consumer_has_ended_also_when_it_failed(self):
        Channel('test').send({}, immediately=True)
        waiting = []

        def consumer(message):
            Channel('other').send({'n': 1})
            Channel('now').send({'n': 2}, immediately=True)
            waiting.append((self.get_next_message('other'), self.get_next_message('now').content))
            raise RuntimeError('no')

        with self.assertLogs('django.channels', 'ERROR') as logs:
            calls, sent = run([], consumer)
        self.assertEqual(waiting, [(None, {'n': 2})])
        self.assertEqual(sent, ['now', 'other'])
        self.assertEqual(self.get_next_message('other').content, {'n': 1})
        self.assertIn('RuntimeError: no', logs.output[0])

    def test_outside_of_consumers_sends_leave_at_once(self):
        Channel('other').send({'n': 1})
        self.assertEqual(self.get_next_message('other').content, {'n': 1})

    def test_a_connection_is_denied_by_closing_it(self):
        channel_layers['default'].send('websocket.connect', {'reply_channel': 'me'})

        def consumer(message):
            raise DenyConnection()

        with apply_routes([route('websocket.connect', consumer)]):
            OneMessage(channel_layers['default'], signal_handlers=False).run_until_empty()
        self.assertEqual(self.get_next_message('me').content, {'close': True})

    def test_denied_elsewhere_the_worker_ends(self):
        Channel('test').send({'reply_channel': 'me'}, immediately=True)

        def consumer(message):
            raise DenyConnection()

        with self.assertRaises(ValueError):
            run([], consumer)

    def test_only_dicts_can_be_sent(self):
        with self.assertRaises(TypeError):
            Channel('test').send('text')
        from channels import Group
        with self.assertRaises(ValueError):
            Group('test').send(['list'])

    def test_a_message_that_no_route_wants_is_logged_and_lost(self):
        layer = channel_layers['default']
        Channel('test').send({}, immediately=True)
        with apply_routes([route('test', print, path='^/x')]), self.assertLogs('django.channels', 'ERROR') as logs:
            OneMessage(layer, signal_handlers=False).run_until_empty()
        self.assertIn('Could not find match for message on test! Check your routing.', logs.output[0])
        self.assertIsNone(self.get_next_message('test'))

    def test_a_channel_that_stays_full_ends_the_worker_after_two_seconds(self):
        Channel('test').send({}, immediately=True)
        for n in range(10):
            Channel('full').send({'n': n}, immediately=True)
        began = time.time()
        with self.assertRaisesRegex(RuntimeError, 'Failed to send queued message to full after retrying for 2.00s'):
            run([], lambda message: Channel('full').send({}))
        self.assertAlmostEqual(time.time() - began, 2.0, places=3)


class Groups(ChannelTestCase):
    def test_a_group_of_threads_ends_when_the_consumer_that_runs_has_ended(self):
        calls, order = [], []
        started = threading.Event()

        def consumer(message):
            calls.append(message.content)
            started.set()
            time.sleep(1)
            order.append('consumer ended')

        Channel('test').send({}, immediately=True)
        with apply_routes([route('test', consumer)]):
            group = WorkerGroup(channel_layers['default'], n_threads=3, signal_handlers=False)
            threads = [threading.Thread(target=worker.run, daemon=True) for worker in group.workers]
            for thread in threads:
                thread.start()
            started.wait()
            with self.assertRaises(SystemExit):
                group.sigterm_handler(None, None)
            order.append('group ended')
        self.assertEqual(len(group.workers), 2)
        self.assertEqual((len(calls), order), (1, ['consumer ended', 'group ended']))


unittest.main()
