//! The plan (人生会議, ACP): what a person would want, in their own time, and how it changed.
//!
//! * [`Question`], [`Step`], [`Scene`], [`catalogue`], [`options`]: what is asked.
//! * [`Key`], [`State`]: one question as it is answered; untouched, undecided, skipped and answered are four different things.
//! * [`Version`]: an immutable snapshot of all answers; [`Plan::current`] is the one that is shown.
//! * [`compare`], [`hints`], [`cpr`], [`parts`]: what changed, what may be worth a talk, what a doctor has heard, who may see what.
//!
//! Everything that is typed stands in the same shape as the card ([`SectionData`]), so that saving, undo, history, `diff` and
//! `merge` are the ones that the card has.

mod answer;
pub mod catalogue;
pub mod compare;
pub mod cpr;
mod effective;
mod field;
pub mod hints;
pub mod lists;
pub mod options;
pub mod parts;
mod people;
pub mod photo;
pub mod remind;
mod version;
pub(crate) mod versions;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::{
    SectionData,
    catalogue::{ItemOf, OfPlan},
    json::Entries,
};

pub use answer::{Key, State};
pub use catalogue::{Asked, Question, QuestionSpec, Scene, Step};
pub use effective::effective;
pub use field::{QuestionField, SceneField};
pub use people::{Trusted, home_team};
pub use version::{Signature, Version, VersionId};

/// Sections of the plan that are no questions. Their ids are unique across card and plan (a test keeps it).
pub mod section {
    /// Which scenes of step 5 the person has chosen to answer.
    pub const SCENES: &str = "scenes";
    /// 話し合いの記録 (s4).
    pub const TALKS: &str = "talks";
    /// 家族の気持ち: what readers of the family said. Never a part of an answer (rule E10).
    pub const FEELINGS: &str = "feelings";
    /// Where the first release kept which part is open to whom; now events of [`Log`](crate::access::Log).
    pub const OPENED: &str = "opened";
    /// Where the first release kept what was shown to whom; now events of [`Log`](crate::access::Log).
    pub const SHOWN: &str = "shown";
    /// 「もう一度見て、変わりなかった」 and withdrawals.
    pub const EVENTS: &str = "events";
    /// When the person wants to be reminded, if at all (rule E13).
    pub const REMIND: &str = "remind";

    /// All of them.
    pub const ALL: [&str; 7] = [SCENES, TALKS, FEELINGS, OPENED, SHOWN, EVENTS, REMIND];
}

/// The plan of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Answers as they stand now, under their [`Key`], and the sections of [`section`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<String, SectionData>,
    /// What was kept as a version, the newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Plan {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Plan, D::Error> {
        let mut entries = Entries::of(from)?;
        let (sections, versions) = (entries.take_or_default("sections")?, entries.take_or_default("versions")?);
        Ok(Plan { sections, versions, extra: entries.rest() })
    }
}

impl Plan {
    /// Whether nothing was ever written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.versions.is_empty() && self.extra.is_empty()
    }

    /// A section, if anything was ever written in it.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&SectionData> {
        self.sections.get(id)
    }

    /// The entries of a list, in order, to be asked for the fields of that list.
    pub fn list<L: OfPlan>(&self, list: L) -> impl DoubleEndedIterator<Item = ItemOf<'_, L>> + ExactSizeIterator {
        list.items_in(&self.sections)
    }

    /// A section, begun if it was not there.
    pub fn section_mut(&mut self, id: &str) -> &mut SectionData {
        self.sections.entry(id.to_owned()).or_default()
    }
}
