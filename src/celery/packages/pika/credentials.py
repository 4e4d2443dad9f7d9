class PlainCredentials:
    TYPE = 'PLAIN'

    def __init__(self, username, password, erase_on_connect=False):
        self.username = username
        self.password = password
        self.erase_on_connect = erase_on_connect

    def __eq__(self, other):
        if isinstance(other, PlainCredentials):
            return (self.username, self.password) == (other.username, other.password)
        return NotImplemented

    __hash__ = object.__hash__
