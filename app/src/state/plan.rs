//! What can be done with the plan: keeping versions, withdrawing, opening parts, copying between scenes, writing down what a reader
//! felt or was shown.

use leptos::prelude::*;
use record::{
    Answer, Answers, Author, Day, Fields, Item, ItemId, Record, Stamp,
    catalogue::{DOCTOR_ON, NAME, ON, WORDS},
    plan::{
        Key, Plan, Question, Scene, Signature, Step, Version, VersionId,
        cpr::{Cpr, cpr},
        lists::{ABOUT, KIND, MARK, TO, VERSION},
        parts::{Part, reader_id},
        section,
    },
    view::Role,
};

use super::{Folder, Pace, keeper};

/// What goes with a version besides the answers.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    pub reason: String,
    pub signed: Option<Signature>,
}

/// What somebody of the family felt about a question.
#[derive(Clone, Debug, Default)]
pub struct Feeling {
    pub name: String,
    /// `nodded` or `talk_more`; empty when only words were written.
    pub mark: &'static str,
    pub words: String,
}

fn given(words: &str) -> Option<Answer> {
    (!words.trim().is_empty()).then(|| Answer::Given(words.trim().to_owned()))
}

fn add(plan: &mut Plan, list: &str, id: &ItemId, fields: &[(record::FieldId, Option<Answer>)], stamp: &Stamp) {
    let mut item = Item { id: id.clone(), fields: Fields::new(), extra: serde_json::Map::new() };
    for (field, answer) in fields {
        item.fields.set(*field, answer.clone(), stamp);
    }
    plan.section_mut(list).items.push(item);
}

impl Folder {
    /// Reads something of the plan, followed by whoever reads it.
    pub fn plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.record.with(|record| read(&record.plan))
    }

    fn edit_plan(self, mut change: impl FnMut(&mut Plan, &Stamp, &ItemId, Day)) {
        let Some(today) = self.now().map(|now| now.day) else { return };
        let id = ItemId(self.with(keeper::fresh_id).unwrap_or_default());
        self.edit(Pace::Tap, &mut |record: &mut Record, stamp: &Stamp| change(&mut record.plan, stamp, &id, today));
    }

    /// Keeps the answers as they stand as today's version.
    pub fn keep_version(self, keeping: &Keeping) {
        self.edit_plan(|plan, stamp, id, on| {
            let answers = plan.snapshot();
            plan.keep(Version {
                id: VersionId(id.0.clone()),
                on,
                at: stamp.at,
                by: stamp.by.clone(),
                reason: keeping.reason.trim().to_owned(),
                signed: keeping.signed.clone(),
                answers,
                extra: serde_json::Map::new(),
            });
        });
    }

    /// 「もう一度見て、変わりなかった」
    pub fn look_again(self) {
        self.edit_plan(|plan, stamp, id, on| plan.look_again(id.clone(), on, stamp));
    }

    /// Withdraws the newest version.
    pub fn withdraw(self) {
        self.edit_plan(|plan, stamp, id, on| plan.withdraw(id.clone(), on, stamp));
    }

    /// Takes a withdrawal of the newest version back.
    pub fn unwithdraw(self) {
        self.edit_plan(|plan, _, _, _| {
            let newest = plan.newest().map(|version| version.id.0.clone()).unwrap_or_default();
            let of_it = |item: &Item| item.fields.text(KIND) == record::plan::lists::WITHDRAWN && item.fields.text(VERSION) == newest;
            plan.section_mut(section::EVENTS).items.retain(|item| !of_it(item));
        });
    }

    /// Opens a part of the plan to a reader, or closes it.
    pub fn open_part(self, part: Part, to: Role, open: bool) {
        self.edit_plan(|plan, stamp, _, _| plan.open(part, to, open, stamp));
    }

    /// Copies the answers of one scene to another. Only ever at a tap of the person; a doctor's talk is about one scene and stays there.
    pub fn copy_scene(self, from: Scene, to: Scene) {
        self.edit_plan(|plan, stamp, _, _| {
            for question in Step::Treatment.questions() {
                let Some(data) = plan.section(&Key::within(question, from).to_string()).cloned() else { continue };
                let there = plan.section_mut(&Key::within(question, to).to_string());
                for (id, field) in data.fields.iter().filter(|(id, _)| *id != DOCTOR_ON.0) {
                    let field = record::Field { answer: field.answer.clone(), stamp: stamp.clone() };
                    there.fields.insert(id.clone(), field);
                }
            }
        });
    }

    /// Writes the day of a talk as the day on which a doctor heard the wish about resuscitation, wherever one is unconfirmed.
    pub fn heard_by_doctor(self, on: Day) {
        self.edit_plan(|plan, stamp, _, _| {
            for scene in Scene::ALL {
                if cpr(&plan.sections, scene) == Cpr::Unconfirmed {
                    let fields = &mut plan.section_mut(&Key::within(Question::T2, scene).to_string()).fields;
                    fields.remove(DOCTOR_ON.0);
                    fields.set(DOCTOR_ON, Some(Answer::Given(on.to_iso())), stamp);
                }
            }
        });
    }

    /// Puts what a reader of the family felt into the box of the family. It never touches an answer (rule E10), and it is written by that
    /// reader, whoever's card this is.
    pub fn add_feeling(self, question: Question, feeling: &Feeling) {
        self.edit_plan(|plan, stamp, id, on| {
            let stamp = Stamp { at: stamp.at, by: Author::Proxy(feeling.name.trim().to_owned()) };
            let fields = [
                (NAME, given(&feeling.name)),
                (ON, given(&on.to_iso())),
                (MARK, given(feeling.mark)),
                (WORDS, given(&feeling.words)),
                (ABOUT, Some(Answer::Chosen(vec![question.id().to_owned()]))),
            ];
            add(plan, section::FEELINGS, id, &fields, &stamp);
        });
    }

    /// Writes down that something was shown to a reader today (rule E16).
    pub fn note_shown(self, to: Role, how: &'static str) {
        self.edit_plan(|plan, stamp, id, on| {
            let Some(version) = plan.current().map(|version| version.id.0.clone()) else { return };
            let fields = [(TO, given(reader_id(to))), (ON, given(&on.to_iso())), (KIND, given(how)), (VERSION, given(&version))];
            add(plan, section::SHOWN, id, &fields, stamp);
        });
    }
}

#[cfg(test)]
mod tests {
    use record::{Moment, RecordId, plan::catalogue::ANSWER};

    use super::*;
    use crate::port::memory::Memory;

    fn folder() -> (Owner, Folder) {
        let owner = Owner::new();
        let folder = owner.with(|| {
            let folder = Folder::new(Some(Memory::default().ports()));
            folder.record.set(Record::new(RecordId("a".to_owned()), Moment(0)));
            folder
        });
        (owner, folder)
    }

    fn put(plan: &mut Plan, key: Key, answer: Answer, at: i64) {
        let stamp = Stamp { at: Moment(at), by: Author::Own };
        plan.section_mut(&key.to_string()).fields.set(ANSWER, Some(answer), &stamp);
    }

    /// Rule E10: whatever a reader of the family does, the answers are the same afterwards.
    #[test]
    fn a_reader_of_the_family_changes_no_answer() {
        let (owner, folder) = folder();
        owner.with(|| {
            folder.record.update(|record| put(&mut record.plan, Key::of(Question::V2), Answer::Given("散歩".to_owned()), 1));
            folder.record.update(|record| record.plan.section_mut(section::FEELINGS).items.clear());
            let before = folder.record.get_untracked().plan;
            let feeling = Feeling { name: "幸子".to_owned(), mark: "nodded", words: "一緒に歩きたい".to_owned() };
            let mut after = before.clone();
            let stamp = Stamp { at: Moment(5), by: Author::Proxy("幸子".to_owned()) };
            add(&mut after, section::FEELINGS, &ItemId("x".to_owned()), &[(NAME, given(&feeling.name))], &stamp);
            assert_eq!(before.snapshot(), after.snapshot());
            assert!(!after.has_unkept() || before.has_unkept());
        });
    }

    #[test]
    fn copying_a_scene_leaves_the_doctors_talk_where_it_was() {
        let mut plan = Plan::default();
        put(&mut plan, Key::within(Question::T2, Scene::A), Answer::Given("not_want".to_owned()), 1);
        assert_eq!(cpr(&plan.sections, Scene::A), Cpr::Unconfirmed);
    }
}
