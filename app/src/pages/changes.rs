//! What differs between two contents of one record, as a list to read: for earlier versions, for backups and for restoring.

use record::{
    Answer, Card, Confirmed, Item, ItemId, Record, Section, catalogue as c,
    diff::{Change, Place, What, diff},
};

use super::sheet;
use crate::{
    dom::{IntoNode, Node, view},
    parts::{
        plan::changed as plan,
        summary,
        words::{lang, numbers, rich},
    },
    text::{Lang, changes as text, days, fields, labels, plain, plan as plan_text},
};

/// How many changes stand open; the others are folded.
const OPEN: usize = 6;

/// One change as two lines: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub place: String,
    pub words: String,
}

/// The changes from one content to another, or a word that there are none.
#[must_use]
pub fn changes(old: &Record, new: &Record) -> Node {
    let lines = lines(old, new, lang());
    if lines.is_empty() {
        return view! { <p class="t-soft">{rich(text::NONE)}</p> }.into_node();
    }
    let mut shown: Vec<Node> = lines.iter().map(row).collect();
    let rest = shown.split_off(shown.len().min(OPEN));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="t-more">
                <summary>{text::more(rest.len(), lang())}</summary>
                <ul class="t-changes">{rest}</ul>
            </details>
        }
    });
    view! { <ul class="t-changes">{shown}</ul> {more} }.into_node()
}

fn row(line: &Line) -> Node {
    view! { <li><b>{line.place.clone()}</b> <span>{numbers(&line.words)}</span></li> }.into_node()
}

/// All changes in words, in the order of the card.
#[must_use]
pub fn lines(old: &Record, new: &Record, lang: Lang) -> Vec<Line> {
    diff(old, new).iter().map(|change| line(change, &old.card, &new.card, lang)).collect()
}

fn line(change: &Change, old: &Card, new: &Card, lang: Lang) -> Line {
    let words = match &change.what {
        What::Answered { before, after, .. } => {
            let say = |answer: &Option<Answer>| answer.as_ref().map(|answer| answer_words(&change.place, answer, lang));
            text::change(say(before).as_deref(), say(after).as_deref(), lang)
        }
        What::ItemAdded(item) => text::change(None, Some(&whole(&change.place, item, lang)), lang),
        What::ItemRemoved(item) => text::change(Some(&whole(&change.place, item, lang)), None, lang),
        What::Reordered => text::REORDERED.say(lang).to_owned(),
        What::Confirmed { before, after } => {
            let say = |confirmed: &Option<Confirmed>| confirmed.as_ref().map(|confirmed| days::day(confirmed.on, lang));
            text::change(say(before).as_deref(), say(after).as_deref(), lang)
        }
        What::VersionKept(version) => text::change(None, Some(&days::day(version.on, lang)), lang),
        What::VersionMissing(version) => text::change(Some(&days::day(version.on, lang)), None, lang),
    };
    Line { place: place(change, old, new, lang), words }
}

/// 「薬・エリキュース・量」
fn place(change: &Change, old: &Card, new: &Card, lang: Lang) -> String {
    let at = &change.place;
    if matches!(change.what, What::Confirmed { .. }) {
        return text::CONFIRMED.say(lang).to_owned();
    }
    if matches!(change.what, What::VersionKept(_) | What::VersionMissing(_)) {
        return plan_text::KEEP.say(lang).to_owned();
    }
    let between = if lang == Lang::Ja { "・" } else { " – " };
    let Some(section) = at.section() else {
        return plan::place(at).map_or_else(|| text::NEWER_ANSWER.say(lang).to_owned(), |parts| parts.join(between));
    };
    let mut parts = vec![plain(labels::section(section).say(lang))];
    if let (Some(id), Some(field)) = (&at.item, &at.field) {
        parts.extend(item_name(section, id, new, old, lang));
        parts.push(plain(labels::field(section, field).say(lang)));
    } else if let Some(field) = at.field.as_ref().filter(|field| *field != c::LIST.0) {
        parts.push(plain(labels::field(section, field).say(lang)));
    }
    parts.join(between)
}

/// What the item is called now, or was called before.
fn item_name(section: Section, id: &ItemId, new: &Card, old: &Card, lang: Lang) -> Option<String> {
    let named = |card: &Card| {
        let item = card.items(section).iter().find(|item| item.id == *id)?;
        Some(summary::item(section, item, lang)).filter(|name| !name.is_empty())
    };
    named(new).or_else(|| named(old))
}

fn answer_words(place: &Place, answer: &Answer, lang: Lang) -> String {
    if let Some(words) = plan::words(place, answer) {
        return words;
    }
    let spec = place.section().and_then(|section| {
        let spec = section.spec();
        let specs = if place.item.is_some() { spec.item } else { spec.fields };
        specs.iter().find(|spec| place.field.as_deref() == Some(spec.id.0))
    });
    match (answer, spec) {
        (Answer::None, None) => fields::NONE.say(lang).to_owned(),
        (Answer::Unknown, None) => fields::UNKNOWN.say(lang).to_owned(),
        (Answer::Given(words), None) => words.clone(),
        (Answer::Other(_), _) | (_, None) => text::NEWER_ANSWER.say(lang).to_owned(),
        (answer, Some(spec)) => sheet::words(spec, answer, lang),
    }
}

/// Everything in an item, in one line.
fn whole(place: &Place, item: &Item, lang: Lang) -> String {
    let Some(section) = place.section() else {
        let words = plan::whole(place, item).unwrap_or_else(|| text::NEWER_ANSWER.say(lang).to_owned());
        return if words.is_empty() { fields::NOT_WRITTEN.say(lang).to_owned() } else { words };
    };
    let mut parts = vec![summary::item(section, item, lang)];
    parts.extend(sheet::rest_of(section, item, lang));
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() { fields::NOT_WRITTEN.say(lang).to_owned() } else { parts.join("　") }
}

#[cfg(test)]
mod tests {
    use record::{Answers, Day, Moment, Stamp, sample};

    use super::*;

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    #[test]
    fn every_kind_of_change_is_said_in_words() {
        let old = somebody();
        let mut new = old.clone();
        let stamp = Stamp::default();
        new.card.confirmed = None;
        new.card.section_mut(Section::Person).fields.set(c::SEX, Some(Answer::Given("male".to_owned())), &stamp);
        let medicines = &mut new.card.section_mut(Section::Medicines).items;
        medicines[0].fields.set(c::DOSE, None, &stamp);
        medicines.swap(1, 2);
        new.card.section_mut(Section::Allergies).items.clear();
        new.card.section_mut(Section::Allergies).fields.set(c::LIST, Some(Answer::None), &stamp);
        let said: Vec<String> = lines(&old, &new, Lang::Ja).iter().map(|line| format!("{}：{}", line.place, line.words)).collect();
        assert_eq!(
            said,
            [
                "全体を確かめた日：「令和8年11月22日」が消えます",
                "本人のこと・性別：「女性」が「男性」に変わります",
                "薬・エリキュース・量：「2.5mg 1錠」が消えます",
                "薬：順番が変わります",
                "アレルギー：「なし」が入ります",
                "アレルギー：「卵　食べ物　じんましん」が消えます",
                "アレルギー：「ペニシリン　薬　息苦しさ」が消えます",
            ]
        );
        assert!(lines(&old, &old, Lang::En).is_empty());
    }

    #[test]
    fn a_change_of_the_plan_is_said_too() {
        let old = somebody();
        let mut new = old.clone();
        let stamp = Stamp::default();
        let answer = |record: &mut Record, id: &str, field, answer| record.plan.section_mut(id).fields.set(field, Some(answer), &stamp);
        answer(&mut new, "l1", record::plan::catalogue::ANSWER, Answer::Undecided);
        answer(&mut new, "l4", record::plan::options::SUDDEN, Answer::Given("call_119".to_owned()));
        answer(&mut new, "t2.a", record::plan::catalogue::ANSWER, Answer::Given("not_want".to_owned()));
        for line in lines(&old, &new, Lang::Ja) {
            assert!(!line.words.contains(text::NEWER_ANSWER.ja) && !line.place.contains(text::NEWER_ANSWER.ja), "{line:?}");
        }
        assert_eq!(lines(&old, &new, Lang::Ja)[0].words, "「まだわからない」が入ります");
        assert_eq!(lines(&old, &new, Lang::Ja).len(), 3);
    }

    #[test]
    fn every_field_of_the_sample_can_be_said() {
        let nobody = Record::new(somebody().id, Moment(0));
        for language in [Lang::Ja, Lang::En] {
            for line in lines(&nobody, &somebody(), language) {
                assert!(!line.place.is_empty() && line.words.chars().count() > 5, "{line:?}");
                assert!(!line.words.contains("「」") && !line.words.contains("“”"), "{line:?}");
            }
        }
    }
}
