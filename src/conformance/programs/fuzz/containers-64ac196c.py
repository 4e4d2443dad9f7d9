def fail(error, *more):
    print(type(error).__name__, error, *more)
p = [3, 1, 2]
g = {1, 2, 3}
try:
    p.append(g)
    p.sort()
except Exception as error:
    fail(error)
finally:
    print(p)
print('end')
