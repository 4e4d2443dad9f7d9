def v(x):
    print('eval', x)
    return x

print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(1) == v(9))
print(1 < 2 > 0 != 5, 1 == 1.0 == True, (1 == 1) is True)
print(1 in [1, 2] == True)
print('a' < 'b' < 'c', (1, 2) < (1, 2, 0), [1, 'x'] == [1, 'x'])
print(None is None, None is not None, 3 not in {1, 2}, not 3 in {1, 2})
print(float('nan') == float('nan'), [float('nan')] == [float('nan')])
nan = float('nan')
print([nan] == [nan], nan in [nan], nan != nan)
for a, b in [(1, 'a'), ([], ()), ({}, 1), (None, 0)]:
    try:
        a < b
    except TypeError as e:
        print(e)
    print(a == b, a != b)

class Odd:
    def __lt__(self, other):
        return 'lt'
    def __eq__(self, other):
        return 'eq'

o = Odd()
print(o < 1, 1 > o, o == 1, 1 == o, o != 1)
print(not (o < 1), (o < 1 < 2))
print(1 < 2 in [True, 2], (1, 2) == [1, 2])
