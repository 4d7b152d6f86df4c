//! Words for what two edits left open: where, and what can be chosen.

use record::{Answer, Conflict, Item, Path, Record, Resolution, Root, catalogue::LIST};

use super::{Lang, Word, w};
use crate::{
    changes::{between, called, place_of, said, whole},
    fields, plan,
};

pub const TITLE: Word = w("ふたつの書き方があります", "Written in two ways");
pub const LEAD: Word = w(
    "同じところが、ほぼ同じときに、別々に直されました。どちらも消えていません。残すほうを選んでください。あとで選んでもかまいません。",
    "The same place was changed twice, at about the same time. Nothing is lost. Choose which one to keep. You can also choose later.",
);
pub const KEEP: Word = w("こちらを残す", "Keep this one");
pub const ALL_RIGHT: Word = w("これでよい", "This is right");
pub const STANDS: Word = w("いま見えているほう", "Shown now");
pub const DONE: Word = w("選んだほうを残しました。", "What you chose is kept.");
pub const UNDO: Word = w("選ぶ前に戻す", "Undo the choice");
pub const VERSIONS: Word = w(
    "人生会議の記録が、別々に2つ残されました。どちらも「これまでの記録」にあります。",
    "Two records of the plan were kept separately. Both are among the earlier records.",
);

const ORDER: Word = w("順番", "Order");
const BLANK: Word = w("何も書かない", "Left blank");
const REMOVED: Word = w("消したままにする", "Leave it removed");
const AS_LISTED: Word = w("書いてあるものを残す", "Keep what is listed");
const AS_NOW: Word = w("いまのまま", "As it is now");

/// Where it is.
#[must_use]
pub fn place(conflict: &Conflict, record: &Record, lang: Lang) -> String {
    let path = &conflict.path;
    let name = place_of(path, &[record], lang);
    if path.root == Root::Whole {
        return plan::PAST.say(lang).to_owned();
    }
    if conflict.is_order() { format!("{name}{}{}", between(lang), ORDER.say(lang)) } else { name }
}

/// What a resolution says.
#[must_use]
pub fn resolution(conflict: &Conflict, resolution: &Resolution, record: &Record, lang: Lang) -> String {
    let path = &conflict.path;
    match resolution {
        Resolution::KeepCurrent => standing(conflict, record, lang),
        Resolution::Answer(Answer::Chosen(ids)) if conflict.is_order() => {
            let find = |id: &String| path.items(record).iter().find(|item| item.id.0 == *id);
            names(ids.iter().filter_map(find), path, record, lang)
        }
        Resolution::Answer(answer) => said_or_newer(path, answer, lang),
        Resolution::Clear => BLANK.say(lang).to_owned(),
        Resolution::Restore(item) => whole(path, item, lang),
    }
}

fn standing(conflict: &Conflict, record: &Record, lang: Lang) -> String {
    let path = &conflict.path;
    let removed = path.field.is_none() && path.item.is_some();
    let word = match path.answer(record) {
        Some(answer) => return said_or_newer(path, answer, lang),
        _ if path.root == Root::Whole => AS_NOW,
        _ if conflict.is_order() => return names(path.items(record).iter(), path, record, lang),
        _ if removed => REMOVED,
        _ if path.is(LIST.untyped()) => AS_LISTED,
        _ => BLANK,
    };
    word.say(lang).to_owned()
}

fn said_or_newer(path: &Path, answer: &Answer, lang: Lang) -> String {
    said(path, answer, lang).unwrap_or_else(|| fields::NEWER_ANSWER.say(lang).to_owned())
}

/// The entries of a list, in order.
fn names<'a>(items: impl Iterator<Item = &'a Item>, path: &Path, record: &Record, lang: Lang) -> String {
    let name = |item: &Item| called(record, &path.item(&item.id), lang).unwrap_or_else(|| fields::NOT_WRITTEN.say(lang).to_owned());
    let numbered = items.enumerate().map(|(at, item)| format!("{} {}", at + 1, name(item)));
    numbered.collect::<Vec<_>>().join(if lang == Lang::Ja { "　" } else { ", " })
}

#[cfg(test)]
mod tests {
    use record::{Day, ItemId, Moment, Section, Sides, catalogue as c, sample};

    use super::*;

    fn somebody() -> Record {
        sample::person(Moment(0), Day::parse("2026-11-22").unwrap())
    }

    fn told(record: &Record, path: Path, sides: Sides, lang: Lang) -> (String, Vec<String>) {
        let conflict = Conflict { path, sides };
        let words = conflict.resolutions(record).iter().map(|one| resolution(&conflict, one, record, lang)).collect();
        (place(&conflict, record, lang), words)
    }

    fn answers(given: &[&str], untouched: bool) -> Sides {
        Sides::Answers { given: given.iter().map(|words| Answer::Given((*words).to_owned())).collect(), untouched }
    }

    #[test]
    fn both_sides_of_an_answer_are_said_what_is_shown_first() {
        let mut record = somebody();
        let path = Path::from(c::care::PETS);
        path.set(&mut record, Some(Answer::Given("猫".to_owned())), &record::Stamp::default());
        let (place, words) = told(&record, path.clone(), answers(&["犬", "猫"], true), Lang::Ja);
        assert!(place.ends_with("ペット"), "{place}");
        assert_eq!(words, ["猫", "犬", "何も書かない"]);
        path.set(&mut record, None, &record::Stamp::default());
        assert_eq!(told(&record, path, answers(&["犬"], true), Lang::En).1, ["Left blank", "犬"]);
    }

    #[test]
    fn an_entry_that_was_removed_and_the_order_of_a_list_are_said_by_names() {
        let record = somebody();
        let section_path = Path::from(Section::Medicines);
        let [first, second] = [0, 1].map(|at| record.card.items(Section::Medicines)[at].clone());
        let mut gone = record.clone();
        section_path.remove(&mut gone, &first.id);
        let (place, words) = told(&gone, section_path.item(&first.id), Sides::Removed(vec![first.clone()]), Lang::Ja);
        assert_eq!((place.as_str(), words[0].as_str()), ("薬", "消したままにする"));
        let name = crate::entry::name_of(Section::Medicines, &first, Lang::Ja, crate::answer_text::Form::Full);
        assert!(words[1].contains(&name), "{words:?}");

        let turned = Answer::Chosen([&second, &first].map(|item| item.id.0.clone()).to_vec());
        let (place, words) = told(&record, section_path, Sides::Answers { given: vec![turned], untouched: false }, Lang::Ja);
        assert_eq!(place, "薬・順番");
        assert!(words[0].starts_with(&format!("1 {name}")) && words[1].contains(&format!("2 {name}")), "{words:?}");
        assert!(words.iter().all(|words| !words.contains(&first.id.0)));
    }

    #[test]
    fn what_cannot_be_chosen_can_be_left() {
        let record = somebody();
        let versions = told(&record, Path::default().named("versions"), answers(&["a", "b"], false), Lang::Ja);
        assert_eq!(versions, ("これまでの記録".to_owned(), vec!["いまのまま".to_owned()]));
        let newer = told(&record, Path::from(Root::by_id("later")).named("x"), answers(&["a"], true), Lang::En);
        assert_eq!(newer.1.len(), 1);
        let name = c::allergy::NAME.of(&ItemId("gone".to_owned()));
        assert!(!told(&record, name, answers(&["a"], false), Lang::Ja).0.is_empty());
    }
}
