/** SVG to PNG, without a browser. Each picture is kept by the hash of its SVG, because drawing one takes a good part of a second. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/loopscope/cards', import.meta.url));
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf'];

/** @returns {Promise<((svg: string) => Uint8Array) | null>} Null: what draws them is not installed, which is allowed. */
export async function cardDrawer() {
  const { resolve } = createRequire(import.meta.url);
  /** @type {readonly Buffer[]} */
  let fonts;
  /** @type {typeof import('@resvg/resvg-wasm')} */
  let resvg;
  try {
    resvg = await import('@resvg/resvg-wasm');
    await resvg.initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
    fonts = FONTS.map((name) => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}`)));
  } catch (error) {
    console.warn(`The pages of scenarios have no cards: ${error instanceof Error ? error.message : error}`);
    return null;
  }
  mkdirSync(CACHE, { recursive: true });
  const { Resvg } = resvg;
  return (svg) => {
    const path = `${CACHE}/${createHash('sha256').update(svg).digest('hex').slice(0, 24)}.png`;
    if (existsSync(path)) return readFileSync(path);
    const font = {
      fontBuffers: fonts,
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
      monospaceFamily: 'DejaVu Sans Mono',
    };
    const png = new Resvg(svg, { font }).render().asPng();
    const scratch = `${path}.${process.pid}`;
    writeFileSync(scratch, png);
    renameSync(scratch, path);
    return png;
  };
}
