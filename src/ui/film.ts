/** Pictures as files that are not text: one as PNG, many as a WebM. Made in this tab; nothing leaves it. */
import { easeCubicOut } from 'd3';
import { type WebmFrame, webmFile } from '../lib/webm.ts';
import type { Picture } from '../viz/picture.ts';

/** Twice as many pixels each way as the drawing has: sharp on paper and on good screens. */
const PNG_SCALE = 2;

export function svgBlob({ text }: Picture): Blob {
  return new Blob([text], { type: 'image/svg+xml' });
}

/** Rejected when the browser cannot draw it. */
export async function pngBlob(picture: Picture): Promise<Blob> {
  const canvas = new OffscreenCanvas(picture.width * PNG_SCALE, picture.height * PNG_SCALE);
  await draw(picture, contextOf(canvas));
  return canvas.convertToBlob({ type: 'image/png' });
}

export interface FilmInput {
  readonly from: number;
  /** The last position, and not before `from`. */
  readonly to: number;
  readonly stepsPerSecond: number;
  /** Marks move from step to step; else there is one frame for each. */
  readonly isGliding: boolean;
  readonly pictureAt: (shown: number, heightMin: number) => Picture;
  /** Told after each frame, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly isCancelled: () => boolean;
}

const GLIDE_FRAMES = 6;
const GLIDE_FRAME_MS = 36;
/** Players can jump to every so many milliseconds. */
const KEY_EVERY_MS = 2_000;
/** What is higher is drawn smaller. */
const HEIGHT_MAX = 1_440;
const BITS_PER_SECOND = 2_500_000;
/** Frames that the encoder may have in hand. */
const WAITING_MAX = 8;

export function canFilm(): boolean {
  return typeof VideoEncoder === 'function' && typeof OffscreenCanvas === 'function';
}

/** Null when it was cancelled; rejected when the browser cannot encode it. */
export async function filmBlob(input: FilmInput): Promise<Blob | null> {
  const { from, isCancelled, onProgress, pictureAt, stepsPerSecond, to } = input;
  const drawnHeight = Math.max(...positions(from, to).map((position) => pictureAt(position, 0).height));
  const drawnWidth = pictureAt(from, drawnHeight).width;
  const scale = Math.min(1, HEIGHT_MAX / drawnHeight);
  const [width, height] = [even(drawnWidth * scale), even(drawnHeight * scale)];
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  const frames: WebmFrame[] = [];
  let failure: unknown = null;
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      frames.push({ timeMs: Math.round(chunk.timestamp / 1_000), isKey: chunk.type === 'key', data });
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: BITS_PER_SECOND });
  try {
    let keyMs = Number.NEGATIVE_INFINITY;
    const shots = shotsOf(input);
    for (const [index, { shown, timeMs }] of shots.entries()) {
      if (failure !== null) throw failure;
      if (isCancelled()) return null;
      await draw(pictureAt(shown, drawnHeight), context);
      const isKey = timeMs - keyMs >= KEY_EVERY_MS;
      if (isKey) keyMs = timeMs;
      const frame = new VideoFrame(canvas, { timestamp: timeMs * 1_000 });
      encoder.encode(frame, { keyFrame: isKey });
      frame.close();
      if (encoder.encodeQueueSize > WAITING_MAX) await encoder.flush();
      onProgress((index + 1) / shots.length);
    }
    await encoder.flush();
    const durationMs = ((to - from + 1) / stepsPerSecond) * 1_000;
    const film = webmFile({ width, height, durationMs: Math.round(durationMs), codec: 'V_VP8', frames });
    return new Blob([film], { type: 'video/webm' });
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
}

interface Shot {
  readonly shown: number;
  readonly timeMs: number;
}

/** Of each step its way there and then itself; at the end once more, so that players stay on it. */
export function shotsOf({ from, isGliding, stepsPerSecond, to }: Omit<FilmInput, 'pictureAt'>): readonly Shot[] {
  const stepMs = 1_000 / stepsPerSecond;
  const glideFrames = isGliding ? Math.min(GLIDE_FRAMES, Math.floor(stepMs / GLIDE_FRAME_MS)) : 1;
  const shots: Shot[] = [{ shown: from, timeMs: 0 }];
  for (let position = from + 1; position <= to; position++) {
    const start = (position - from) * stepMs;
    for (let frame = 1; frame <= glideFrames; frame++) {
      const shown = frame === glideFrames ? position : position - 1 + easeCubicOut(frame / glideFrames);
      shots.push({ shown, timeMs: Math.round(start + (frame - 1) * GLIDE_FRAME_MS) });
    }
  }
  shots.push({ shown: to, timeMs: Math.round((to - from + 1) * stepMs) - 1 });
  return shots;
}

function positions(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Films have half as many colours as pixels, each way. */
function even(value: number): number {
  return 2 * Math.ceil(value / 2);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas to draw on.');
  return context;
}

async function draw(picture: Picture, context: OffscreenCanvasRenderingContext2D): Promise<void> {
  const address = URL.createObjectURL(svgBlob(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    context.drawImage(image, 0, 0, context.canvas.width, context.canvas.height);
  } finally {
    URL.revokeObjectURL(address);
  }
}
