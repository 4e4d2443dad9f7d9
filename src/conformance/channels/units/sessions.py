import unittest
from unittest import mock

import project

project.set_up()

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import override_settings

from channels.asgi import channel_layers
from channels.auth import channel_session_user_from_http, http_session_user
from channels.message import Message
from channels.sessions import (
    channel_and_http_session, channel_session, enforce_ordering, http_session, session_for_reply_channel, wait_channel_name)
from channels.test import ChannelTestCase


class Sessions(ChannelTestCase):
    def setUp(self):
        self.layer = channel_layers['default']

    def message(self, channel='websocket.receive', **content):
        return Message(content, channel, self.layer)

    def put(self, channel, **content):
        self.layer.send(channel, content)
        return self.get_next_message(channel)

    def test_a_value_is_kept_by_the_reply_channel(self):
        @channel_session
        def store(message):
            message.channel_session['num_ponies'] = 22

        @channel_session
        def read(message):
            return message.channel_session.get('num_ponies')

        store(self.message(reply_channel='test-reply'))
        self.assertEqual(read(self.message(reply_channel='test-reply')), 22)
        self.assertIsNone(read(self.message(reply_channel='other')))
        self.assertEqual(session_for_reply_channel('test-reply')['num_ponies'], 22)

    def test_the_key_is_made_of_the_name(self):
        import hashlib
        key = session_for_reply_channel('r!a').session_key
        self.assertEqual(key, 'chn' + hashlib.sha1(b'r!a').hexdigest()[:29])
        self.assertEqual(len(key), 32)

    def test_methods_and_double_decoration(self):
        class Consumer:
            @channel_session
            def consume(self, message):
                message.channel_session['a'] = 1

        @channel_session
        @channel_session
        def twice(message):
            message.channel_session['b'] = 2

        Consumer().consume(self.message(reply_channel='r'))
        twice(self.message(reply_channel='r'))
        session = session_for_reply_channel('r')
        self.assertEqual((session['a'], session['b']), (1, 2))

    def test_the_message_must_be_among_the_first_two_arguments(self):
        @channel_session
        def consumer(a, b, message):
            pass

        with self.assertRaises(ValueError):
            consumer(1, 2, self.message(reply_channel='r'))

    def test_without_a_reply_channel_there_is_no_session(self):
        with self.assertRaises(ValueError):
            channel_session(lambda message: None)(self.message())

    def test_what_was_stored_before_a_failure_is_kept(self):
        @channel_session
        def consumer(message):
            message.channel_session['a'] = 1
            raise KeyError('x')

        with self.assertRaises(KeyError):
            consumer(self.message(reply_channel='failing'))
        self.assertEqual(session_for_reply_channel('failing')['a'], 1)

    def test_signed_cookies_are_refused(self):
        with override_settings(SESSION_ENGINE='django.contrib.sessions.backends.signed_cookies'), self.assertRaises(ValueError):
            session_for_reply_channel('r')

    def browser_session(self, **values):
        from importlib import import_module
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session.update(values)
        session.save()
        return session

    def http(self, key=None, query=b'', reply='http-reply'):
        headers = [[b'host', b'allowed.example']]
        if key:
            headers.append([b'cookie', f'{settings.SESSION_COOKIE_NAME}={key}'.encode()])
        return self.message(
            'websocket.connect', reply_channel=reply, http_version='1.1', path='/test/', query_string=query, headers=headers)

    def test_the_browser_session_of_the_cookie_and_of_the_query(self):
        key = self.browser_session(species='horse').session_key
        read = http_session(lambda message: message.http_session and message.http_session.get('species'))
        self.assertEqual(read(self.http(key)), 'horse')
        self.assertEqual(read(self.http(query=f'session_key={key}'.encode())), 'horse')
        self.assertIsNone(read(self.http()))

    def test_the_browser_session_is_not_saved_when_the_consumer_fails(self):
        key = self.browser_session(a=1).session_key

        @http_session
        def consumer(message):
            message.http_session['a'] += 1
            if message.http_session['a'] == 3:
                raise KeyError('x')

        consumer(self.http(key))
        with self.assertRaises(KeyError):
            consumer(self.http(key))
        self.assertEqual(http_session(lambda message: message.http_session['a'])(self.http(key)), 2)

    def test_both_sessions_and_frames_without_cookies(self):
        key = self.browser_session(species='horse').session_key
        read = channel_and_http_session(lambda message: message.http_session['species'])
        self.assertEqual(read(self.http(key, reply='both')), 'horse')
        self.assertEqual(session_for_reply_channel('both')[settings.SESSION_COOKIE_NAME], key)
        self.assertEqual(read(self.http(reply='both')), 'horse')

    def test_nobody_is_logged_in(self):
        seen = []
        http_session_user(lambda message: seen.append(message.user))(self.http())
        channel_session_user_from_http(lambda message: seen.append(message.user))(self.http(reply='anon'))
        self.assertEqual([type(user) for user in seen], [AnonymousUser, AnonymousUser])

    def ordered(self, numbers):
        seen = []

        @enforce_ordering
        def consumer(message):
            seen.append(message['order'])

        for number in numbers:
            consumer(self.put('websocket.receive', reply_channel='test-reply!b', order=number))
        return seen

    def waiting(self):
        return self.get_next_message(wait_channel_name('test-reply!b'))

    def test_in_order_nobody_waits(self):
        self.assertEqual(self.ordered([0, 1, 2]), [0, 1, 2])
        self.assertIsNone(self.waiting())

    def test_who_comes_too_early_waits(self):
        session_for_reply_channel('test-reply!b').delete()
        self.assertEqual(self.ordered([0, 2]), [0])
        content = self.waiting().content
        self.assertEqual((content['order'], content['original_channel']), (2, 'websocket.receive'))
        self.assertIsNone(self.waiting())

    def test_who_waits_is_put_back_when_the_turn_comes(self):
        session_for_reply_channel('test-reply!b').delete()
        self.assertEqual(self.ordered([1, 0]), [0])
        self.assertIsNone(self.waiting())
        again = self.get_next_message('websocket.receive').content
        self.assertEqual(again, {'reply_channel': 'test-reply!b', 'order': 1})

    def test_the_wait_channel_has_a_name_that_anybody_may_read(self):
        self.assertEqual(wait_channel_name('daphne.response.abc!def'), '__wait__.daphne.response.abc?def')

    def test_without_a_number_there_is_no_order(self):
        with self.assertRaises(ValueError):
            enforce_ordering(lambda message: None)(self.message(reply_channel='r'))
        with self.assertRaises(ValueError):
            enforce_ordering(slight=True)

    def test_the_turn_comes_while_the_message_is_being_parked(self):
        session_for_reply_channel('test-reply!b').delete()
        self.ordered([0, 3])
        session = session_for_reply_channel('test-reply!b')
        consumer = enforce_ordering(lambda message: self.fail('it is not its turn'))
        send = self.layer.channel_layer.send

        def quick(channel, content):
            # Another worker has dealt with 1 in the meantime.
            if channel.startswith('__wait__'):
                session['__channels_next_order'] = 2
                session.save()
            send(channel, content)

        message = self.put('websocket.receive', reply_channel='test-reply!b', order=2)
        with mock.patch.object(self.layer.channel_layer, 'send', quick):
            consumer(message)
        self.assertIsNone(self.waiting())
        back = [self.get_next_message('websocket.receive')['order'] for _ in range(2)]
        self.assertEqual(sorted(back), [2, 3])


unittest.main()
