/** What a phone reads off the screen: a picture of what is drawn, given to a decoder of QR codes. */
import type { Locator } from '@playwright/test';
import decoder from 'jsqr';

/** Null when nothing can be read. */
export async function scanned(drawn: Locator): Promise<string | null> {
  const png = (await drawn.screenshot()).toString('base64');
  const { height, pixels, width } = await drawn.evaluate(async (_, base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const { data } = context?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
    return { width: picture.width, height: picture.height, pixels: [...data] };
  }, png);
  return decoder(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}
