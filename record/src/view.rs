//! What one reader may see: the only way by which a record reaches a print, a share or an export.

use crate::{Answer, Card, Fields, Item, Record, Section, SectionData, catalogue};
use serde_json::Map;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The ambulance crew and the hospital it goes to.
    Crew,
    Family,
    HomeDoctor,
    CareManager,
}

/// The sections that the person has opened. Nothing is open until it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened(Vec<Section>);

impl Opened {
    /// Nothing.
    #[must_use]
    pub fn none() -> Opened {
        Opened::default()
    }

    /// Everything.
    #[must_use]
    pub fn all() -> Opened {
        Opened(Section::ALL.to_vec())
    }

    /// With one section more.
    #[must_use]
    pub fn with(mut self, section: Section) -> Opened {
        if !self.0.contains(&section) {
            self.0.push(section);
        }
        self
    }

    /// With one section less.
    #[must_use]
    pub fn without(mut self, section: Section) -> Opened {
        self.0.retain(|open| *open != section);
        self
    }

    /// Whether a section is open.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.0.contains(&section)
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
    Record { card, extra: Map::new(), ..record.clone() }
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
