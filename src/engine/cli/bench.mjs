import { fileURLToPath } from 'node:url';
import { loadTs } from './load.mjs';

const { main } = await loadTs('src/engine/cli/bench.ts');
const programs = fileURLToPath(new URL('../bench/', import.meta.url));
const child = fileURLToPath(new URL('bench-child.mjs', import.meta.url));
process.exitCode = await main(process.argv.slice(2), { programs, child });
