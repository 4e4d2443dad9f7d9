import pickle
import traceback


def misspelt():
    something = 3
    print(somethong)
    somethong = 2


def deleted():
    del y
    y = 1


def free():
    def inner():
        return zz
    inner()
    zz = 1


class Holder:
    def __init__(self):
        self.blech = 1

    def local(self):
        print(blech)
        blech = 2

    def other(self):
        return blech


# An UnboundLocalError has no name, and so no "Did you mean".
for call in (misspelt, deleted, free, Holder().local, Holder().other, lambda: misspel(), lambda: Holder().blec, lambda: __import__('nope'),
        lambda: exec('from math import squrt'), lambda: setattr(object(), 'x', 1)):
    try:
        call()
    except (NameError, AttributeError, ImportError) as e:
        print(type(e).__name__, e.name, vars(e), getattr(e, 'path', '-'))
        print(''.join(traceback.format_exception_only(e)))
for error in (NameError('n', name='q'), AttributeError('a', name='x', obj=1), ImportError('i', name='m', path='p')):
    again = pickle.loads(pickle.dumps(error))
    print(repr(again), again.name, vars(again), getattr(again, 'obj', '-'), getattr(again, 'path', '-'))
print(open.__module__, len.__module__, print.__module__)
