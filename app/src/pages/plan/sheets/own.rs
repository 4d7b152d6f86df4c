//! 自分用: everything, for the person alone: all answers that were kept, the talks, who may see what, and the family's feelings in a box
//! of their own.

use record::{
    Day, Record,
    access::Recipient,
    plan::{
        Key, Plan, Question, Step, Version,
        lists::{FEELING_ABOUT, Feeling, feeling},
        parts::Part,
    },
};

use super::{
    block::{Block, Entry, block, line},
    blocks::{age, agenda, drawn_name, entry, made, scenes, wish},
    drawn,
    joined::list,
    source::SheetSubject,
    talks::talks,
};
use crate::{
    pages::plan::written::wrote,
    pages::print::paper::{Stack, leading},
    parts::{
        plan::answer_text::Line,
        words::{gap, lang, say},
    },
};
use words::{days, plan as text, when};

/// The sheets, once something was kept.
pub fn sheets(record: &Record, today: Day) -> Option<Stack> {
    let version = record.plan.current()?;
    let mut pieces = vec![leading(drawn::box_title(text::notes::feelings::BOX))];
    pieces.extend(drawn::of_blocks(&blocks(record, version)));
    if let Some(feelings) = feelings(&record.plan) {
        pieces.extend(drawn::of_blocks(&[feelings]));
    }
    let by = format!("{} {}", say(text::WHO_WROTE), wrote(&version.by));
    let subject = SheetSubject::of(record);
    Some(Stack {
        pieces,
        lang: lang(),
        head: Box::new(drawn::head(say(text::OWN_SHEET), Some(&subject), vec![age(when::kept(version), today)])),
        foot: Box::new(drawn::foot(vec![by], agenda(&version.answers), today)),
    })
}

/// The person's own words, step by step, and what belongs to them.
#[must_use]
pub fn blocks(record: &Record, version: &Version) -> Vec<Block> {
    let plan = &record.plan;
    let answers = &version.answers;
    let steps = Step::ALL.into_iter().filter_map(|step| {
        let entries = match step {
            Step::Treatment => scenes(answers, &[]),
            _ => Key::all().filter(|key| key.question.spec().step == step).filter_map(|key| entry(key, answers)).collect(),
        };
        let note = if step == Step::Treatment { wish(answers) } else { None };
        block(say(text::step(step)), entries).map(|block| Block { note, ..block })
    });
    let mut about = made(version);
    if !version.reason.is_empty() {
        about.push(Line { label: Some(say(text::REASON)), words: version.reason.clone() });
    }
    let entries = vec![Entry::running(String::new(), about)];
    let about = Block { title: say(text::ABOUT_RECORD), note: None, entries, drawn: drawn_name(version) };
    let talks = block(say(text::TALKS), talks(plan));
    steps.chain(talks).chain([opened(record), about]).collect()
}

/// Who may see what.
fn opened(record: &Record) -> Block {
    let entries = Recipient::STANDING.map(|role| {
        let parts = list(Part::ALL.into_iter().filter_map(|part| {
            let until = record.log.terms(part, role)?.until;
            Some(text::open_until(&say(text::part(part)), until, lang()))
        }));
        let parts = if parts.is_empty() { say(text::SEES_NOTHING) } else { parts };
        Entry::running(say(text::reader(role).name), vec![line(parts)])
    });
    Block { title: say(text::OPENED), note: None, entries: entries.into(), drawn: None }
}

fn feelings(plan: &Plan) -> Option<Block> {
    let entries = plan.list(Feeling).map(|felt| {
        let about: Vec<Question> = felt.chosen(FEELING_ABOUT).iter().filter_map(|id| Question::by_id(id)).collect();
        let about = list(about.iter().map(|question| say(text::title(*question))));
        let on = Day::parse(felt.words(feeling::ON)).map(|on| days::day(on, lang()));
        let mark = text::mark(felt.picked(feeling::MARK)).map(say);
        let said = [mark, Some(felt.words(feeling::WORDS).to_owned())].into_iter().flatten().filter(|words| !words.is_empty());
        let who = [Some(felt.words(feeling::NAME).to_owned()), on].into_iter().flatten().filter(|words| !words.is_empty());
        let line = Line { label: Some(who.collect::<Vec<_>>().join(gap())), words: said.collect::<Vec<_>>().join(gap()) };
        Entry::running(about, vec![line])
    });
    block(say(text::notes::feelings::TITLE), entries.collect())
}
