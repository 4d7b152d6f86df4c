//! What differs between two contents of one record, as a list to read: for earlier versions, for backups and for restoring.

use leptos::prelude::*;
use record::{
    Answer, Card, Confirmed, Item, ItemId, Path, Record, Section,
    access::{Event, Happened, Recipient, log::Turn},
    catalogue as c,
    diff::{Change, What, diff},
    plan::{Version, parts::Part},
};

use super::sheet;
use crate::{
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
pub fn changes(old: &Record, new: &Record) -> AnyView {
    let lines = lines(old, new, lang());
    if lines.is_empty() {
        return view! { <p class="t-soft">{rich(text::NONE)}</p> }.into_any();
    }
    let mut shown: Vec<AnyView> = lines.iter().map(row).collect();
    let rest = shown.split_off(shown.len().min(OPEN));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="t-more">
                <summary>{text::more(rest.len(), lang())}</summary>
                <ul class="t-changes">{rest}</ul>
            </details>
        }
    });
    view! { <ul class="t-changes">{shown}</ul> {more} }.into_any()
}

fn row(line: &Line) -> AnyView {
    view! { <li><b>{line.place.clone()}</b> <span>{numbers(&line.words)}</span></li> }.into_any()
}

/// All changes in words, in the order of the card.
#[must_use]
pub fn lines(old: &Record, new: &Record, lang: Lang) -> Vec<Line> {
    diff(old, new).iter().filter_map(|change| line(change, old, new, lang)).collect()
}

/// Nothing where both sides read the same: a day that is half typed, or a part that was opened and closed again.
fn line(change: &Change, old: &Record, new: &Record, lang: Lang) -> Option<Line> {
    let words = match &change.what {
        What::Answered { before, after, .. } => {
            let say = |answer: &Option<Answer>| answer.as_ref().map(|answer| answer_words(&change.path, answer, lang));
            let (before, after) = (say(before), say(after));
            if before == after && before.as_deref() != Some(text::NEWER_ANSWER.say(lang)) {
                return None;
            }
            text::change(before.as_deref(), after.as_deref(), lang)
        }
        What::ItemAdded(item) => text::change(None, Some(&whole(&change.path, item, lang)), lang),
        What::ItemRemoved(item) => text::change(Some(&whole(&change.path, item, lang)), None, lang),
        What::Reordered => text::REORDERED.say(lang).to_owned(),
        What::Confirmed { before, after } => {
            let say = |confirmed: &Option<Confirmed>| confirmed.as_ref().map(|confirmed| days::day(confirmed.on, lang));
            text::change(say(before).as_deref(), say(after).as_deref(), lang)
        }
        What::Happened(event) => happened(event, new, lang)?,
        What::EventMissing(event) => match &event.what {
            Happened::Disclosed(shown) => text::change(Some(&plan::disclosed(shown)), None, lang),
            _ => return None,
        },
        What::VersionKept(version) => text::change(None, Some(&record_of(version, lang)), lang),
        What::VersionMissing(version) => text::change(Some(&record_of(version, lang)), None, lang),
    };
    Some(Line { place: place(change, old, new, lang), words })
}

/// What was opened, closed or shown since; nothing about a part that does not stand as that event left it.
fn happened(event: &Event, new: &Record, lang: Lang) -> Option<String> {
    let (open, closed) = (text::OPEN.say(lang), text::CLOSED.say(lang));
    let turned = |turn: &Turn, open: bool| {
        let (to, part) = (Recipient::by_id(&turn.to)?, Part::by_id(&turn.part)?);
        (new.log.is_open(part, to) == open).then_some(())
    };
    match &event.what {
        Happened::Opened(turn) => turned(turn, true).map(|()| text::change(Some(closed), Some(open), lang)),
        Happened::Closed(turn) => turned(turn, false).map(|()| text::change(Some(open), Some(closed), lang)),
        Happened::Disclosed(shown) => Some(text::change(None, Some(&plan::disclosed(shown)), lang)),
        Happened::Other(_) => Some(text::change(None, Some(text::NEWER_ANSWER.say(lang)), lang)),
    }
}

/// 「令和8年11月26日の記録」
fn record_of(version: &Version, lang: Lang) -> String {
    plan_text::record_of(&days::day(version.on, lang), lang)
}

/// 「薬・エリキュース・量」
fn place(change: &Change, old: &Record, new: &Record, lang: Lang) -> String {
    let at = &change.path;
    if matches!(change.what, What::Confirmed { .. }) {
        return text::CONFIRMED.say(lang).to_owned();
    }
    if matches!(change.what, What::VersionKept(_) | What::VersionMissing(_)) {
        return plan_text::PAST.say(lang).to_owned();
    }
    let between = if lang == Lang::Ja { "・" } else { " – " };
    if let What::Happened(event) | What::EventMissing(event) = &change.what {
        return match &event.what {
            Happened::Opened(turn) | Happened::Closed(turn) => {
                let opened = plan_text::OPENED.say(lang).to_owned();
                std::iter::once(opened).chain(plan::turned(turn).into_iter().flatten()).collect::<Vec<_>>().join(between)
            }
            Happened::Disclosed(_) => plan_text::SHOWN_BEFORE.say(lang).to_owned(),
            Happened::Other(_) => text::NEWER_ANSWER.say(lang).to_owned(),
        };
    }
    let Some(section) = at.section() else {
        let parts = plan::place(at, [&new.plan, &old.plan]);
        return parts.map_or_else(|| text::NEWER_ANSWER.say(lang).to_owned(), |parts| parts.join(between));
    };
    let mut parts = vec![plain(labels::section(section).say(lang))];
    if let (Some(id), Some(field)) = (&at.item, &at.field) {
        parts.extend(item_name(section, id, &new.card, &old.card, lang));
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

fn answer_words(path: &Path, answer: &Answer, lang: Lang) -> String {
    if let Some(words) = plan::words(path, answer) {
        return words;
    }
    let spec = path.section().and_then(|_| path.spec());
    match (answer, spec) {
        (Answer::None, None) => fields::NONE.say(lang).to_owned(),
        (Answer::Unknown, None) => fields::UNKNOWN.say(lang).to_owned(),
        (Answer::Given(words), None) => words.clone(),
        (Answer::Other(_), _) | (_, None) => text::NEWER_ANSWER.say(lang).to_owned(),
        (Answer::Given(_), Some(spec)) if spec.kind == c::Kind::Day => {
            let words = sheet::words(spec, answer, lang);
            if words.is_empty() { text::PART_OF_DAY.say(lang).to_owned() } else { words }
        }
        (answer, Some(spec)) => sheet::words(spec, answer, lang),
    }
}

/// Everything in an item, in one line.
fn whole(path: &Path, item: &Item, lang: Lang) -> String {
    let Some(section) = path.section() else {
        let words = plan::whole(path, item).unwrap_or_else(|| text::NEWER_ANSWER.say(lang).to_owned());
        return if words.is_empty() { fields::NOT_WRITTEN.say(lang).to_owned() } else { words };
    };
    let mut parts = vec![summary::item(section, item, lang)];
    parts.extend(sheet::rest_of(section, item, lang));
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() { fields::NOT_WRITTEN.say(lang).to_owned() } else { parts.join("　") }
}

#[cfg(test)]
mod tests {
    use record::{
        Answers, Day, Moment, Stamp,
        access::{EventId, Recipient},
        plan::{Question, catalogue::ANSWER, lists, parts::Part, section},
        sample,
    };

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
        new.card.section_mut(Section::Person).fields.set(c::SEX, Some(Answer::Picked("male".to_owned())), &stamp);
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
        answer(&mut new, "l1", ANSWER, Answer::Undecided);
        answer(&mut new, "l4", record::plan::options::SUDDEN, Answer::Picked("call_119".to_owned()));
        answer(&mut new, "t2.a", ANSWER, Answer::Picked("not_want".to_owned()));
        for line in lines(&old, &new, Lang::Ja) {
            assert!(!line.words.contains(text::NEWER_ANSWER.ja) && !line.place.contains(text::NEWER_ANSWER.ja), "{line:?}");
        }
        assert_eq!(lines(&old, &new, Lang::Ja)[0].words, "「まだわからない」が入ります");
        assert_eq!(lines(&old, &new, Lang::Ja).len(), 3);
    }

    /// Everything that the plan keeps beside answers, said in words: who may see what, what was shown, what happened, what was felt.
    fn beside() -> (Record, Record) {
        let old = somebody();
        let mut new = old.clone();
        let stamp = Stamp::default();
        let plan = &mut new.plan;
        let day = Day::parse("2026-11-26").unwrap();
        let given = |words: &str| Answer::Given(words.to_owned());
        let chosen = |ids: &[&str]| Answer::Chosen(ids.iter().map(|id| (*id).to_owned()).collect());
        plan.keep(Version {
            id: record::plan::VersionId("v".to_owned()),
            on: day,
            at: Moment(1),
            by: record::Author::Own,
            reason: String::new(),
            signed: None,
            after: Vec::new(),
            answers: plan.snapshot(),
            extra: serde_json::Map::new(),
        });
        plan.look_again(ItemId("e1".to_owned()), day, &stamp);
        plan.withdraw(ItemId("e2".to_owned()), day, &stamp);
        let mut add = |list: &str, id: &str, fields: &[(record::FieldId, Answer)]| {
            let mut item = Item { id: ItemId(id.to_owned()), fields: record::Fields::new(), extra: serde_json::Map::new() };
            fields.iter().for_each(|(field, answer)| item.fields.set(*field, Some(answer.clone()), &stamp));
            plan.section_mut(list).items.push(item);
        };
        add(
            section::FEELINGS,
            "f1",
            &[
                (c::NAME, given("幸子")),
                (c::ON, given("2026-11-26")),
                (lists::MARK, Answer::Picked("nodded".to_owned())),
                (lists::ABOUT, chosen(&["v2"])),
            ],
        );
        add(section::TALKS, "t1", &[(c::ON, given("2026-10-")), (lists::LINE_1, given("家のこと")), (lists::ABOUT, chosen(&["l1"]))]);
        plan.section_mut(section::SCENES).fields.set(ANSWER, Some(chosen(&["a", "c"])), &stamp);
        plan.section_mut(section::REMIND).fields.set(ANSWER, Some(chosen(&["birthday", "move"])), &stamp);
        plan.section_mut("l4").fields.set(c::TOLD_ON, Some(given("2027--")), &stamp);
        let id = |id: &str| EventId(id.to_owned());
        new.log.turn(id("o1"), Part::Circle, Recipient::Family, true, &stamp);
        new.log.turn(id("o2"), Part::Words, Recipient::Family, false, &stamp);
        new.log.note(id("s1"), Recipient::HomeDoctor, ("print", day, record::plan::VersionId("v".to_owned())), &stamp);
        (old, new)
    }

    #[test]
    fn what_stands_beside_the_answers_is_said_in_words() {
        let (old, new) = beside();
        let said: Vec<String> = lines(&old, &new, Lang::Ja).iter().map(|line| format!("{}：{}", line.place, line.words)).collect();
        for wanted in [
            "これまでの記録：「令和8年11月26日の記録」が入ります",
            "これまでの記録：「令和8年11月26日 もう一度見て、変わりなかった」が入ります",
            "これまでの記録：「令和8年11月26日 取り下げました」が入ります",
            "だれに、どこまで見せるか・ほかの家族・話し合いに加わる人：「閉じている」が「開いている」に変わります",
            "これまでに見せたもの：「令和8年11月26日 在宅の先生・訪問看護 紙」が入ります",
            "考える場面：「最期が近いとき・認知症などが進んだとき」が入ります",
            "見直しの知らせ：「誕生日・引っ越したとき」が入ります",
        ] {
            assert!(said.iter().any(|said| said == wanted), "{wanted}\n{said:#?}");
        }
        let has = |parts: &[&str]| said.iter().any(|said| parts.iter().all(|part| said.contains(part)));
        assert!(
            has(&["家族の気持ち", "幸子 令和8年11月26日 うなずいた", &plan_text::title(Question::V2).ja.replace(['[', ']'], "")]),
            "{said:#?}"
        );
        assert!(has(&["話し合いの記録：「2026年10月　", "家のこと"]) && has(&["「2027年」が入ります"]), "{said:#?}");
        // A part that was closed and stays closed is no change.
        assert!(!has(&["ことば", "閉じている」が入ります"]) && said.len() == 10, "{said:#?}");
        for word in ["yes", "2026-", "2027-", "nodded", fields::NOT_WRITTEN.ja, text::NEWER_ANSWER.ja, fields::UNNAMED.ja] {
            assert!(!has(&[word]), "{word}: {said:#?}");
        }
    }

    #[test]
    fn what_stands_beside_the_answers_is_said_in_english_too() {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(Lang::En);
            let (old, new) = beside();
            let said: Vec<String> = lines(&old, &new, Lang::En).iter().map(|line| format!("{}: {}", line.place, line.words)).collect();
            let is = |wanted: &str| said.iter().any(|said| said == wanted);
            assert!(is("Who may see what – Other family – Who joins the talks: “closed” becomes “open”"), "{said:#?}");
            assert!(is("Records so far: “Record of 26 November 2026” comes in"), "{said:#?}");
            assert!(said.iter().all(|said| said.chars().all(|sign| sign.is_ascii() || "“”–’·・幸子家のこと".contains(sign))), "{said:#?}");
        });
    }

    #[test]
    fn a_change_in_a_list_entry_names_the_entry_and_a_half_typed_day_is_never_raw() {
        let (_, old) = beside();
        let mut new = old.clone();
        let stamp = Stamp { at: Moment(9), ..Stamp::default() };
        let talks = &mut new.plan.section_mut(section::TALKS).items;
        talks[0].fields.set(c::ON, Some(Answer::Given("2026-10-0".to_owned())), &stamp);
        assert!(lines(&old, &new, Lang::Ja).is_empty(), "it reads the same");
        new.plan.section_mut(section::TALKS).items[0].fields.set(c::ON, Some(Answer::Given("2026-10-05".to_owned())), &stamp);
        new.card.section_mut(Section::Person).fields.set(c::BIRTH, Some(Answer::Given("1941-04-".to_owned())), &stamp);
        let said: Vec<String> = lines(&old, &new, Lang::Ja).iter().map(|line| format!("{}：{}", line.place, line.words)).collect();
        assert!(said[0].ends_with("が「1941年4月」に変わります"), "{said:?}");
        assert_eq!(said[1], "話し合いの記録・令和8年10月5日・話した日：「2026年10月」が「令和8年10月5日」に変わります");
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
