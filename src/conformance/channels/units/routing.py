import unittest

import project

project.set_up()

from channels import include, route, route_class
from channels.generic.base import BaseConsumer
from channels.message import Message
from channels.routing import Router


def one(message, **kwargs):
    pass


def two(message, **kwargs):
    pass


def three(message, **kwargs):
    pass


class Chat(BaseConsumer):
    method_mapping = {'http.request': 'one', 'chat.join': 'two'}

    def one(self, message, **kwargs):
        pass

    def two(self, message, **kwargs):
        pass


inner = [
    route('websocket.connect', one, path=r'^/view/(?P<pk>\d+)$'),
    route('websocket.connect', two, path=r'^/view/$'),
]


def found(routing, channel, **content):
    return Router(routing).match(Message(content, channel, None))


class Routing(unittest.TestCase):
    def test_a_dict_is_short_for_routes(self):
        routing = {'a.b': one, 'c': two}
        self.assertEqual(found(routing, 'a.b'), (one, {}))
        self.assertEqual(found(routing, 'c'), (two, {}))
        self.assertIsNone(found(routing, 'd'))

    def test_the_first_route_whose_filters_match_wins(self):
        routing = [
            route('http.request', one, path=r'^/chat/$'),
            route('http.request', two, path=r'^/chat/(?P<room>[a-z]+)$', method=r'^GET$'),
            route('http.request', three),
        ]
        self.assertEqual(found(routing, 'http.request', path='/chat/'), (one, {}))
        self.assertEqual(found(routing, 'http.request', path='/chat/red', method='GET'), (two, {'room': 'red'}))
        self.assertEqual(found(routing, 'http.request', path='/chat/red', method='POST'), (three, {}))
        # A key that is not there matches nothing.
        self.assertEqual(found(routing, 'http.request', path='/chat/red'), (three, {}))

    def test_filters_match_at_the_start_and_need_not_reach_the_end(self):
        routing = [route('a', one, path='/view')]
        self.assertEqual(found(routing, 'a', path='/viewer')[0], one)
        self.assertIsNone(found(routing, 'a', path='/the/view'))

    def test_bytes_and_text_are_the_same_to_a_filter(self):
        routing = [route('a', one, query_string=rb'^id=(?P<id>\d)'), route('b', two, path='^/x')]
        self.assertEqual(found(routing, 'a', query_string='id=3'), (one, {'id': '3'}))
        self.assertEqual(found(routing, 'a', query_string=b'id=3'), (one, {'id': '3'}))
        self.assertEqual(found(routing, 'b', path=b'/xy')[0], two)

    def test_one_route_serves_several_channels(self):
        routing = [route(['a', 'b'], one), route(('c',), two)]
        self.assertEqual([found(routing, name)[0] for name in 'abc'], [one, one, two])

    def test_included_routes(self):
        self.assertEqual(found([include(inner)], 'websocket.connect', path='/view/7'), (one, {'pk': '7'}))
        self.assertEqual(found([include('__main__.inner')], 'websocket.connect', path='/view/')[0], two)

    def test_an_included_prefix_is_cut_from_a_copy_and_its_groups_are_kept(self):
        routing = [include(inner, path=r'^/(?P<lang>[a-z]{2})'), route('websocket.connect', three)]
        content = {'path': '/en/view/7'}
        message = Message(content, 'websocket.connect', None)
        self.assertEqual(Router(routing).match(message), (one, {'lang': 'en', 'pk': '7'}))
        self.assertEqual(content, {'path': '/en/view/7'})
        self.assertEqual(found(routing, 'websocket.connect', path='/view/7')[0], three)
        self.assertEqual(found(routing, 'websocket.connect')[0], three)

    def test_includes_within_includes(self):
        outer = [include(inner, path='^/second')]
        self.assertEqual(found([include(outer, path='^/first')], 'websocket.connect', path='/first/second/view/'), (two, {}))

    def test_classes_say_their_channels(self):
        routing = [route_class(Chat, path='^/class'), route('http.request', one)]
        self.assertEqual(Router(routing).channels, {'http.request', 'chat.join'})
        self.assertEqual(found(routing, 'chat.join', path='/class')[0], Chat)
        self.assertEqual(found(routing, 'http.request', path='/else')[0], one)
        with self.assertRaises(ValueError):
            route_class(one)

    def test_positional_groups_are_refused_when_the_route_is_made(self):
        with self.assertRaises(ValueError):
            route('a', one, path=r'^/([a-z]+)/')
        with self.assertRaises(ValueError):
            include(inner, path=r'^/([a-z]+)/(?P<name>x)')
        route('a', one, path=r'^/(?:[a-z]+)/')

    def test_consumers_and_routings_can_be_dotted_names(self):
        self.assertEqual(found([route('a', '__main__.one')], 'a')[0], one)
        from django.core.exceptions import ImproperlyConfigured
        with self.assertRaises(ImproperlyConfigured):
            route('a', '__main__.nobody')
        with self.assertRaises(ImproperlyConfigured):
            Router('nowhere.routes')

    def test_the_channels_are_those_of_all_routes_and_grow(self):
        router = Router([route('a', one), include([route(['b', 'c'], two)])])
        self.assertEqual(router.channels, {'a', 'b', 'c'})
        router.add_route(route('d', three))
        self.assertEqual(router.channels, {'a', 'b', 'c', 'd'})
        self.assertEqual(router.match(Message({}, 'd', None))[0], three)

    def test_default_routes_come_behind_those_of_the_project(self):
        router = Router([route('websocket.connect', one)])
        router.check_default(http_consumer=two)
        self.assertEqual(router.channels, {'http.request', 'websocket.connect', 'websocket.receive', 'websocket.disconnect'})
        self.assertEqual(router.match(Message({}, 'websocket.connect', None))[0], one)
        self.assertEqual(router.match(Message({}, 'http.request', None))[0], two)
        self.assertIsNone(router.match(Message({}, 'http.disconnect', None)))

    def test_a_route_can_be_read(self):
        self.assertEqual(str(route('a', one, path='^/x')), 'a (path=^/x) -> __main__.one')


unittest.main()
