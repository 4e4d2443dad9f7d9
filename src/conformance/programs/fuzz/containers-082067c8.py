def fail(error, *more):
    print(type(error).__name__, error, *more)
p = [3, 1, 2]
try:
    p[::0] = 1
except Exception as error:
    fail(error, p)
print('end')
