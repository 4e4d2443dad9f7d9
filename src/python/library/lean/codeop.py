"""Utilities to compile possibly incomplete Python source code."""
__all__ = ["compile_command", "Compile", "CommandCompiler"]

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ONLY_AST = 0x400
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def compile_command(source, filename="<input>", symbol="single", flags=0):
    return compile(source, filename, symbol)


class Compile:
    def __call__(self, source, filename, symbol, flags=0):
        return compile(source, filename, symbol)


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return self.compiler(source, filename, symbol)
