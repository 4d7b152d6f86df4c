//! What fields and options of the plan are called.

use record::{
    Answers, Item, Path, Root,
    catalogue::{ASKED, FieldSpec, NAME, ON, RELATION, WITH, WORDS},
    plan::{
        catalogue::ANSWER,
        lists::{ABOUT, FEELING, KIND, LOOKED, MARK, NAMES, TALK, TO, WITHDRAWN},
        parts::{READERS, reader_id},
        section,
    },
};

use crate::{
    parts::{
        names::{CARD, Names},
        summary::worded,
        words::{lang, say},
    },
    text::{
        Lang, Word, days, fields, labels,
        plan::{self as text, FieldWords},
    },
};

/// The words of the plan, and for what belongs to the card the card's.
pub const PLAN: Names = Names { field, hint, option, item, line, add, none };

fn of_card(path: &Path) -> bool {
    path.section().is_some()
}

fn field(path: &Path) -> Word {
    if of_card(path) {
        return (CARD.field)(path);
    }
    let found = match path.root {
        Root::Beside(section::TALKS) if path.is(ABOUT) => Some(text::notes::talk::FIELD_ABOUT),
        Root::Beside(section::FEELINGS) if path.is(ABOUT) => Some(text::notes::feelings::FIELD_ABOUT),
        _ => words(path).map(|words| words.label),
    };
    found.or_else(|| of_contact(path)).unwrap_or(fields::UNNAMED)
}

fn words(path: &Path) -> Option<&'static FieldWords> {
    let field = path.spec()?.id;
    match path.root {
        Root::Beside(section::TALKS) => text::talk(field),
        Root::Beside(section::FEELINGS) => text::feeling(field),
        _ => {
            let own = text::question(path.key()?.question).field(field);
            own.or_else(|| text::beside(field).filter(|_| path.item.is_none()))
        }
    }
}

/// A name, a relation and a number are called as on the card.
fn of_contact(path: &Path) -> Option<Word> {
    path.item.is_some().then(|| labels::field(record::Section::Contacts, path.id()))
}

fn hint(path: &Path) -> Option<Word> {
    if of_card(path) {
        return (CARD.hint)(path);
    }
    match path.key() {
        Some(key) if path.is(ANSWER) => text::question(key.question).hint,
        _ => words(path)?.hint,
    }
}

fn option(path: &Path, option: &str) -> Option<Word> {
    if of_card(path) || path.is(RELATION) {
        return labels::option_word(option);
    }
    words(path)?.option(option)
}

fn item(holder: &Path) -> &'static [FieldSpec] {
    match holder.root {
        Root::Card(_) => (CARD.item)(holder),
        Root::Beside(section::TALKS) => TALK,
        Root::Beside(section::FEELINGS) => FEELING,
        _ => {
            let item = holder.key().map_or(&[][..], |key| key.question.spec().item);
            // p1 lists who it is; how far the asking has come, which stands last, is answered in p2.
            let own = item.iter().position(|spec| spec.id == ASKED).unwrap_or(item.len());
            item.get(..own).unwrap_or(item)
        }
    }
}

fn line(holder: &Path, item: &Item, language: Lang) -> String {
    if of_card(holder) {
        return (CARD.line)(holder, item, language);
    }
    let words = |field| worded(&item.fields, field, language);
    let on = || days::told(item.fields.words(ON), language).unwrap_or_default();
    let parts = match holder.root {
        Root::Beside(section::TALKS) => return text::talk_line(&on(), &with_whom(item), language),
        Root::Beside(section::FEELINGS) => {
            let mark = text::mark(item.fields.picked(MARK)).map(say).unwrap_or_default();
            vec![item.fields.words(NAME).to_owned(), on(), mark, item.fields.words(WORDS).to_owned()]
        }
        Root::Beside(section::EVENTS) => vec![on(), happened(item.fields.words(KIND)).map(say).unwrap_or_default()],
        Root::Beside(section::SHOWN) => {
            let to = READERS.into_iter().find(|role| reader_id(*role) == item.fields.words(TO));
            let to = to.map(|role| say(text::reader(role).name)).unwrap_or_default();
            vec![on(), to, text::shown(item.fields.words(KIND)).map(say).unwrap_or_default()]
        }
        _ => vec![words(RELATION), words(NAME)],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With whom a talk was: who they are, and their names.
#[must_use]
pub fn with_whom(item: &Item) -> String {
    let with = item.fields.chosen(WITH).iter().filter_map(|id| text::talk(WITH)?.option(id));
    let with = with.map(say).collect::<Vec<_>>().join(&say(fields::BETWEEN));
    text::named(&with, item.fields.words(NAMES), lang())
}

/// What happened to a record since it was kept.
fn happened(kind: &str) -> Option<Word> {
    match kind {
        LOOKED => Some(text::notes::version::LOOKED),
        WITHDRAWN => Some(text::WITHDRAWN),
        _ => None,
    }
}

fn none(holder: &Path) -> Option<[Word; 2]> {
    (CARD.none)(holder)
}

fn add(holder: &Path) -> Word {
    match holder.root {
        Root::Card(_) => (CARD.add)(holder),
        Root::Beside(section::TALKS) => text::ADD_TALK,
        _ => text::ADD_PERSON,
    }
}

/// The words of an option of a field, in the language of the page.
#[must_use]
pub fn option_said(path: &Path, id: &str) -> String {
    option(path, id).map_or_else(|| id.to_owned(), |word| crate::text::plain(word.say(lang())))
}

#[cfg(test)]
mod tests {
    use record::{catalogue::ASKED_ON, plan::Question};

    use super::*;

    #[test]
    fn p1_lists_everything_about_a_person_but_how_far_the_asking_has_come() {
        let all = Question::P1.spec().item.iter().map(|spec| spec.id).filter(|id| ![ASKED, ASKED_ON].contains(id));
        let listed = (PLAN.item)(&Path::from(Key::of(Question::P1))).iter().map(|spec| spec.id);
        assert_eq!(listed.collect::<Vec<_>>(), all.collect::<Vec<_>>());
    }
}
