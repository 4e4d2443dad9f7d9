from channels.layers import get_channel_layer
from channels.testing import HttpCommunicator, WebsocketCommunicator
from django.test import TestCase, TransactionTestCase, override_settings

from mysite.asgi import application

IN_MEMORY = {'default': {'BACKEND': 'channels.layers.InMemoryChannelLayer'}}
ORIGIN = [(b'origin', b'http://testserver')]


class PageTests(TestCase):
    def test_a_room_has_a_page(self):
        response = self.client.get('/chat/lobby/')
        self.assertContains(response, 'Room lobby')
        self.assertEqual(response.resolver_match.kwargs, {'room_name': 'lobby'})

    def test_a_missing_slash_is_added(self):
        self.assertRedirects(self.client.get('/chat'), '/chat/', status_code=301)

    async def test_pages_come_out_of_the_application_too(self):
        response = await HttpCommunicator(application, 'GET', '/chat/', headers=[(b'host', b'testserver')]).get_response()
        self.assertEqual(response['status'], 200)
        self.assertIn(b'/chat/lobby/', response['body'])


@override_settings(CHANNEL_LAYERS=IN_MEMORY)
class ChatTests(TransactionTestCase):
    def socket(self, room):
        return WebsocketCommunicator(application, f'/ws/chat/{room}/', headers=ORIGIN)

    async def test_what_is_said_is_heard_in_the_same_room(self):
        ann, bob, eve = self.socket('attic'), self.socket('attic'), self.socket('cellar')
        for socket in (ann, bob, eve):
            self.assertEqual(await socket.connect(), (True, None))
        await ann.send_json_to({'message': 'hello'})
        self.assertEqual(await ann.receive_json_from(), {'message': 'hello'})
        self.assertEqual(await bob.receive_json_from(), {'message': 'hello'})
        self.assertTrue(await eve.receive_nothing())
        for socket in (ann, bob, eve):
            await socket.disconnect()
        self.assertNotIn('chat_attic', get_channel_layer().groups)

    async def test_a_foreign_page_is_refused(self):
        socket = WebsocketCommunicator(application, '/ws/chat/attic/', headers=[(b'origin', b'http://evil.test')])
        self.assertEqual(await socket.connect(), (False, 1000))

    async def test_nobody_answers_in_time(self):
        socket = self.socket('hall')
        await socket.connect()
        with self.assertRaises(TimeoutError):
            await socket.receive_from(timeout=0.5)
