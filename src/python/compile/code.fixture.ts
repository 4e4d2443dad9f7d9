/** For tests: code objects from program texts, and their listings. */
import { Code } from './code.ts';
import { compileText } from './compile.ts';
import { disassemble } from './disassemble.ts';

export function codeOf(text: string, recordLines = false): Code {
  const result = compileText(text, { filename: 'f.py', mode: 'exec', recordLines });
  if (!result.ok) throw new Error(`${result.error.message} (line ${result.error.line})`);
  return result.code;
}

/** The code object with this qualified name, anywhere inside. */
export function find(code: Code, qualname: string): Code {
  const found = search(code, qualname);
  if (found === null) throw new Error(`no code object ${qualname}`);
  return found;
}

function search(code: Code, qualname: string): Code | null {
  if (code.qualname === qualname) return code;
  for (const value of code.constants) {
    const found = value instanceof Code ? search(value, qualname) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The listing without indices. */
export function listing(code: Code): string[] {
  return disassemble(code)
    .split('\n')
    .map((line) => line.replace(/^\d+ /, ''));
}

/** The instructions of the body of `def f(): …`, without indices. */
export function bodyOf(body: string): string[] {
  const text = `async def f(a, b, c):\n${body.replace(/^/gm, '  ')}\n`;
  return listing(find(codeOf(text), 'f'));
}
