"""Users, as far as they can be without a database: kept in one file, which all processes of the computer share."""

import json
import os

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, missing
from django.utils.crypto import salted_hmac

from .hashers import check_password, is_password_usable, make_password

_TABLE = '/tmp/django_auth_user.json'
_COLUMNS = ('id', 'username', 'password', 'email', 'first_name', 'last_name', 'is_staff', 'is_superuser', 'is_active')


class AnonymousUser:
    id = pk = None
    username = ''
    is_staff = is_superuser = is_active = False
    is_anonymous, is_authenticated = True, False

    def __str__(self):
        return 'AnonymousUser'

    def __eq__(self, other):
        return isinstance(other, type(self))

    def __hash__(self):
        return 1

    def get_username(self):
        return self.username

    def has_perm(self, perm, obj=None):
        return False

    def _no_rows(self, *args, **kwargs):
        raise NotImplementedError("Django doesn't provide a DB representation for AnonymousUser.")

    save = delete = set_password = check_password = _no_rows


class UserManager:
    """The users there are, by name or number. Other questions need a database."""

    def create_user(self, username, email=None, password=None, **fields):
        if not username:
            raise ValueError('The given username must be set')
        if any(row['username'] == username for row in _rows()):
            raise IntegrityError('UNIQUE constraint failed: auth_user.username')
        user = User(username=username, email=email or '', **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, username, email=None, password=None, **fields):
        return self.create_user(username, email, password, **{'is_staff': True, 'is_superuser': True, **fields})

    async def acreate_user(self, username, email=None, password=None, **fields):
        return self.create_user(username, email, password, **fields)

    def get(self, **wanted):
        name, value = next(iter(wanted.items())) if len(wanted) == 1 else ('', None)
        name = 'id' if name == 'pk' else name
        if name not in ('id', 'username', 'email'):
            raise missing(f'User.objects.get({", ".join(wanted)})')
        for row in _rows():
            if str(row[name]) == str(value):
                return User(**row)
        raise User.DoesNotExist('User matching query does not exist.')

    async def aget(self, **wanted):
        return self.get(**wanted)

    get_by_natural_key = lambda self, username: self.get(username=username)

    def all(self):
        return [User(**row) for row in _rows()]

    def count(self):
        return len(_rows())

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        raise missing(f'User.objects.{name}')


class User:
    USERNAME_FIELD, EMAIL_FIELD, REQUIRED_FIELDS = 'username', 'email', ['email']
    is_anonymous, is_authenticated = False, True
    objects = UserManager()

    class DoesNotExist(ObjectDoesNotExist):
        pass

    def __init__(self, **fields):
        self.id = None
        self.username = self.password = self.email = self.first_name = self.last_name = ''
        self.is_staff, self.is_superuser, self.is_active = False, False, True
        for name, value in fields.items():
            if name not in _COLUMNS:
                raise TypeError(f"User() got unexpected keyword arguments: '{name}'")
            setattr(self, name, value)

    pk = property(lambda self: self.id)

    def __str__(self):
        return self.username

    def __repr__(self):
        return f'<User: {self.username}>'

    def __eq__(self, other):
        return isinstance(other, User) and self.id is not None and self.id == other.id

    def __hash__(self):
        return hash(self.id)

    def save(self, *args, **kwargs):
        rows = _rows()
        if self.id is None:
            self.id = max((row['id'] for row in rows), default=0) + 1
        kept = [row for row in rows if row['id'] != self.id]
        _write([*kept, {name: getattr(self, name) for name in _COLUMNS}])

    def delete(self):
        _write([row for row in _rows() if row['id'] != self.id])

    def get_username(self):
        return self.username

    def get_full_name(self):
        return f'{self.first_name} {self.last_name}'.strip()

    def set_password(self, raw_password):
        self.password = make_password(raw_password)

    def check_password(self, raw_password):
        return check_password(raw_password, self.password)

    def set_unusable_password(self):
        self.password = make_password(None)

    def has_usable_password(self):
        return is_password_usable(self.password)

    def get_session_auth_hash(self):
        return salted_hmac('django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash', self.password, algorithm='sha256').hexdigest()

    def has_perm(self, perm, obj=None):
        return self.is_active and self.is_superuser


class AbstractUser:
    """A user model of one's own needs a database."""

    def __init_subclass__(cls, **kwargs):
        raise missing(f'class {cls.__name__}(AbstractUser)')


AbstractBaseUser = AbstractUser


def _rows():
    try:
        with open(_TABLE) as file:
            return json.load(file)
    except FileNotFoundError:
        return []


def _write(rows):
    part = f'{_TABLE}.{os.getpid()}'
    with open(part, 'w') as file:
        json.dump(sorted(rows, key=lambda row: row['id']), file)
    os.replace(part, _TABLE)
