//! What one reader may see: the only way by which a record reaches a print, a share or an export.

use crate::{Answer, Card, Fields, Item, Plan, Record, Section, SectionData, catalogue, plan::parts::Part};
use serde_json::Map;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The ambulance crew and the hospital it goes to.
    Crew,
    /// 信頼できる人: who speaks with the doctors when the person cannot (acp.md §5.4).
    Trusted,
    Family,
    HomeDoctor,
    CareManager,
}

/// The sections of the card and the parts of the plan that the person has opened. Nothing is open until it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    card: Vec<Section>,
    plan: Vec<Part>,
}

impl Opened {
    /// Nothing.
    #[must_use]
    pub fn none() -> Opened {
        Opened::default()
    }

    /// The whole card, and nothing of the plan.
    #[must_use]
    pub fn card() -> Opened {
        Opened { card: Section::ALL.to_vec(), plan: Vec::new() }
    }

    /// What a crew sees: the whole card, and of the plan what the person has opened for the emergency card.
    #[must_use]
    pub fn crew(plan: &Plan) -> Opened {
        Opened { card: Section::ALL.to_vec(), plan: plan.opened_to(Role::Crew) }
    }

    /// What the person has opened of the plan to a reader, and nothing of the card.
    #[must_use]
    pub fn plan_for(plan: &Plan, role: Role) -> Opened {
        Opened { card: Vec::new(), plan: plan.opened_to(role) }
    }

    /// With one section of the card more.
    #[must_use]
    pub fn with(mut self, section: Section) -> Opened {
        if !self.card.contains(&section) {
            self.card.push(section);
        }
        self
    }

    /// With one section of the card less.
    #[must_use]
    pub fn without(mut self, section: Section) -> Opened {
        self.card.retain(|open| *open != section);
        self
    }

    /// With one part of the plan more.
    #[must_use]
    pub fn with_part(mut self, part: Part) -> Opened {
        if !self.plan.contains(&part) {
            self.plan.push(part);
        }
        self
    }

    /// Whether a section of the card is open.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.card.contains(&section)
    }
}

/// Fields that a reader has no use for, even in an open section: who holds the key is for those who come to the door
/// (emergency-card.md §1.3, sensitivity X).
fn closed_to(role: Role, section: Section, field: &str) -> bool {
    matches!(role, Role::HomeDoctor | Role::CareManager) && section == Section::Care && field == catalogue::KEY.0
}

/// The record as one reader sees it: open sections, known fields, nothing else. Data of newer releases is left out, because
/// nobody here can tell how private it is.
#[must_use]
pub fn view(record: &Record, opened: &Opened, role: Role) -> Record {
    let mut card = Card::default();
    for section in Section::ALL.into_iter().filter(|section| opened.has(*section)) {
        if let Some(data) = record.card.section(section) {
            card.sections.insert(section.id().to_owned(), seen(data, section, role));
        }
    }
    if !card.sections.is_empty() {
        card.confirmed = record.card.confirmed.clone();
    }
    let plan = crate::plan::seen::seen(&record.plan, &opened.plan, role);
    Record { sample: record.sample, card, plan, ..Record::new(record.id.clone(), record.made) }
}

fn seen(data: &SectionData, section: Section, role: Role) -> SectionData {
    let spec = section.spec();
    let known = |fields: &Fields, specs: &[catalogue::FieldSpec]| {
        let shown = |id: &str| (id == catalogue::LIST.0 || specs.iter().any(|spec| spec.id.0 == id)) && !closed_to(role, section, id);
        // Put in one by one: `collect` sorts first, and that is 5 kB of wasm.
        let mut kept = Fields::new();
        for (id, field) in fields.iter().filter(|(id, field)| shown(id) && !matches!(field.answer, Answer::Other(_))) {
            kept.insert(id.clone(), field.clone());
        }
        kept
    };
    let items = data.items.iter().map(|item| Item { id: item.id.clone(), fields: known(&item.fields, spec.item), extra: Map::new() });
    SectionData { fields: known(&data.fields, spec.fields), items: items.collect(), extra: Map::new() }
}
