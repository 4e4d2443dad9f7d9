/** The module `_io`, under CPython's own Lib/io.py: streams in memory. Files are in `file-streams.ts`. CPython: Modules/_io/_iomodule.c. */
import { BlockingIOError, NotImplementedError, raise } from '../objects/errors.ts';
import { nativeFunction, newMethod, rawFunction } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';
import { binaryFileTypes, openFunction } from './file-streams.ts';
import { bufferedIoBaseType, ioBaseType, rawIoBaseType, textIoBaseType, unsupportedOperation } from './io-base.ts';
import { bytesIoType, stringIoType } from './io-memory.ts';
import { textStreamType } from './streams.ts';

const refuse = (name: string) => () =>
  raise(NotImplementedError, `${name}() is not available here: a program in this page has no files`);

newMethod(textStreamType, refuse('TextIOWrapper'));
textStreamType.bases = [textIoBaseType];
textStreamType.mro = [textStreamType, ...textIoBaseType.mro];

export function ioModule(): Map<string, Value> {
  return new Map<string, Value>([
    ['DEFAULT_BUFFER_SIZE', 131072],
    ['UnsupportedOperation', unsupportedOperation],
    ['BlockingIOError', BlockingIOError],
    ['_IOBase', ioBaseType],
    ['_RawIOBase', rawIoBaseType],
    ['_BufferedIOBase', bufferedIoBaseType],
    ['_TextIOBase', textIoBaseType],
    ['StringIO', stringIoType],
    ['BytesIO', bytesIoType],
    ['TextIOWrapper', textStreamType],
    ...binaryFileTypes,
    ['open', openFunction('open')],
    ['open_code', rawFunction('open_code', refuse('open_code'))],
    [
      'text_encoding',
      nativeFunction('text_encoding', 'encoding, stacklevel=2, /', (encoding: Value) => encoding ?? 'locale'),
    ],
  ]);
}
