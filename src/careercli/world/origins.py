"""Every setting, the value that counts now, and where it comes from."""

import shlex
from collections.abc import Callable
from typing import NamedTuple

from careercli.core.program.reports import ConfigRow, Origin
from careercli.world.runtime import Runtime
from careercli.world.settings import Settings

Value = str | bool | None


class _Source(NamedTuple):
    """What says a setting: the value that counts, the option for it, the variables before the file and after it."""

    value: Callable[[Runtime], Value]
    option: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


_SOURCES = {
    "lang": _Source(lambda runtime: runtime.lang, "--lang", ("CAREERS_LANG",), ("LC_ALL", "LC_MESSAGES", "LANG")),
    "country": _Source(lambda runtime: runtime.country, "--country"),
    "color": _Source(lambda runtime: runtime.colour, "--no-color", ("NO_COLOR",)),
    "pager": _Source(lambda runtime: shlex.join(runtime.pager_command) or False, "", (), ("PAGER",)),
    "accessible": _Source(lambda runtime: runtime.accessible, "--accessible", ("ACCESSIBLE",)),
    "palette": _Source(lambda runtime: runtime.palette, "--palette"),
}


def list_settings(runtime: Runtime) -> tuple[ConfigRow, ...]:
    """All settings, in the order of `Settings`."""
    return tuple(_row(runtime, key) for key in Settings.__struct_fields__)


def say_setting(runtime: Runtime, key: str) -> str:
    """What a setting is from now on, in a sentence: what is kept of it, else what the program does by itself."""
    from careercli.locale.setting_words import setting_names, setting_value  # where something was changed alone

    row, say = _row(runtime, key), runtime.say
    value = row.value if row.set is None else row.set
    return say("{name}: from now on {value}.", name=setting_names(say)[key], value=setting_value(key, value, say))


def _row(runtime: Runtime, key: str) -> ConfigRow:
    source, in_file = _SOURCES.get(key), runtime.setting(key)
    origin, name = _origin(runtime, key, source)
    value = source.value(runtime) if source else in_file
    return ConfigRow(key=key, value=value, origin=origin, name=name, set=in_file)


def _origin(runtime: Runtime, key: str, source: _Source | None) -> tuple[Origin, str]:
    if source and source.option and getattr(runtime.options, source.option.strip("-").replace("-", "_"), None):
        return "option", source.option
    for name in source.before if source else ():
        if runtime.env.get(name):
            return "environment", name
    if runtime.setting(key) is not None:
        return "file", ""
    for name in source.after if source else ():
        if runtime.env.get(name):
            return ("locale" if key == "lang" else "environment"), name
    return "default", ""
