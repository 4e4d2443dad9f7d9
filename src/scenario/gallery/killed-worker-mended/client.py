import socket
import time

def ask(job):
    for attempt in range(1, 5):
        answer, problem = '', 'no answer'
        try:
            with socket.create_connection(('127.0.0.1', 5000)) as worker:
                worker.sendall(f'{job}\n'.encode())
                answer = worker.makefile().readline().strip()
        except ConnectionError as error:
            problem = type(error).__name__
        if answer:
            return answer
        print(f'{job}, attempt {attempt}: {problem}')
        time.sleep(1)
    return f'{job} is given up'

time.sleep(0.1)
for job in ('wash', 'iron'):
    print(ask(job))
