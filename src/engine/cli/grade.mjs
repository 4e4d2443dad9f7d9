import { fileURLToPath } from 'node:url';
import { loadTs } from './load.mjs';

const { main } = await loadTs('src/engine/cli/grade.ts');
process.exitCode = await main(process.argv.slice(2), fileURLToPath(new URL('../../../', import.meta.url)));
