def a(x):
    return b(x) + 1

def b(x):
    y = [1, 2, x]
    return y[5]

class C:
    def m(self):
        return [a(v) for v in (1, 2)]

print('before')
C().m()
