lst = [1, 2, 3]
i = 0
i, lst[i] = 1, 'x'; print(lst)
i = lst[i] = 2; print(lst, i)
t = ([1], 2)
try: t[0] += [5]
except TypeError as e: print(e, t)
a = [1,2,3]; b = a; a += (4,); print(a, b); a = a + [5]; print(b)
a *= 2; print(a)
s = {1}; q = s; s |= {2}; print(q); s &= {2}; s ^= {9}; s -= {2}; print(q, s)
d = {}; e = d; d |= {'a': 1}; print(e); d |= [('b', 2)]; print(e)
try: d |= 3
except TypeError as x: print(x)
try: a += 5
except TypeError as x: print(x)
try: a + (1,)
except TypeError as x: print(x)
s = 'a'; s += 'b'; s *= 3; print(s)
x = 5; x **= 2; x //= 3; x %= 5; x <<= 3; x >>= 1; x |= 1; x &= 7; x ^= 2; x -= 1; x /= 2; print(x)
