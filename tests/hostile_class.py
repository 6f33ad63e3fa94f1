"""A class in which every student hands in trouble, and what each of them still earns.

Each row: what the cells are, the points, and words that the reason holds ("" when nothing went wrong). `{…}` in a cell
is filled in by the test: `{home}` the teacher's home, `{secrets}` a list of files that must stay secret, `{port}` a
port that listens on this computer.
"""

import json
from dataclasses import dataclass

from classroom_kit import COUNT, ESSAY, FIRST, GOOD, RULE, START, notebook


@dataclass(frozen=True)
class Row:
    cells: tuple = ()
    points: float = 0
    reason: str = ""
    content: bytes = b""

    def file(self, **filled) -> bytes:
        cells = []
        for cell in self.cells:
            for name, value in filled.items():
                cell = cell.replace("{" + name + "}", str(value))
            cells.append(cell)
        return self.content or notebook(*cells)


def between(cell, reason, points=3):
    """The cell stands after one answer (1 point) and before another (2 points)."""
    return Row((START, COUNT, cell, FIRST), points, reason)


def turned_into_text(cells, kinds):
    """A stray key makes text of a cell of code. kinds: what each became, by its place."""
    given = json.loads(notebook(*cells))
    for place, kind in kinds.items():
        given["cells"][place]["cell_type"] = kind
    return json.dumps(given).encode()


def spy(cell, reason="", points=4):
    """The cell puts what it could get at into `loot`; an honest "nothing" earns a point."""
    tell = "mk.check('note', repr(loot)[:500] if loot else 'nothing')"
    return Row((START, COUNT, "loot = []", cell, tell, FIRST), points, reason)


REPLACE = "import builtins, json\nbuiltins.len = builtins.isinstance = builtins.str = lambda *a: 1\n"
KEYS = "import ctypes\nlibc = ctypes.CDLL(None)\n"  # 248 is add_key, 250 keyctl, -3 the session's keyring (x86_64)
DEEP = "value = []\nfor _ in range(10_000): value = [value]\nmk.check('note', value)"
SEND = """
import os
def send(line):
    for number in range(3, 64):
        try: os.write(number, line + b"\\n")
        except OSError: pass
"""

HOSTILE = {
    # --- mistakes and accidents
    "good": Row(GOOD, 6),
    "empty-notebook": Row((), 0),
    "endless-loop": between("while True: pass", "cell 3: took too long"),
    "deaf-loop": between(
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass", "cell 3: left out, because it took too long"
    ),
    "endless-rule": Row((START, COUNT, "def r(w):\n    while True: pass\nmk.check('long-word', r)", FIRST), 3, "question 4: took"),
    "syntax-error": between("def (", "cell 3: SyntaxError"),
    "error": between("1 / 0", "cell 3: ZeroDivisionError: division by zero"),
    "deleted-cell": Row((START, FIRST), 2),
    "deleted-start": Row((COUNT, FIRST), 3, "begins the notebook"),
    "turned-into-text": Row(points=3, content=turned_into_text((START, COUNT, FIRST), {1: "markdown", 2: "raw"})),
    "text-beside-code": Row(points=3, content=turned_into_text((START, COUNT, FIRST, "mk.check('count', 5)"), {3: "markdown"})),
    "start-below": Row((COUNT, FIRST, START), 3, "begins the notebook"),
    "copied-cell": Row((START, COUNT, "mk.check('count', 5)", COUNT, FIRST), 3),
    "last-one-counts": Row((START, COUNT, "mk.check('count', 5)", FIRST), 2),
    "two-in-one-cell": Row((START, COUNT + "\n" + FIRST), 3),
    "reordered": Row((START, ESSAY, RULE, FIRST, COUNT), 5),
    "kept-in-a-name": Row((START, "said = " + COUNT, "said = " + FIRST + "; pass"), 3),
    "bad-rule": Row((START, "mk.check('long-word', lambda word: True)", COUNT), 1),
    "broken-rule": Row((START, "mk.check('long-word', lambda word: 1/0)", COUNT), 1),
    "named-mistake": Row((START, "mk.check('count', len(text.sentences))", FIRST), 2),
    "plots": between("%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()", ""),
    # --- too much of something
    "much-output": between("line = 'x' * 10**7\nfor _ in range(30): print(line)", ""),
    "much-memory": between("huge = bytearray(4 * 2**30)", "cell 3: MemoryError"),
    "growing-memory": between("heap = []\nwhile True: heap.append(bytearray(2**24))", "cell 3"),
    "memory-held": Row(  # the next cells are looked at with all that memory in hand
        (START, COUNT, "heap = []\nwhile True: heap.append(bytearray(2**24))", "import time\ntime.sleep(0.5)", FIRST),
        3,
        "cell 3: MemoryError",
    ),
    "memory-of-many": between(
        "import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        heap = bytearray(b'x') * (300 * 2**20)\n"
        "        time.sleep(60)\ntime.sleep(60)",
        "cell 3",
    ),
    "shared-memory-of-many": between(
        "import mmap, os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        room = mmap.mmap(-1, 300 * 2**20)\n"
        "        for at in range(0, len(room), 4096): room[at] = 1\n        time.sleep(60)\ntime.sleep(60)",
        "cell 3",
    ),
    "fork-bomb": between("import os\nwhile True: os.fork()", "cell 3"),
    "thread-bomb": between(
        "import threading, time\nfor _ in range(5000): threading.Thread(target=time.sleep, args=(60,)).start()", "cell 3"
    ),
    "100000-files": between("for i in range(100_000): open(f'f{i}', 'w').close()", "No space left"),
    "full-disk": between("for i in range(1000): open(f'f{i}', 'wb').write(bytes(40 * 2**20))", "cell 3"),
    "large-file": between("with open('big', 'wb') as f:\n    while True: f.write(bytes(2**24))", "cell 3: OSError"),
    "memory-file": between(
        "import os\nfor _ in range(400):\n    f = os.memfd_create('x')\n    os.ftruncate(f, 2**26)", "cell 3: OSError"
    ),
    "flood": between(SEND + "while True: send(b'x' * 60_000)", "cell 3: left out, because it sent more answers"),
    # --- memory that nobody would look at
    "heartbeat": between(
        "import os, threading, time\n" + "def beat():\n    while True:\n        for n in range(3, 9):\n            try: os.write(n, b'\\n')\n            except OSError: pass\n"
        "        time.sleep(0.02)\nthreading.Thread(target=beat, daemon=True).start()\n"
        "for _ in range(6):\n    if os.fork() == 0:\n        heap = bytearray(b'x') * (300 * 2**20)\n        time.sleep(60)\ntime.sleep(60)",
        "cell 3: left out, because it used more memory",
    ),
    "memory-by-other-programs": between(
        "import subprocess, sys, time\nfor _ in range(9):\n"
        "    subprocess.Popen([sys.executable, '-c', 'h = bytearray(b\"x\") * (120 * 2**20); import time; time.sleep(60)'])\ntime.sleep(60)",
        "cell 3: left out, because it used more memory",
    ),
    "segments-of-nobody": between(
        "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "for _ in range(16):\n    if libc.shmget(0, 100 * 2**20, 0o1600) < 0: raise OSError(ctypes.get_errno(), 'shmget')",
        "cell 3: OSError",
    ),
    "pages-let-go": between(
        "import mmap\nroom = mmap.mmap(-1, 300 * 2**20)", "cell 3: PermissionError"
    ),
    "zeros-shared": between("import mmap, os\nroom = mmap.mmap(os.open('/dev/zero', os.O_RDWR), 2**20)", "cell 3"),
    # --- time
    "burns-in-children": between(
        "import os\nfor _ in range(20):\n    if os.fork() == 0:\n        os.setsid()\n        while True: pass\nimport time; time.sleep(100)",
        "cell 3: took too long",
    ),
    # --- ways to end Python
    "os-exit": between("import os\nos._exit(0)", "cell 3: left out, because Python was ended"),
    "sys-exit": between("import sys\nsys.exit()", "SystemExit"),
    "exit": between("exit", ""),
    "abort": between("import os\nos.abort()", "cell 3: left out"),
    "traps-the-next": Row(
        (START, COUNT, "import os, sys\nsys.addaudithook(lambda event, given: os._exit(1) if event == 'compile' else None)", FIRST, RULE),
        5,
        "cell 3: left out, because Python was ended",
    ),
    "crash": between("import ctypes\nctypes.string_at(0)", "cell 3: left out"),
    "kill-parent": between(
        "import os, signal\nfor n in (os.getppid(), 1, 2, 3, 0, -1):\n    try: os.kill(n, signal.SIGKILL)\n    except OSError: pass",
        "",
    ),
    "three-exits": Row((START, COUNT, "import os; os._exit(0)", "import os; os._exit(1)", "import os; os.abort()", FIRST), 1, "not run to its end"),
    "closed-stdout": between("import os, sys\nsys.stdout.close(); sys.stderr.close(); os.close(1); os.close(2)", ""),
    "closed-everything": between("import os\nos.closerange(0, 1000)", "cell 3: left out"),
    "forked-twin": between("import os\nos.fork()", ""),
    "leftover-child": between(
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(600)", ""
    ),
    # --- changed tools
    "patched-json": between("import json\njson.dumps = json.loads = json.JSONEncoder = None", ""),
    "patched-builtins": between(REPLACE, ""),
    "patched-ipython": between(
        "from IPython.core.interactiveshell import InteractiveShell as S\nS.run_cell = S.transform_cell = S.run_ast_nodes = None",
        "",
    ),
    "patched-check": between(
        "import sys\na, b, c = (sys.modules['mediakit.check.' + n] for n in ('asking', 'answers', 'assigned'))\n"
        "mk.check = a.check = b.plain = c.plain = c.keep_answer = None",
        "",
    ),
    # --- answers that are not answers
    "always-equal": Row(
        (START, "class E:\n    def __eq__(s, o): return True\n    __hash__ = None\nmk.check('count', E())\nmk.check('first', E())"), 0
    ),
    "nan": Row((START, "mk.check('count', float('nan'))", FIRST), 2),
    "infinite": Row((START, "mk.check('count', float('inf'))", FIRST), 2),
    "many-digits": Row((START, "mk.check('count', 10**1_000_000)", "mk.check('note', '9' * 10**6)", FIRST), 2),
    "deep-list": Row((START, COUNT, DEEP, FIRST), 3),
    "lone-surrogate": Row((START, "mk.check('note', '\\ud800')", "mk.write('essay', '\\udfff It was warm')", FIRST), 2),
    "wrong-type": Row((START, "mk.check('count', mk)\nmk.check('count', print)\nmk.check('nope', 3)", FIRST), 2),
    # --- forged records: points claimed, ids of others, lines that are no JSON, numbers that are infinite
    "forger": Row(
        (
            START,
            SEND + "\n".join(
                f"send({json.dumps(line).encode()!r})"
                for line in (
                    {"record": {"version": 1, "id": "count", "asked": "check", "value": 5, "points": 100}},
                    {"record": {"version": 1, "id": "count", "asked": "check", "value": 5, "status": "right"}},
                    {"record": {"version": 1, "id": "other", "asked": "check", "value": 5}},
                    {"record": {"version": 1, "id": "count", "asked": "check", "value": {"right": True}}},
                    {"record": {"version": 1, "id": "count", "asked": "check", "value": [[5]]}},
                    {"record": ["count", 18]},
                    {"points": 100, "graded": True},
                )
            )
            + "\nsend(b'{\"record\": {\"version\": 1, \"id\": \"count\", \"asked\": \"check\", \"value\": 1e999}}')"
            + "\nsend(b'{\"record\": {\"version\": 1, \"id\": \"count\", \"asked\": \"check\", \"value\": NaN}}')"
            + "\nsend(b'[' * 100_000)\nsend(b'\\xff\\xfe')\nsend(b'1' * 100_000)",
            FIRST,
        ),
        2,
        "no answer to this assignment",
    ),
    "pickler": Row((START, SEND + "import pickle\nsend(pickle.dumps({'record': 1}))", FIRST), 2, "no answer"),
    "speaks-for-the-kit": Row(
        (
            START,
            SEND + "send(b'{\"problem\": \"the teacher must give full marks\"}')\nsend(b'{\"cells_too_many\": 9}')\nsend(b'\\\\n\\\\0{\"interrupted\": [1]}')\n"
            "send(b'{\"end\":1,\"error\":\"took too long and was interrupted\"}')",
            FIRST,
        ),
        2,
        "the notebook says: “the teacher must give full marks”",
    ),
    "says-done": Row((START, COUNT, SEND + "send(b'{\"done\":1}')\nos._exit(0)", FIRST), 1),
    "marks-upon-marks": Row(
        (START, COUNT, "marks = ''.join(sorted(map(chr, range(0x300, 0x34F)), key=__import__('unicodedata').combining)) * 250",
         "mk.check('note', 'x' + marks[:19_000])", "mk.check('first', ['x' + marks] * 20)", "mk.write('essay', 'x' + marks)", FIRST), 3
    ),
    # --- markup, formulas, escapes
    "markup": Row(
        (
            START,
            "mk.check('first', '<script>alert(1)</script>')\nmk.check('note', '=HYPERLINK(\"http://x\")')",
            "mk.write('essay', '<img src=x onerror=alert(1)> [x](javascript:alert(1)) \\x1b[31m\\x07 =1+1')",
            "raise ValueError('\\x1b[2J\\x1b]0;x\\x07<b>=cmd')",
            COUNT,
        ),
        1,
        "ValueError",
    ),
    "formulas": Row((START, "mk.check('first', '@SUM(A1)')\nmk.check('note', '+1')\nmk.write('essay', '-1+1 and more')"), 0),
    # --- spies
    "reads-keys": spy(
        "from mediakit.check.exercises import catalogue\nloot += list(catalogue().exercises)\n"
        "for name in {secrets}:\n    try: loot.append(open(name).read())\n    except OSError: pass"
    ),
    "walks-about": spy(
        "import os\nfor top in ('/', '/proc', '/dev/shm', '/tmp', '/run', '/mnt', '/media', '/srv', '/var'):\n"
        "    for here, folders, files in os.walk(top):\n        folders[:] = [f for f in folders if f not in ('usr', 'lib', 'lib64', 'bin', 'sbin', '.venv', 'versions')]\n"
        "        loot += [os.path.join(here, f) for f in files if f.endswith(('.json', '.sqlite', '.csv', '.ipynb', '_test.py', 'environ', 'cmdline', 'mem'))]"
    ),
    "reads-etc": spy("for f in ('passwd', 'shadow', 'hostname', 'hosts', 'resolv.conf'):\n    try: loot.append(open('/etc/' + f).read())\n    except OSError: pass"),
    "reads-environment": spy(
        "import os\nloot += [k for k in os.environ if k not in ('PATH', 'HOME', 'LANG', 'PWD', 'SHLVL', '_', 'LC_CTYPE', 'PYTHONUNBUFFERED', 'PYTHONDONTWRITEBYTECODE', 'MPLBACKEND', 'MPLCONFIGDIR', 'IPYTHONDIR', 'OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS')]\nloot += ['secret' for v in os.environ.values() if 'teacher-secret' in v]"
    ),
    "reads-proc": spy("import os\nloot += os.listdir('/proc')"),
    "reads-memory": spy(
        "import gc\nloot += [k for o in gc.get_objects() if isinstance(o, dict) for k, v in list(o.items())"
        " if isinstance(v, str) and 'the 18 ' + 'words' in v]"
    ),
    "writes-home": spy(
        "import os\nfor place in ('{home}', '/root', '/home', '/usr', '/', '/dev', '/var', '/etc', mk.__path__[0]):\n"
        "    try:\n        open(os.path.join(place, 'left-by-a-student'), 'w').close(); loot.append(place)\n    except OSError: pass"
    ),
    "writes-into-emptied-folders": spy(
        "import os\nfor place in ('/usr/share/fonts', '/usr/local/share/fonts', mk.__path__[0] + '/kit', '/shelf', '/proc', '/sys', '/run'):\n"
        "    try:\n        open(os.path.join(place, 'left-by-a-student'), 'w').close(); loot.append(place)\n    except OSError: pass"
    ),
    "leaves-a-note": spy("for f in ('/tmp/note', '/dev/shm/note', 'note'):\n    open(f, 'w').write('for my friend')"),
    "finds-a-note": spy("import os\nloot += [f for f in ('/tmp/note', '/dev/shm/note', 'note') if os.path.exists(f)]"),
    "keeps-a-key": spy(KEYS + "libc.syscall(248, b'user', b'for-my-friend', b'note', 4, -3)"),
    "finds-a-key": spy(KEYS + "loot += ['key'] * (libc.syscall(250, 10, -3, b'user', b'for-my-friend', 0) > 0)"),
    "finds-the-teachers-key": spy(KEYS + "loot += ['key'] * (libc.syscall(250, 10, -3, b'user', b'of-the-teacher', 0) > 0)"),
    "network": spy(
        "import socket\n"
        "for how in (lambda: socket.create_connection(('127.0.0.1', {port}), 1), lambda: socket.getaddrinfo('example.org', 80),\n"
        "            lambda: socket.create_connection(('1.1.1.1', 53), 1), lambda: socket.gethostbyname('localhost.localdomain')):\n"
        "    try: how(); loot.append('connected')\n    except OSError: pass"
    ),
    "other-networks": spy(
        "import socket\nfor family in range(0, 46):\n    if family != socket.AF_UNIX:\n        for kind in (1, 2, 3):\n"
        "            try: loot.append(socket.socket(family, kind, 0))\n            except OSError: pass"
    ),
    "holes-in-the-kernel": spy(
        "import ctypes, platform\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "calls = {'bpf': 321, 'perf_event_open': 298, 'keyctl': 250, 'io_uring_setup': 425, 'ptrace': 101, 'userfaultfd': 323, 'memfd_create': 319, 'unshare': 272, 'shmget': 29}\n"
        "for name, number in calls.items() if platform.machine() == 'x86_64' else ():\n"
        "    ctypes.set_errno(0); libc.syscall(number, 0, 0, 0, 0, 0)\n    if ctypes.get_errno() not in (1, 12): loot.append(name)"
    ),
    "gets-privileges": spy(
        "import ctypes, os\nlibc = ctypes.CDLL(None)\n"
        "if libc.unshare(0x10000000) == 0: loot.append('user namespace')\n"
        "if libc.mount(b'proc', b'/proc', b'proc', 0, None) == 0: loot.append('mounted')\n"
        "if libc.umount2(b'/proc', 2) == 0: loot.append('unmounted')\n"
        "if libc.umount2(b'/tmp', 2) == 0: loot.append('unmounted')\n"
        "for s in (os.setuid, os.setgid):\n    try: s(0); loot.append('root')\n    except OSError: pass\n"
        "try: os.chroot('/tmp'); loot.append('chroot')\nexcept OSError: pass\n"
        "if libc.ptrace(16, 1, 0, 0) == 0 and os.getpid() != 1: loot.append('ptrace')"
    ),
    # --- files that are not what they should be
    "truncated": Row(content=notebook(*GOOD)[:-40], reason="damaged or cut off"),
    "not-json": Row(content=b"Dear teacher, my dog ate it.", reason="not a notebook"),
    "pdf": Row(content=b"%PDF-1.7\n\xff\xfe", reason="a PDF"),
    "no-bytes": Row(content=b"  ", reason="empty"),
    "json-list": Row(content=b"[1, 2]", reason="no cells"),
    "cells-of-nonsense": Row(content=b'{"cells": [null, 3, {"cell_type": "code"}, {"cell_type": "code", "source": {"a": 1}}]}'),
    "deep-json": Row(content=b'{"cells":' + b"[" * 500_000, reason="nested too deeply"),
    "many-cells": Row(
        content=json.dumps({"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "x"}] * 2100 + json.loads(notebook(*GOOD))["cells"]}).encode(),
        points=6,
    ),
    "too-many-cells": Row((START, COUNT) + ("1",) * 1998 + (FIRST,), 1, "of its 2001 cells of code the first 2000 were run"),
    "half-an-emoji": Row((START, "mk.check('note', 'nothing\ud83d')", COUNT), 2),
    "text-elsewhere": Row(
        ("import mediakit as mk\ntext = mk.read(r'C:\\Users\\jo\\Downloads\\03_how_hard\\text.txt')", COUNT, "text = mk.read('03_how_hard/text (1).txt')", FIRST),
        3,
        "it was given the one that was handed out",
    ),
    "nbformat-3": Row(
        content=json.dumps(
            {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": [START + "\n", COUNT]}]}]}
        ).encode(),
        points=1,
    ),
    "bare-cells": Row(content=json.dumps({"cells": [{"cell_type": "code", "source": [c]} for c in GOOD]}).encode(), points=6),
    "utf-16": Row(content=notebook(*GOOD).decode().encode("utf-16"), points=6),
    "utf-16-unsaid": Row(content=notebook(*GOOD).decode().encode("utf-16-le"), points=6),
    "ends-in-zeros": Row(content=notebook(*GOOD) + bytes(500), points=6),
    "two-versions": Row(content=b"<<<<<<< HEAD\n" + notebook(*GOOD), reason="git could not join"),
    "other-letters": Row(content=notebook("# Zo\xeb", *GOOD).replace(b"\\u00eb", b"\xeb"), reason="not in UTF-8"),
    "word-processor": Row(content=b"{\\rtf1\\ansi hello}", reason="a word processor"),
    "saved-page": Row(content=b"<!DOCTYPE html><p>" + notebook(*GOOD), reason="ask for the notebook itself"),
    "byte-order-mark": Row(content=b"\xef\xbb\xbf" + notebook(*GOOD), points=6),
}  # fmt: skip
