import json
import unittest
from unittest import mock

import project

project.set_up()

from django.http import FileResponse, HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from channels.asgi import channel_layers
from channels.exceptions import RequestAborted, RequestTimeout, ResponseLater
from channels.handler import AsgiHandler, AsgiRequest, ViewConsumer
from channels.message import Message
from channels.test import ChannelTestCase


class Handler(AsgiHandler):
    """Answers what it is told to; pieces of 30 bytes."""

    chunk_size = 30

    def __init__(self, response):
        super().__init__()
        self._response = response

    def get_response(self, request):
        return self._response


class Responses(ChannelTestCase):
    def answers(self, response):
        channel_layers['default'].send('test', {'reply_channel': 'me', 'http_version': '1.1', 'method': 'GET', 'path': '/test/'})
        return list(Handler(response)(self.get_next_message('test', require=True)))

    def test_a_short_response_is_one_message(self):
        response = HttpResponse(b'Hi there!', content_type='text/plain')
        [message] = self.answers(response)
        self.assertEqual((message['status'], message['content'], message['more_content']), (200, b'Hi there!', False))
        self.assertIn((b'Content-Type', b'text/plain'), message['headers'])

    def test_cookies_become_headers(self):
        response = HttpResponse(b'Hi')
        response.set_cookie('foo', '1')
        response.set_cookie('bar', '2')
        [message] = self.answers(response)
        cookies = {value.split(b';')[0] for name, value in message['headers'] if name == b'Set-Cookie'}
        self.assertEqual(cookies, {b'foo=1', b'bar=2'})

    def test_a_header_that_was_deleted_is_not_sent(self):
        response = HttpResponse(b'Hi')
        del response['Content-Type']
        [message] = self.answers(response)
        self.assertNotIn(b'Content-Type', dict(message['headers']))

    def test_a_longer_one_is_cut(self):
        first, second = self.answers(HttpResponse(b'x' * 46))
        self.assertEqual((len(first['content']), first['more_content'], first['status']), (30, True, 200))
        self.assertEqual((len(second['content']), second['more_content'], 'status' in second), (16, False, False))

    def test_an_empty_one_is_one_message(self):
        [message] = self.answers(HttpResponse(b''))
        self.assertEqual((message['content'], message['more_content']), (b'', False))

    def test_pieces(self):
        sizes = {size: [len(piece) for piece, _ in Handler.chunk_bytes(b'x' * size)] for size in (0, 29, 30, 31)}
        self.assertEqual(sizes, {0: [0], 29: [29], 30: [30], 31: [30, 1]})
        self.assertEqual([last for _, last in Handler.chunk_bytes(b'x' * 61)], [False, False, True])

    def test_streams_end_with_an_empty_message(self):
        messages = self.answers(StreamingHttpResponse([b'Line: %d' % n for n in range(10)]))
        self.assertEqual(len(messages), 11)
        self.assertEqual([message.get('content') for message in messages[:2]], [b'Line: 0', b'Line: 1'])
        self.assertEqual([message['more_content'] for message in messages], [True] * 10 + [False])
        self.assertEqual([message.get('status') for message in messages], [200] + [None] * 10)

    def test_an_empty_stream_is_one_message(self):
        [message] = self.answers(StreamingHttpResponse([]))
        self.assertEqual((message['status'], message['more_content'], message.get('content')), (200, False, None))

    def test_files(self):
        from io import BytesIO
        self.assertEqual(len(self.answers(FileResponse(BytesIO(b'sixteen bytes ..')))), 2)
        # Iterated as it is, a text is a row of letters.
        self.assertEqual(len(self.answers(FileResponse('abcd'))), 5)

    def test_redirects(self):
        [message] = self.answers(HttpResponseRedirect('/foo'))
        self.assertEqual(message['status'], 302)
        self.assertEqual(dict(message['headers'])[b'Location'], b'/foo')

    def test_json(self):
        [message] = self.answers(JsonResponse({'foo': (1, 2)}))
        self.assertEqual(json.loads(message['content']), {'foo': [1, 2]})
        self.assertIn((b'Content-Type', b'application/json'), message['headers'])


class Requests(ChannelTestCase):
    def request(self, **content):
        channel_layers['default'].send('test', {'reply_channel': 'me', 'http_version': '1.1', 'method': 'GET', 'path': '/test/', **content})
        return AsgiRequest(self.get_next_message('test', require=True))

    def chunk(self, channel, **content):
        channel_layers['default'].send(channel, content)

    def test_the_least_there_can_be(self):
        request = self.request()
        self.assertEqual((request.path, request.method, request.body), ('/test/', 'GET', b''))
        self.assertFalse({'HTTP_HOST', 'REMOTE_ADDR', 'REMOTE_HOST', 'REMOTE_PORT'} & set(request.META))
        self.assertFalse(request.GET or request.POST or request.COOKIES)

    def test_everything(self):
        request = self.request(
            path='/test2/', query_string=b'x=1&y=%26foo+bar%2Bbaz', body=b'',
            headers=[[b'host', b'example.com'], [b'cookie', b'test-time=1448995585123; test-value=yeah'], [b'x-a', b'1'], [b'x-a', b'2']],
            client=['10.0.0.1', 1234], server=['10.0.0.2', 80])
        self.assertEqual((request.GET['x'], request.GET['y']), ('1', '&foo bar+baz'))
        self.assertEqual(request.COOKIES, {'test-time': '1448995585123', 'test-value': 'yeah'})
        wanted = {
            'HTTP_HOST': 'example.com', 'REMOTE_ADDR': '10.0.0.1', 'REMOTE_HOST': '10.0.0.1', 'REMOTE_PORT': 1234,
            'SERVER_NAME': '10.0.0.2', 'SERVER_PORT': '80', 'HTTP_X_A': '1,2', 'QUERY_STRING': 'x=1&y=%26foo+bar%2Bbaz'}
        self.assertEqual({key: request.META[key] for key in wanted}, wanted)

    def test_a_root_path_is_cut_from_the_path_that_is_routed(self):
        request = self.request(path='/site/a', root_path='/site')
        self.assertEqual((request.path, request.path_info, request.META['SCRIPT_NAME']), ('/site/a', '/a', '/site'))

    def post(self, **content):
        form = [b'content-type', b'application/x-www-form-urlencoded']
        return self.request(method='POST', headers=[form, [b'content-length', b'18']], **content)

    def test_a_form_in_one_message(self):
        request = self.post(body=b'ponies=are+awesome')
        self.assertEqual((request.method, request.body, request.POST['ponies']), ('POST', b'ponies=are+awesome', 'are awesome'))

    def test_a_body_that_continues_in_its_channel(self):
        self.chunk('test-input', content=b'awe', more_content=True)
        self.chunk('test-input', content=b'some')
        request = self.post(body=b'ponies=are+', body_channel='test-input')
        self.assertEqual((request.body, request.POST['ponies']), (b'ponies=are+awesome', 'are awesome'))

    def test_a_body_can_be_read_in_pieces(self):
        request = self.post(body=b'foobar')
        self.assertEqual((request.read(3), request.read()), (b'foo', b'bar'))

    def test_files_in_a_form(self):
        body = (b'--B\r\nContent-Disposition: form-data; name="title"\r\n\r\nMy First Book\r\n'
                b'--B\r\nContent-Disposition: form-data; name="pdf"; filename="book.pdf"\r\n\r\nFAKEPDFBYTES\r\n--B--')
        self.chunk('test-input', content=body[50:])
        request = self.request(
            method='POST', body=body[:50], body_channel='test-input',
            headers=[[b'content-type', b'multipart/form-data; boundary=B'], [b'content-length', str(len(body)).encode()]])
        self.assertEqual(request.POST['title'], 'My First Book')
        self.assertEqual(request.FILES['pdf'].read(), b'FAKEPDFBYTES')

    def test_a_body_that_does_not_come_in_time(self):
        with mock.patch.object(AsgiRequest, 'body_receive_timeout', 0), self.assertRaises(RequestTimeout):
            self.post(body=b'x', body_channel='never')
        [answer] = self.through_handler(body_channel='never')
        self.assertEqual((answer['status'], answer['content']), (408, b'408 Request Timeout (upload too slow)'))

    def test_a_client_that_goes_away(self):
        self.chunk('test-input', content=b'a', more_content=True)
        self.chunk('test-input', closed=True)
        with self.assertRaises(RequestAborted):
            self.post(body=b'x', body_channel='test-input')
        self.chunk('test-input', closed=True)
        self.assertEqual(self.through_handler(body_channel='test-input'), [])

    def through_handler(self, **content):
        layer = channel_layers['default']
        content = {'reply_channel': 'me', 'http_version': '1.1', 'method': 'POST', 'path': '/', **content}
        return list(AsgiHandler()(Message(content, 'http.request', layer)))


def later(request):
    raise ResponseLater()


def broken(request):
    raise KeyError('broken')


urlpatterns = [
    path('hello/', lambda request: HttpResponse(b'hello')),
    path('later/', later),
    path('broken/', broken),
]


@override_settings(ROOT_URLCONF='__main__')
class Views(ChannelTestCase):
    def visit(self, path):
        layer = channel_layers['default']
        content = {'reply_channel': 'me', 'http_version': '1.1', 'method': 'GET', 'path': path, 'headers': [[b'host', b'allowed.example']]}
        ViewConsumer()(Message(content, 'http.request', layer))
        return self.get_next_message('me')

    def test_a_view_answers_on_the_reply_channel(self):
        self.assertEqual(self.visit('/hello/')['content'], b'hello')

    def test_nothing_there(self):
        self.assertEqual(self.visit('/nowhere/')['status'], 404)

    def test_a_view_may_leave_the_answer_to_others(self):
        self.assertIsNone(self.visit('/later/'))

    def test_a_view_that_fails(self):
        with self.assertLogs('django.request', 'ERROR'):
            self.assertEqual(self.visit('/broken/')['status'], 500)

    def test_a_full_reply_channel_is_waited_for(self):
        import threading
        import time
        layer = channel_layers['default']
        for n in range(10):
            layer.send('me', {'n': n})

        def make_room():
            time.sleep(7)
            for _ in range(10):
                layer.receive(['me'])

        threading.Thread(target=make_room).start()
        began = time.monotonic()
        self.assertEqual(self.visit('/hello/')['content'], b'hello')
        self.assertTrue(7 <= time.monotonic() - began <= 7.1)


unittest.main()
