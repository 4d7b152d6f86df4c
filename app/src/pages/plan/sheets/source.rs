//! What a sheet for a reader is made from: what is disclosed to the reader, and nothing else.

use record::{
    Day, Record,
    access::{Disclosure, Grant, Recipient, view},
    catalogue::person,
    plan::{Version, section},
};

/// Whether there is something to print for a reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Ready {
    /// Nothing was kept yet.
    NotKept,
    /// The newest record was withdrawn, and no older one speaks in its place (rule E15).
    Withdrawn,
    /// Nothing is open to this reader.
    Closed,
    /// What is open holds no answer.
    Empty,
    Sheet(Box<Source>),
}

/// A sheet about to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub shown: Disclosure,
    /// The version in it.
    pub version: Version,
    pub today: Day,
}

/// Whose sheet it is: what stands at its head.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetSubject {
    pub name: String,
    pub birth: Option<Day>,
    pub sample: bool,
}

impl Ready {
    /// What can be printed for a reader today.
    #[must_use]
    pub fn of(record: &Record, to: Recipient, today: Day) -> Ready {
        if record.plan.current().is_none() {
            return if record.plan.newest().is_some() { Ready::Withdrawn } else { Ready::NotKept };
        }
        let shown = view(record, &Grant::standing(record, to), today);
        if shown.parts.parts().next().is_none() {
            return Ready::Closed;
        }
        let talks = shown.plan.section(section::TALKS).is_some_and(|talks| !talks.items.is_empty());
        match shown.plan.current().cloned() {
            Some(version) if talks || !version.answers.is_empty() => Ready::Sheet(Box::new(Source { shown, version, today })),
            _ => Ready::Empty,
        }
    }
}

impl Source {
    /// Whose sheet it is.
    #[must_use]
    pub fn who(&self) -> SheetSubject {
        let subject = self.shown.subject.clone().unwrap_or_default();
        SheetSubject { name: subject.name, birth: subject.birth, sample: self.shown.sample }
    }
}

impl SheetSubject {
    /// Name and birth, for a sheet that the person keeps.
    #[must_use]
    pub fn of(record: &Record) -> SheetSubject {
        let text = |field| record.card.words(field);
        SheetSubject { name: text(person::NAME).to_owned(), birth: Day::parse(text(person::BIRTH)), sample: record.sample }
    }
}
