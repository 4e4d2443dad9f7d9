import json
from urllib.parse import parse_qs

from channels import Group
from channels.auth import channel_session_user, channel_session_user_from_http
from channels.sessions import channel_session, enforce_ordering


@enforce_ordering
@channel_session
def ws_connect(message, room_name):
    query = parse_qs(message.content['query_string'])
    if b'username' not in query:
        message.reply_channel.send({'close': True})
        return
    message.reply_channel.send({'accept': True})
    message.channel_session['username'] = query[b'username'][0].decode('utf8')
    Group(f'chat-{room_name}').add(message.reply_channel)


@enforce_ordering
@channel_session
def ws_message(message, room_name):
    text = json.dumps({'text': message['text'], 'username': message.channel_session['username']})
    Group(f'chat-{room_name}').send({'text': text})


@enforce_ordering
@channel_session
def ws_disconnect(message, room_name):
    Group(f'chat-{room_name}').discard(message.reply_channel)


@channel_session_user_from_http
def door_connect(message):
    message.reply_channel.send({'accept': True})
    message.reply_channel.send({'text': f'connected, {name_of(message)}'})


@channel_session_user
def door_message(message):
    message.reply_channel.send({'text': f'{name_of(message)} says {message["text"]}'})


def name_of(message):
    return 'somebody' if message.user.is_authenticated else 'anonymous'
