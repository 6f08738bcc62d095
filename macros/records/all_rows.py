"""Every dataset by its name, each with its rows by id: a new one has its line here."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.records.act_now import Sign
from macros.records.addresses import Address
from macros.records.anchors import Anchor
from macros.records.assurance import Activity
from macros.records.bank_holidays import BankHoliday
from macros.records.changes import Change
from macros.records.components import Component
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
from macros.records.partners import Partner
from macros.records.partnership import Partnership
from macros.records.plan import Action, Priority
from macros.records.points import Point
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
class AllRows:
    """Each dataset by id. A new one: a line here, and its file data/<name>.csv."""

    partnership: Mapping[str, Partnership]
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
    components: Mapping[str, Component]
    addresses: Mapping[str, Address]
    versions: Mapping[str, Version]
    anchors: Mapping[str, Anchor]
    to_confirm: Mapping[str, ToConfirm]
    link_checks: Mapping[str, LinkCheck]
    measurements: Mapping[str, Measurement]
    missed_questions: Mapping[str, MissedQuestion]

    @property
    def ours(self) -> Partnership:
        """The partnership that the guide is for."""
        return next(iter(self.partnership.values()))
