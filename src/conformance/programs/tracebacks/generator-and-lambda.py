def gen():
    yield 1
    yield from sub()

def sub():
    yield (lambda x: x / 0)(5)

def consume(it):
    return sum(
        v
        for v in it
    )

print(consume(gen()))
