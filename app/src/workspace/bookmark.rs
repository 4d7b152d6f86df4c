//! Where in the plan the open person was last.

use leptos::prelude::*;
use record::plan::Key;
use store::bookmark::{read, without};

use super::Workspace;

impl Workspace {
    /// The question at which the open person stopped, unless nobody did or it is one of a later release.
    #[must_use]
    pub fn bookmark(self) -> Option<Key> {
        let id = self.record.with(|record| record.id.0.clone());
        self.settings.with(|settings| read(settings, &id))
    }

    /// Remembers a question for the open person.
    pub fn put_bookmark(self, at: Key) {
        let id = self.record.with_untracked(|record| record.id.0.clone());
        if self.settings.with_untracked(|settings| read(settings, &id)) != Some(at) {
            self.set(|settings| settings.bookmarks = format!("{}{id} {at}\n", without(&settings.bookmarks, &id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use record::{Moment, Record, RecordId, plan::Question};
    use store::{
        Cause, StoredRecord,
        port::memory::{Memory, wait},
        repository,
        settings::Settings,
    };

    use super::*;
    use crate::workspace::device::in_memory;

    /// A device with two people.
    fn device() -> Memory {
        let memory = Memory::default();
        for id in ["aa", "bb"] {
            let record = Record::new(RecordId(id.to_owned()), Moment(0));
            wait(repository::save(&memory.ports(), &StoredRecord::unsaved(&record), &record, Cause::Edit)).unwrap();
        }
        memory
    }

    fn with_page(memory: &Memory, run: impl FnOnce(Workspace)) {
        Owner::new().with(|| {
            let workspace = Workspace::new(Some(in_memory(memory)));
            workspace.settings.set(Settings::load(&memory.ports()));
            workspace.apply_loaded(wait(store::open(&memory.ports())).records);
            run(workspace);
        });
    }

    #[test]
    fn everybody_on_a_device_has_a_bookmark_that_lasts() {
        let memory = device();
        with_page(&memory, |workspace| {
            for (id, at) in [("aa", Question::P1), ("bb", Question::L1), ("aa", Question::P3)] {
                workspace.open(id);
                workspace.put_bookmark(Key::of(at));
            }
        });
        with_page(&memory, |workspace| {
            for (id, at) in [("aa", Question::P3), ("bb", Question::L1)] {
                workspace.open(id);
                assert_eq!(workspace.bookmark(), Some(Key::of(at)), "{id}");
            }
        });
    }

    #[test]
    fn another_tab_keeps_what_it_put() {
        let memory = device();
        with_page(&memory, |one| {
            with_page(&memory, |other| {
                one.open("aa");
                other.open("bb");
                one.put_bookmark(Key::of(Question::P1));
                other.put_bookmark(Key::of(Question::L1));
            });
        });
        with_page(&memory, |workspace| {
            workspace.open("aa");
            assert_eq!(workspace.bookmark(), Some(Key::of(Question::P1)));
        });
    }

    #[test]
    fn a_question_of_a_later_release_is_no_bookmark() {
        with_page(&device(), |workspace| {
            workspace.open("aa");
            workspace.set(|settings| settings.bookmarks = "aa z9\n".to_owned());
            assert_eq!(workspace.bookmark(), None);
            workspace.put_bookmark(Key::of(Question::V1));
            assert_eq!(workspace.bookmark(), Some(Key::of(Question::V1)));
        });
    }
}
