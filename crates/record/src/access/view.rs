//! The one function that makes a disclosure.

use serde_json::Map;

use super::{Disclosure, Grant, PreviousVersion, Recipient, Scope, Subject, View, plan, renumber::Numbers};
use crate::{
    Card, Day, Fields, Item, Plan, Record, Section, SectionData,
    catalogue::{self, care, person},
    plan::{VersionId, parts::Part},
};

/// Fields that a reader has no use for, even in an open section: who holds the key is for those who come to the door.
fn closed_to(to: Recipient, section: Section, field: &str) -> bool {
    matches!(to, Recipient::HomeDoctor | Recipient::CareManager | Recipient::Clinic(_) | Recipient::Share(_))
        && section == Section::Care
        && field == care::KEY.untyped().as_str()
}

/// The record as one reader sees it on a day: what was granted, in fields that this release knows, and nothing else. Data of newer
/// releases is left out, because nobody here can tell how private it is.
#[must_use]
pub fn view(record: &Record, grant: &Grant, today: Day) -> Disclosure {
    if grant.is_over(today) {
        return view(record, &Grant::new(grant.to, Scope::none()), today);
    }
    let grant = &Grant { parts: grant.parts.clone().on(today), ..*grant };
    let mut numbers = Numbers::default();
    let mut card = Card::default();
    for section in Section::ALL.into_iter().filter(|section| grant.parts.has(*section)) {
        if let Some(data) = record.card.section(section) {
            card.sections.insert(section.id().to_owned(), numbers.section(shown(data, section, grant.to)));
        }
    }
    if !card.sections.is_empty() {
        card.confirmed = record.card.confirmed.clone();
    }
    let plan = of_plan(&record.plan, grant, &mut numbers);
    let has_plan = !plan.is_empty();
    let text = |field| record.card.words(field);
    let subject = has_plan.then(|| Subject { name: text(person::NAME).to_owned(), birth: Day::parse(text(person::BIRTH)) });
    let before = before(record, grant, &mut numbers).filter(|_| has_plan);
    Disclosure(View { to: grant.to, parts: grant.parts.clone(), sample: record.sample, subject, card, plan, before })
}

fn of_plan(whole: &Plan, grant: &Grant, numbers: &mut Numbers) -> Plan {
    let mut plan = plan::shown(whole, &grant.plan_parts(), grant.to);
    plan.sections = numbers.sections(plan.sections);
    for version in &mut plan.versions {
        (version.id, version.after) = (VersionId::none(), Vec::new());
        version.answers = numbers.sections(std::mem::take(&mut version.answers));
    }
    plan
}

/// The version before the newest one, unless it was withdrawn.
fn before(record: &Record, grant: &Grant, numbers: &mut Numbers) -> Option<PreviousVersion> {
    let mut old = record.plan.clone();
    old.versions.pop();
    let id = old.current()?.id.clone();
    let version = of_plan(&old, grant, numbers).versions.pop()?;
    let to = grant.to.to_string();
    let showings: Vec<_> = record.log.disclosed().into_iter().filter(|one| one.to == to && one.version == id).collect();
    let told = |part: &Part| showings.iter().any(|one| one.parts.iter().any(|id| id == part.id()));
    Some(PreviousVersion { on: version.on, answers: version.answers, told: grant.plan_parts().into_iter().filter(told).collect() })
}

fn shown(data: &SectionData, section: Section, to: Recipient) -> SectionData {
    let spec = section.spec();
    let known = |fields: &Fields, specs: &[catalogue::FieldSpec]| {
        let shown =
            |id: &str| (id == catalogue::LIST.as_str() || specs.iter().any(|spec| spec.id.as_str() == id)) && !closed_to(to, section, id);
        let kept = fields.iter().filter(|(id, field)| shown(id) && field.answer.may_be_shown());
        kept.map(|(id, field)| (id.clone(), field.clone())).collect::<Fields>()
    };
    let items = data.items.iter().map(|item| Item { id: item.id.clone(), fields: known(&item.fields, spec.item), extra: Map::new() });
    SectionData { fields: known(&data.fields, spec.fields), items: items.collect(), extra: Map::new() }
}
