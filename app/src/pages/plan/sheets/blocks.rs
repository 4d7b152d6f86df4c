//! What stands on a sheet, in words and in order. Made from what the reader sees alone.

use std::collections::BTreeMap;

use record::{
    Answer, Answers, Day, SectionData,
    catalogue::{ASKED, FieldSpec, NAME, ON},
    plan::{
        Key, Plan, Question, Signature, Version,
        compare::compare,
        lists::{ABOUT, TALK},
        parts::{LEVEL, LIMITED, Part, WITH_DOCTOR},
        section,
    },
    view::Role,
};

use super::{
    doctor,
    source::{Source, Who},
    tongue::{lines, twice, word},
};
use crate::{
    pages::plan::written::wrote,
    parts::{
        plan::{
            names::PLAN,
            said::{Line, answer_said, said, title},
        },
        words::{lang, say},
    },
    state::answers::{Holder, Spot},
    text::{crew, days, plan as text},
};

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub title: String,
    /// A sentence that goes with all of it.
    pub note: Option<String>,
    pub entries: Vec<Entry>,
    /// A name drawn with a finger: the data of an SVG path.
    pub drawn: Option<String>,
}

/// What was said to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    pub lines: Vec<Line>,
}

pub type Given = BTreeMap<String, SectionData>;

/// All that stands on the sheet of a reader.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    match source.role {
        Role::HomeDoctor => doctor::blocks(source),
        _ => {
            let parts = Part::ALL.into_iter().filter_map(|part| of_part(part, &source.plan, &source.version.answers, &[]));
            parts.chain(agenda(&source.version.answers)).chain([about(&source.version)]).collect()
        }
    }
}

/// A block, unless there is nothing in it.
#[must_use]
pub fn block(title: String, entries: Vec<Entry>) -> Option<Block> {
    (!entries.is_empty()).then_some(Block { title, note: None, entries, drawn: None })
}

/// A line without a label.
#[must_use]
pub fn line(words: String) -> Line {
    Line { label: None, words }
}

/// One question, under its name.
#[must_use]
pub fn entry(key: Key, answers: &Given) -> Option<Entry> {
    let lines = lines(|| said(key, answers));
    (!lines.is_empty()).then(|| Entry { title: twice(|| title(key)), lines })
}

/// What is open of a part, but for the questions that stand elsewhere on the sheet.
#[must_use]
pub fn of_part(part: Part, plan: &Plan, answers: &Given, elsewhere: &[Question]) -> Option<Block> {
    let here = |key: &Key| Part::of(key.question) == part && !elsewhere.contains(&key.question);
    let mut entries: Vec<Entry> = Key::all().filter(here).filter_map(|key| entry(key, answers)).collect();
    let note = note(part).filter(|_| !entries.is_empty());
    match part {
        Part::Treatment => entries.extend(level(answers)),
        Part::Talks => entries.extend(talks(plan)),
        _ => {}
    }
    block(word(text::part(part)), entries).map(|block| Block { note, ..block })
}

/// What goes with the answers of a part: about treatment, that they are no instruction and that relief is never in question (rules E6,
/// E8); about the first call, when in doubt 119.
#[must_use]
pub fn note(part: Part) -> Option<String> {
    match part {
        Part::Treatment => Some(format!("{} {}", word(text::note("sheet", "wish")), word(text::note("relief", "text")))),
        Part::FirstCall => text::of(Question::L4, "note").map(word),
        _ => None,
    }
}

/// Where no more is open than that there is a record.
fn level(answers: &Given) -> Option<Entry> {
    let heard = answers.get(LIMITED)?.fields.text(LEVEL) == WITH_DOCTOR;
    let words = if heard { text::note("level", "with_doctor") } else { text::note("level", "exists") };
    Some(Entry { title: String::new(), lines: vec![line(word(words))] })
}

/// Talks, the latest first.
#[must_use]
pub fn talks(plan: &Plan) -> Vec<Entry> {
    let holder = Holder::Plan(section::TALKS.to_owned());
    let mut items: Vec<_> = plan.section(section::TALKS).map_or(&[][..], |talks| &talks.items).iter().collect();
    items.sort_by(|one, other| other.fields.text(ON).cmp(one.fields.text(ON)));
    let each = items.into_iter().map(|item| {
        let on = Day::parse(item.fields.text(ON)).map(|on| twice(|| days::day(on, lang()))).unwrap_or_default();
        let about = item.fields.chosen(ABOUT).iter().filter_map(|id| Question::by_id(id));
        let about = about.map(|question| word(text::title(question))).collect::<Vec<_>>().join("・");
        let one = |spec: &FieldSpec| {
            let spot = Spot { item: Some(item.id.clone()), ..Spot::of(&holder, spec.id) };
            let answer = item.fields.answer(spec.id)?;
            Some(Line { label: Some(word((PLAN.field)(&spot))), words: twice(|| answer_said(&spot, spec, answer)) })
        };
        let mut lines: Vec<Line> = TALK.iter().filter(|spec| spec.id != ON).filter_map(one).collect();
        lines.retain(|line| !line.words.is_empty());
        if !about.is_empty() {
            lines.push(Line { label: Some(word(text::note("talk", "field about"))), words: about });
        }
        Entry { title: on, lines }
    });
    each.filter(|entry| !entry.title.is_empty() || !entry.lines.is_empty()).collect()
}

/// What is still まだわからない: what to talk about next.
#[must_use]
pub fn agenda(answers: &Given) -> Option<Block> {
    let open = |answer: Option<&Answer>| matches!(answer, Some(Answer::Undecided));
    let mut found = Vec::new();
    for key in Key::all() {
        let Some(data) = answers.get(&key.to_string()) else { continue };
        let rows = key.question.spec().rows;
        for row in rows.iter().filter(|row| open(data.fields.answer(row.id))) {
            let name = text::of(key.question, &format!("row {}", row.id.0)).filter(|_| rows.len() > 1);
            found.push(twice(|| match name {
                Some(name) => format!("{} ― {}", title(key), say(name)),
                None => title(key),
            }));
        }
        for item in data.items.iter().filter(|item| open(item.fields.answer(ASKED))) {
            found.push(format!("{} ― {}", word(text::title(Question::P2)), item.fields.text(NAME)));
        }
    }
    let lines = found.into_iter().map(line).collect::<Vec<_>>();
    if lines.is_empty() { None } else { block(word(text::STILL_OPEN), vec![Entry { title: String::new(), lines }]) }
}

/// What changed since the version before, within what is open. What stood there is told to whoever was shown it.
#[must_use]
pub fn changed(source: &Source) -> Option<Block> {
    let before = source.before.as_ref()?;
    let changes = compare(&before.answers, &source.version.answers);
    let since = Line { label: Some(word(text::OLDER)), words: twice(|| days::both(before.on, lang())) };
    let names = changes.iter().map(|change| twice(|| title(change.key)));
    let mut first = Entry { title: String::new(), lines: vec![since] };
    let mut each = Vec::new();
    if changes.is_empty() {
        first.lines.push(line(word(text::SAME)));
    } else if before.told {
        let old = changes.iter().map(|change| lines(|| said(change.key, &before.answers)));
        each.extend(names.zip(old).map(|(title, old)| Entry { title, lines: vec![was(old)] }));
    } else {
        first.lines.push(line(names.collect::<Vec<_>>().join("・")));
    }
    let entries = std::iter::once(first).chain(each).collect();
    block(word(text::CHANGED), entries)
}

/// What stood there before, in one line.
fn was(old: Vec<Line>) -> Line {
    let each = old.into_iter().map(|line| match line.label {
        Some(label) => format!("{label}：{}", line.words),
        None => line.words,
    });
    let words = each.collect::<Vec<_>>().join("　");
    Line { label: Some(word(text::OLDER)), words: if words.is_empty() { word(text::NOTHING_SAID) } else { words } }
}

/// When it was written, and by whom.
#[must_use]
pub fn about(version: &Version) -> Block {
    let mut lines = vec![
        Line { label: Some(word(text::WRITTEN_ON)), words: twice(|| days::both(version.on, lang())) },
        Line { label: Some(word(text::WHO_WROTE)), words: twice(|| wrote(&version.by)) },
    ];
    if let Some(Signature::Typed(name)) = &version.signed {
        lines.push(Line { label: Some(word(text::SIGNED_NAME)), words: name.clone() });
    }
    let drawn = match &version.signed {
        Some(Signature::Drawn(path)) => Some(path.clone()),
        _ => None,
    };
    Block { title: word(text::ABOUT_RECORD), note: None, entries: vec![Entry { title: String::new(), lines }], drawn }
}

/// 「1年2か月前に書きました。いまの気持ちを先に聞いてください。」 (rule E15)
#[must_use]
pub fn age(on: Day, today: Day) -> String {
    twice(|| {
        let space = if lang() == crate::text::Lang::Ja { "" } else { " " };
        let ago = text::written_ago(&days::ago(on, today, lang()), lang());
        format!("{ago}{space}{}", say(text::note("age", "ask first")))
    })
}

/// Whose sheet it is, in one line.
#[must_use]
pub fn whose(who: &Who) -> String {
    let birth = who.birth.map(|birth| format!("{} {}", word(crew::BIRTH.word()), twice(|| days::both(birth, lang()))));
    [Some(who.name.clone()).filter(|name| !name.is_empty()), birth].into_iter().flatten().collect::<Vec<_>>().join("　")
}

#[cfg(test)]
mod tests {
    //! Nothing that is closed comes onto a sheet, nothing that is open is left out, and the doctor's order is the doctor's.

    use record::{
        Answer, Answers, Author, Day, Fields, Item, ItemId, Moment, Record, RecordId, Stamp,
        catalogue::{ASKED, ASKED_ON, DOCTOR_ON, Kind, NAME, ON, PART, TOP, WORDS},
        plan::{
            Key, Plan, Question, Scene, Version, VersionId,
            catalogue::ANSWER,
            lists::{LINE_1, TO, VERSION},
            options::STAYS_OUT,
            parts::{Offer, Part, READERS, reader_id},
            section,
        },
        view::Role,
    };

    use super::{
        super::{
            own,
            source::{Ready, Source},
        },
        Block, blocks,
    };

    fn at(moment: i64) -> Stamp {
        Stamp { at: Moment(moment), by: Author::Own }
    }

    fn given(words: impl Into<String>) -> Option<Answer> {
        Some(Answer::Given(words.into()))
    }

    fn item(id: &str, fields: &[(record::FieldId, &str)]) -> Item {
        let mut item = Item { id: ItemId(id.to_owned()), fields: Fields::new(), extra: serde_json::Map::new() };
        for (field, words) in fields {
            item.fields.set(*field, given(*words), &at(1));
        }
        item
    }

    fn keep(plan: &mut Plan, id: &str, on: &str, moment: i64) {
        let (on, answers) = (Day::parse(on).unwrap(), plan.snapshot());
        let id = VersionId(id.to_owned());
        let reason = "わけは本人だけ".to_owned();
        plan.keep(Version { id, on, at: Moment(moment), by: Author::Own, reason, signed: None, answers, extra: serde_json::Map::new() });
    }

    /// Own words that tell the question, the scene and the version apart.
    fn mark(key: Key, version: &str) -> String {
        format!("〈{key}:{version}〉")
    }

    /// Everything answered, in two versions.
    fn full() -> Record {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        let plan = &mut record.plan;
        for (version, on, moment) in [("one", "2025-01-10", 1), ("two", "2025-09-20", 2)] {
            for key in Key::all() {
                let data = plan.section_mut(&key.to_string());
                for row in key.question.spec().rows {
                    let answer = match row.kind {
                        Kind::One(options) => Answer::Given(options[0].to_owned()),
                        Kind::Many(options) => Answer::Chosen(vec![options[0].to_owned(), options[1].to_owned()]),
                        _ => Answer::Given("ことば".to_owned()),
                    };
                    data.fields.set(row.id, Some(answer), &at(moment));
                }
                data.fields.set(WORDS, given(mark(key, version)), &at(moment));
            }
            for scene in Scene::ALL {
                plan.section_mut(&Key::within(Question::T2, scene).to_string()).fields.set(ANSWER, given("not_want"), &at(moment));
            }
            plan.section_mut("v1").fields.set(TOP, Some(Answer::Chosen(vec!["family".to_owned()])), &at(moment));
            plan.section_mut("l1").fields.set(ANSWER, Some(Answer::Undecided), &at(moment));
            plan.section_mut("p1").items = vec![item("p", &[(NAME, "〈長女〉"), (ASKED, "accepted"), (ASKED_ON, "2024-12-01")])];
            plan.section_mut("p4").items =
                vec![item("q", &[(NAME, "〈次男〉"), (PART, STAYS_OUT)]), item("r", &[(NAME, "〈妹〉"), (PART, "joins")])];
            plan.section_mut(section::TALKS).items = vec![item("t", &[(ON, "2025-09-01"), (LINE_1, "〈話したこと〉")])];
            keep(plan, version, on, moment);
        }
        record
    }

    fn text(blocks: &[Block]) -> String {
        let mut all = String::new();
        for block in blocks {
            all += &format!("{}\n{}\n", block.title, block.note.clone().unwrap_or_default());
            for entry in &block.entries {
                all += &format!("{}\n", entry.title);
                for line in &entry.lines {
                    all += &format!("{}\t{}\n", line.label.clone().unwrap_or_default(), line.words);
                }
            }
        }
        all
    }

    fn source(record: &Record, role: Role) -> Option<Box<Source>> {
        match Ready::of(record, role, Day::parse("2026-11-26").unwrap()) {
            Ready::Sheet(source) => Some(source),
            _ => None,
        }
    }

    fn sheet(record: &Record, role: Role) -> String {
        source(record, role).map(|source| text(&blocks(&source))).unwrap_or_default()
    }

    fn opened(record: &Record, role: Role, open: impl Fn(usize) -> bool) -> Record {
        let mut record = record.clone();
        for (place, part) in Part::ALL.into_iter().enumerate() {
            record.plan.open(part, role, open(place), &at(3));
        }
        record
    }

    /// Many sets of parts, for every reader.
    #[test]
    fn what_is_open_is_on_the_sheet_and_nothing_else_is() {
        let full = full();
        for role in READERS {
            for set in (0..1_usize << Part::ALL.len()).step_by(97) {
                let record = opened(&full, role, |place| set >> place & 1 == 1);
                let sheet = sheet(&record, role);
                for key in Key::all().filter(|key| key.question != Question::P2) {
                    let part = Part::of(key.question);
                    let seen = record.plan.is_open(part, role) && part.offer(role) != Offer::Limited;
                    assert_eq!(sheet.contains(&mark(key, "two")), seen, "{role:?} {key} {set:b}");
                    // An older version is the person's alone.
                    assert!(!sheet.contains(&mark(key, "one")), "{role:?} {key} {set:b}");
                }
                assert_eq!(sheet.contains("〈長女〉"), record.plan.is_open(Part::People, role), "{role:?} {set:b}");
                let talks = record.plan.is_open(Part::Talks, role) && Part::Talks.offer(role) != Offer::Limited;
                assert_eq!(sheet.contains("〈話したこと〉"), talks, "{role:?} {set:b}");
                assert_eq!(
                    sheet.contains("〈次男〉"),
                    role == Role::HomeDoctor && record.plan.is_open(Part::Circle, role),
                    "{role:?} {set:b}"
                );
                assert!(!sheet.contains("わけは本人だけ"));
            }
        }
    }

    /// acp.md §5.3.
    #[test]
    fn the_doctor_reads_in_the_doctors_order() {
        let record = opened(&full(), Role::HomeDoctor, |_| true);
        let sheet = sheet(&record, Role::HomeDoctor);
        let place = |words: &str| sheet.find(words).unwrap_or_else(|| panic!("{words}\n{sheet}"));
        let marks = ["t1.a", "t1.c", "t2.a", "p1", "p3", "l4", "l1", "l2", "l3", "t4.a", "i1", "v1", "v5"];
        let marks = marks.map(|id| place(&mark(Key::by_id(id).unwrap(), "two")));
        assert!(marks.is_sorted(), "{sheet}");
        let then =
            ["前の記録から変わったところ", "まだわからないこと（次に話すこと）", "この記録について", "〈t3.a:two〉", "〈話したこと〉"]
                .map(place);
        assert!(then.is_sorted() && marks.last() < then.first(), "{sheet}");
        // What matters most stands before the rest of it.
        assert!(place("いちばん大切なもの") < place("慣れた家や町で暮らす"), "{sheet}");
        // Each question once.
        let offered = |key: &Key| key.question != Question::P2 && Part::of(key.question).offer(Role::HomeDoctor) != Offer::Never;
        assert!(Key::all().filter(offered).all(|key| sheet.matches(&mark(key, "two")).count() == 1));
    }

    /// Rule E8.
    #[test]
    fn a_wish_about_resuscitation_says_whether_a_doctor_has_heard_it() {
        let mut record = opened(&full(), Role::HomeDoctor, |_| true);
        let unheard = |record: &Record| sheet(record, Role::HomeDoctor).matches("【先生に未確認】").count();
        assert_eq!(unheard(&record), 3);
        assert!(sheet(&record, Role::HomeDoctor).contains("医療の指示ではありません"));
        let version = record.plan.versions.last_mut().unwrap();
        version.answers.get_mut("t2.a").unwrap().fields.set(DOCTOR_ON, given("2025-09-10"), &at(4));
        assert_eq!(unheard(&record), 2);
    }

    /// Rule E2: what stood in an older version is told to a reader whom it was shown to.
    #[test]
    fn an_older_answer_is_told_only_to_whoever_was_shown_it() {
        let mut record = opened(&full(), Role::HomeDoctor, |place| Part::ALL[place] == Part::Values);
        record.plan.section_mut(section::SHOWN).items =
            vec![item("s", &[(TO, reader_id(Role::HomeDoctor)), (ON, "2025-02-01"), (VERSION, "one")])];
        let sheet = sheet(&record, Role::HomeDoctor);
        assert!(sheet.contains("〈v1:one〉") && !sheet.contains("〈l1:one〉"), "{sheet}");
    }

    #[test]
    fn what_keeps_a_sheet_from_being_made_is_said() {
        let today = Day::parse("2026-11-26").unwrap();
        let mut record = full();
        let nothing = Record::new(RecordId("b".to_owned()), Moment(0));
        assert_eq!(Ready::of(&nothing, Role::Family, today), Ready::NotKept);
        assert_eq!(Ready::of(&record, Role::Family, today), Ready::Closed);
        record = opened(&record, Role::Family, |_| true);
        assert!(matches!(Ready::of(&record, Role::Family, today), Ready::Sheet(_)));
        record.plan.withdraw(ItemId("w".to_owned()), today, &at(5));
        assert_eq!(Ready::of(&record, Role::Family, today), Ready::Withdrawn);
    }

    #[test]
    fn the_persons_own_sheet_has_everything() {
        let record = full();
        let all = text(&own::blocks(&record.plan, record.plan.current().unwrap()));
        assert!(Key::all().filter(|key| key.question != Question::P2).all(|key| all.contains(&mark(key, "two"))), "{all}");
        for words in ["〈次男〉", "〈話したこと〉", "わけは本人だけ", "なにも見えません。"] {
            assert!(all.contains(words), "{words}");
        }
    }
}
