"""What must be true of a kept file whatever happened to it, for any test that writes one."""

import stat
from pathlib import Path

from careercli.files import MAX_BYTES
from careercli.profile.answers import FILE, Saved, load_saved
from careercli.profile.saved import MAX_CAREERS, MAX_KEPT_BYTES, MAX_RESULTS


def check_kept(folder: Path) -> Saved:
    """What the answers file in a folder holds, once it is seen to be whole, within its bounds, private and alone."""
    saved = load_saved(folder)
    path = folder / FILE
    if path.exists():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.stat().st_size <= min(MAX_BYTES, 2 * MAX_KEPT_BYTES)
    assert len(saved.results) <= MAX_RESULTS
    assert len(saved.careers) <= MAX_CAREERS
    assert {left.name for left in folder.iterdir()} <= {FILE, "me.lock", "imported.sqlite"}
    return saved
