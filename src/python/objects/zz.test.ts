import fs from 'node:fs';
import { test } from 'vitest';
import './list.ts'; import './tuple.ts'; import './range.ts'; import './dict-methods.ts'; import './set.ts'; import './union.ts'; import './mappingproxy.ts'; import './namespace.ts';
import './bytes.ts'; import './int.ts'; import './float.ts'; import './bool.ts';
import { show, useModule } from './evaluate.fixture.ts';
test('x', async () => {
  const file = process.env.CASES ?? '/tmp/cases.json';
  const cases = JSON.parse(fs.readFileSync(file, 'utf8')) as [string, string][];
  for (const m of ['str', 'int-methods', 'exceptions', 'object', 'none', 'type']) { try { await import(/* @vite-ignore */ `./${m}.ts`); } catch (e) { if (!/Cannot find|Failed to load|Unknown variable|Does the file exist/.test(String(e))) console.log(m, String(e).slice(0,200)); } }
  let f = show;
  if (process.env.MOD) { const [path, fn] = process.env.MOD.split(':'); const mod = await import(/* @vite-ignore */ path as string); f = useModule(mod[fn as string](() => 1)); }
  let bad = 0;
  for (const [text, want] of cases) {
    let got: string; try { got = f(text); } catch (e) { got = 'CRASH ' + (e as Error).stack?.split('\n').slice(0,4).join(' | '); }
    if (got !== want) { bad++; console.log(`${text}\n   got  ${got}\n   want ${want}`); }
  }
  console.log(cases.length, 'cases', bad, 'bad');
});
