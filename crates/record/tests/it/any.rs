//! Whole records out of nothing: every section, every state of an answer, data of newer releases, and edits of them.
//!
//! Pools of ids, words and times are small on purpose, so that two generated edits meet in one field.

use std::collections::BTreeMap;

use proptest::{collection::btree_map, option, prelude::*, sample::select};
use record::{
    Answer, Answers, Author, Card, Confirmed, Day, Field, Fields, Item, ItemId, Moment, Plan, Record, RecordId, Section, SectionData,
    Stamp,
    access::{Consent, EventId, Recipient, Terms},
    catalogue::{self, FieldSpec},
    picture::{Format, Picture, Sha256},
    plan::{self, Key, Question, Version, VersionId, lists::ABOUT, parts::Part},
};
use serde_json::{Map, Value, json};

const WORDS: &[&str] =
    &["なし", "流山 花子", "04-0000-1111", "yes", "blood_thinner", "1941-04-08", "＃７１１９", "a\"b\\c\n", "🐈", "٣", ""];
const IDS: &[&str] = &["i0", "i1", "i2", "i3", "i4"];
const KEYS: &[&str] = &["shared", "talks", "zukunft", "未来"];

/// A record with the id `a`.
pub fn record() -> impl Strategy<Value = Record> {
    let opened =
        prop::collection::vec(
            (select(&Part::ALL[..]), select(&Recipient::STANDING[..]), any::<bool>(), stamp())
                .prop_map(|(part, to, open, stamp)| Edit::Open { part, to, open, stamp }),
            0..9,
        );
    let ended = prop::collection::vec(open_until(), 0..5);
    (written(), opened, ended)
        .prop_map(|(record, opened, ended)| opened.into_iter().chain(ended).fold(record, |record, edit| edit.of(record)))
}

fn written() -> impl Strategy<Value = Record> {
    let sections = btree_map(section_id(), any::<u8>(), 0..6).prop_flat_map(|ids| {
        let ids: Vec<String> = ids.into_keys().collect();
        let data: Vec<_> = ids.iter().map(|id| section_data(id)).collect();
        (Just(ids), data).prop_map(|(ids, data)| ids.into_iter().zip(data).collect())
    });
    let card = (option::of(confirmed()), sections, extra()).prop_map(|(confirmed, sections, extra)| Card { confirmed, sections, extra });
    (0..9i64, any::<bool>(), card, plan(), extra()).prop_map(|(made, sample, card, plan, extra)| Record {
        sample,
        card,
        plan,
        extra,
        ..Record::new(RecordId("a".to_owned()), Moment(made))
    })
}

/// A record and two edits of it.
pub fn edited() -> impl Strategy<Value = (Record, Record, Record)> {
    let edits = || prop::collection::vec(edit(), 0..8);
    (record(), edits(), edits()).prop_map(|(base, mine, theirs)| {
        let after = |edits: Vec<Edit>| edits.into_iter().fold(base.clone(), |record, edit| edit.of(record));
        let (mine, theirs) = (after(mine), after(theirs));
        (base, mine, theirs)
    })
}

/// One thing that a person does.
#[derive(Clone, Debug)]
pub enum Edit {
    Answer { section: Section, field: usize, answer: Option<Answer>, stamp: Stamp },
    ItemAnswer { section: Section, item: usize, field: usize, answer: Option<Answer>, stamp: Stamp },
    Add { section: Section, id: String },
    Remove { section: Section, item: usize },
    Raise { section: Section, item: usize },
    Confirm(Option<Confirmed>),
    Plan { key: Key, field: usize, answer: Option<Answer>, stamp: Stamp },
    Trust { id: String, field: usize, answer: Option<Answer>, stamp: Stamp },
    Talk { id: String, about: Vec<Question>, stamp: Stamp },
    Keep { id: String, stamp: Stamp },
    LookAgain { id: String, stamp: Stamp },
    Withdraw { id: String, stamp: Stamp },
    Open { part: Part, to: Recipient, open: bool, stamp: Stamp },
    OpenUntil { part: Part, to: Recipient, terms: Terms, stamp: Stamp },
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let place = || select(&Section::ALL[..]);
    let of_list = || select(Section::ALL.into_iter().filter(|section| section.spec().has_list()).collect::<Vec<_>>());
    let answered = || (option::of(answer()), stamp());
    prop_oneof![
        (place(), 0..13usize, answered()).prop_map(|(section, field, (answer, stamp))| Edit::Answer { section, field, answer, stamp }),
        (of_list(), 0..4usize, 0..8usize, answered()).prop_map(|(section, item, field, (answer, stamp))| Edit::ItemAnswer {
            section,
            item,
            field,
            answer,
            stamp
        }),
        (of_list(), select(IDS)).prop_map(|(section, id)| Edit::Add { section, id: id.to_owned() }),
        (of_list(), 0..4usize).prop_map(|(section, item)| Edit::Remove { section, item }),
        (of_list(), 1..4usize).prop_map(|(section, item)| Edit::Raise { section, item }),
        option::of(confirmed()).prop_map(Edit::Confirm),
        (key(), 0..6usize, answered()).prop_map(|(key, field, (answer, stamp))| Edit::Plan { key, field, answer, stamp }),
        (id(), 0..7usize, answered()).prop_map(|(id, field, (answer, stamp))| Edit::Trust { id, field, answer, stamp }),
        (id(), prop::collection::vec(select(&Question::ALL[..]), 0..3), stamp()).prop_map(|(id, about, stamp)| Edit::Talk {
            id,
            about,
            stamp
        }),
        (id(), stamp()).prop_map(|(id, stamp)| Edit::Keep { id, stamp }),
        (id(), stamp()).prop_map(|(id, stamp)| Edit::LookAgain { id, stamp }),
        (id(), stamp()).prop_map(|(id, stamp)| Edit::Withdraw { id, stamp }),
        (select(&Part::ALL[..]), select(&Recipient::STANDING[..]), any::<bool>(), stamp()).prop_map(|(part, to, open, stamp)| Edit::Open {
            part,
            to,
            open,
            stamp
        }),
        open_until(),
    ]
}

fn open_until() -> impl Strategy<Value = Edit> {
    (select(&Part::ALL[..]), select(&Recipient::STANDING[..]), terms(), stamp()).prop_map(|(part, to, terms, stamp)| Edit::OpenUntil {
        part,
        to,
        terms,
        stamp,
    })
}

/// Without an end, or with one a few days before or after 2026-11-30.
pub fn terms() -> impl Strategy<Value = Terms> {
    let until = option::weighted(
        0.7,
        select(&["2026-11-27", "2026-11-29", "2026-11-30", "2026-12-01", "2026-12-03"][..]).prop_map(|day| Day::parse(day).unwrap()),
    );
    let consent =
        option::of((0..3u32, select(&["care", "emergency"][..])).prop_map(|(text, purpose)| Consent { purpose: purpose.to_owned(), text }));
    (until, consent).prop_map(|(until, consent)| Terms { until, consent })
}

impl Edit {
    /// The record after it.
    pub fn of(self, before: Record) -> Record {
        let mut record = self.raw(before.clone());
        record.finish_edit(&before, &Stamp::default());
        record
    }

    fn raw(self, mut record: Record) -> Record {
        match self {
            Edit::Answer { section, field, answer, stamp } => {
                let specs = section.spec().fields;
                let id = specs.get(field % specs.len().max(1)).map_or(catalogue::LIST.untyped(), |spec| spec.id);
                record.card.section_mut(section).fields.set(id, answer, &stamp);
            }
            Edit::ItemAnswer { section, item, field, answer, stamp } => {
                let specs = section.spec().item;
                if let Some(item) = record.card.section_mut(section).items.get_mut(item) {
                    item.fields.set(specs[field % specs.len()].id, answer, &stamp);
                }
            }
            Edit::Add { section, id } => {
                let data = record.card.section_mut(section);
                if data.items.iter().all(|item| item.id.0 != id) {
                    data.fields.set(catalogue::LIST.untyped(), None, &Stamp::default());
                    data.items.push(Item { id: ItemId(id), fields: Fields::new(), extra: Map::new() });
                }
            }
            Edit::Remove { section, item } => {
                let items = &mut record.card.section_mut(section).items;
                if item < items.len() {
                    items.remove(item);
                }
            }
            Edit::Raise { section, item } => {
                let items = &mut record.card.section_mut(section).items;
                if item < items.len() {
                    items.swap(item - 1, item);
                }
            }
            Edit::Confirm(confirmed) => record.card.confirmed = confirmed,
            Edit::Plan { key, field, answer, stamp } => {
                let specs: Vec<_> = fields_of(key.question);
                record.plan.section_mut(&key.to_string()).fields.set(specs[field % specs.len()].id, answer, &stamp);
            }
            Edit::Trust { id, field, answer, stamp } => {
                let specs = Question::P1.spec().item;
                let people = record.plan.section_mut(Question::P1.id());
                if people.items.iter().all(|item| item.id.0 != id) {
                    people.items.push(item(id.clone()));
                }
                let person = people.items.iter_mut().find(|item| item.id.0 == id).unwrap();
                person.fields.set(specs[field % specs.len()].id, answer, &stamp);
            }
            Edit::Talk { id, about, stamp } => {
                let talks = record.plan.section_mut(plan::section::TALKS);
                if talks.items.iter().all(|talk| talk.id.0 != id) {
                    let mut talk = item(id);
                    let ids = about.into_iter().map(|question| question.id().to_owned()).collect();
                    talk.fields.set(ABOUT.untyped(), Some(Answer::Chosen(ids)), &stamp);
                    talks.items.push(talk);
                }
            }
            Edit::Keep { id, stamp } => {
                let new = version(id, record.plan.snapshot(), stamp);
                if record.plan.versions.iter().all(|version| version.id != new.id) {
                    record.plan.keep(new);
                }
            }
            Edit::LookAgain { id, .. } | Edit::Withdraw { id, .. } if happened(&record.plan, &id) => {}
            Edit::LookAgain { id, stamp } => record.plan.look_again(ItemId(id), Day::parse("2027-02-03").unwrap(), &stamp),
            Edit::Withdraw { id, stamp } => record.plan.withdraw(ItemId(id), Day::parse("2027-02-03").unwrap(), &stamp),
            Edit::Open { part, to, open, stamp } => {
                let id = event(&record, &format!("{stamp:?}-{open}"));
                record.log.set_open(id, part, to, open, &stamp);
            }
            Edit::OpenUntil { part, to, terms, stamp } => {
                let id = event(&record, &format!("{stamp:?}-{terms:?}"));
                record.log.open(id, part, to, terms, &stamp);
            }
        }
        record
    }
}

/// Two devices never give one name to two events.
fn event(record: &Record, what: &str) -> EventId {
    let known = format!("{:?}", record.log).bytes().map(usize::from).sum::<usize>();
    EventId(format!("{what}-{known}"))
}

fn happened(plan: &Plan, id: &str) -> bool {
    plan.section(plan::section::EVENTS).is_some_and(|events| events.items.iter().any(|event| event.id.0 == id))
}

fn item(id: String) -> Item {
    Item { id: ItemId(id), fields: Fields::new(), extra: Map::new() }
}

fn id() -> impl Strategy<Value = String> {
    select(IDS).prop_map(str::to_owned)
}

pub fn key() -> impl Strategy<Value = Key> {
    select(Key::all().collect::<Vec<_>>())
}

/// Everything that may be said to a question, its list apart.
pub fn fields_of(question: Question) -> Vec<FieldSpec> {
    let spec = question.spec();
    [spec.rows, spec.more, plan::catalogue::COMMON_FIELDS].concat()
}

fn version(id: String, answers: BTreeMap<String, SectionData>, stamp: Stamp) -> Version {
    let on = Day::parse(&format!("2027-01-{:02}", stamp.at.0 + 1)).unwrap();
    // What is in a version depends on its name, and its name on the device that made it: two devices never make the same one.
    let reason = format!("{stamp:?} {answers:?}");
    let id = VersionId(format!("{id}-{:x}", reason.len() * 31 + reason.bytes().map(usize::from).sum::<usize>()));
    Version { id, on, at: stamp.at, by: stamp.by, reason, signed: None, after: Vec::new(), answers, extra: Map::new() }
}

/// A plan with answers of every state, people, lists, and versions of what was answered then.
pub fn plan() -> impl Strategy<Value = Plan> {
    let answers = btree_map(key(), 0..4u8, 0..6).prop_flat_map(|keys| {
        let keys: Vec<Key> = keys.into_keys().collect();
        let data: Vec<_> = keys.iter().map(|key| answers_to(key.question)).collect();
        (Just(keys), data).prop_map(|(keys, data)| keys.iter().map(Key::to_string).zip(data).collect::<BTreeMap<_, _>>())
    });
    let edits = prop::collection::vec(edit_of_plan(), 0..4);
    (answers, edits, extra()).prop_map(|(sections, edits, extra)| {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        record.plan = Plan { sections, versions: Vec::new(), extra };
        edits.into_iter().fold(record, |record, edit| edit.of(record)).plan
    })
}

fn edit_of_plan() -> impl Strategy<Value = Edit> {
    prop_oneof![
        2 => (id(), stamp()).prop_map(|(id, stamp)| Edit::Keep { id, stamp }),
        1 => (id(), stamp()).prop_map(|(id, stamp)| Edit::LookAgain { id, stamp }),
        1 => (id(), stamp()).prop_map(|(id, stamp)| Edit::Withdraw { id, stamp }),
        1 => (id(), prop::collection::vec(select(&Question::ALL[..]), 0..3), stamp())
            .prop_map(|(id, about, stamp)| Edit::Talk { id, about, stamp }),
        1 => (select(&Part::ALL[..]), select(&Recipient::STANDING[..]), any::<bool>(), stamp())
            .prop_map(|(part, to, open, stamp)| Edit::Open { part, to, open, stamp }),
    ]
}

fn answers_to(question: Question) -> impl Strategy<Value = SectionData> + use<> {
    let list = question.spec().item;
    let items = btree_map(select(IDS), (fields(list), extra()), 0..if list.is_empty() { 1 } else { 4 }).prop_map(|items| {
        let item = |(id, (fields, extra)): (&str, _)| Item { id: ItemId(id.to_owned()), fields, extra };
        items.into_iter().map(item).collect::<Vec<_>>()
    });
    (fields(&fields_of(question)), items.prop_shuffle(), extra()).prop_map(|(fields, items, extra)| SectionData { fields, items, extra })
}

fn section_id() -> impl Strategy<Value = String> {
    prop_oneof![9 => select(&Section::ALL[..]).prop_map(|section| section.id().to_owned()), 1 => Just("of_tomorrow".to_owned())]
}

fn section_data(id: &str) -> impl Strategy<Value = SectionData> + use<> {
    let (own, item): (&[FieldSpec], &[FieldSpec]) = match Section::by_id(id) {
        Some(section) => (section.spec().fields, section.spec().item),
        None => (&[], &[]),
    };
    let items = btree_map(select(IDS), (fields(item), extra()), 0..if item.is_empty() { 1 } else { 5 }).prop_map(|items| {
        let item = |(id, (fields, extra)): (&str, _)| Item { id: ItemId(id.to_owned()), fields, extra };
        items.into_iter().map(item).collect::<Vec<_>>()
    });
    let has_list = !item.is_empty();
    let list = option::weighted(0.3, (select(vec![Answer::None, Answer::Unknown]), stamp()));
    (fields(own), items.prop_shuffle(), list, extra()).prop_map(move |(mut fields, items, list, extra)| {
        if let Some((answer, stamp)) = list.filter(|_| has_list && items.is_empty()) {
            fields.insert(catalogue::LIST.as_str().to_owned(), Field { answer, stamp });
        }
        SectionData { fields, items, extra }
    })
}

fn fields(specs: &[FieldSpec]) -> impl Strategy<Value = Fields> + use<> {
    let mut ids: Vec<String> = specs.iter().map(|spec| spec.id.as_str().to_owned()).collect();
    ids.push("field_of_tomorrow".to_owned());
    btree_map(select(ids), (answer(), stamp()).prop_map(|(answer, stamp)| Field { answer, stamp }), 0..6)
}

/// Every kind of answer, those of newer releases too.
pub fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        1 => Just(Answer::None),
        1 => Just(Answer::Unknown),
        1 => Just(Answer::Undecided),
        1 => Just(Answer::Skipped),
        4 => words().prop_map(Answer::Given),
        2 => words().prop_map(Answer::Picked),
        2 => prop::collection::vec(words(), 0..3).prop_map(Answer::Chosen),
        1 => picture().prop_map(Answer::Picture),
        1 => select(vec![json!({"since": "2031"}), json!([1, null, {"x": -2}]), json!("maybe"), json!(7), json!(null)]).prop_map(Answer::Other),
    ]
}

fn picture() -> impl Strategy<Value = Picture> {
    let format = select(vec![Format::Jpeg, Format::Png, Format::Webp]);
    (select(vec!["1", "f"]), format).prop_map(|(digit, format)| Picture { sha256: Sha256::parse(&digit.repeat(64)).unwrap(), format })
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![select(WORDS).prop_map(str::to_owned), any::<u16>().prop_map(|number| format!("ことば{number}")), any::<String>()]
}

fn stamp() -> impl Strategy<Value = Stamp> {
    (0..6i64, author()).prop_map(|(at, by)| Stamp { at: Moment(at), by })
}

fn author() -> impl Strategy<Value = Author> {
    let named = |make: fn(String) -> Author| select(&["千葉 幸子", "江戸川医院"][..]).prop_map(move |name| make(name.to_owned()));
    prop_oneof![3 => Just(Author::Own), 1 => named(Author::Proxy), 1 => named(Author::Clinic)]
}

fn confirmed() -> impl Strategy<Value = Confirmed> {
    let day = (1..29u32).prop_map(|day| Day::parse(&format!("2026-02-{day:02}")).unwrap());
    (day, author()).prop_map(|(on, by)| Confirmed { on, by })
}

/// What a newer release may have added beside what we know.
fn extra() -> impl Strategy<Value = Map<String, Value>> {
    let value = select(vec![json!(1), json!("あ"), json!({"v1": {"state": "skipped"}}), json!([]), json!(null), json!(0.5), json!(true)]);
    btree_map(select(KEYS).prop_map(str::to_owned), value, 0..2).prop_map(|map| map.into_iter().collect())
}
