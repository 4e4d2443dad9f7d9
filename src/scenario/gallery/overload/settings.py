SECRET_KEY = 'nothing to hide'
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = ['django.contrib.sessions', 'channels']
CHANNEL_LAYERS = {
    'default': {
        'BACKEND': 'asgi_redis.RedisChannelLayer',
        'CONFIG': {'hosts': [('localhost', 6379)], 'capacity': 10},
        'ROUTING': 'routing.channel_routing',
    },
}
