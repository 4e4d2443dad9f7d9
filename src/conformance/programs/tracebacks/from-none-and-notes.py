class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

def f():
    try:
        int('x')
    except ValueError:
        err = AppError(3, 'bad\nconfiguration')
        err.add_note('first note')
        err.add_note('second\nnote')
        raise err from None

f()
