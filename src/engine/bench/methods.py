"""Objects: attributes, methods, properties, inheritance, isinstance, operators."""


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor)

    @property
    def norm(self):
        return self.x * self.x + self.y * self.y


class Account:
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(amount)

    def fee(self):
        return 1


class Savings(Account):
    def __init__(self, owner, rate):
        super().__init__(owner)
        self.rate = rate

    def deposit(self, amount):
        super().deposit(amount)
        self.balance -= self.fee()

    def fee(self):
        return self.rate


def bank(rounds):
    accounts = [Account("ann"), Savings("ben", 2), Savings("cay", 3)]
    failed = 0
    for i in range(rounds):
        account = accounts[i % 3]
        try:
            account.deposit(i % 50)
        except ValueError:
            failed += 1
        if isinstance(account, Savings) and account.balance > 1_000:
            account.balance = 0
    return [account.balance for account in accounts], failed


def walk(steps):
    position = Vector(0, 0)
    step = Vector(1, 2)
    far = 0
    for i in range(steps):
        position = position + step.scaled(i % 3)
        if position.norm > 5_000:
            far += 1
            position = Vector(0, 0)
    return far


print(bank(25_000))
print(walk(25_000))
