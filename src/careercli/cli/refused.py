"""What the system refuses, such as a full disk: which file it is about, and where it could be instead."""

import errno
from pathlib import Path

from careercli.errors import SystemRefusedError, message, why_refused
from careercli.files.folders import CACHE, CONFIG, DATA, what_next
from careercli.world.runtime import Runtime

_WRITING = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def explain_refusal(error: OSError, runtime: Runtime) -> SystemRefusedError:
    """An error of the system as one of ours: what, where, and what to do next."""
    why, path = why_refused(error), error.filename
    if not path:
        told, following = message("the system refuses: {why}", why=why), what_next(error, "")
    else:
        following = what_next(error, _variable(str(path), runtime))
        told = message("the system refuses {path}: {why}", path=str(path), why=why)
        if error.errno in _WRITING:
            told = message("{path} cannot be written: {why}", path=str(path), why=why)
    return SystemRefusedError(told.text, following.text, **told.values, **following.values)


def _variable(path: str, runtime: Runtime) -> str:
    """The variable of the environment that names the folder in which a file of the person's own is; else empty."""
    folders = {CONFIG: runtime.config_dir, DATA: runtime.data_dir, CACHE: runtime.cache_dir}
    named = Path(path)
    return next((name for name, own in folders.items() if named == own.parent or named.is_relative_to(own)), "")
