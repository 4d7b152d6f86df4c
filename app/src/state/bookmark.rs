//! Where in the plan somebody was last: of each person on the device a line with the id of the record and the key of a question. It stands
//! in the settings; what was answered there stands in the record alone.

use leptos::prelude::*;
use record::plan::Key;

use super::{Folder, settings::Settings};

impl Folder {
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
            // Another tab may have put one for somebody else, or erased somebody.
            let Some(kept) = self.with(|ports| Settings::load(ports).bookmarks) else { return };
            self.set(|settings| settings.bookmarks = format!("{}{id} {at}\n", without(&kept, &id)));
        }
    }
}

fn read(settings: &Settings, id: &str) -> Option<Key> {
    settings.bookmarks.lines().find_map(|line| Key::by_id(of(line, id)?))
}

/// The bookmarks of everybody else, each with the end of its line. In few words: it goes with the first visit.
pub fn without(bookmarks: &str, id: &str) -> String {
    let mut others = String::new();
    for line in bookmarks.split_inclusive('\n').filter(|line| of(line, id).is_none()) {
        others.push_str(line);
    }
    others
}

/// The key in a bookmark, if it is this person's.
fn of<'a>(line: &'a str, id: &str) -> Option<&'a str> {
    line.strip_prefix(id)?.strip_prefix(' ')
}

#[cfg(test)]
mod tests {
    use record::{Moment, Record, RecordId, plan::Question};

    use super::*;
    use crate::{
        port::memory::{Memory, wait},
        state::{
            keeper::{self, Held},
            row::Cause,
        },
    };

    /// A device with two people.
    fn device() -> Memory {
        let memory = Memory::default();
        for id in ["aa", "bb"] {
            let record = Record::new(RecordId(id.to_owned()), Moment(0));
            wait(keeper::save(&memory.ports(), &Held::nothing(&record), &record, Cause::Edit)).unwrap();
        }
        memory
    }

    fn with_page(memory: &Memory, run: impl FnOnce(Folder)) {
        Owner::new().with(|| {
            let folder = Folder::new(Some(memory.ports()));
            folder.settings.set(Settings::load(&memory.ports()));
            folder.take(wait(keeper::open(&memory.ports())).held);
            run(folder);
        });
    }

    #[test]
    fn everybody_on_a_device_has_a_bookmark_that_lasts() {
        let memory = device();
        with_page(&memory, |folder| {
            for (id, at) in [("aa", Question::P1), ("bb", Question::L1), ("aa", Question::P3)] {
                folder.open(id);
                folder.put_bookmark(Key::of(at));
            }
        });
        with_page(&memory, |folder| {
            for (id, at) in [("aa", Question::P3), ("bb", Question::L1)] {
                folder.open(id);
                assert_eq!(folder.bookmark(), Some(Key::of(at)), "{id}");
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
        with_page(&memory, |folder| {
            folder.open("aa");
            assert_eq!(folder.bookmark(), Some(Key::of(Question::P1)));
        });
    }

    #[test]
    fn a_question_of_a_later_release_is_no_bookmark() {
        with_page(&device(), |folder| {
            folder.open("aa");
            folder.set(|settings| settings.bookmarks = "aa z9\n".to_owned());
            assert_eq!(folder.bookmark(), None);
            folder.put_bookmark(Key::of(Question::V1));
            assert_eq!(folder.bookmark(), Some(Key::of(Question::V1)));
        });
    }
}
