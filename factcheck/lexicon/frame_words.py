"""The classes of plain words that the frame of a figure asks for. Folded; the schema of a language's file of them."""

from __future__ import annotations

from factcheck.lexicon.section import Section


class FrameWords(Section, frozen=True, eq=False, forbid_unknown_fields=True):
    """Sets hold whole words, tuples first or last letters of words, single texts one word or letters one by one."""

    # what is measured
    predicates: frozenset[str]  # verbs that take what follows as their object
    event_nouns: frozenset[str]  # behind what happened: 相撞事故
    measure_nouns: tuple[str, ...]  # last letters of what is measured
    money: str  # the last letters of what is measured in money, beside those
    counting_nouns: frozenset[str]  # say only that something is counted
    relations: frozenset[str]  # measures between two things
    relation_openers: frozenset[str]
    growth: frozenset[str]  # nouns of growth
    pronouns: frozenset[str]
    demonstratives: str  # letters that a noun phrase may begin with and still name somebody
    universals: str  # letters: all, each
    share_verb: str
    share_noun: str
    share_words: frozenset[str]
    share_hedges: str  # letters between the verb of a share and its figure
    share_of_measure: str  # a template with {measure}
    among: str
    money_unit: str  # money without a currency
    # names
    abbreviations: frozenset[str]  # measure, and name nobody
    organisations: tuple[str, ...]
    actors: tuple[str, ...]
    companies: frozenset[str]
    sectors: tuple[str, ...]
    bodies: frozenset[str]  # nouns of a body that has a sector or a name before it
    copulas: frozenset[str]  # verbs that do not act on the name behind them
    obliques: frozenset[str]  # right before a name, they make it no subject
    kind_openers: tuple[str, ...]  # open a sentence on a kind of thing
    serving_as: str
    whose: str
    # places
    place_obliques: frozenset[str]  # right before a place, they make it the other side of something
    perfectives: frozenset[str]  # may stand between such a verb and the place
    no_places: frozenset[str]
    worlds: frozenset[str]
    wholes: frozenset[str]  # all of a division, of whichever an article means
    somewhere: frozenset[str]  # parts of a place that nobody names
    region: str  # behind the name of a place
    located: str  # right before where something happens
    age: str  # what an age measures
    age_ending: str
    name_tails: tuple[str, ...]  # behind a place, they make it part of a longer name
    division_letters: str  # last letters of a division that only its form tells
    wholly: str  # letters of divisions, all of which is said of one (全省)
    divisions: tuple[str, ...]  # of them, those that may end its name, the longest first
    according: tuple[str, ...]  # open the clause of a source
    learnt_from: str
    # particles, joins and modal verbs
    of: str
    ordinal: str
    and_others: str
    done_to: str
    at: str
    at_or_in: frozenset[str]
    list_joins: frozenset[str]
    phrase_joins: str  # letters that a second phrase behind a figure begins with
    idle_joiners: str  # letters that join a figure to its measure and reach nothing
    comparatives: frozenset[str]
    comparison_openers: frozenset[str]
    compared_to: str
    modals: frozenset[str]
    loose_ends: frozenset[str]  # no phrase ends in them
    time_over: str  # first letters of what follows when a time is over
    # times and events
    edition: str
    last_of_time: str  # letter of the last year or month
    pointing: tuple[str, ...]  # first letters of what is no subject of an event
    common_events: frozenset[str]  # only a longer name tells one from another
    # units
    people_units: frozenset[str]
    any_units: frozenset[str]  # classifiers of anything
    kind_units: frozenset[str]  # of kinds, of which a list may name more or fewer
    saying_units: frozenset[str]  # of the letters of a saying
