//! What stands in the answers of the plan, line by line: for lists, reading together, comparing, previews and paper.

use std::collections::BTreeMap;

use record::{
    Answer, Answers, Day, Item, SectionData,
    catalogue::{FieldSpec, List, Naming},
    plan::{
        Key, Question, State,
        catalogue::COMMON_FIELDS,
        cpr::{Cpr, cpr},
        effective,
        lists::{TrustedPerson, trusted},
    },
};

use super::{ANSWERED, SKIPPED, UNTOUCHED, colon, notes, scene_short, title};
use crate::{
    Lang,
    answer_text::{Form, options, say},
    days, fields,
    langs::Langs,
    place::{Asks, InPlan},
    plain,
};

/// The answers of a plan or of one of its versions, by the stored ids of the questions.
pub type Given = BTreeMap<String, SectionData>;

/// One line: what it is about, where that needs saying, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: Option<String>,
    pub words: String,
}

/// What stands between things of different kinds in one line.
#[must_use]
pub const fn gap(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "　",
        Lang::En => " · ",
    }
}

/// A label and what was said, in one line.
#[must_use]
pub fn labelled(label: &str, words: &str, lang: Lang) -> String {
    let colon = colon(label, lang);
    // After a question, which takes no colon, a space holds the two apart in Japanese too.
    let space = if lang == Lang::En || colon.is_empty() { " " } else { "" };
    format!("{label}{colon}{space}{words}")
}

/// Everything that was said to a question, in the order in which it is asked. What was chosen of many stands in one line.
#[must_use]
pub fn said(key: Key, answers: &Given, lang: Lang) -> Vec<Line> {
    lines(key, answers, Langs::from(lang).between(), lang)
}

/// The same for the screen: what was chosen of many stands one below the other.
#[must_use]
pub fn listed(key: Key, answers: &Given, lang: Lang) -> Vec<Line> {
    lines(key, answers, "\n", lang)
}

/// The lines of what was chosen of many, as [`said`] has them, each with its options.
#[must_use]
pub fn chosen(key: Key, answers: &Given, lang: Lang) -> Vec<(Line, Vec<String>)> {
    let id = key.to_string();
    let (place, spec) = (InPlan(&id), key.question.spec());
    let Some(data) = answers.get(&id).map(|data| effective(key.question, data)) else { return Vec::new() };
    let rows = spec.rows.iter().map(|row| (row, spec.rows.len() > 1));
    let fields = rows.chain(spec.more.iter().chain(COMMON_FIELDS).map(|field| (field, true)));
    let one = |(field, labelled): (&FieldSpec, bool)| {
        let answer = data.fields.answer(field.id).filter(|answer| matches!(answer, Answer::Chosen(_)))?;
        let options = options(place, field, answer, lang.into(), Form::Full);
        let words = options.join(Langs::from(lang).between());
        Some((Line { label: labelled.then(|| label(place, field, lang)), words }, options))
    };
    fields.filter_map(one).collect()
}

fn label(place: InPlan<'_>, field: &FieldSpec, lang: Lang) -> String {
    Langs::from(lang).say(place.label(field.id, Form::Full))
}

fn lines(key: Key, answers: &Given, between: &str, lang: Lang) -> Vec<Line> {
    if key.question == Question::P2 {
        return asked(answers, lang);
    }
    let id = key.to_string();
    let Some(data) = answers.get(&id).map(|data| effective(key.question, data)) else { return Vec::new() };
    let (place, spec) = (InPlan(&id), key.question.spec());
    let one = |field: &FieldSpec, labelled: bool| {
        let answer = data.fields.answer(field.id)?;
        let words = match answer {
            Answer::Chosen(_) => options(place, field, answer, lang.into(), Form::Full).join(between),
            _ => say(place, field, answer, lang, Form::Full).words,
        };
        (!words.is_empty()).then(|| Line { label: labelled.then(|| label(place, field, lang)), words })
    };
    let several = spec.rows.len() > 1;
    let mut lines: Vec<Line> = spec.rows.iter().filter_map(|row| one(row, several)).collect();
    lines.extend(data.items.iter().filter_map(|item| person(place, item, lang)));
    lines.extend(spec.more.iter().filter_map(|field| one(field, true)));
    lines.extend(COMMON_FIELDS.iter().filter_map(|field| one(field, true)));
    lines.extend(unconfirmed(key, answers, lang));
    lines
}

/// 「先生に未確認」 goes wherever a wish about resuscitation goes that no doctor has heard.
fn unconfirmed(key: Key, answers: &Given, lang: Lang) -> Option<Line> {
    let scene = key.scene.filter(|_| key.question == Question::T2)?;
    let words = || format!("【{}】", plain(notes::cpr::UNCONFIRMED.say(lang)));
    (cpr(answers, scene) == Cpr::Unconfirmed).then(|| Line { label: None, words: words() })
}

/// A person in a list: name, relation, and what else was written.
fn person(place: InPlan<'_>, item: &Item, lang: Lang) -> Option<Line> {
    let name = place.item().find(|spec| spec.naming == Naming::Name).map(|spec| item.fields.words(spec.id))?;
    if name.is_empty() {
        return None;
    }
    let words = |spec: &FieldSpec| Some(say(place, spec, item.fields.answer(spec.id)?, lang, Form::Full).words);
    // Who it is first; how far the asking has come is answered in p2.
    let elsewhere =
        |spec: &FieldSpec| spec.naming == Naming::Name || [trusted::ASKED, trusted::ASKED_ON].iter().any(|one| one.untyped() == spec.id);
    let (who, rest): (Vec<_>, Vec<_>) = place.item().filter(|spec| !elsewhere(spec)).partition(|spec| spec.naming == Naming::Before);
    let parts = who.into_iter().chain(rest).filter_map(words).filter(|part| !part.is_empty());
    Some(Line { label: Some(name.to_owned()), words: parts.collect::<Vec<_>>().join(gap(lang)) })
}

/// What was asked of each person, and when.
fn asked(answers: &Given, lang: Lang) -> Vec<Line> {
    let place = InPlan(Question::P1.id());
    let Some(data) = answers.get(Question::P1.id()).map(|data| effective(Question::P2, data)) else { return Vec::new() };
    let one = |item: &Item| {
        let person = TrustedPerson.item(place.0, item)?;
        let words = say(place, place.spec(trusted::ASKED.untyped().as_str())?, person.answer(trusted::ASKED)?, lang, Form::Full).words;
        let on = Day::parse(person.words(trusted::ASKED_ON)).map(|on| in_brackets(&days::day(on, lang), lang)).unwrap_or_default();
        Some(Line { label: Some(person.words(trusted::NAME).to_owned()), words: format!("{words}{on}") })
    };
    data.items.iter().filter_map(one).collect()
}

/// Words in brackets after others.
fn in_brackets(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("（{words}）"),
        Lang::En => format!(" ({words})"),
    }
}

/// The state of a question in words.
#[must_use]
pub fn state(state: State, lang: Lang) -> String {
    let word = match state {
        State::Untouched => UNTOUCHED,
        State::Skipped => SKIPPED,
        State::Undecided => fields::UNDECIDED,
        State::Answered => ANSWERED,
    };
    plain(word.say(lang))
}

/// What a question is called in a list: with its scene, where it has one.
#[must_use]
pub fn title_of(key: Key, lang: Lang) -> String {
    let title = plain(title(key.question).say(lang));
    match key.scene {
        Some(scene) => format!("{title}{}", in_brackets(&plain(scene_short(scene).say(lang)), lang)),
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use record::{Stamp, plan::catalogue::v1};

    use super::*;

    #[test]
    fn what_was_chosen_of_many_stands_in_one_line_or_one_below_the_other() {
        let mut answers = Given::new();
        let ids = ["family", "faith"].map(str::to_owned).to_vec();
        v1::ANSWER.set(&mut answers, Some(Answer::Chosen(ids)), &Stamp::default());
        v1::WORDS.set(&mut answers, Some(Answer::Given("庭\n犬".to_owned())), &Stamp::default());
        let key = Key::of(Question::V1);
        let words = |lines: Vec<Line>| lines.into_iter().map(|line| line.words).collect::<Vec<_>>();
        let each = ["家族や親しい人とすごす", "信じるものや心の支えを大切にする"];
        assert_eq!(words(said(key, &answers, Lang::Ja)), [each.join("・"), "庭\n犬".to_owned()]);
        assert_eq!(words(listed(key, &answers, Lang::Ja)), [each.join("\n"), "庭\n犬".to_owned()]);
        let options: Vec<Vec<String>> = chosen(key, &answers, Lang::Ja).into_iter().map(|(_, options)| options).collect();
        assert_eq!(options, [each.map(str::to_owned).to_vec()]);
    }
}
