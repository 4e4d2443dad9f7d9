import { loadTs } from './load.mjs';

const { main } = await loadTs('src/engine/cli/claims.ts');
process.exitCode = await main(process.argv.slice(2));
