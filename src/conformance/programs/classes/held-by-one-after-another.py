"""An object lives as long as anybody holds it, however often the holder changes; it ends with the last."""
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("end of", self.name)


class Box:
    def __init__(self):
        self.inside = None


def by_many_holders():
    shelf = [Noisy("a")]
    box = Box()
    box.inside = shelf[0]
    print("in a list and a box")
    shelf.clear()
    print("in a box")
    table = {"key": box.inside}
    box.inside = None
    print("in a dict")

    def keep(value):
        def give():
            return value

        return give

    closure = keep(table.pop("key"))
    print("in a closure")

    def hold(value):
        try:
            yield
        finally:
            print("generator closed")

    generator = hold(closure())
    next(generator)
    closure = None
    print("in a generator")
    generator.close()
    del generator
    print("nowhere")


def by_callers(depth, value):
    if depth:
        by_callers(depth - 1, value)
        print("depth", depth)
        return
    print("deep")


def chain():
    first = Noisy("first")
    first.other = Noisy("second")
    second = weakref.ref(first.other)
    print(second() is first.other)
    kept = first.other
    first = None
    print("second is kept:", second() is not None)
    kept = None
    print("second:", second())


def swap():
    left, right = [Noisy("left")], [Noisy("right")]
    for _ in range(3):
        left, right = right, left
        print("swapped", left[0].name)
    left[0] = right[0]
    print("one is gone")
    right.pop()
    print("still in the other list")
    left.pop()
    print("both are gone")


kept_by_module = None


def by_module():
    global kept_by_module
    kept_by_module = Noisy("module's")
    local = kept_by_module
    kept_by_module = None
    print("in a local")
    kept_by_module = local
    local = None
    print("in the module")


by_many_holders()
by_callers(3, Noisy("argument"))
chain()
swap()
by_module()
kept_by_module = None
print("done")
