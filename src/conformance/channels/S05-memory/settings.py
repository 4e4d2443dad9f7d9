DEBUG = True
SECRET_KEY = 'nothing to hide'
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = ['django.contrib.sessions', 'channels']
CHANNEL_LAYERS = {'default': {'BACKEND': 'asgiref.inmemory.ChannelLayer', 'ROUTING': 'routing.channel_routing'}}
