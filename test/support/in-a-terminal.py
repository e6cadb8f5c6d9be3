"""Runs a command in a terminal of 40 columns, and types KEYS when it has written PROMPT: KEYS PROMPT COMMAND..."""
import fcntl, os, pty, struct, sys, termios

keys, prompt, *command = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
written, is_typed = b"", False
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        break
    if not chunk:
        break
    written += chunk
    if not is_typed and prompt.encode() in written:
        is_typed = True
        os.write(terminal, keys.encode())
sys.stdout.buffer.write(written)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
