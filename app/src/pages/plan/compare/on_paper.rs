//! The comparison on paper.

use record::{
    Day,
    plan::{
        Key, Question,
        cpr::{Cpr, cpr},
    },
};

use super::changes::{Sentence, Side, both, changes, touches_treatment, whole};
use crate::{
    pages::{
        plan::{
            sheets::{
                block::{Block, Entry, line},
                blocks::{age, agenda},
                drawn,
                source::SheetSubject,
            },
            written::Answers,
        },
        print::paper::Stack,
    },
    parts::{
        plan::answer_text::{Line, title},
        words::{lang, say},
    },
};
use words::plan as text;

/// The same on paper, with what every sheet carries: its age, what is still open, the day, and that it is no order.
pub fn sheets(old: &Side, new: &Side, who: &SheetSubject, today: Day) -> Stack {
    Stack {
        pieces: drawn::of_blocks(&blocks(old, new)),
        lang: lang(),
        head: Box::new(drawn::head(say(text::COMPARE_SHEET), Some(who), vec![age(new.day, today)])),
        foot: Box::new(drawn::foot(Vec::new(), agenda(&new.answers), today)),
    }
}

fn blocks(old: &Side, new: &Side) -> Vec<Block> {
    let changes = changes(old, new);
    let note = touches_treatment(&changes).then(|| say(text::notes::relief::TEXT));
    let fact = |label, words| Line { label: Some(say(label)), words };
    let mut about = vec![fact(text::OLDER, both(old)), fact(text::NEWER, both(new))];
    about.extend(Some(&new.reason).filter(|reason| !reason.is_empty()).map(|reason| fact(text::REASON, reason.clone())));
    let mut entries: Vec<Entry> = changes.into_iter().map(|(key, sentences)| Entry::running(title(key), told(sentences))).collect();
    if entries.is_empty() {
        entries.push(Entry::running(String::new(), vec![line(say(text::SAME))]));
    }
    let block = |title: String, note, entries| Block { title, note, entries, drawn: None };
    let unheard = unheard(&new.answers);
    let first = block(say(text::COMPARE_SHEET), None, vec![Entry::rows(String::new(), about)]);
    let mut blocks = vec![first, block(text::compared(&old.on, &new.on, lang()), note, entries)];
    if !unheard.is_empty() {
        blocks.push(block(say(text::notes::cpr::UNCONFIRMED), None, vec![Entry::rows(String::new(), unheard)]));
    }
    blocks
}

fn told(sentences: Vec<Sentence>) -> Vec<Line> {
    sentences.into_iter().map(|(label, words)| Line { label, words }).collect()
}

/// The wishes that no doctor has heard, also where they did not change (rule E8).
fn unheard(answers: &Answers) -> Vec<Line> {
    let keys = Key::all().filter(|key| key.question == Question::T2);
    let open = keys.filter(|key| key.scene.is_some_and(|scene| cpr(answers, scene) == Cpr::Unconfirmed));
    let line = |key| Some(Line { label: Some(title(key)), words: whole(key, answers).into_iter().next()?.words });
    open.filter_map(line).collect()
}
