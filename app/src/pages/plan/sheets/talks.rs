//! Talks on a sheet: the day of each, and in one line with whom, where and what.

use record::{
    Answers, Day, Path,
    catalogue::{FieldSpec, ItemOf},
    plan::{
        Plan, Question,
        lists::{TALK_ABOUT, Talk, talk},
        section,
    },
};

use super::{
    block::{Entry, line},
    joined::list,
};
use crate::parts::{
    names::Names,
    plan::{
        answer_text::{Line, answer_said},
        names::PlanNames,
    },
    words::{lang, say},
};
use words::{days, plan as text};

/// Talks, the latest first. Where only days are known, all in one line.
#[must_use]
pub fn talks(plan: &Plan) -> Vec<Entry> {
    let mut items: Vec<_> = plan.list(Talk).collect();
    items.sort_by(|one, other| other.words(talk::ON).cmp(one.words(talk::ON)));
    let talks = items.into_iter().map(one_talk).filter(|entry| !entry.title.is_empty() || !entry.lines.is_empty()).collect::<Vec<_>>();
    if talks.len() > 1 && talks.iter().all(|talk| talk.lines.is_empty()) {
        return vec![Entry::running(String::new(), vec![line(list(talks.into_iter().map(|talk| talk.title)))])];
    }
    talks
}

fn one_talk(talk: ItemOf<'_, Talk>) -> Entry {
    let (section_path, item) = (Path::plan_section(section::TALKS), talk.item);
    let on = Day::parse(talk.words(talk::ON)).map(|on| days::day(on, lang())).unwrap_or_default();
    let one = |spec: &FieldSpec| {
        let path = section_path.item(&item.id).field(spec.id);
        let answer = item.fields.answer(spec.id)?;
        // Who, where and what was said are known for what they are.
        let label = [talk::LEFT, talk::NEXT].iter().any(|field| field.untyped() == spec.id).then(|| say(PlanNames.field(&path)));
        Some(Line { label, words: answer_said(&path, spec, answer) })
    };
    let mut lines: Vec<Line> = talk::ALL.iter().filter(|spec| spec.id != talk::ON.untyped()).filter_map(one).collect();
    lines.retain(|line| !line.words.is_empty());
    let about: Vec<Question> = talk.chosen(TALK_ABOUT).iter().filter_map(|id| Question::by_id(id)).collect();
    if !about.is_empty() {
        let words = list(about.iter().map(|question| say(text::title(*question))));
        lines.push(Line { label: Some(say(text::notes::talk::FIELD_ABOUT)), words });
    }
    Entry::running(on, lines)
}
