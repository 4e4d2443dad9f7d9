import time
import unittest
from unittest import mock

import project

project.set_up(CHANNEL_LAYERS={
    'default': {'BACKEND': 'asgiref.inmemory.ChannelLayer', 'ROUTING': [], 'TEST_CONFIG': {'expiry': 100500}},
    'bare': {'BACKEND': 'asgiref.inmemory.ChannelLayer', 'ROUTING': []},
    'nowhere': {'BACKEND': 'nothing.here.Layer', 'ROUTING': []},
    'aimless': {'BACKEND': 'asgiref.inmemory.ChannelLayer'},
})

from django.core.management import CommandError, call_command
from django.test import override_settings

from channels import DEFAULT_CHANNEL_LAYER, Channel, channel_layers
from channels.asgi import InvalidChannelLayerError
from channels.delay.models import DelayedMessage
from channels.delay.worker import Worker
from channels.exceptions import DenyConnection
from channels.message import Message
from channels.security.websockets import allowed_hosts_only
from channels.test import ChannelTestCase


class Layers(unittest.TestCase):
    def test_a_test_layer_needs_its_configuration(self):
        with self.assertRaises(InvalidChannelLayerError):
            channel_layers.make_test_backend('bare')
        self.assertEqual(channel_layers.make_test_backend(DEFAULT_CHANNEL_LAYER).channel_layer.expiry, 100500)

    def test_what_the_settings_lack(self):
        for name, text in (('absent', 'No BACKEND'), ('nowhere', 'Cannot import BACKEND'), ('aimless', 'No ROUTING')):
            with self.assertRaisesRegex(InvalidChannelLayerError, text):
                channel_layers[name]

    def test_a_layer_says_what_it_is(self):
        self.assertEqual(str(channel_layers['default']), 'default (asgiref.inmemory.ChannelLayer)')
        self.assertTrue(channel_layers['default'].local_only())
        self.assertIn('default', channel_layers)


class Commands(unittest.TestCase):
    def test_a_layer_in_memory_has_no_workers_elsewhere(self):
        for command in ('runworker', 'rundelay'):
            with self.assertRaises(CommandError) as raised:
                call_command(command)
            self.assertEqual(
                str(raised.exception),
                'You cannot span multiple processes with the in-memory layer. Change your settings to use a cross-process channel layer.')


class Origins(unittest.TestCase):
    def connect(self, *headers):
        seen = []
        allowed_hosts_only(lambda message: seen.append(1))(Message({'headers': list(headers)}, 'websocket.connect', None))
        return seen

    def test_an_allowed_one(self):
        self.assertEqual(self.connect([b'host', b'x'], [b'origin', b'https://allowed.example']), [1])

    def test_others(self):
        for origin in (b'https://wrong.example', b'', '\u00e9'.encode(), b'allowed.example'):
            with self.assertRaises(DenyConnection):
                self.connect([b'origin', origin])
        with self.assertRaises(DenyConnection):
            self.connect()

    def test_in_debug_mode_the_own_machine_is_allowed(self):
        with override_settings(DEBUG=True, ALLOWED_HOSTS=[]):
            self.assertEqual(self.connect([b'origin', b'http://localhost:8000']), [1])


class Delays(ChannelTestCase):
    def setUp(self):
        DelayedMessage.rows.clear()

    def serve(self, seconds=0.0):
        """Runs the server so long."""
        worker = Worker(channel_layers['default'], signal_handlers=False)
        until = time.time() + seconds
        receive = channel_layers['default'].channel_layer.receive

        def last(channels, block=False):
            worker.termed = time.time() >= until
            return receive(channels)

        with mock.patch.object(channel_layers['default'].channel_layer, 'receive', last):
            worker.run()

    def test_a_request_that_makes_no_sense_stores_nothing_and_ends_the_server(self):
        for content in ({'test': 'value'}, {'channel': 'test', 'delay': -1, 'content': {}}, {'channel': '', 'delay': 1, 'content': {}}):
            Channel('asgi.delay').send(content)
            with self.assertLogs('django.channels', 'ERROR') as logs:
                self.serve(5)
            self.assertIn('Invalid message received', logs.output[-1])
            self.assertEqual(DelayedMessage.rows, [])

    def test_a_message_is_stored_and_sent_when_it_is_due(self):
        Channel('asgi.delay').send({'channel': 'test', 'delay': 1000, 'content': {'test': 'value'}})
        began = time.time()
        self.serve()
        self.assertEqual(len(DelayedMessage.rows), 1)
        self.assertIsNone(self.get_next_message('test'))
        self.serve(1.2)
        self.assertEqual(self.get_next_message('test').content, {'test': 'value'})
        self.assertEqual(DelayedMessage.rows, [])
        self.assertLess(time.time() - began, 1.5)

    def test_where_there_is_no_room_the_message_waits_longer(self):
        for n in range(11):
            DelayedMessage(content={'n': n}, channel_name='test', delay=1).save()
        time.sleep(0.01)
        self.serve()
        self.assertEqual([row.content for row in DelayedMessage.rows], [{'n': 10}])
        self.assertEqual(round(DelayedMessage.rows[0].due_date - time.time()), 1)
        self.assertEqual([self.get_next_message('test')['n'] for _ in range(10)], list(range(10)))


unittest.main()
