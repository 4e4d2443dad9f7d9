/** `asyncio/queues.py`: without the place where a Python would have its library. */
export function shortFile(file: string): string {
  return file.replace(/^\/lib\/python3(?:\d+\.zip|\.\d+\/site-packages)\//, '');
}
