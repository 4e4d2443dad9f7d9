SECRET_KEY = 'nothing to hide'
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = [
    'django.contrib.auth',
    'django.contrib.contenttypes',
    'django.contrib.sessions',
    'channels',
]
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']
CHANNEL_LAYERS = {
    'default': {
        'BACKEND': 'asgi_redis.RedisChannelLayer',
        'CONFIG': {'hosts': [('localhost', 6379)]},
        'ROUTING': 'routing.channel_routing',
    },
}
