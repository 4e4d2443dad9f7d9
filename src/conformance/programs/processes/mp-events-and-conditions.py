# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp


def follow(event, done):
    event.wait()
    done.put(event.is_set())


def pong(condition, turn, log):
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: turn.value == 1)
            log.put("pong")
            turn.value = 0
            condition.notify()


def sleep_on(condition, ready, woken):
    with condition:
        ready.release()
        woken.put(condition.wait(10))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    event, done = mp.Event(), mp.Queue()
    print(event.is_set(), event.wait(0), event.wait(0.01))
    followers = [mp.Process(target=follow, args=(event, done)) for _ in range(2)]
    for process in followers:
        process.start()
    event.set()
    print(event.wait(), done.get(), done.get())
    for process in followers:
        process.join()
    event.clear()
    print(event.is_set(), event.wait(0.01))

    condition, turn, log = mp.Condition(), mp.Value("i", 0), mp.Queue()
    process = mp.Process(target=pong, args=(condition, turn, log))
    process.start()
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: turn.value == 0)
            log.put("ping")
            turn.value = 1
            condition.notify()
    process.join()
    print(sorted(log.get() for _ in range(6)))

    ready, woken = mp.Semaphore(0), mp.Queue()
    sleepers = [mp.Process(target=sleep_on, args=(condition, ready, woken)) for _ in range(3)]
    for process in sleepers:
        process.start()
    for _ in sleepers:
        ready.acquire()
    with condition:
        condition.notify(2)
    print(woken.get(), woken.get(), woken.empty())
    with condition:
        condition.notify_all()
    print(woken.get())
    for process in sleepers:
        process.join()
    for call in (condition.notify, condition.wait, condition.notify_all):
        try:
            call()
        except AssertionError as error:
            print("AssertionError:", error)
    with condition:
        print(condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: "yes"))
    print(condition.acquire(), condition.release())
