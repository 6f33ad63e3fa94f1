"""A room of its own for one submission: namespaces, fresh folders, no capabilities, limits. Runs inside bubblewrap.

bubblewrap has already taken away the network, the home, the keys and every other file (see `sandbox.py`). What is done
here walls students from one another: each forked submission gets its own user, mount, process, network and IPC
namespace, an empty /tmp, an empty /proc, and loses every privilege and the dangerous system calls (`system_calls.py`)
before its first line runs. `docs/grading.md` says what this protects and what it does not. Only the Linux calls that
Python lacks are made through ctypes.
"""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from mediakit.classroom.grade import system_calls
from mediakit.classroom.grade.limits import Limits

_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
_NEWUSER, _NEWPID, _NEWNET = 0x10000000, 0x20000000, 0x40000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_BIND, _MS_REC = 1, 2, 4, 8, 4096, 16384
_PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 24, 38, 47, 4
_CAPABILITY_VERSION_3 = 0x20080522
_KEYCTL = {"x86_64": 250, "aarch64": 219, "riscv64": 219, "ppc64le": 271, "s390x": 280}
_KEYCTL_JOIN_SESSION_KEYRING = 1

HOME = "/tmp/home"
"""The submission's private, empty working folder."""


def leave_the_others() -> None:
    """New namespaces for this process; its next child is process 1 in one of its own. Raises `OSError`."""
    uid, gid = os.getuid(), os.getgid()
    _own_keyring()
    _call("unshare", _NEWUSER | _NEWNS | _NEWPID | _NEWIPC | _NEWNET | _NEWUTS)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"1000 {uid} 1")
    Path("/proc/self/gid_map").write_text(f"1000 {gid} 1")


def shut_in(limits: Limits, shelves: Mapping[str, str]) -> None:
    """Run in that child: fresh folders, nothing of the rest in sight, no capabilities, fewer system calls.

    Raises `OSError`.

    shelves: folders to show in the fresh /tmp, by where they stand now (see `sandbox.shelves`).
    """
    _call("unshare", _NEWNS)
    _tmpfs("/tmp", limits.disk, limits.files)
    for shelf, place in shelves.items():
        Path(place).mkdir(parents=True, exist_ok=True)
        _call("mount", shelf.encode(), place.encode(), None, _MS_BIND | _MS_REC, None)
    if shelves:
        _nothing("/shelf")
    _tmpfs("/dev/shm", limits.disk // 4, 100)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")  # should memory run out, this goes first
    Path("/proc/sys/user/max_user_namespaces").write_text("0")  # or a new namespace would give capabilities back
    _nothing("/proc")
    _call("mount", b"/dev/null", b"/dev/zero", None, _MS_BIND, None)  # shared, it is memory that no process owns
    _drop_capabilities()
    system_calls.refuse_what_no_notebook_needs()


def set_limits(limits: Limits, held: int) -> None:
    """Limits that the process cannot raise again. held: bytes of address space that the libraries already take."""
    seconds = int(limits.total_seconds + 2 * limits.grace) + 1  # the guard adds up all processes and is there first
    for name, most in (
        ("RLIMIT_AS", held + limits.memory),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_FSIZE", limits.file),
        ("RLIMIT_NOFILE", 128),
        ("RLIMIT_NPROC", limits.processes),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_MEMLOCK", 0),
        ("RLIMIT_MSGQUEUE", 0),
    ):
        kind = getattr(resource, name, None)  # macOS lacks some
        if kind is not None:
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))


def address_space() -> int:
    """Bytes of address space of this process, 0 where the system does not say."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return 0


def _tmpfs(where: str, size: int, files: int) -> None:
    options = f"size={size},nr_inodes={files},mode=0700".encode()
    _call("mount", b"tmpfs", where.encode(), b"tmpfs", _MS_NOSUID | _MS_NODEV, options)


def _nothing(where: str) -> None:
    flags = _MS_RDONLY | _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    _call("mount", b"tmpfs", where.encode(), b"tmpfs", flags, b"mode=0555")


def _drop_capabilities() -> None:
    for capability in range(64):
        if _libc().prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break  # past the last one that this kernel knows
    _call("prctl", _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


def _own_keyring() -> None:
    """A new, empty keyring of the kernel's in place of the teacher's login, which processes inherit like a folder.

    Where the kernel or a container forbids the call, the submission cannot reach any keyring either.
    """
    number = _KEYCTL.get(os.uname().machine)
    if number is not None:
        _libc().syscall(number, _KEYCTL_JOIN_SESSION_KEYRING, 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc(), name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
