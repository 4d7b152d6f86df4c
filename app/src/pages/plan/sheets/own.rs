//! 自分用: everything, for the person alone: all answers that were kept, the talks, who may see what, and the family's feelings in a box
//! of their own.

use record::{
    Answers, Day, Record,
    catalogue::{NAME, ON, WORDS},
    plan::{
        Key, Plan, Question, Step, Version,
        lists::{ABOUT, MARK},
        parts::{Part, READERS, reader_id},
        section,
    },
    view::Role,
};

use super::{
    blocks::{Block, Entry, about, age, agenda, block, entry, line, note, talks},
    drawn,
    source::Who,
    tongue::{twice, word},
};
use crate::{
    pages::plan::written::wrote,
    pages::print::paper::{Stack, leading},
    parts::{plan::said::Line, words::lang},
    text::{days, plan as text},
};

/// The sheets, once something was kept.
pub fn sheets(record: &Record, today: Day) -> Option<Stack> {
    let version = record.plan.current()?;
    let mut pieces = vec![leading(drawn::box_title(text::note("feelings", "box")))];
    pieces.extend(drawn::of_blocks(&blocks(&record.plan, version)));
    if let Some(feelings) = feelings(&record.plan) {
        pieces.extend(drawn::of_blocks(&[feelings]));
    }
    let by = format!("{} {}", word(text::WHO_WROTE), twice(|| wrote(&version.by)));
    Some(Stack {
        pieces,
        head: Box::new(drawn::head(word(text::OWN_SHEET), Some(&Who::of(record, Role::Family)), Some(age(version.on, today)))),
        foot: Box::new(drawn::foot(vec![by], today)),
    })
}

/// The person's own words, step by step, and what belongs to them.
#[must_use]
pub fn blocks(plan: &Plan, version: &Version) -> Vec<Block> {
    let steps = Step::ALL.into_iter().filter_map(|step| {
        let entries = Key::all().filter(|key| key.question.spec().step == step).filter_map(|key| entry(key, &version.answers)).collect();
        let note = (step == Step::Treatment).then(|| note(Part::Treatment)).flatten();
        block(word(text::step(step)), entries).map(|block| Block { note, ..block })
    });
    let mut about = about(version);
    if !version.reason.is_empty() {
        let reason = Line { label: Some(word(text::REASON)), words: version.reason.clone() };
        about.entries.push(Entry { title: String::new(), lines: vec![reason] });
    }
    let talks = block(word(text::TALKS), talks(plan));
    steps.chain(talks).chain(agenda(&version.answers)).chain([opened(plan), about]).collect()
}

/// Who may see what.
fn opened(plan: &Plan) -> Block {
    let entries = READERS.map(|role| {
        let parts = plan.opened_to(role).into_iter().map(|part| word(text::part(part))).collect::<Vec<_>>().join("・");
        let parts = if parts.is_empty() { word(text::SEES_NOTHING) } else { parts };
        Entry { title: word(text::note(&format!("reader {}", reader_id(role)), "name")), lines: vec![line(parts)] }
    });
    Block { title: word(text::OPENED), note: None, entries: entries.into(), drawn: None }
}

fn feelings(plan: &Plan) -> Option<Block> {
    let items = plan.section(section::FEELINGS).map_or(&[][..], |data| &data.items);
    let entries = items.iter().map(|item| {
        let about = item.fields.chosen(ABOUT).iter().filter_map(|id| Question::by_id(id));
        let about = about.map(|question| word(text::title(question))).collect::<Vec<_>>().join("・");
        let on = Day::parse(item.fields.text(ON)).map(|on| twice(|| days::day(on, lang())));
        let mark = text::maybe("feelings", &format!("mark {}", item.fields.text(MARK))).map(word);
        let said = [mark, Some(item.fields.text(WORDS).to_owned())].into_iter().flatten().filter(|words| !words.is_empty());
        let who = [Some(item.fields.text(NAME).to_owned()), on].into_iter().flatten().filter(|words| !words.is_empty());
        let line = Line { label: Some(who.collect::<Vec<_>>().join("　")), words: said.collect::<Vec<_>>().join("　") };
        Entry { title: about, lines: vec![line] }
    });
    block(word(text::note("feelings", "title")), entries.collect())
}
