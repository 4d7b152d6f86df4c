//! What a careful helper would ask about, in a calm box with links to the fields. Never in the way of saving, nobody's fault.

use leptos::prelude::*;
use record::{
    Card, Known, Path, Record, Section,
    catalogue::{Naming, devices},
    check::{self, Remark, RemarkKind},
};
use words::{answer_text::Form, entry::name_of};

use super::{
    wanted::{settle, wanted},
    words::{lang, rich},
};
use crate::{routes::Page, workspace::workspace};
use words::{Word, check as text, labels};

/// What a remark under a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What would make it easier to use.
    Advice,
    /// What stands there cannot be right.
    Wrong,
}

/// The id of the heading of the box.
const HEADING: &str = "remarks";

/// Which remarks stand in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them: the yearly check.
    Every,
    /// Those about what was written, after it was saved.
    Written,
    /// Those of one section, while it is being written.
    Within(Section),
}

/// All remarks on the open record, followed.
fn every() -> Vec<Remark> {
    let workspace = workspace();
    workspace.now().map_or_else(Vec::new, |now| workspace.record.with(|record| check::check(record, now.day)))
}

/// Whether a remark says no more than that somebody has not come to it yet.
fn unfinished(kind: RemarkKind) -> bool {
    matches!(
        kind,
        RemarkKind::NoName
            | RemarkKind::NoBirth
            | RemarkKind::NoAddress
            | RemarkKind::NoContact
            | RemarkKind::ContactWithoutPhone
            | RemarkKind::EmptyItem
            | RemarkKind::OddPhone
            | RemarkKind::OddDay
    )
}

/// Whether a remark is about something that was written: what a section that nobody began lacks is no news.
fn about_written(remark: &Remark, card: &Card) -> bool {
    let begun = |section| card.known(section) == Known::Listed;
    match remark.kind {
        RemarkKind::NoName | RemarkKind::NoBirth | RemarkKind::NoAddress | RemarkKind::NoContact => {
            remark.path.section().is_some_and(begun)
        }
        _ => remark.path.section().is_some(),
    }
}

/// Those of one section. What is not finished counts when it was so already as the page was opened: nobody is hurried.
fn within(found: Vec<Remark>, section: Section, at_first: &[Remark]) -> Vec<Remark> {
    let here = |remark: &Remark| remark.path.section() == Some(section);
    found.into_iter().filter(|remark| here(remark) && (!unfinished(remark.kind) || at_first.contains(remark))).collect()
}

/// The box; nothing while there is nothing to say.
#[must_use]
pub fn remarks(which: Which) -> AnyView {
    let workspace = workspace();
    let written = move |found: Vec<Remark>| {
        workspace.record.with(|record| found.into_iter().filter(|remark| about_written(remark, &record.card)).collect::<Vec<_>>())
    };
    let at_first = untrack(move || written(every()));
    let once = which == Which::Written;
    let found = Memo::new(move |_| match which {
        Which::Every => every(),
        Which::Written => written(every()),
        Which::Within(section) => within(every(), section, &at_first),
    });
    if once && found.with_untracked(|found| !found.is_empty()) {
        settle(HEADING);
    }
    let content = move || {
        let rows =
            found.with(|found| workspace.record.with_untracked(|record| found.iter().map(|one| row(record, one)).collect::<Vec<_>>()));
        (!rows.is_empty()).then(|| {
            view! {
                <section class="t-note" data-kind="remarks">
                    <h2 id=HEADING tabindex="-1">{rich(text::REMARKS)}</h2>
                    <ul class="t-remarks">{rows}</ul>
                </section>
            }
        })
    };
    content.into_any()
}

/// A remark: where it is about, and what it says as a link to the place where it can be put right.
fn row(record: &Record, remark: &Remark) -> AnyView {
    let Some(section) = remark.path.section() else {
        return view! { <li>{rich(text::remark(remark.kind))}</li> }.into_any();
    };
    let entry = remark.path.item.as_ref().and_then(|id| record.card.items(section).iter().find(|item| item.id == *id));
    let entry = entry.filter(|item| item.is_answered()).map(|item| name_of(section, item, lang(), Form::Full));
    let entry = entry.map(|name| format!(" – {name}"));
    let to = format!("{}#{}", Page::Section(section).path(lang()), control(section, remark));
    view! { <li><b>{rich(labels::section(section))} {entry}</b> <a href=to>{rich(text::remark(remark.kind))}</a></li> }.into_any()
}

/// The id of what can be put right: a field, or the button that adds an entry.
fn control(section: Section, remark: &Remark) -> String {
    let field = match (&remark.path.field, remark.kind) {
        (Some(_), _) => Some(remark.path.clone()),
        (None, RemarkKind::ThinnerChipMissing) => Some(devices::FITTED.into()),
        (None, RemarkKind::EmptyItem) => {
            let named = section.spec().item.iter().find(|spec| spec.naming == Naming::Name);
            named.map(|spec| remark.path.field(spec.id))
        }
        (None, _) => None,
    };
    field.map_or_else(|| "add".to_owned(), |field| field.control())
}

/// The remarks on the fields of a section, for the fields themselves. A context: the plan's fields have none.
#[derive(Clone, Copy, Debug)]
struct Marks(Memo<Vec<Remark>>);

/// Lets the fields below say what `check` says about them.
pub fn mark(section: Section) {
    let found = Memo::new(move |_| every().into_iter().filter(|remark| remark.path.section() == Some(section)).collect());
    provide_context(Marks(found));
}

/// What `check` says about one field that the field cannot know by itself: at once when it is about two entries, and for the rest
/// when somebody came here by a remark.
#[must_use]
pub fn of_field(path: &Path) -> Option<(Word, Tone)> {
    let Marks(found) = use_context()?;
    let section = path.section()?;
    let control = path.control();
    let came = wanted().as_ref() == Some(&control);
    let at_once = |kind| matches!(kind, RemarkKind::SamePhone | RemarkKind::ThinnerChipMissing);
    let kind = found.with(|found| {
        let mut here = found.iter().filter(|remark| self::control(section, remark) == control).map(|remark| remark.kind);
        here.find(|kind| came || at_once(*kind))
    })?;
    Some((text::remark(kind), if kind == RemarkKind::OddPhone { Tone::Wrong } else { Tone::Advice }))
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Day, ItemId, Moment, RecordId, Stamp,
        catalogue::{Contact, NewItem, contact},
    };

    use super::*;

    fn contacts(phones: &[(&str, &str)]) -> Record {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        for (id, phone) in phones {
            let given = |words: &str| (!words.is_empty()).then(|| Answer::Given(words.to_owned()));
            let entry = NewItem::new(Contact, ItemId((*id).to_owned())).with(contact::NAME, given("長女"), &Stamp::default());
            entry.with(contact::PHONE, given(phone), &Stamp::default()).put(&mut record.card.sections);
        }
        record
    }

    fn kinds(record: &Record) -> Vec<RemarkKind> {
        let found = check::check(record, Day::parse("2026-11-22").unwrap());
        found.iter().filter(|remark| about_written(remark, &record.card)).map(|remark| remark.kind).collect()
    }

    #[test]
    fn what_nobody_has_begun_is_no_remark_after_saving() {
        assert_eq!(kinds(&contacts(&[("x", "0471234567")])), []);
        assert_eq!(kinds(&contacts(&[("x", "")])), [RemarkKind::ContactWithoutPhone]);
        assert_eq!(kinds(&contacts(&[("x", "0471234567"), ("y", "04-7123-4567")])), [RemarkKind::SamePhone]);
        assert_eq!(kinds(&contacts(&[("x", "0471234")])), [RemarkKind::OddPhone]);
    }

    #[test]
    fn a_number_that_is_being_typed_is_no_remark_and_one_that_was_left_is() {
        let today = Day::parse("2026-11-22").unwrap();
        let found = check::check(&contacts(&[("x", "0471234")]), today);
        assert_eq!(within(found.clone(), Section::Contacts, &[]), []);
        assert_eq!(within(found.clone(), Section::Contacts, &found).len(), 1);
        assert_eq!(within(found.clone(), Section::Person, &found).len(), 3);
        let same = check::check(&contacts(&[("x", "0471234567"), ("y", "0471234567")]), today);
        assert_eq!(within(same, Section::Contacts, &[]).len(), 1);
    }

    #[test]
    fn a_remark_leads_to_the_control_that_puts_it_right() {
        let remark = |section: Section, item: Option<&str>, field: Option<&str>, kind| Remark {
            path: Path { item: item.map(|id| ItemId(id.to_owned())), field: field.map(str::to_owned), ..section.into() },
            kind,
        };
        let to = |remark: Remark| control(remark.path.section().unwrap(), &remark);
        assert_eq!(to(remark(Section::Person, None, Some("birth"), RemarkKind::OddDay)), "birth");
        assert_eq!(to(remark(Section::Contacts, Some("x"), Some("phone"), RemarkKind::SamePhone)), "phone-x");
        assert_eq!(to(remark(Section::Doctors, Some("x"), None, RemarkKind::EmptyItem)), "place-x");
        assert_eq!(to(remark(Section::Orders, Some("x"), None, RemarkKind::EmptyItem)), "instruction-x");
        assert_eq!(to(remark(Section::Devices, None, None, RemarkKind::ThinnerChipMissing)), "fitted");
        assert_eq!(to(remark(Section::Contacts, None, None, RemarkKind::NoContact)), "add");
    }
}
