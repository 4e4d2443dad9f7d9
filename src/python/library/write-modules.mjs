/** `npm run modules`: writes MODULES.md anew. library.test.ts says when that is due. */
import { writeFileSync } from 'node:fs';
import { modulesDocument } from './supported.mjs';

writeFileSync(new URL('MODULES.md', import.meta.url), modulesDocument());
