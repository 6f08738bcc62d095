"""What others made is named with its licence, and the bill of materials holds to its schema."""

import json
import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.reading.lock_file import packages
from macros.records.components import Component, Licence
from tests.conftest import SITE, library
from tests.pages.built import soup

BILL = (SITE / "sbom.cdx.json").read_text("utf-8")
SAYS = {Licence.MIT: "@license MIT|Permission is hereby granted, free of charge"}
COMPONENTS = list(library().components.values())


def test_the_bill_of_materials_holds_to_the_schema_of_cyclonedx() -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(BILL) is None


def test_the_bill_names_what_is_sent_and_every_package_that_builds() -> None:
    bill = json.loads(BILL)
    scopes = {one["name"]: (one["version"], one["scope"]) for one in bill["components"]}
    pinned = {one.name: one.version for one in packages()}
    assert {"mkdocs", "jinja2", "pydantic-core"} <= pinned.keys()
    sent = {one.name: (one.version or pinned[one.package], "required") for one in COMPONENTS}
    assert scopes == {**{name: (pinned[name], "excluded") for name in pinned}, **sent}
    assert bill["metadata"]["timestamp"] == f"{library().today}T00:00:00Z"


def test_the_bill_says_what_asks_for_each_package() -> None:
    needs = {one["ref"]: one["dependsOn"] for one in json.loads(BILL)["dependencies"]}
    (mkdocs,) = [one for one in needs if one.startswith("pkg:pypi/mkdocs@")]
    assert mkdocs in needs["guide"]
    assert any(one.startswith("pkg:pypi/jinja2@") for one in needs[mkdocs])
    reached, ahead = set(), ["guide"]
    while ahead:
        reached.add(ahead[-1])
        ahead += [one for one in needs[ahead.pop()] if one not in reached]
    assert reached == needs.keys(), "nothing is there that nothing asks for"


@pytest.mark.parametrize("one", COMPONENTS, ids=lambda one: one.id)
def test_what_is_said_of_a_component_stands_in_its_own_package(one: Component) -> None:
    package = distribution(one.package)
    texts = [
        Path(str(package.locate_file(file))).read_text("utf-8", "replace")
        for file in package.files or ()
        if file.name.startswith(("LICENSE", "lunr.js"))
    ]
    wanted = (re.escape(one.holder), re.escape(one.version), SAYS[one.licence])
    assert any(all(re.search(word, text) for word in wanted) for text in texts)
    assert one.holder in (SITE / "assets/licences.txt").read_text("utf-8")
    assert (SITE / one.file).is_file()


def test_the_page_names_each_with_its_licence() -> None:
    text = soup("about/licences/").get_text(" ")
    for one in COMPONENTS:
        assert all(words in text for words in (one.name, one.holder, str(one.licence)))
