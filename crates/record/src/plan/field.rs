//! The ids of what a question asks. The question is a part of each, so that it cannot be asked of another: `l4::TOLD`.

use std::collections::BTreeMap;

use super::{Key, Question, Scene};
use crate::{
    Answer, Answers, Field, FieldId, Path, SectionData, Stamp,
    catalogue::{OptionOf, has_option},
};

/// A field of one question; of one about treatment, in one scene.
///
/// ```
/// use record::plan::catalogue::l4;
///
/// # fn foreseen(plan: &record::Plan) -> &str {
/// l4::FORESEEN.picked(&plan.sections)
/// # }
/// ```
///
/// No field can be asked of a question that does not have it:
///
/// ```compile_fail,E0425
/// use record::plan::catalogue::l1;
///
/// # fn foreseen(plan: &record::Plan) -> &str {
/// l1::FORESEEN.picked(&plan.sections)
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionField {
    key: Key,
    id: FieldId,
}

/// A field of a question about treatment, which is asked once for each scene.
///
/// ```
/// use record::plan::{Scene, catalogue::t2};
///
/// # fn asked(plan: &record::Plan) -> &str {
/// t2::ANSWER.within(Scene::A).picked(&plan.sections)
/// # }
/// ```
///
/// It cannot be asked without one:
///
/// ```compile_fail,E0599
/// use record::plan::catalogue::t2;
///
/// # fn asked(plan: &record::Plan) -> &str {
/// t2::ANSWER.picked(&plan.sections)
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SceneField {
    question: Question,
    id: FieldId,
}

impl QuestionField {
    pub(super) const fn new(question: Question, id: FieldId) -> QuestionField {
        QuestionField { key: Key::of(question), id }
    }

    /// The field's stored id, without its question: for loops over the catalogue.
    #[must_use]
    pub const fn untyped(self) -> FieldId {
        self.id
    }

    /// An option of the field. As a constant it ends the build where the field has no such option:
    ///
    /// ```
    /// use record::plan::{QuestionField, catalogue::l2};
    ///
    /// const AT_HOME: record::catalogue::OptionOf<QuestionField> = l2::ANSWER.option("own_home");
    /// ```
    ///
    /// ```compile_fail,E0080
    /// use record::plan::{QuestionField, catalogue::p3};
    ///
    /// const AT_HOME: record::catalogue::OptionOf<QuestionField> = p3::ANSWER.option("own_home");
    /// ```
    #[must_use]
    pub const fn option(self, option: &'static str) -> OptionOf<QuestionField> {
        assert!(has(self.key.question, self.id, option), "the field has no such option");
        OptionOf { field: self, option }
    }

    /// The answer with who wrote it and when, in the answers of a version or as they stand; nothing when the field is untouched.
    #[must_use]
    pub fn field(self, answers: &BTreeMap<String, SectionData>) -> Option<&Field> {
        answers.get(&self.key.to_string())?.fields.get(self.id.as_str())
    }

    /// The answer; nothing when the field is untouched.
    #[must_use]
    pub fn answer(self, answers: &BTreeMap<String, SectionData>) -> Option<&Answer> {
        self.field(answers).map(|field| &field.answer)
    }

    /// The words given; empty when there are none.
    #[must_use]
    pub fn words(self, answers: &BTreeMap<String, SectionData>) -> &str {
        answers.get(&self.key.to_string()).map_or("", |data| data.fields.words(self.id))
    }

    /// The id of the one option chosen; empty when there is none.
    #[must_use]
    pub fn picked(self, answers: &BTreeMap<String, SectionData>) -> &str {
        answers.get(&self.key.to_string()).map_or("", |data| data.fields.picked(self.id))
    }

    /// The options chosen.
    #[must_use]
    pub fn chosen(self, answers: &BTreeMap<String, SectionData>) -> &[String] {
        answers.get(&self.key.to_string()).map_or(&[], |data| data.fields.chosen(self.id))
    }

    /// Writes an answer; `None` makes the field untouched again.
    pub fn set(self, answers: &mut BTreeMap<String, SectionData>, answer: Option<Answer>, stamp: &Stamp) {
        answers.entry(self.key.to_string()).or_default().fields.set(self.id, answer, stamp);
    }
}

impl From<QuestionField> for Path {
    fn from(field: QuestionField) -> Path {
        Path::from(field.key).field(field.id)
    }
}

impl SceneField {
    pub(super) const fn new(question: Question, id: FieldId) -> SceneField {
        SceneField { question, id }
    }

    /// The field's stored id, without its question: for loops over the catalogue.
    #[must_use]
    pub const fn untyped(self) -> FieldId {
        self.id
    }

    /// The field in one scene.
    #[must_use]
    pub const fn within(self, scene: Scene) -> QuestionField {
        QuestionField { key: Key::within(self.question, scene), id: self.id }
    }

    /// An option of the field. As a constant it ends the build where the field has no such option.
    #[must_use]
    pub const fn option(self, option: &'static str) -> OptionOf<SceneField> {
        assert!(has(self.question, self.id, option), "the field has no such option");
        OptionOf { field: self, option }
    }
}

impl OptionOf<QuestionField> {
    /// Whether this is the one option chosen, in the answers of a version or as they stand.
    #[must_use]
    pub fn is_chosen(self, answers: &BTreeMap<String, SectionData>) -> bool {
        self.field.picked(answers) == self.option
    }
}

impl OptionOf<SceneField> {
    /// The option in one scene.
    #[must_use]
    pub const fn within(self, scene: Scene) -> OptionOf<QuestionField> {
        OptionOf { field: self.field.within(scene), option: self.option }
    }
}

const fn has(question: Question, id: FieldId, option: &str) -> bool {
    let spec = question.spec();
    has_option(spec.rows, id, option) || has_option(spec.more, id, option)
}
