"""Everything that the site knows, loaded once, cross-checked, and never changed after."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

from macros.checks.crosscheck import crosschecked
from macros.reading.datasets import read_datasets
from macros.reading.guide_pages import whole
from macros.reading.page_body import Body
from macros.reading.page_files import read_pages
from macros.reading.problems import DataProblems
from macros.reading.published_rows import published_rows
from macros.records.act_now import Sign
from macros.records.addresses import Address
from macros.records.anchors import Anchor
from macros.records.assurance import Activity
from macros.records.bank_holidays import BankHoliday
from macros.records.changes import Change
from macros.records.concerns import Concern
from macros.records.contacts import Contact
from macros.records.courses import Course
from macros.records.duties import Duty
from macros.records.editions import Comparison, Edition
from macros.records.figures import Figure, Note
from macros.records.findings import Finding
from macros.records.glossary import Term
from macros.records.groups import Group
from macros.records.guides import Guide
from macros.records.health import LinkCheck, Measurement, MissedQuestion, ToConfirm
from macros.records.law_changes import LawChange
from macros.records.levels import Level, LevelPoint
from macros.records.links import Link
from macros.records.packs import Pack, Prompt
from macros.records.pages import Page
from macros.records.partners import Partner
from macros.records.plan import Action, Priority
from macros.records.points import Point
from macros.records.record import Record
from macros.records.relevant_agencies import RelevantAgency
from macros.records.reviews import Review, ReviewPoint
from macros.records.routes import Route
from macros.records.sections import Section
from macros.records.sources import Source
from macros.records.statements import Statement
from macros.records.steps import Step
from macros.records.tables import Table
from macros.records.themes import Theme
from macros.records.timescales import Timescale
from macros.records.topics import Topic
from macros.records.versions import Version
from macros.records.vocabulary import Word
from macros.records.worries import Kind, Worry


@dataclass(frozen=True)
class Library:
    """Each dataset by id, rows marked `publish: no` left out.

    `lines` gives the line of each row in its file. A new dataset: a line here, data/<name>.csv.
    """

    sources: Mapping[str, Source]
    editions: Mapping[str, Edition]
    comparisons: Mapping[str, Comparison]
    law_changes: Mapping[str, LawChange]
    topics: Mapping[str, Topic]
    contacts: Mapping[str, Contact]
    timescales: Mapping[str, Timescale]
    glossary: Mapping[str, Term]
    vocabulary: Mapping[str, Word]
    worries: Mapping[str, Worry]
    kinds: Mapping[str, Kind]
    links: Mapping[str, Link]
    act_now: Mapping[str, Sign]
    steps: Mapping[str, Step]
    bank_holidays: Mapping[str, BankHoliday]
    levels: Mapping[str, Level]
    level_points: Mapping[str, LevelPoint]
    guides: Mapping[str, Guide]
    points: Mapping[str, Point]
    concerns: Mapping[str, Concern]
    themes: Mapping[str, Theme]
    courses: Mapping[str, Course]
    reviews: Mapping[str, Review]
    review_points: Mapping[str, ReviewPoint]
    findings: Mapping[str, Finding]
    tables: Mapping[str, Table]
    figures: Mapping[str, Figure]
    notes: Mapping[str, Note]
    priorities: Mapping[str, Priority]
    actions: Mapping[str, Action]
    statements: Mapping[str, Statement]
    partners: Mapping[str, Partner]
    groups: Mapping[str, Group]
    duties: Mapping[str, Duty]
    relevant_agencies: Mapping[str, RelevantAgency]
    assurance: Mapping[str, Activity]
    routes: Mapping[str, Route]
    packs: Mapping[str, Pack]
    prompts: Mapping[str, Prompt]
    sections: Mapping[str, Section]
    changes: Mapping[str, Change]
    addresses: Mapping[str, Address]
    versions: Mapping[str, Version]
    anchors: Mapping[str, Anchor]
    to_confirm: Mapping[str, ToConfirm]
    link_checks: Mapping[str, LinkCheck]
    measurements: Mapping[str, Measurement]
    missed_questions: Mapping[str, MissedQuestion]
    pages: Mapping[str, Page]
    bodies: Mapping[str, Body]
    guide_order: Body | None
    held_back: Mapping[str, frozenset[str]]
    lines: Mapping[str, Mapping[str, int]]
    today: date

    def dataset(self, name: str) -> Mapping[str, Record]:
        """The publishable rows of one dataset, by id."""
        records: Mapping[str, Record] = getattr(self, name)
        return records


def models() -> dict[str, type[Record]]:
    """The record of each dataset that has a file in data/, in the library's order."""
    hints = get_type_hints(Library)
    kept = ((field.name, get_args(hints[field.name])[1:]) for field in dataclasses.fields(Library))
    return {
        name: model[0]
        for name, model in kept
        if name != "pages" and model and isinstance(model[0], type) and issubclass(model[0], Record)
    }


def load(root: Path, today: date) -> Library:
    """All data and pages below `root`, cross-checked. Raises DataProblems, with every problem."""
    pages = read_pages(root)
    data, problems = read_datasets(root, models(), pages)
    problems += crosschecked(data, today)
    if problems:
        raise DataProblems(problems)
    shown, held = published_rows(data.records)
    order, guides, points = pages.guide_order, shown["guides"], shown["points"]
    bodies = whole(pages.bodies, order, guides.values(), points.values())
    return Library(
        **shown, bodies=bodies, guide_order=order, held_back=held, lines=data.lines(), today=today
    )
