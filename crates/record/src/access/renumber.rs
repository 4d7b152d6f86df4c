//! Numbers in place of the ids that an entry has for its whole life.

use std::collections::BTreeMap;

use crate::{Item, ItemId, SectionData};

/// The numbers of one disclosure. An entry keeps its number within it, so that two versions can be compared.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<ItemId, usize>);

impl Numbers {
    fn number(&mut self, id: &ItemId) -> ItemId {
        let next = self.0.len() + 1;
        ItemId(self.0.entry(id.clone()).or_insert(next).to_string())
    }

    pub(super) fn section(&mut self, data: SectionData) -> SectionData {
        let items = data.items.into_iter().map(|item| Item { id: self.number(&item.id), ..item }).collect();
        SectionData { items, ..data }
    }

    pub(super) fn sections(&mut self, sections: BTreeMap<String, SectionData>) -> BTreeMap<String, SectionData> {
        sections.into_iter().map(|(id, data)| (id, self.section(data))).collect()
    }
}
