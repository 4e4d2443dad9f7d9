class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount

class InsufficientFunds(Exception):
    def __str__(self):
        return f'{self.args[0]} < {self.args[1]}'

acc = Account(100)
acc.withdraw(30)
print(acc.balance)
acc.withdraw(100)
