"""Runs a program on a terminal of its own: terminal.py PROMPT ANSWER COMMAND... Types ANSWER when PROMPT is shown."""
import os
import pty
import sys

prompt, answer, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)

shown = b""
typed = False
while True:
    try:
        some = os.read(terminal, 4096)
    except OSError:
        break
    if not some:
        break
    shown += some
    if prompt and not typed and prompt.encode() in shown:
        typed = True
        os.write(terminal, answer.encode() + b"\n")

sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
