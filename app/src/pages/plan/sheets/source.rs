//! What a sheet for a reader is made from: the reader's view, and nothing else.

use std::collections::BTreeMap;

use record::{
    Answers, Day, Item, Record, Section, SectionData,
    catalogue::person,
    plan::{
        Plan, Version, VersionId,
        lists::{PARTS, TO, VERSION},
        parts::{Part, reader_id},
        section,
    },
    view::{Opened, Role, view},
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
    pub role: Role,
    /// The plan as the reader sees it.
    pub plan: Plan,
    /// The version in it.
    pub version: Version,
    pub before: Option<Before>,
    pub who: Who,
    pub today: Day,
}

/// Whose sheet it is: what stands at its head.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    pub name: String,
    pub birth: Option<Day>,
    pub sample: bool,
}

/// The version before, as the reader would have seen it with what is open now.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    pub on: Day,
    pub answers: BTreeMap<String, SectionData>,
    /// The parts of that version that this reader was shown. What else stood in it is the person's alone (rule E2).
    pub told: Vec<Part>,
}

impl Ready {
    /// What can be printed for a reader today.
    #[must_use]
    pub fn of(record: &Record, role: Role, today: Day) -> Ready {
        if record.plan.current().is_none() {
            return if record.plan.newest().is_some() { Ready::Withdrawn } else { Ready::NotKept };
        }
        if record.plan.opened_to(role).is_empty() {
            return Ready::Closed;
        }
        let plan = seen(record, role);
        let talks = plan.section(section::TALKS).is_some_and(|talks| !talks.items.is_empty());
        match plan.current().cloned() {
            Some(version) if talks || !version.answers.is_empty() => {
                let (before, who) = (Before::of(record, role), Who::of(record, role));
                Ready::Sheet(Box::new(Source { role, plan, version, before, who, today }))
            }
            _ => Ready::Empty,
        }
    }
}

fn seen(record: &Record, role: Role) -> Plan {
    view(record, &Opened::plan_for(&record.plan, role), role).plan
}

impl Who {
    /// Name and birth, as far as a reader may see the person of the card.
    #[must_use]
    pub fn of(record: &Record, role: Role) -> Who {
        let card = view(record, &Opened::none().with(Section::Person), role).card;
        let text = |field| card.words(field);
        Who { name: text(person::NAME).to_owned(), birth: Day::parse(text(person::BIRTH)), sample: record.sample }
    }
}

impl Before {
    /// The version before the newest one, unless it was withdrawn.
    fn of(record: &Record, role: Role) -> Option<Before> {
        let mut old = record.clone();
        old.plan.versions.pop();
        let id = old.plan.current()?.id.clone();
        let version = seen(&old, role).current().cloned()?;
        Some(Before { on: version.on, answers: version.answers, told: shown(&record.plan, &id, role) })
    }
}

fn shown(plan: &Plan, version: &VersionId, role: Role) -> Vec<Part> {
    let items = plan.section(section::SHOWN).map_or(&[][..], |shown| &shown.items);
    let to_them = |item: &&Item| item.fields.words(VERSION) == version.0 && item.fields.words(TO) == reader_id(role);
    let showings: Vec<&Item> = items.iter().filter(to_them).collect();
    let told = |part: &Part| showings.iter().any(|item| item.fields.chosen(PARTS).iter().any(|id| id == part.id()));
    Part::ALL.into_iter().filter(told).collect()
}
