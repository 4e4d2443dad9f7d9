import time

from channels import route


def read(message):
    words, more = [], True
    while more:
        channel, piece = message.channel_layer.receive([message['pieces']], block=True)
        words.append(piece['word'])
        more = piece['more']
    print(f'{time.time():.3f}', *words)


channel_routing = [route('texts', read)]
