# Where a coroutine object was made: cr_origin, and what the warning says of it.
import sys


async def child():
    pass


def make():
    return child()


print(sys.get_coroutine_origin_tracking_depth(), make().cr_origin)
sys.set_coroutine_origin_tracking_depth(1)
made = make()
print(made.cr_origin)
made.close()
make()


def deeper():
    return make()


sys.set_coroutine_origin_tracking_depth(2)
made = deeper()
print(made.cr_origin)
del made
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
sys.set_coroutine_origin_tracking_depth(0)
print(make().cr_origin)
