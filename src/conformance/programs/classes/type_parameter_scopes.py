"""What names mean around type parameters: mangling, comprehensions in bounds, a class's names, defaults that are None."""

kind = "module"


class Shelf:
    def lend[__Item](self, item: __Item) -> __Item:
        return item

    class Box[__Key, __Value](dict[__Key, "stuff"]):
        first = __Key

    type Pair[__Side] = tuple[__Side, __Side]

    kind = "class"

    def plain[kind](self):
        return [kind for _ in [1]]

    def annotated[kind](self, one: [x for x in (kind,)]):
        pass

    class Inner[kind](list):
        own = kind
        listed = [kind for _ in [1]]

        @staticmethod
        def inside():
            return kind

    type Known[kind] = lambda: kind
    type Unknown = lambda: kind
    type Direct[Other] = kind


print(Shelf.lend.__type_params__, Shelf.lend.__annotations__)
print(Shelf.Box.__type_params__, Shelf.Box.__orig_bases__, Shelf.Box.first, Shelf.Pair.__value__)
print(Shelf().plain(), Shelf.annotated.__annotations__)
print(Shelf.Inner.own, Shelf.Inner.listed, Shelf.Inner.inside())
print(Shelf.Known.__value__(), Shelf.Unknown.__value__(), Shelf.Direct.__value__)


class Later:
    unit = int

    def measure[Bound: unit](self, amount: unit):
        pass

    type Unit = unit


Later.unit = float
print(Later.measure.__type_params__[0].__bound__, Later.Unit.__value__, Later.measure.__annotations__)

type Listed[T: [lambda: T for T in (T, [1])[1]] = [T for T in [T]]] = [lambda: T for T in T.__name__]
(parameter,) = Listed.__type_params__
print(Listed.__value__[0](), parameter.__bound__[0](), parameter.__default__ == [parameter])


def function[Unset = None, Number = 5]():
    pass


print([p.__default__ for p in function.__type_params__], function.__type_params__[0].has_default())
type Many[One = None, *Some = None, **Rest = None] = One
print([p.__default__ for p in Many.__type_params__])
print(type.__type_params__, object.__type_params__)
