"""Sets that are pickled with what they carry, and sets with a hash of their own."""

import copy
import pickle


class Tagged(set):
    pass


class Slotted(frozenset):
    __slots__ = ("label", "__dict__")


class Hashed(set):
    def __hash__(self):
        return 7


tagged = Tagged([1, 2])
tagged.note = ["kept"]
for made in (pickle.loads(pickle.dumps(tagged)), copy.copy(tagged), copy.deepcopy(tagged)):
    print(type(made).__name__, sorted(made), made.note, made.note is tagged.note)
slotted = Slotted("a")
slotted.label, slotted.free = "front", 1
made = pickle.loads(pickle.dumps(slotted))
print(made, made.label, made.free)
print({1, 2}.__reduce__(), tagged.__reduce__())
hashed = Hashed([1])
holder = {hashed}
print(hashed in holder, Hashed([1]) in holder, {1} in holder, {frozenset([1])} and {1} in {frozenset([1])})
holder.discard(Hashed([1]))
print(holder)
