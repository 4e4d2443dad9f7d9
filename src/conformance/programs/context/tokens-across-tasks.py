# A token can only be used in the context in which it was made, once.
import asyncio
import contextvars

var = contextvars.ContextVar('var')


async def resets(token):
    try:
        var.reset(token)
    except ValueError as error:
        return str(error).partition(' at 0x')[0], 'different Context' in str(error)


async def main():
    token = var.set(1)
    print(await asyncio.create_task(resets(token)))
    print(await resets(token))
    try:
        var.get()
    except LookupError as error:
        print('no value', error.args[0] is var)
    try:
        var.reset(token)
    except RuntimeError as error:
        print('used once' in str(error))
    with var.set(5):
        print(var.get())
    print(var.get('fallback'))
    context = contextvars.copy_context()
    print(context.run(var.set, 7).old_value is contextvars.Token.MISSING, context[var], var in context, len(context), var.get('none'))
    try:
        context.run(context.run, print)
    except RuntimeError as error:
        print(str(error).partition(':')[0])


asyncio.run(main())
