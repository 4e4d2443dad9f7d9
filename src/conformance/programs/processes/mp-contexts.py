# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp


def report(connection):
    connection.send((type(mp.current_process()).__name__, mp.current_process().name, mp.get_start_method()))


if __name__ == "__main__":
    try:
        mp.set_start_method("other")
    except ValueError as error:
        print("ValueError:", error)
    print(mp.get_start_method(allow_none=True), sorted(mp.get_all_start_methods()))
    spawn = mp.get_context("spawn")
    print(type(spawn).__name__, spawn.get_start_method(), spawn.Process.__name__, spawn.get_context() is spawn)
    here, there = spawn.Pipe()
    process = spawn.Process(target=report, args=(there,))
    print(process.name)
    process.start()
    print(here.recv())
    process.join()
    for call in (lambda: mp.get_context("thread"), lambda: spawn.set_start_method("spawn")):
        try:
            call()
        except ValueError as error:
            print("ValueError:", error)
    mp.set_start_method("spawn", force=True)
    print(mp.get_start_method())
    try:
        mp.set_start_method("spawn")
    except RuntimeError as error:
        print("RuntimeError:", error)
    mp.set_start_method("spawn", force=True)
    print(mp.get_context() is mp.context._default_context.get_context(), mp.cpu_count() >= 1)
    print(mp.get_context("forkserver").Process.__name__, mp.get_context("fork").Process.__name__)
    print(issubclass(mp.TimeoutError, mp.ProcessError), issubclass(mp.AuthenticationError, mp.ProcessError), mp.freeze_support())
    print(len(mp.current_process().authkey), type(mp.current_process().authkey).__name__)
