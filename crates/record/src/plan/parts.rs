//! The parts of the plan that are opened as a whole, each to one reader at a time.

use super::Question;
use crate::catalogue::SharedField;

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

    /// The part with a stored id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.id() == id)
    }

    /// The part that a question belongs to.
    #[must_use]
    pub const fn of(question: Question) -> Part {
        question.spec().part
    }
}

/// Stands in a reader's view in place of the answers about treatment, where only this much is open: that there are some, or that a
/// doctor has heard them.
pub const LIMITED: &str = "treatment_exists";
/// Its one field: [`EXISTS`] or [`WITH_DOCTOR`].
pub const LEVEL: SharedField = SharedField::new("level");
pub const EXISTS: &str = "exists";
pub const WITH_DOCTOR: &str = "with_doctor";
