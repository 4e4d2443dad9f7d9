class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A('a'); b = A('b'); lst = [A('l1'), A('l2')]; _u = A('u')
print('end')
