"""Who may log in: whoever knows a password."""


class BaseBackend:
    def authenticate(self, request, **kwargs):
        return None

    def get_user(self, user_id):
        return None


class ModelBackend(BaseBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        from .models import User

        if username is None or password is None:
            return None
        try:
            user = User.objects.get(username=username)
        except User.DoesNotExist:
            return None
        return user if user.is_active and user.check_password(password) else None

    def get_user(self, user_id):
        from .models import User

        try:
            user = User.objects.get(pk=user_id)
        except User.DoesNotExist:
            return None
        return user if user.is_active else None
