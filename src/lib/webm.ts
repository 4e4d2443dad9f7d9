/**
 * Writes a WebM file: one video track of frames that are encoded already. Every frame says when it is shown, so that a step may
 * stay for a second without being repeated. Matroska: RFC 9559, EBML: RFC 8794. Leaves out sound.
 */

export interface WebmFrame {
  /** Whole milliseconds since the beginning; never less than the one before. */
  readonly timeMs: number;
  /** It needs no frame before it: a place to which one can jump. */
  readonly isKey: boolean;
  readonly data: Uint8Array;
}

export interface WebmInput {
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  /** As Matroska calls it. */
  readonly codec: 'V_VP8' | 'V_VP9';
  readonly frames: readonly WebmFrame[];
}

/** A time in a cluster has sixteen bits. */
const CLUSTER_MS = 30_000;

const ID = {
  EBML: 0x1a45dfa3,
  EBMLVersion: 0x4286,
  EBMLReadVersion: 0x42f7,
  EBMLMaxIDLength: 0x42f2,
  EBMLMaxSizeLength: 0x42f3,
  DocType: 0x4282,
  DocTypeVersion: 0x4287,
  DocTypeReadVersion: 0x4285,
  Segment: 0x18538067,
  Info: 0x1549a966,
  TimestampScale: 0x2ad7b1,
  Duration: 0x4489,
  MuxingApp: 0x4d80,
  WritingApp: 0x5741,
  Tracks: 0x1654ae6b,
  TrackEntry: 0xae,
  TrackNumber: 0xd7,
  TrackUID: 0x73c5,
  TrackType: 0x83,
  CodecID: 0x86,
  Video: 0xe0,
  PixelWidth: 0xb0,
  PixelHeight: 0xba,
  Cues: 0x1c53bb6b,
  CuePoint: 0xbb,
  CueTime: 0xb3,
  CueTrackPositions: 0xb7,
  CueTrack: 0xf7,
  CueClusterPosition: 0xf1,
  Cluster: 0x1f43b675,
  Timestamp: 0xe7,
  SimpleBlock: 0xa3,
} as const;

export function webmFile({ codec, durationMs, frames, height, width }: WebmInput): Uint8Array<ArrayBuffer> {
  const head = box(
    ID.EBML,
    ...[number(ID.EBMLVersion, 1), number(ID.EBMLReadVersion, 1), number(ID.EBMLMaxIDLength, 4)],
    ...[number(ID.EBMLMaxSizeLength, 8), text(ID.DocType, 'webm')],
    ...[number(ID.DocTypeVersion, 2), number(ID.DocTypeReadVersion, 2)],
  );
  const info = box(
    ID.Info,
    number(ID.TimestampScale, 1_000_000),
    float(ID.Duration, durationMs),
    ...[text(ID.MuxingApp, 'Loopscope'), text(ID.WritingApp, 'Loopscope')],
  );
  const video = box(ID.Video, number(ID.PixelWidth, width), number(ID.PixelHeight, height));
  const track = box(
    ID.TrackEntry,
    ...[number(ID.TrackNumber, 1), number(ID.TrackUID, 1), number(ID.TrackType, 1), text(ID.CodecID, codec), video],
  );
  const before = joined(info, box(ID.Tracks, track));
  const clusters = clustersOf(frames).map(({ from, members }) => ({ from, bytes: clusterOf(from, members) }));
  // Where each cluster stands depends on how long the list of places is, and that on nothing else.
  const cuesLength = cuesOf(clusters.map(({ from }) => ({ from, at: 0 }))).length;
  let at = before.length + cuesLength;
  const places = clusters.map(({ bytes, from }) => {
    const place = { from, at };
    at += bytes.length;
    return place;
  });
  return joined(head, box(ID.Segment, before, cuesOf(places), ...clusters.map(({ bytes }) => bytes)));
}

interface ClusterPlan {
  readonly from: number;
  readonly members: WebmFrame[];
}

/** One from each key frame on: there a player may begin. */
function clustersOf(frames: readonly WebmFrame[]): readonly ClusterPlan[] {
  const clusters: ClusterPlan[] = [];
  for (const frame of frames) {
    const last = clusters.at(-1);
    if (last === undefined || frame.isKey || frame.timeMs - last.from > CLUSTER_MS) {
      clusters.push({ from: frame.timeMs, members: [frame] });
    } else last.members.push(frame);
  }
  return clusters;
}

function clusterOf(from: number, members: readonly WebmFrame[]): Uint8Array {
  const blocks = members.map(({ data, isKey, timeMs }) => {
    const since = timeMs - from;
    return box(ID.SimpleBlock, Uint8Array.of(0x81, since >> 8, since & 0xff, isKey ? 0x80 : 0), data);
  });
  return box(ID.Cluster, number(ID.Timestamp, from), ...blocks);
}

/** Of one length, whatever the places are. */
function cuesOf(places: readonly { readonly from: number; readonly at: number }[]): Uint8Array {
  const points = places.map(({ at, from }) => {
    const place = box(ID.CueTrackPositions, number(ID.CueTrack, 1), box(ID.CueClusterPosition, fixed(at)));
    return box(ID.CuePoint, box(ID.CueTime, fixed(from)), place);
  });
  return box(ID.Cues, ...points);
}

function box(id: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = contents.reduce((sum, { length: each }) => sum + each, 0);
  return joined(minimal(id), sized(length), ...contents);
}

function number(id: number, value: number): Uint8Array {
  return box(id, minimal(value));
}

function text(id: number, value: string): Uint8Array {
  return box(id, new TextEncoder().encode(value));
}

function float(id: number, value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return box(id, new Uint8Array(view.buffer));
}

/** Four bytes. */
function fixed(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value);
  return new Uint8Array(view.buffer);
}

/** As few bytes as it needs, the highest first. */
function minimal(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from(bytes.length === 0 ? [0] : bytes);
}

/** A length in eight bytes, of which the first says just that. */
function sized(length: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, 0x01_00_00_00 + Math.floor(length / 2 ** 32));
  view.setUint32(4, length % 2 ** 32);
  return new Uint8Array(view.buffer);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
