from channels import Group, route


def publish(message):
    Group('news').send({'status': 200, 'content': message['text'].encode()})


channel_routing = [route('publish', publish)]
