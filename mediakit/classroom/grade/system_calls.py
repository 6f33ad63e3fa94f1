"""A filter of system calls over the room of a submission, laid by libseccomp where the computer has it.

The namespaces already hide files, network and processes. What is refused here is the rest of the kernel that no
notebook needs and that has had holes, and every way to hold memory that belongs to no process. The list follows the
one that Flatpak lays over bubblewrap (flatpak-run.c, `setup_seccomp`); the refusal is an error that Python shows, never
a killed program. Calls made in another instruction set (32 bits) end the process: libseccomp's default.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import lru_cache

KERNEL = """
io_uring_setup io_uring_enter io_uring_register bpf userfaultfd perf_event_open keyctl add_key request_key ptrace
process_vm_readv process_vm_writev process_madvise pidfd_getfd kcmp name_to_handle_at open_by_handle_at fanotify_init
unshare setns mount umount umount2 pivot_root chroot fsopen fsconfig fsmount fspick open_tree move_mount mount_setattr
init_module finit_module delete_module kexec_load kexec_file_load quotactl quotactl_fd acct swapon swapoff reboot syslog
personality modify_ldt vm86 vm86old lookup_dcookie nfsservctl uselib vmsplice move_pages mbind migrate_pages
set_mempolicy set_mempolicy_home_node
""".split()
MEMORY_OF_NOBODY = "memfd_create memfd_secret shmget shmat msgget semget".split()
_NAMESPACES = (0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000, 0x00000080)
_MAP_SHARED_ANONYMOUS = 0x01 | 0x20
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_NOT_EQUAL, _MASKED_EQUAL = 1, 7
_PR_GET_SECCOMP = 21

MISSING = (
    "Without libseccomp there is no filter of system calls, the second wall of the sandbox; the first stands. "
    "To have it: sudo apt install libseccomp2"
)
"""Said before grading on a computer that has not got it."""


class _Comparison(ctypes.Structure):
    _fields_ = (("argument", ctypes.c_uint), ("how", ctypes.c_int), ("one", ctypes.c_uint64), ("two", ctypes.c_uint64))


@lru_cache(maxsize=1)
def library() -> ctypes.CDLL | None:
    """libseccomp; None where it is not installed, or the kernel has no filters."""
    if not sys.platform.startswith("linux") or ctypes.CDLL(None).prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) < 0:
        return None
    try:
        found = ctypes.CDLL("libseccomp.so.2")
    except OSError:
        return None
    found.seccomp_init.restype = ctypes.c_void_p
    found.seccomp_init.argtypes = (ctypes.c_uint32,)
    found.seccomp_load.argtypes = found.seccomp_release.argtypes = (ctypes.c_void_p,)
    found.seccomp_syscall_resolve_name.argtypes = (ctypes.c_char_p,)
    found.seccomp_rule_add_array.argtypes = (
        ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.POINTER(_Comparison),
    )  # fmt: skip
    return found


def refuse_what_no_notebook_needs() -> None:
    """For this process and all that it starts, for good. Raises `OSError` when a filter cannot be laid."""
    seccomp = library()
    if seccomp is None:
        return
    context = seccomp.seccomp_init(_ALLOW)

    def refuse(name: str, error: int, *when: _Comparison) -> None:
        number = seccomp.seccomp_syscall_resolve_name(name.encode())
        if number < 0:  # not a call of this computer's
            return
        wrong = seccomp.seccomp_rule_add_array(
            context, _REFUSE | error, number, len(when), (_Comparison * max(1, len(when)))(*when)
        )
        if wrong:
            raise OSError(-wrong, f"seccomp, {name}: {os.strerror(-wrong)}")

    for name in KERNEL:
        refuse(name, errno.EPERM)
    for name in MEMORY_OF_NOBODY:
        refuse(name, errno.ENOMEM)
    refuse("mmap", errno.EPERM, _Comparison(3, _MASKED_EQUAL, _MAP_SHARED_ANONYMOUS, _MAP_SHARED_ANONYMOUS))
    for name in ("socket", "socketpair"):
        refuse(name, errno.EAFNOSUPPORT, _Comparison(0, _NOT_EQUAL, 1))  # AF_UNIX
    for flag in _NAMESPACES:
        refuse("clone", errno.EPERM, _Comparison(1 if os.uname().machine == "s390x" else 0, _MASKED_EQUAL, flag, flag))
    refuse("clone3", errno.ENOSYS)  # its flags cannot be looked at; the C library then calls clone
    # Linux shares the processor out by session. A room that could make more of them would take its neighbours' time;
    # nobody's program needs its own, so the call does nothing and says that it did.
    refuse("setsid", 0)
    wrong = seccomp.seccomp_load(context)
    seccomp.seccomp_release(context)
    if wrong:
        raise OSError(-wrong, f"seccomp_load: {os.strerror(-wrong)}")
