# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import contextvars, threading

var = contextvars.ContextVar('var', default='none')
var.set('main')
out = []
def work():
    out.append(var.get())
    var.set('thread')
    out.append(var.get())
t = threading.Thread(target=work); t.start(); t.join()
print(out, var.get())
ctx = contextvars.copy_context()
out.clear()
t = threading.Thread(target=ctx.run, args=(work,)); t.start(); t.join()
print(out, var.get(), ctx[var])
errors = []
def enter():
    try:
        ctx.run(print, 'never')
    except RuntimeError as exc:
        errors.append(str(exc).split(':')[0])
def hold():
    t = threading.Thread(target=enter); t.start(); t.join()
ctx.run(hold)
print(errors)
