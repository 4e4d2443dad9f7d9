from tasks import square

result = square.delay(5)
with open('id', 'w') as file:
    file.write(result.id)
print('who sent it reads', result.get())
