//! The plan's lists: the people of p1 and p4, talks, feelings of the family, events.

use super::{Question, options as o, section};
use crate::{
    FieldId,
    catalogue::{
        FieldSpec, ItemField, Kind, List, Naming, OfPlan, RELATIONS, SharedField,
        declare::{fields, lists},
    },
};

/// What happened to a version: it was looked at again and nothing had changed.
pub const LOOKED: &str = "looked";
/// It was withdrawn.
pub const WITHDRAWN: &str = "withdrawn";

const fn ask(id: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::ask(FieldId::new(id), kind)
}

const fn row(id: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::row(FieldId::new(id), kind)
}

fields! {
    /// The fields of a person of p1.
    trusted: ItemField<TrustedPerson> = TrustedPerson;
    NAME = ask("name", Kind::Line(20)).naming(Naming::Name);
    RELATION = ask("relation", Kind::Offered(12, RELATIONS)).naming(Naming::Before);
    PHONE = ask("phone", Kind::Phone);
    MOBILE = ask("mobile", Kind::Phone);
    NOTE = ask("note", Kind::Line(40));
    /// Asked by p2.
    ASKED = row("asked", Kind::One(o::ASKED));
    ASKED_ON = ask("asked_on", Kind::Day).when(ASKED.untyped(), o::ACCEPTED);
}

fields! {
    /// The fields of somebody around the talks (p4).
    around: ItemField<Around> = Around;
    NAME = ask("name", Kind::Line(20)).naming(Naming::Name);
    PART = ask("part", Kind::One(o::CIRCLE));
    NOTE = ask("note", Kind::Line(40));
}

fields! {
    /// The fields of a talk.
    talk: ItemField<Talk> = Talk;
    ON = ask("on", Kind::Day).naming(Naming::Name);
    WITH = ask("with", Kind::Many(o::WITHS)).naming(Naming::Name);
    /// With whom, in names.
    NAMES = ask("names", Kind::Line(40)).naming(Naming::Name);
    WHERE = ask("where", Kind::One(o::WHERES));
    /// Three lines about what was said.
    LINE_1 = ask("line_1", Kind::Lines(80));
    LINE_2 = ask("line_2", Kind::Lines(80));
    LINE_3 = ask("line_3", Kind::Lines(80));
    /// What stays open.
    LEFT = ask("left", Kind::Lines(80));
    /// When to go on.
    NEXT = ask("next", Kind::Line(40));
}

/// The questions that a talk touched: their ids.
pub const TALK_ABOUT: ItemField<Talk> = ItemField::new(Talk, ABOUT.untyped());

fields! {
    /// The fields of what somebody of the family felt about a question.
    feeling: ItemField<Feeling> = Feeling;
    NAME = ask("name", Kind::Line(20)).naming(Naming::Name);
    ON = ask("on", Kind::Day).naming(Naming::Name);
    MARK = ask("mark", Kind::One(o::MARKS)).naming(Naming::Name);
    WORDS = ask("words", Kind::Lines(200)).naming(Naming::Name);
}

/// The question that a feeling is about: its id.
pub const FEELING_ABOUT: ItemField<Feeling> = ItemField::new(Feeling, ABOUT.untyped());

/// The questions that an entry of either list is about. The page knows them, so nobody is asked.
pub const ABOUT: SharedField = SharedField::new("about");

fields! {
    /// The fields of an event, which the app writes itself.
    event: ItemField<Event> = Event;
    ON = ask("on", Kind::Day);
    /// [`LOOKED`] or [`WITHDRAWN`].
    KIND = ask("kind", Kind::Line(20));
    /// The version that the event is about.
    VERSION = ask("version", Kind::Line(64));
}

lists! {
    OfPlan:
    /// The people of p1, who also carry the answers to p2.
    TrustedPerson = Question::P1.id(), trusted;
    /// The people of p4.
    Around = Question::P4.id(), around;
    /// 話し合いの記録 (s4).
    Talk = section::TALKS, talk;
    /// 家族の気持ち: what readers of the family said.
    Feeling = section::FEELINGS, feeling;
    /// What happened to versions.
    Event = section::EVENTS, event;
}
