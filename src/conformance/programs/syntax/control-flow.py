for i in range(5):
    if i == 1:
        continue
    if i == 3:
        print('break at', i)
        break
    print('i', i)
else:
    print('never printed')

for i in []:
    pass
else:
    print('empty for runs else')

n = 0
while n < 3:
    n += 1
else:
    print('while else', n)

while True:
    try:
        n += 1
        if n < 6:
            continue
        break
    finally:
        print('finally', n)

print(i)
for x, (y, *z) in [(1, (2, 3, 4)), (5, (6,))]:
    print(x, y, z)

for seq[0] in (seq := [9]) + [7, 8]:
    print(seq)

def f():
    for k in range(3):
        try:
            return k
        finally:
            print('leaving', k)

print(f())

def g():
    while True:
        try:
            return 'lost'
        finally:
            break
    return 'after break'

print(1 if n > 100 else 2 if n > 5 else 3)
print([a for a in 'xyz'], not 0, not [], not 'a' or 5 and 6)
print(0 or '' or None, 1 and 2 and 3, 1 and 0 and 3)
