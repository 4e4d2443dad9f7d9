"""Generators: a pipeline, `yield from` over a tree, `send`, generator expressions."""


def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def odd(source):
    for n in source:
        if n % 2:
            yield n


def squared(source):
    for n in source:
        yield n * n


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def averager():
    total = count = 0
    mean = None
    while True:
        total += yield mean
        count += 1
        mean = total // count


print(sum(squared(odd(numbers(150_000)))))
print(sum(tree(14)))
means = averager()
next(means)
last = None
for value in range(50_000):
    last = means.send(value)
print(last, sum(n for n in range(150_000) if n % 3))
