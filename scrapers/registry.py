"""Finds the outlets: one ``OUTLET`` in each module of ``scrapers.outlets``. No list to edit.

Outlet files are data and import ``scrapers.outlet`` alone, so that reading them all stays cheap: DAG files do it
at each parse.
"""

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType

from scrapers import outlets as _package
from scrapers.outlet import Outlet


class RegistryError(ValueError):
    """An outlet file is wrong, or two contradict each other. The message names the files and what to do."""


def outlets(sample: bool) -> dict[str, Outlet]:
    """The active outlets by name, in the order of their names: the sample press's, or the real ones.

    Raises RegistryError for a file without ``OUTLET``, a name that is not its file's, a name or domain used twice.
    """
    return {name: o for name, o in every_outlet().items() if o.is_sample == sample and o.status == "active"}


def every_outlet() -> dict[str, Outlet]:
    """All outlets by name, retired ones too: whose pages the archive may hold. Errors as in ``outlets``."""
    return collect(_modules())


def _modules() -> list[ModuleType]:
    names = sorted(m.name for m in pkgutil.iter_modules(_package.__path__) if not m.name.startswith("_"))
    return [import_module(f"{_package.__name__}.{name}") for name in names]


def collect(modules: Iterable[ModuleType]) -> dict[str, Outlet]:
    """The outlets of ``modules`` by name, checked against each other (errors as in ``outlets``)."""
    found: dict[str, Outlet] = {}
    files: dict[str, Path] = {}
    domains: dict[str, Path] = {}
    for module in modules:
        path = Path(module.__file__ or module.__name__)
        outlet = getattr(module, "OUTLET", None)
        if not isinstance(outlet, Outlet):
            raise RegistryError(f"{path}: no OUTLET = Outlet(...); copy scrapers/outlets/_template.py")
        for kind, value, owner in (("name", outlet.name, files), ("domain", outlet.domain, domains)):
            if value in owner:
                raise RegistryError(f"{path} and {owner[value]}: both have the {kind} {value!r}; change or remove one")
            owner[value] = path
        if outlet.name != path.stem:
            raise RegistryError(f"{path}: its name is {outlet.name!r}; name it {path.stem!r}, or rename the file")
        found[outlet.name] = outlet
    return found
