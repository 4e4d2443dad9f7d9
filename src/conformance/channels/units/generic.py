import json
import unittest

import project

project.set_up()

from channels import Group, route_class
from channels.asgi import channel_layers
from channels.exceptions import SendNotAvailableOnDemultiplexer, WebsocketCloseException
from channels.generic import base, websockets
from channels.sessions import session_for_reply_channel
from channels.test import ChannelTestCase, Client, HttpClient, WSClient, apply_routes


class Base(ChannelTestCase):
    def test_methods_by_channel(self):
        calls = []

        class Consumer(base.BaseConsumer):
            method_mapping = {'test.create': 'create', 'test.test': 'test'}

            def create(self, message, **kwargs):
                calls.append('create')

            def test(self, message, **kwargs):
                calls.append('test')

        with apply_routes([route_class(Consumer)]):
            client = Client()
            client.send_and_consume('test.create')
            client.send_and_consume('test.test')
            client.send_and_consume('test.create')
        self.assertEqual(calls, ['create', 'test', 'create'])

    def test_attributes_of_a_route(self):
        class Consumer(base.BaseConsumer):
            method_mapping = {'mychannel': 'my'}
            trigger = ''

            def my(self, message, **kwargs):
                seen.append((self.trigger, kwargs))

        seen = []
        with apply_routes([Consumer.as_route({'trigger': 'from'}, path=r'^/(?P<word>\w+)$'), Consumer.as_route()]):
            Client().send_and_consume('mychannel', {'path': '/here'})
            Client().send_and_consume('mychannel')
        self.assertEqual(seen, [('from', {'word': 'here'}), ('', {})])
        with self.assertRaises(AssertionError):
            Consumer.as_route(['trigger'])


class Sockets(ChannelTestCase):
    def test_the_three_handlers(self):
        calls = []

        class Consumer(websockets.WebsocketConsumer):
            def connect(self, message, **kwargs):
                calls.append(('connect', kwargs, self.path))
                super().connect(message, **kwargs)

            def receive(self, text=None, bytes=None, **kwargs):
                calls.append((text, bytes))

            def disconnect(self, message, **kwargs):
                calls.append('disconnect')

        with apply_routes([route_class(Consumer, path=r'/path/(?P<id>\d+)')]):
            client = WSClient()
            client.send_and_consume('websocket.connect', path='/path/1')
            client.send_and_consume('websocket.receive', path='/path/1', text='hi')
            client.send_and_consume('websocket.receive', {'bytes': b'\x00'}, path='/path/1')
            client.send_and_consume('websocket.disconnect', path='/path/1')
        self.assertEqual(calls, [('connect', {'id': '1'}, '/path/1'), ('hi', None), (None, b'\x00'), 'disconnect'])

    def test_groups_are_joined_before_connect_and_left_in_the_end(self):
        class Consumer(websockets.WebsocketConsumer):
            groups = ['room']

            def connect(self, message, **kwargs):
                super().connect(message)
                self.group_send('room', 'welcome')

        with apply_routes([Consumer.as_route()]):
            client = WSClient()
            client.send_and_consume('websocket.connect')
            self.assertEqual(client.receive(json=False), 'welcome')
            client.send_and_consume('websocket.disconnect')
            self.assertEqual(list(channel_layers['default'].group_channels('room')), [])

    def test_sending_and_closing(self):
        class Consumer(websockets.WebsocketConsumer):
            def receive(self, text=None, bytes=None, **kwargs):
                self.send(text='a')
                self.send(bytes=b'b', close=True)
                self.close(4001)
                try:
                    self.send()
                except ValueError as error:
                    self.send(str(error))

        with apply_routes([Consumer.as_route()]):
            client = Client()
            client.send_and_consume('websocket.receive', {'text': '', 'path': '/'})
            self.assertEqual([client.receive() for _ in range(4)], [
                {'text': 'a'}, {'bytes': b'b', 'close': True}, {'close': 4001}, {'text': 'You must pass text or bytes'}])

    def test_strict_ordering_puts_early_messages_aside(self):
        seen = []

        class Consumer(websockets.WebsocketConsumer):
            strict_ordering = True

            def connect(self, message, **kwargs):
                seen.append('connect')

            def receive(self, text=None, bytes=None, **kwargs):
                seen.append(text)

        with apply_routes([Consumer.as_route()]):
            client = Client()
            session_for_reply_channel(client.reply_channel).delete()
            client.send('websocket.receive', {'path': '/', 'text': 'one', 'order': 1})
            client.consume('websocket.receive')
            self.assertEqual(seen, [])
            client.send_and_consume('websocket.connect', {'path': '/', 'order': 0})
            client.consume('websocket.receive')
            self.assertEqual(seen, ['connect', 'one'])
            self.assertIsNone(client.get_next_message('websocket.receive'))

    def test_one_session_for_all_messages_of_a_socket(self):
        class Consumer(websockets.WebsocketConsumer):
            channel_session = True

            def connect(self, message, **kwargs):
                self.message.channel_session['n'] = 1
                super().connect(message)

            def receive(self, text=None, bytes=None, **kwargs):
                self.message.channel_session['n'] += 1

            def disconnect(self, message, **kwargs):
                seen.append(message.channel_session['n'])

        seen = []
        with apply_routes([Consumer.as_route()]):
            client = WSClient()
            client.send_and_consume('websocket.connect')
            for _ in range(3):
                client.send_and_consume('websocket.receive', text='x')
            client.send_and_consume('websocket.disconnect')
        self.assertEqual(seen, [4])

    def test_the_user_of_the_browser(self):
        class Consumer(websockets.WebsocketConsumer):
            http_user = True

            def connect(self, message, **kwargs):
                seen.append(message.user.is_authenticated)
                super().connect(message)

            def receive(self, text=None, bytes=None, **kwargs):
                seen.append(self.message.user.is_authenticated)

        seen = []
        with apply_routes([Consumer.as_route()]):
            client = WSClient()
            client.send_and_consume('websocket.connect')
            client.send_and_consume('websocket.receive', text='x')
        self.assertEqual(seen, [False, False])


class Streams(ChannelTestCase):
    def test_frames_go_to_their_stream_and_back(self):
        calls = []

        class Inner(websockets.JsonWebsocketConsumer):
            def connect(self, message, multiplexer=None, **kwargs):
                calls.append(('connect', kwargs))
                multiplexer.send({'hello': multiplexer.stream})

            def receive(self, content, multiplexer=None, **kwargs):
                multiplexer.send({'echo': content})

            def disconnect(self, message, multiplexer=None, **kwargs):
                calls.append('disconnect')
                multiplexer.send({'bye': 1})

        class Outer(websockets.WebsocketDemultiplexer):
            consumers = {'mystream': Inner}

        with apply_routes([Outer.as_route(path=r'^/path/(?P<ID>\d+)$')]):
            client = WSClient()
            client.send_and_consume('websocket.connect', path='/path/1')
            self.assertEqual(client.receive(), {'stream': 'mystream', 'payload': {'hello': 'mystream'}})
            client.send_and_consume('websocket.receive', {'path': '/path/1', 'text': json.dumps({'stream': 'mystream', 'payload': {'a': 1}})})
            self.assertEqual(client.receive(), {'stream': 'mystream', 'payload': {'echo': {'a': 1}}})
            client.send_and_consume('websocket.disconnect', path='/path/1')
            self.assertEqual(client.receive(), {'stream': 'mystream', 'payload': {'bye': 1}})
            for frame in ({'stream': 'other', 'payload': {}}, {'stream': 'mystream'}, {'stream': 'mystream', 'payload': 1}, []):
                with self.assertRaises(ValueError):
                    client.send_and_consume('websocket.receive', {'path': '/path/1', 'text': json.dumps(frame)})
        self.assertEqual(calls, [('connect', {'ID': '1'}), 'disconnect'])

    def test_sending_past_the_multiplexer_is_refused(self):
        class Inner(websockets.JsonWebsocketConsumer):
            def receive(self, content, multiplexer=None, **kwargs):
                self.send({'mine': 1})

        class Outer(websockets.WebsocketDemultiplexer):
            consumers = {'s': Inner}

        with apply_routes([Outer.as_route()]):
            client = WSClient()
            client.send_and_consume('websocket.connect')
            with self.assertRaises(SendNotAvailableOnDemultiplexer):
                client.send_and_consume('websocket.receive', text={'stream': 's', 'payload': {}})
            with self.assertRaises(SendNotAvailableOnDemultiplexer):
                Outer.group_send('g', 's', {})

    def test_a_group_is_told_with_the_stream(self):
        Group('g').add('me')
        websockets.WebsocketMultiplexer.group_send('g', 's', {'a': 1}, close=True)
        content = self.get_next_message('me').content
        self.assertEqual((json.loads(content['text']), content['close']), ({'stream': 's', 'payload': {'a': 1}}, True))

    def test_an_own_way_to_write_json(self):
        class Consumer(websockets.JsonWebsocketConsumer):
            @classmethod
            def decode_json(cls, text):
                return {key: value * 2 for key, value in json.loads(text).items()}

            @classmethod
            def encode_json(cls, content):
                return json.dumps(content, indent=1)

            def receive(self, content, **kwargs):
                self.send(content)
                Group('all').add(self.message.reply_channel)
                self.group_send('all', content)

        with apply_routes([Consumer.as_route()]):
            client = WSClient()
            client.send_and_consume('websocket.receive', text={'n': 2})
            self.assertEqual([client.receive(json=False) for _ in range(2)], ['{\n "n": 4\n}'] * 2)


class Clients(ChannelTestCase):
    def test_cookies(self):
        client = WSClient()
        client.set_cookie('foo', 'not-bar')
        client.set_cookie('qux', 'quu;z')
        cookie = client.headers['cookie'].decode()
        self.assertIn('foo=not-bar', cookie)
        self.assertIn('qux="quu\\073z"', cookie)
        with self.assertRaises(ValueError):
            client.set_header('cookie', 'x')

    def test_paths_with_a_query(self):
        content = WSClient()._get_content(path='/test/path?query=string&n=1')
        self.assertEqual((content['path'], content['query_string']), ('/test/path', 'query=string&n=1'))
        self.assertNotIn('query_string', WSClient()._get_content(path='/test'))

    def test_numbers(self):
        client = HttpClient(ordered=True)
        self.assertEqual([client._get_content()['order'] for _ in range(3)], [0, 1, 2])
        with self.assertRaises(ValueError):
            client._get_content({'order': 1})

    def test_a_socket_that_is_not_accepted(self):
        class Consumer(websockets.WebsocketConsumer):
            def connect(self, message, **kwargs):
                self.close()

        with apply_routes([Consumer.as_route()]), self.assertRaisesRegex(AssertionError, 'Connection rejected'):
            WSClient().send_and_consume('websocket.connect')

    def test_what_closing_exceptions_do_reaches_the_client(self):
        class Leave(WebsocketCloseException):
            def run(self, message):
                message.reply_channel.send({'text': 'bye'})

        class Consumer(websockets.WebsocketConsumer):
            def receive(self, text=None, bytes=None, **kwargs):
                raise Leave(3001)

        with apply_routes([Consumer.as_route()]):
            client = WSClient()
            client.send_and_consume('websocket.receive', text='x')
            self.assertEqual(client.receive(json=False), 'bye')
        for code in (1001, 2999, 5000):
            with self.assertRaises(ValueError):
                WebsocketCloseException(code)


unittest.main()
