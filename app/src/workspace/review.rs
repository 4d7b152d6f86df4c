//! The yearly check that is under way for the open person.

use leptos::prelude::*;
use record::Section;
use store::review;

use super::Workspace;

impl Workspace {
    fn open_id(self) -> String {
        self.record.with_untracked(|record| record.id.0.clone())
    }

    /// What was looked at in this check, also on an earlier page.
    pub fn resume_review(self) {
        let id = self.open_id();
        if let Some(seen) = self.with(|ports| review::load(ports, &id)).flatten() {
            self.checked.set(seen);
        }
    }

    /// Whether a check is under way: begun, and not confirmed.
    #[must_use]
    pub fn in_review(self) -> bool {
        let id = self.open_id();
        self.with(|ports| review::load(ports, &id)).flatten().is_some()
    }

    /// One more section was looked at, or with `None` a first one is about to be.
    pub fn look_at(self, section: Option<Section>) {
        self.checked.update(|seen| seen.extend(section.filter(|section| !seen.contains(section))));
        let (id, seen) = (self.open_id(), self.checked.get_untracked());
        self.with(|ports| review::keep(ports, &id, &seen));
    }

    /// The whole card was confirmed.
    pub fn end_review(self) {
        self.checked.set(Section::ALL.to_vec());
        let id = self.open_id();
        self.with(|ports| review::end(ports, &id));
    }
}

#[cfg(test)]
mod tests {
    use store::port::memory::Memory;

    use super::*;
    use crate::workspace::device::in_memory;

    #[test]
    fn what_was_ticked_is_there_in_the_next_document_and_ends_with_the_check() {
        Owner::new().with(|| {
            let memory = Memory::default();
            let workspace = || {
                let workspace = Workspace::new(Some(in_memory(&memory)));
                workspace.record.update(|record| record.id.0 = "aa".to_owned());
                workspace
            };
            let first = workspace();
            assert!(!first.in_review());
            first.look_at(None);
            assert!(first.in_review());
            first.look_at(Some(Section::Person));
            first.look_at(Some(Section::Person));
            let second = workspace();
            second.resume_review();
            assert_eq!(second.checked.get_untracked(), [Section::Person]);
            // Of another person nothing was looked at.
            second.record.update(|record| record.id.0 = "bb".to_owned());
            assert!(!second.in_review());
            first.end_review();
            assert!(!workspace().in_review() && memory.key_values.borrow().is_empty());
        });
    }
}
