# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import time


def work(tasks, results):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        results.put(task * 10)
        tasks.task_done()


def answer(questions, answers):
    with_text = questions.get()
    answers.put(f"{with_text}!")
    answers.put(questions.empty())


if __name__ == "__main__":
    mp.set_start_method("spawn")
    tasks = mp.JoinableQueue()
    results = mp.SimpleQueue()
    workers = [mp.Process(target=work, args=(tasks, results)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(6):
        tasks.put(number)
    tasks.join()
    print(sorted(results.get() for _ in range(6)), results.empty())
    for _ in workers:
        tasks.put(None)
    tasks.join()
    for worker in workers:
        worker.join()
    print([worker.exitcode for worker in workers])
    try:
        tasks.task_done()
    except ValueError as error:
        print("ValueError:", error)

    questions, answers = mp.SimpleQueue(), mp.SimpleQueue()
    process = mp.Process(target=answer, args=(questions, answers))
    process.start()
    print(answers.empty())
    questions.put("hello")
    print(answers.get(), answers.get())
    process.join()
    answers.close()
    questions.close()
    try:
        answers.put(1)
    except OSError as error:
        print("OSError:", error)
