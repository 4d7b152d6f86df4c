//! Talks on a sheet: the day of each, and in one line with whom, where and what.

use record::{
    Answers, Day, Path,
    catalogue::{FieldSpec, ON},
    plan::{
        Plan, Question,
        lists::{ABOUT, LEFT, NEXT, TALK},
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
        names::PlanNames,
        said::{Line, answer_said},
    },
    words::{lang, say},
};
use words::{days, plan as text};

/// Talks, the latest first. Where only days are known, all in one line.
#[must_use]
pub fn talks(plan: &Plan) -> Vec<Entry> {
    let mut items: Vec<_> = plan.section(section::TALKS).map_or(&[][..], |talks| &talks.items).iter().collect();
    items.sort_by(|one, other| other.fields.words(ON).cmp(one.fields.words(ON)));
    let talks = items.into_iter().map(talk).filter(|entry| !entry.title.is_empty() || !entry.lines.is_empty()).collect::<Vec<_>>();
    if talks.len() > 1 && talks.iter().all(|talk| talk.lines.is_empty()) {
        return vec![Entry::running(String::new(), vec![line(list(talks.into_iter().map(|talk| talk.title)))])];
    }
    talks
}

fn talk(item: &record::Item) -> Entry {
    let holder = Path::beside(section::TALKS);
    let on = Day::parse(item.fields.words(ON)).map(|on| days::day(on, lang())).unwrap_or_default();
    let one = |spec: &FieldSpec| {
        let path = holder.item(&item.id).field(spec.id);
        let answer = item.fields.answer(spec.id)?;
        // Who, where and what was said are known for what they are.
        let label = [LEFT, NEXT].contains(&spec.id).then(|| say(PlanNames.field(&path)));
        Some(Line { label, words: answer_said(&path, spec, answer) })
    };
    let mut lines: Vec<Line> = TALK.iter().filter(|spec| spec.id != ON).filter_map(one).collect();
    lines.retain(|line| !line.words.is_empty());
    let about: Vec<Question> = item.fields.chosen(ABOUT).iter().filter_map(|id| Question::by_id(id)).collect();
    if !about.is_empty() {
        let words = list(about.iter().map(|question| say(text::title(*question))));
        lines.push(Line { label: Some(say(text::notes::talk::FIELD_ABOUT)), words });
    }
    Entry::running(on, lines)
}
