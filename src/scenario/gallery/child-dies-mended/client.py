from tasks import convert

result = convert.delay()
print(repr(result.get(propagate=False)))
print(result.state)
