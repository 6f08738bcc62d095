"""The software bill of materials, as CycloneDX has it: what readers are sent, what builds it.

Nothing of npm is sent: its packages only check. The day is the build's own, and there is no serial
number, so that the same commit gives the same file.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from macros.library import Library
from macros.reading.lock_file import Package
from macros.records.components import Component

FILE = "sbom.cdx.json"
SPECIFICATION = "1.6"
SITE = "guide"
OURS = ("MIT", "CC-BY-4.0")


def bill(library: Library, packages: Sequence[Package], site_url: str, site_name: str) -> bytes:
    """The bill of the site published at `site_url`, built with these packages."""
    sent = list(library.components.values())
    whole = {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPECIFICATION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {
            "timestamp": f"{library.today}T00:00:00Z",
            "component": _site(site_url, site_name, str(library.today)),
        },
        "components": [*(_sent(one, packages) for one in sent), *map(_builder, packages)],
        "dependencies": list(_dependencies(sent, packages)),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _site(site_url: str, site_name: str, day: str) -> dict[str, Any]:
    return {
        "type": "application",
        "bom-ref": SITE,
        "name": site_name,
        "version": day,
        "licenses": _licences(OURS),
        "externalReferences": [{"type": "website", "url": site_url}],
    }


def _sent(one: Component, packages: Iterable[Package]) -> dict[str, Any]:
    """What readers are sent; without a version of its own it has that of its package."""
    version = one.version or next((p.version for p in packages if p.name == one.package), "")
    return {
        "type": "library",
        "bom-ref": one.id,
        "name": one.name,
        "version": version,
        "description": one.what_for,
        "scope": "required",
        "licenses": _licences([one.licence]),
        "copyright": one.holder,
        "evidence": {"occurrences": [{"location": one.file}]},
    }


def _builder(one: Package) -> dict[str, Any]:
    """What builds the pages and is not sent."""
    return {
        "type": "library",
        "bom-ref": _address(one),
        "name": one.name,
        "version": one.version,
        "purl": _address(one),
        "scope": "excluded",
    }


def _dependencies(
    sent: Iterable[Component], packages: Sequence[Package]
) -> Iterable[dict[str, Any]]:
    """What each part needs; the site needs what is sent, and what no other package asks for."""
    known = {one.name for one in packages}
    direct = [_address(one) for one in packages if not known.issuperset(one.wanted_by)]
    yield {"ref": SITE, "dependsOn": [*(one.id for one in sent), *direct]}
    for part in sent:
        own = [_address(one) for one in packages if one.name == part.package]
        yield {"ref": part.id, "dependsOn": own}
    for package in packages:
        needs = [_address(one) for one in packages if package.name in one.wanted_by]
        yield {"ref": _address(package), "dependsOn": needs}


def _licences(names: Iterable[str]) -> list[dict[str, dict[str, str]]]:
    return [{"license": {"id": str(name)}} for name in names]


def _address(one: Package) -> str:
    return f"pkg:pypi/{one.name}@{one.version}"
