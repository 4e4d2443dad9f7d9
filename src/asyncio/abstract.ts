/**
 * The methods of AbstractEventLoop and AbstractServer, which do nothing but raise NotImplementedError; those that stand for
 * something not simulated yet say so. CPython: Lib/asyncio/events.py. Leaves out their signatures.
 */
import { NotImplementedError, raise } from '../python/objects/errors.ts';
import { rawMethod } from '../python/objects/native.ts';
import { type PyType, typeVersion } from '../python/objects/value.ts';

const ABSTRACT = `run_forever run_until_complete stop is_running is_closed close shutdown_asyncgens shutdown_default_executor
  _timer_handle_cancelled call_soon call_later call_at time create_future create_task call_soon_threadsafe run_in_executor
  set_default_executor set_task_factory get_task_factory get_exception_handler set_exception_handler default_exception_handler
  call_exception_handler get_debug set_debug`;

/** By method: what a program would have called, where that is another name. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  create_connection: 'asyncio.open_connection (loop.create_connection)',
  create_server: 'asyncio.start_server (loop.create_server)',
  create_unix_connection: 'asyncio.open_unix_connection (loop.create_unix_connection)',
  create_unix_server: 'asyncio.start_unix_server (loop.create_unix_server)',
  subprocess_exec: 'asyncio.create_subprocess_exec (loop.subprocess_exec)',
  subprocess_shell: 'asyncio.create_subprocess_shell (loop.subprocess_shell)',
};

const ALSO_UNSUPPORTED = `getaddrinfo getnameinfo start_tls sendfile connect_accepted_socket create_datagram_endpoint connect_read_pipe
  connect_write_pipe add_reader remove_reader add_writer remove_writer sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into
  sock_sendall sock_sendto sock_connect sock_accept sock_sendfile add_signal_handler remove_signal_handler`;

const SERVER = 'close close_clients abort_clients get_loop is_serving start_serving serve_forever wait_closed';

export function makeAbstract(loop: PyType, server: PyType): void {
  for (const name of words(ABSTRACT)) rawMethod(loop, name, () => raise(NotImplementedError));
  for (const name of words(SERVER)) rawMethod(server, name, () => raise(NotImplementedError));
  const unsupported = words(ALSO_UNSUPPORTED).map((name) => [name, `loop.${name}`] as const);
  for (const [name, known] of [...Object.entries(UNSUPPORTED), ...unsupported]) {
    rawMethod(loop, name, () => raise(NotImplementedError, `${known} is not supported by Loopscope yet`));
  }
  typeVersion.current++;
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
