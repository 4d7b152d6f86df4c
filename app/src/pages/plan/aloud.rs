//! What is read aloud: everything that stands on the page of a question, in its order, as sentences.

use leptos::prelude::*;
use record::{
    Path,
    catalogue::{ExtraAnswers, FieldSpec, Kind},
    plan::{
        Key, Plan, Question, QuestionField, Scene, Step,
        catalogue::{i1, l4, t2},
        cpr::{Cpr, cpr},
        lists::trusted,
        options as o,
    },
};

use super::rows::{NOBODY_NOW, first_calls};
use crate::{
    parts::{
        names::Names,
        plan::names::{PlanNames, option_said},
        words::{lang, say},
    },
    workspace::workspace,
};
use words::{Word, fields, lines, plan as text};

/// The sentences of a page with these words.
#[must_use]
pub fn spoken(words: impl IntoIterator<Item = Word>) -> String {
    text::spoken(words.into_iter().map(say), lang())
}

/// The lead-in before a heavy question.
#[must_use]
pub fn lead_aloud(question: Question) -> String {
    let ill = [text::notes::opening::ADULTS, text::notes::treatment::ILL];
    let ill = ill.into_iter().filter(|_| question.spec().step == Step::Treatment);
    let lead = text::lead(question);
    spoken(lead.map(|lead| lead.ask).into_iter().chain(ill).chain(lead.into_iter().flat_map(|lead| [lead.yes, lead.no])))
}

/// A question: what it asks, every row with the options that are offered, and what belongs beside them.
#[must_use]
pub fn aloud(key: Key) -> String {
    let plan = workspace().record.with_untracked(|record| record.plan.clone());
    text::spoken(sentences(key, &plan), lang())
}

fn sentences(key: Key, plan: &Plan) -> Vec<String> {
    let said = text::question(key.question);
    let note = said.note.filter(|_| key.question != Question::P1);
    let scene = key.scene.map(text::scene);
    let mut words: Vec<String> = [scene, note, Some(said.ask), said.hint].into_iter().flatten().map(say).collect();
    words.extend(answers(key, plan));
    words.extend(after(key, plan));
    words
}

/// The rows as they are offered just now.
fn answers(key: Key, plan: &Plan) -> Vec<String> {
    let spec = key.question.spec();
    let picked = |field: QuestionField| field.picked(&plan.sections);
    let row = |row: &'static FieldSpec| of_row(key, row, spec.rows.len() > 1);
    let more = |field: QuestionField| Path::from(field).spec().map(|field| of_row(key, field, true)).unwrap_or_default();
    match key.question {
        Question::P1 | Question::P4 if plan.section(key.question.id()).is_some_and(|data| !data.items.is_empty()) => Vec::new(),
        Question::P2 => plan.trusted().iter().flat_map(|person| asked(person.name)).collect(),
        Question::I1 => {
            let hidden = picked(i1::HIDE_OUTLOOK) == "yes";
            let shown = spec.rows.iter().filter(|row| !hidden || row.id != i1::OUTLOOK.untyped());
            shown.flat_map(row).chain(more(i1::HIDE_OUTLOOK)).collect()
        }
        Question::L4 => {
            let told = picked(l4::TOLD) == "yes";
            let (sudden, foreseen) = (spec.rows.iter().take(1), spec.rows.iter().skip(1).filter(|_| told));
            sudden.flat_map(row).chain(more(l4::TOLD)).chain(foreseen.flat_map(row)).collect()
        }
        // The three of v1 come out of what was chosen; what a doctor heard is read with the block about it.
        Question::V1 | Question::T2 => spec.rows.iter().flat_map(row).collect(),
        _ => spec.rows.iter().flat_map(row).chain(spec.more.iter().flat_map(|field| of_row(key, field, true))).collect(),
    }
}

/// A row: what it is called, where it has a name of its own, and its options.
fn of_row(key: Key, row: &'static FieldSpec, named: bool) -> Vec<String> {
    let path = Path::from(key).field(row.id);
    let name = named.then(|| say(PlanNames.field(&path)));
    let help = PlanNames.hint(&path).filter(|_| named).map(say);
    let options: &[&str] = match row.kind {
        Kind::One(o::FIRST_CALLS) => first_calls(&path),
        Kind::One(options) | Kind::Many(options) => options,
        _ => &[],
    };
    let beside =
        [fields::UNDECIDED, fields::SKIPPED].into_iter().filter(|_| row.extra_answers == ExtraAnswers::UndecidedOrSkipped).map(say);
    let options = options.iter().map(|id| option_said(&path, id));
    name.into_iter().chain(help).chain(options).chain(beside).collect()
}

/// p2 asks the same of each person.
fn asked(name: &str) -> Vec<String> {
    let options = o::ASKED.iter().filter_map(|id| text::question(Question::P1).field(trusted::ASKED.untyped())?.option(id));
    let beside = [fields::UNDECIDED, fields::SKIPPED];
    std::iter::once(name.to_owned()).chain(options.chain(beside).map(say)).collect()
}

/// What stands below the answer.
fn after(key: Key, plan: &Plan) -> Vec<String> {
    use text::notes::{consult, cpr as note, power};
    match key.question {
        Question::P1 => {
            let nobody = NOBODY_NOW.is_chosen(&plan.sections);
            let consult = [consult::TITLE, consult::TEXT, consult::CITY].into_iter().filter(|_| nobody);
            consult.chain([power::TEXT]).map(say).collect()
        }
        Question::L4 => vec![say(lines::CREW_RULES.unwrap_or(note::LOCAL))],
        Question::T2 => {
            let scene = key.scene.unwrap_or(Scene::A);
            let state = cpr(&plan.sections, scene);
            let first = match state {
                Cpr::NotRefused => return Vec::new(),
                Cpr::Unconfirmed => note::UNCONFIRMED,
                Cpr::Confirmed { .. } => note::CONFIRMED,
            };
            let fields = [t2::DOCTOR_ON, t2::DOCTOR].map(|field| say(PlanNames.field(&field.within(scene).into())));
            let rules = say(lines::CREW_RULES.unwrap_or(note::LOCAL));
            let first = [note::TITLE, first, note::WHY].map(say).into_iter();
            first.chain(fields).chain([note::CREW, note::BEFORE, note::DOUBT, note::SYMPTOMS].map(say)).chain([rules]).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use record::{Answer, Stamp};

    use super::*;

    /// Whoever listens hears every row by name, and no option that is not offered.
    #[test]
    fn every_row_is_read_with_its_name() {
        let plan = Plan::default();
        for id in ["t4.a", "t5.b"] {
            let key = Key::by_id(id).unwrap();
            let words = sentences(key, &plan);
            for row in key.question.spec().rows {
                let name = text::question(key.question).label(row.id).map(say).unwrap();
                assert!(words.contains(&name), "{id}: {name}");
            }
            let undecided = words.iter().filter(|words| **words == say(fields::UNDECIDED)).count();
            assert_eq!(undecided, key.question.spec().rows.len(), "{id}");
            assert!(words.contains(&say(text::notes::relief::TEXT)), "{id}");
        }
        assert!(sentences(Key::of(Question::V4), &plan).contains(&say(text::question(Question::V4).note.unwrap())));
    }

    #[test]
    fn what_is_hidden_or_was_not_asked_for_is_not_read() {
        let mut plan = Plan::default();
        let outlook = say(text::question(Question::I1).label(i1::OUTLOOK.untyped()).unwrap());
        assert!(sentences(Key::of(Question::I1), &plan).contains(&outlook));
        let yes = Some(Answer::Picked("yes".to_owned()));
        i1::HIDE_OUTLOOK.set(&mut plan.sections, yes, &Stamp::default());
        assert!(!sentences(Key::of(Question::I1), &plan).contains(&outlook));
        let why = say(text::notes::cpr::WHY);
        let t2 = Key::within(Question::T2, Scene::A);
        assert!(!sentences(t2, &plan).contains(&why));
        let refused = Some(Answer::Picked("not_want".to_owned()));
        t2::ANSWER.within(Scene::A).set(&mut plan.sections, refused, &Stamp::default());
        assert!(sentences(t2, &plan).contains(&why));
    }
}
