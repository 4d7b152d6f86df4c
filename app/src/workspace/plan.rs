//! What can be done with the plan: keeping versions, withdrawing, opening parts, copying between scenes, writing down what a reader
//! felt or was shown.

use leptos::prelude::*;
use record::{
    Answer, Author, Day, Item, ItemId, Moment, Record, Stamp,
    access::{EventId, Recipient},
    catalogue::{List, NewItem},
    plan::{
        Key, Plan, Question, Scene, Signature, Step, Version, VersionId,
        catalogue::t2,
        cpr::{Cpr, cpr},
        lists::{Event, FEELING_ABOUT, Feeling, WITHDRAWN, event, feeling},
        parts::Part,
        section,
    },
};
use store::identity::make_id;

use super::{Pace, Workspace};

/// What goes with a version besides the answers.
#[derive(Clone, Debug, Default)]
pub struct VersionDetails {
    pub reason: String,
    pub signed: Option<Signature>,
}

/// What somebody of the family felt about a question.
#[derive(Clone, Debug, Default)]
pub struct NewFeeling {
    pub name: String,
    /// `nodded` or `talk_more`; empty when only words were written.
    pub mark: &'static str,
    pub words: String,
}

fn given(words: &str) -> Option<Answer> {
    (!words.trim().is_empty()).then(|| Answer::Given(words.trim().to_owned()))
}

fn picked(option: &str) -> Option<Answer> {
    (!option.is_empty()).then(|| Answer::Picked(option.to_owned()))
}

/// Copies answers between scenes. A doctor's talk is about one scene and stays there; what says the same already keeps its day.
fn copy(plan: &mut Plan, from: Scene, to: Scene, stamp: &Stamp) {
    for question in Step::Treatment.questions() {
        let Some(data) = plan.section(&Key::within(question, from).to_string()).cloned() else { continue };
        let there = &mut plan.section_mut(&Key::within(question, to).to_string()).fields;
        let heard = [t2::DOCTOR_ON, t2::DOCTOR].map(|field| field.untyped().as_str());
        for (id, field) in data.fields.iter().filter(|(id, _)| !heard.contains(&id.as_str())) {
            if there.get(id).is_none_or(|old| old.answer != field.answer) {
                there.insert(id.clone(), record::Field { answer: field.answer.clone(), stamp: stamp.clone() });
            }
        }
    }
}

/// Writes into the family's box. It never touches an answer (rule E10), and it is written by that reader, whoever's card this is.
fn feel(plan: &mut Plan, question: Question, felt: &NewFeeling, (id, on, at): (&ItemId, Day, Moment)) {
    let stamp = Stamp { at, by: Author::Proxy(felt.name.trim().to_owned()) };
    let fields = [
        (feeling::NAME, given(&felt.name)),
        (feeling::ON, given(&on.to_iso())),
        (feeling::MARK, picked(felt.mark)),
        (feeling::WORDS, given(&felt.words)),
        (FEELING_ABOUT, Some(Answer::Chosen(vec![question.id().to_owned()]))),
    ];
    let entry = NewItem::new(Feeling, id.clone());
    fields.into_iter().fold(entry, |entry, (field, answer)| entry.with(field, answer, &stamp)).put(&mut plan.sections);
}

impl Workspace {
    /// Reads something of the plan, followed by whoever reads it.
    pub fn plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.record.with(|record| read(&record.plan))
    }

    fn edit_plan(self, mut change: impl FnMut(&mut Plan, &Stamp, &ItemId, Day)) {
        let Some(today) = self.now().map(|now| now.day) else { return };
        let id = ItemId(self.with(|ports| make_id(ports)).unwrap_or_default());
        self.edit(Pace::Tap, &mut |record: &mut Record, stamp: &Stamp| change(&mut record.plan, stamp, &id, today));
    }

    /// Keeps the answers as they stand as today's version.
    pub fn keep_version(self, keeping: &VersionDetails) {
        self.edit_plan(|plan, stamp, id, on| {
            let answers = plan.snapshot();
            plan.keep(Version {
                id: VersionId(id.0.clone()),
                on,
                at: stamp.at,
                by: stamp.by.clone(),
                reason: keeping.reason.trim().to_owned(),
                signed: keeping.signed.clone(),
                after: Vec::new(),
                answers,
                extra: serde_json::Map::new(),
            });
        });
        // A version stays. What was kept by mistake can be withdrawn.
        self.forget_undo();
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
            let of_it = |item: &Item| {
                let happened = Event.item(section::EVENTS, item);
                happened.is_some_and(|one| one.words(event::KIND) == WITHDRAWN && one.words(event::VERSION) == newest)
            };
            plan.section_mut(section::EVENTS).items.retain(|item| !of_it(item));
        });
    }

    /// Opens a part of the plan to a reader, or closes it.
    pub fn open_part(self, part: Part, to: Recipient, open: bool) {
        let id = EventId(self.with(|ports| make_id(ports)).unwrap_or_default());
        self.edit(Pace::Tap, &mut |record, stamp| record.log.set_open(id.clone(), part, to, open, stamp));
        // It is taken back where it was done, by another tap, which is written down as well.
        self.forget_undo();
    }

    /// Copies the answers of one scene to another. Only ever at a tap of the person.
    pub fn copy_scene(self, from: Scene, to: Scene) {
        self.edit_plan(|plan, stamp, _, _| copy(plan, from, to, stamp));
    }

    /// Writes the day of a talk as the day on which a doctor heard the wish about resuscitation, wherever one is unconfirmed.
    pub fn heard_by_doctor(self, on: Day) {
        self.edit_plan(|plan, stamp, _, _| {
            for scene in Scene::ALL {
                if cpr(&plan.sections, scene) == Cpr::Unconfirmed {
                    // A day that stands there already is written anew, so that it is later than the wish.
                    for day in [None, Some(Answer::Given(on.to_iso()))] {
                        t2::DOCTOR_ON.within(scene).set(&mut plan.sections, day, stamp);
                    }
                }
            }
        });
    }

    /// Puts what a reader of the family felt into the box of the family.
    pub fn add_feeling(self, question: Question, felt: &NewFeeling) {
        self.edit_plan(|plan, stamp, id, on| feel(plan, question, felt, (id, on, stamp.at)));
    }

    /// Writes down that something was shown to a reader today (rule E16).
    pub fn note_shown(self, to: Recipient, how: &'static str) {
        let Some(on) = self.now().map(|now| now.day) else { return };
        let id = EventId(self.with(|ports| make_id(ports)).unwrap_or_default());
        self.edit(Pace::Tap, &mut |record, stamp| {
            let Some(version) = record.plan.current().map(|version| version.id.clone()) else { return };
            record.log.note(id.clone(), to, (how, on, version), stamp);
        });
        // What was shown stays shown.
        self.forget_undo();
    }
}

#[cfg(test)]
mod tests {
    use record::plan::{
        QuestionField,
        catalogue::{t1, v2},
        lists::FEELING_ABOUT,
    };

    use super::*;

    fn put(plan: &mut Plan, field: QuestionField, answer: Option<Answer>, at: i64) {
        field.set(&mut plan.sections, answer, &Stamp { at: Moment(1_800_000_000_000 + at), by: Author::Own });
    }

    /// Rule E10: whatever a reader of the family writes, every answer is the same afterwards.
    #[test]
    fn a_reader_of_the_family_changes_no_answer() {
        let mut plan = Plan::default();
        put(&mut plan, v2::ANSWER, given("散歩"), 1);
        let before = plan.clone();
        let on = Day::parse("2026-11-26").unwrap();
        for (place, question) in Question::ALL.into_iter().enumerate() {
            let felt = NewFeeling { name: " 幸子 ".to_owned(), mark: "nodded", words: "一緒に歩きたい".to_owned() };
            feel(&mut plan, question, &felt, (&ItemId(place.to_string()), on, Moment(5)));
        }
        assert_eq!(plan.snapshot(), before.snapshot());
        assert_eq!(plan.versions, before.versions);
        let box_ = plan.section(section::FEELINGS).unwrap();
        assert_eq!(box_.items.len(), Question::ALL.len());
        let stamps = box_.items.iter().flat_map(|item| item.fields.values()).map(|field| &field.stamp.by);
        assert!(stamps.into_iter().all(|by| *by == Author::Proxy("幸子".to_owned())));
        assert_eq!(plan.list(Feeling).nth(1).unwrap().chosen(FEELING_ABOUT), ["v2"]);
    }

    #[test]
    fn copying_a_scene_leaves_the_doctors_talk_where_it_was() {
        let mut plan = Plan::default();
        let [aim, cpr_wish] = [t1::ANSWER, t2::ANSWER];
        put(&mut plan, cpr_wish.within(Scene::A), picked("not_want"), 1);
        put(&mut plan, aim.within(Scene::A), picked("comfort"), 1);
        put(&mut plan, t2::DOCTOR_ON.within(Scene::A), given("2026-11-20"), 2);
        put(&mut plan, t2::DOCTOR.within(Scene::A), given("江戸川先生"), 2);
        let stamp = |at: i64| Stamp { at: Moment(1_800_000_000_000 + at), by: Author::Own };
        copy(&mut plan, Scene::A, Scene::C, &stamp(3));
        assert_eq!(aim.within(Scene::C).picked(&plan.sections), "comfort");
        assert_eq!(cpr(&plan.sections, Scene::C), Cpr::Unconfirmed);
        assert!(t2::DOCTOR.within(Scene::C).answer(&plan.sections).is_none());
        assert!(matches!(cpr(&plan.sections, Scene::A), Cpr::Confirmed { .. }));
        // Copied again: nothing new is said, and a doctor's talk about it stands.
        put(&mut plan, t2::DOCTOR_ON.within(Scene::C), given("2026-11-25"), 4);
        copy(&mut plan, Scene::A, Scene::C, &stamp(5));
        assert!(matches!(cpr(&plan.sections, Scene::C), Cpr::Confirmed { .. }));
    }
}
