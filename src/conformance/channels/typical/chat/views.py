import asyncio

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.contrib.auth import authenticate, login
from django.contrib.auth.models import User
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST


def alert(request, text):
    async_to_sync(get_channel_layer().group_send)('alerts', {'type': 'alert', 'text': text})
    return JsonResponse({'told': text})


async def alert_async(request, text):
    await asyncio.sleep(0.5)
    await get_channel_layer().group_send('alerts', {'type': 'alert', 'text': text})
    return JsonResponse({'told': text})


def upload(request, name):
    layer = get_channel_layer()
    async_to_sync(layer.send)('thumbnails-generate', {'type': 'generate', 'name': name, 'reply': 'alerts'})
    async_to_sync(layer.send)('thumbnails-delete', {'type': 'remove', 'name': f'old {name}'})
    return HttpResponse('queued')


@csrf_exempt
@require_POST
def enter(request):
    User.objects.create_user('ann', password='secret')
    user = authenticate(request, username=request.POST['name'], password=request.POST['password'])
    if user is None:
        return HttpResponse('no', status=403)
    login(request, user)
    return HttpResponse(f'hello {user}')


def stream(request):
    return StreamingHttpResponse((f'{number}\n' for number in range(3)), content_type='text/plain')
