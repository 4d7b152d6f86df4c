//! The words of the questions: what the catalogue asks for, no more and no less.

use record::{
    catalogue::{FieldSpec, Kind},
    plan::{Question, Step, catalogue::v1, lists::trusted},
};

use super::{read::Content, rust};

/// `static QUESTIONS`, in the order of the catalogue.
pub fn table(content: &mut Content) -> String {
    let all: Vec<String> = Question::ALL.into_iter().map(|question| of(content, question)).collect();
    format!("pub(crate) static QUESTIONS: [QuestionWords; {}] = [\n{}];\n", all.len(), all.concat())
}

fn of(content: &mut Content, question: Question) -> String {
    let (id, spec) = (question.id(), question.spec());
    let Some(block) = content.take(id) else { return String::new() };
    let origin = rust::origin(&block.sources, &block.checked);
    let [title, ask] = ["title", "ask"].map(|key| content.word(id, key));
    let [hint, note] = ["hint", "note"].map(|key| rust::maybe(content.maybe(id, key)));
    // The lead-in of the questions about treatment stands once, in the notes.
    let lead =
        (spec.heavy && spec.step != Step::Treatment).then(|| rust::lead(["lead", "lead yes", "lead no"].map(|key| content.word(id, key))));
    let mut fields: Vec<String> = Vec::new();
    for row in spec.rows {
        let label = if spec.rows.len() > 1 { content.word(id, &format!("row {}", row.id.as_str())) } else { ask.clone() };
        fields.push(rust::field(row.id.as_str(), &label, None, &options(content, id, row, "option ")));
    }
    for one in spec.more.iter().chain(spec.item) {
        // How far the asking has come is asked by p2, where its words stand.
        let block = if one.id == trusted::ASKED.untyped() { Question::P2.id() } else { id };
        let name = one.id.as_str();
        let label = content.word(block, &format!("field {name}"));
        let hint = content.maybe(block, &format!("field hint {name}"));
        let prefix = if one.id == v1::TOP.untyped() { "option ".to_owned() } else { format!("option {name} ") };
        fields.push(rust::field(name, &label, hint, &options(content, block, one, &prefix)));
    }
    format!(
        "QuestionWords {{ title: {title}, ask: {ask}, hint: {hint}, note: {note}, lead: {}, fields: {}, origin: {origin} }},\n",
        rust::maybe(lead),
        rust::list(fields),
    )
}

/// The words of the options of a field. Those that are offered beside words of one's own are the card's.
pub fn options(content: &mut Content, block: &str, field: &FieldSpec, prefix: &str) -> Vec<String> {
    let (Kind::One(options) | Kind::Many(options)) = field.kind else { return Vec::new() };
    options.iter().map(|id| rust::under(id, &content.word(block, &format!("{prefix}{id}")))).collect()
}
