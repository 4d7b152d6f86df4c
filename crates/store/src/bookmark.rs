//! Where in the plan somebody was last: of each person on the device a line with the id of the record and the key of a question. It stands
//! in the settings; what was answered there stands in the record alone.

use record::plan::Key;

use crate::settings::Settings;

/// The question at which a person stopped, unless nobody did or it is one of a later release.
#[must_use]
pub fn read(settings: &Settings, id: &str) -> Option<Key> {
    settings.bookmarks.lines().find_map(|line| Key::by_id(of(line, id)?))
}

/// The bookmarks of everybody else, each with the end of its line.
#[must_use]
pub fn without(bookmarks: &str, id: &str) -> String {
    bookmarks.split_inclusive('\n').filter(|line| of(line, id).is_none()).collect()
}

/// The key in a bookmark, if it is this person's.
fn of<'a>(line: &'a str, id: &str) -> Option<&'a str> {
    line.strip_prefix(id)?.strip_prefix(' ')
}
