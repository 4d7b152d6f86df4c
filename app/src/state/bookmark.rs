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
            self.set(|settings| {
                let others = settings.bookmarks.lines().filter(|line| of(line, &id).is_none());
                settings.bookmarks = others.chain([format!("{id} {at}").as_str()]).collect::<Vec<_>>().join("\n");
            });
        }
    }
}

fn read(settings: &Settings, id: &str) -> Option<Key> {
    settings.bookmarks.lines().find_map(|line| Key::by_id(of(line, id)?))
}

/// The key in a bookmark, if it is this person's.
fn of<'a>(line: &'a str, id: &str) -> Option<&'a str> {
    line.split_once(' ').filter(|(whose, _)| *whose == id).map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use record::plan::Question;

    use super::*;
    use crate::port::memory::Memory;

    #[test]
    fn everybody_on_a_device_has_a_bookmark() {
        Owner::new().with(|| {
            let memory = Memory::default();
            let folder = Folder::new(Some(memory.ports()));
            let open = |id: &str| folder.record.update(|record| record.id.0 = id.to_owned());
            open("aa");
            assert_eq!(folder.bookmark(), None);
            folder.put_bookmark(Key::of(Question::P1));
            open("bb");
            assert_eq!(folder.bookmark(), None);
            folder.put_bookmark(Key::of(Question::L1));
            open("aa");
            assert_eq!(folder.bookmark(), Some(Key::of(Question::P1)));
        });
    }

    #[test]
    fn a_question_of_a_later_release_is_no_bookmark() {
        Owner::new().with(|| {
            let memory = Memory::default();
            let folder = Folder::new(Some(memory.ports()));
            folder.record.update(|record| record.id.0 = "aa".to_owned());
            folder.set(|settings| settings.bookmarks = "aa z9".to_owned());
            assert_eq!(folder.bookmark(), None);
            folder.put_bookmark(Key::of(Question::V1));
            assert_eq!(folder.bookmark(), Some(Key::of(Question::V1)));
        });
    }
}
