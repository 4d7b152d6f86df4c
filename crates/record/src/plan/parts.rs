//! What of the plan may be opened to whom (acp.md §5.4). Everything is closed until the person opens it (rule E16); the table only says
//! what can be opened, and what is put forward first.

use super::{Plan, Question, section};
use crate::{Answer, FieldId, Stamp, view::Role};

/// A part of the plan that is opened as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// 大切なこと・楽しみ・気がかり
    Values,
    /// 経験・つらい状態
    Experience,
    /// 告知と決め方の希望
    Knowing,
    /// 信頼できる人・引き受け・連絡先
    People,
    /// 任せ方
    Latitude,
    /// 話し合いに入る人・分かれた時
    Circle,
    /// 場所と条件
    Places,
    /// まず誰に電話
    FirstCall,
    /// 全体の方針・個々の治療
    Treatment,
    /// 心の支え
    Support,
    /// 亡くなった後・ことば
    Words,
    /// 話した記録
    Talks,
}

impl Part {
    /// All parts, in the order in which they are offered.
    pub const ALL: [Part; 12] = [
        Part::Values,
        Part::Experience,
        Part::Knowing,
        Part::People,
        Part::Latitude,
        Part::Circle,
        Part::Places,
        Part::FirstCall,
        Part::Treatment,
        Part::Support,
        Part::Words,
        Part::Talks,
    ];

    /// The stored id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Part::Values => "values",
            Part::Experience => "experience",
            Part::Knowing => "knowing",
            Part::People => "people",
            Part::Latitude => "latitude",
            Part::Circle => "circle",
            Part::Places => "places",
            Part::FirstCall => "first_call",
            Part::Treatment => "treatment",
            Part::Support => "support",
            Part::Words => "words",
            Part::Talks => "talks",
        }
    }

    /// The part that a question belongs to.
    #[must_use]
    pub const fn of(question: Question) -> Part {
        question.spec().part
    }

    /// What can be opened to a reader.
    #[must_use]
    pub const fn offer(self, to: Role) -> Offer {
        use Offer::{Ask, Limited, Never, Put};
        match (self, to) {
            (
                Part::Values | Part::People | Part::Places | Part::FirstCall | Part::Support,
                Role::Trusted | Role::Family | Role::HomeDoctor,
            )
            | (Part::Experience | Part::Knowing | Part::Latitude | Part::Treatment | Part::Talks, Role::Trusted | Role::HomeDoctor)
            | (Part::Values | Part::Places | Part::FirstCall | Part::Support, Role::CareManager) => Put,
            (Part::People | Part::Talks, Role::CareManager) => Limited,
            (
                Part::Experience | Part::Knowing | Part::Latitude | Part::Treatment | Part::Words | Part::Talks | Part::Circle,
                Role::Family,
            )
            | (Part::Circle | Part::Words, Role::Trusted)
            | (Part::Circle, Role::HomeDoctor)
            | (Part::FirstCall, Role::Crew) => Ask,
            (Part::Treatment, Role::CareManager) | (Part::People | Part::Treatment, Role::Crew) => Limited,
            _ => Never,
        }
    }
}

/// How a part stands for a reader before the person has said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Put forward; closed until opened.
    Put,
    /// Can be opened after a second thought: it stands further down.
    Ask,
    /// Can be opened, and shows only a little: a name and a number, days, or that there is a record.
    Limited,
    /// Not for this reader.
    Never,
}

/// The readers to whom the person can open parts, in the order of the table.
pub const READERS: [Role; 5] = [Role::Trusted, Role::Family, Role::HomeDoctor, Role::CareManager, Role::Crew];

/// The stored id of a reader.
#[must_use]
pub const fn reader_id(role: Role) -> &'static str {
    match role {
        Role::Crew => "crew",
        Role::Trusted => "trusted",
        Role::Family => "family",
        Role::HomeDoctor => "home_doctor",
        Role::CareManager => "care_manager",
    }
}

impl Plan {
    /// Whether the person has opened a part to a reader.
    #[must_use]
    pub fn is_open(&self, part: Part, to: Role) -> bool {
        let open = || self.section(section::OPENED)?.fields.get(&spot(part, to)).map(|field| &field.answer);
        part.offer(to) != Offer::Never && matches!(open(), Some(Answer::Given(yes)) if yes == "yes")
    }

    /// The parts that are open to a reader.
    #[must_use]
    pub fn opened_to(&self, to: Role) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| self.is_open(*part, to)).collect()
    }

    /// Opens a part to a reader, or closes it.
    pub fn open(&mut self, part: Part, to: Role, open: bool, stamp: &Stamp) {
        let fields = &mut self.section_mut(section::OPENED).fields;
        let answer = Answer::Given(if open { "yes" } else { "no" }.to_owned());
        if fields.get(&spot(part, to)).is_none_or(|old| old.answer != answer) {
            fields.insert(spot(part, to), crate::Field { answer, stamp: stamp.clone() });
        }
    }
}

fn spot(part: Part, to: Role) -> String {
    format!("{}.{}", reader_id(to), part.id())
}

/// Stands in a reader's view in place of the answers about treatment, where only this much is open: that there are some, or that a
/// doctor has heard them.
pub const LIMITED: &str = "treatment_exists";
/// Its one field: [`EXISTS`] or [`WITH_DOCTOR`].
pub const LEVEL: FieldId = FieldId("level");
pub const EXISTS: &str = "exists";
pub const WITH_DOCTOR: &str = "with_doctor";
