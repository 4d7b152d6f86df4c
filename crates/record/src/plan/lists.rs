//! The plan's own lists: talks, feelings of the family, what was shown to whom, events.

use super::options::WITHS;
use crate::{
    FieldId,
    catalogue::{FieldSpec, Kind, NAME, ON, WITH, WORDS},
};

/// With whom, in names; the chips beside it are [`WITH`].
pub const NAMES: FieldId = FieldId("names");
pub const WHERE: FieldId = FieldId("where");
/// Three lines about what was said.
pub const LINE_1: FieldId = FieldId("line_1");
pub const LINE_2: FieldId = FieldId("line_2");
pub const LINE_3: FieldId = FieldId("line_3");
/// What stays open.
pub const LEFT: FieldId = FieldId("left");
/// When to go on.
pub const NEXT: FieldId = FieldId("next");
/// The questions that a talk touched: their ids.
pub const ABOUT: FieldId = FieldId("about");

/// Where a talk was.
pub const WHERES: &[&str] = &["home", "clinic", "visit", "phone", "meeting", "other"];
/// What a reader of the family said to a question: うなずいた, もう少し話したい (no vote on the wish).
pub const MARKS: &[&str] = &["nodded", "talk_more"];
pub const MARK: FieldId = FieldId("mark");
pub const KIND: FieldId = FieldId("kind");
/// The version that an event or a showing is about.
pub const VERSION: FieldId = FieldId("version");
pub const LOOKED: &str = "looked";
pub const WITHDRAWN: &str = "withdrawn";
/// To whom something was shown, in the first release.
pub const TO: FieldId = FieldId("to");
/// Which parts were open when something was shown, in the first release: their ids.
pub const PARTS: FieldId = FieldId("parts");

const fn ask(id: FieldId, kind: Kind) -> FieldSpec {
    FieldSpec::ask(id, kind)
}

/// The fields of a talk.
pub static TALK: &[FieldSpec] = &[
    ask(ON, Kind::Day),
    ask(WITH, Kind::Many(WITHS)),
    ask(NAMES, Kind::Line(40)),
    ask(WHERE, Kind::One(WHERES)),
    ask(LINE_1, Kind::Lines(80)),
    ask(LINE_2, Kind::Lines(80)),
    ask(LINE_3, Kind::Lines(80)),
    ask(LEFT, Kind::Lines(80)),
    ask(NEXT, Kind::Line(40)),
];

/// The fields of what somebody of the family felt about a question.
pub static FEELING: &[FieldSpec] =
    &[ask(NAME, Kind::Line(20)), ask(ON, Kind::Day), ask(MARK, Kind::One(MARKS)), ask(WORDS, Kind::Lines(200))];
