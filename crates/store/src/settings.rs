//! What a person set for this device. Kept in the key-value store only; holds no health data.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::port::Ports;

const KEY: &str = "tsumugu.settings";
const BOOKMARKS: &str = "bookmarks";

/// Whose card is open and who writes in it. One of these without the others is about somebody else: they are written together.
const CARD: [&str; 3] = ["open", "begun", "proxy"];

/// How the app looks and for whom it is open. The words are also the `data-` values that the style sheet reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Size of the text: `m`, `l` or `xl`.
    pub step: String,
    /// `auto`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// Readings above hard words: `on` or `off`.
    pub ruby: String,
    /// The language that was chosen, `ja` or `en`: `theme.js` opens `/` in it. Empty until somebody chooses.
    pub lang: String,
    /// The record whose card is open.
    pub open: Option<String>,
    /// Somebody whose card was begun and has nothing in it yet: the next page is another document, and must open the same card.
    pub begun: Option<String>,
    /// 「代わりに書いています」: the name of the one who writes for the person.
    pub proxy: Option<String>,
    /// Where in the plan each person was last: see [`bookmark`](crate::bookmark).
    pub bookmarks: String,
    /// Whether the eight questions of the ten-minute path are on the way, and not all of them.
    pub core: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        let word = str::to_owned;
        let lang = String::new();
        Settings {
            step: word("m"),
            theme: word("auto"),
            ruby: word("on"),
            lang,
            open: None,
            begun: None,
            proxy: None,
            bookmarks: String::new(),
            core: false,
        }
    }
}

impl Settings {
    /// What was set before; the defaults when nothing readable is there.
    #[must_use]
    pub fn load(ports: &Ports) -> Settings {
        ports.key_values.get(KEY).and_then(|raw| serde_json::from_str(&raw).ok()).unwrap_or_default()
    }

    /// Changes settings and keeps what was changed. Each tab has its own open card and may have been open for days: what it does not
    /// change stays as another tab has left it, and what only a newer release knows stays too. Where nothing is stored, everything about
    /// the screen is written. A store that is full or off only means that they are asked again next time.
    pub fn change(&mut self, ports: &Ports, change: impl FnOnce(&mut Settings)) {
        let mut kept = self.kept(ports);
        let before = entries(self);
        change(self);
        let now = entries(self);
        let differs = |key: &str| before.get(key) != now.get(key);
        let other_card = CARD.into_iter().any(differs);
        kept.extend(now.clone().into_iter().filter(|(key, _)| differs(key) || other_card && of_card(key)));
        write(ports, kept);
    }

    /// Keeps whose card is open and who writes in it, also where that has not changed here: another tab may have opened another card.
    pub fn keep_card(&mut self, ports: &Ports) {
        let mut kept = self.kept(ports);
        kept.extend(entries(self).into_iter().filter(|(key, _)| of_card(key)));
        write(ports, kept);
    }

    /// What is stored, with the bookmarks taken over from there: of everybody on the device another tab may have put one, or erased
    /// somebody. Where nothing is stored, what is set here for the screen. Then everybody may have been erased in another tab, so that no
    /// entry about a person is kept, unless the store is off: then only memory has them.
    fn kept(&mut self, ports: &Ports) -> Map<String, Value> {
        let raw = ports.key_values.get(KEY);
        let stored: Option<Map<String, Value>> = raw.and_then(|raw| serde_json::from_str(&raw).ok());
        if let Some(stored) = stored {
            self.bookmarks = stored.get(BOOKMARKS).and_then(Value::as_str).unwrap_or_default().to_owned();
            return stored;
        }
        let screen: Map<String, Value> = entries(self).into_iter().filter(|(key, _)| !of_card(key) && key != BOOKMARKS).collect();
        if write(ports, screen.clone()) {
            self.bookmarks.clear();
        }
        screen
    }
}

fn of_card(key: &str) -> bool {
    CARD.contains(&key)
}

/// Whether it was written.
fn write(ports: &Ports, entries: Map<String, Value>) -> bool {
    ports.key_values.set(KEY, &Value::Object(entries).to_string()).is_ok()
}

fn entries(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(entries)) => entries,
        // Words and switches only: serialising cannot fail.
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bookmark, port::memory::Memory};

    /// Found on 2026-11-30: a tab wrote all settings as it knew them, and so took back what another had changed.
    #[test]
    fn a_tab_writes_only_what_it_changes() {
        let memory = Memory::default();
        let ports = memory.ports();
        let (mut one, mut other) = (Settings::load(&ports), Settings::load(&ports));
        one.change(&ports, |settings| (settings.theme, settings.open) = ("dark".to_owned(), Some("a".to_owned())));
        one.change(&ports, |settings| settings.bookmarks = "a v1\nb v2\n".to_owned());
        other.change(&ports, |settings| settings.step = "xl".to_owned());
        let put = |settings: &mut Settings| settings.bookmarks = format!("{}b v3\n", bookmark::without(&settings.bookmarks, "b"));
        other.change(&ports, put);
        let stored = Settings::load(&ports);
        assert_eq!((stored.theme.as_str(), stored.step.as_str(), stored.open.as_deref()), ("dark", "xl", Some("a")));
        assert_eq!(stored.bookmarks, "a v1\nb v3\n");
        // Erased in a tab that had not heard of the last one.
        one.change(&ports, |settings| settings.bookmarks = bookmark::without(&settings.bookmarks, "a"));
        assert_eq!(Settings::load(&ports).bookmarks, "b v3\n");
    }

    #[test]
    fn what_a_newer_release_has_set_stays_and_what_cannot_be_read_does_no_harm() {
        let memory = Memory::default();
        let ports = memory.ports();
        ports.key_values.set(KEY, r#"{"step":"l","later":[1]}"#).unwrap();
        let mut settings = Settings::load(&ports);
        settings.change(&ports, |settings| settings.theme = "dark".to_owned());
        let raw: Value = serde_json::from_str(&ports.key_values.get(KEY).unwrap()).unwrap();
        assert_eq!((&raw["step"], &raw["theme"], &raw["later"]), (&"l".into(), &"dark".into(), &serde_json::json!([1])));
        ports.key_values.set(KEY, "{").unwrap();
        settings.change(&ports, |settings| settings.ruby = "off".to_owned());
        assert_eq!(Settings::load(&ports).ruby, "off");
    }

    fn card(ports: &Ports) -> [Option<String>; 3] {
        let stored = Settings::load(ports);
        [stored.open, stored.begun, stored.proxy]
    }

    /// Found on 2026-11-30: a tab wrote one of the three alone, and its next page had one person's card and another's writer.
    #[test]
    fn whose_card_is_open_and_who_writes_are_written_together() {
        let memory = Memory::default();
        let ports = memory.ports();
        let some = |word: &str| Some(word.to_owned());
        let (mut one, mut other) = (Settings { open: some("c"), ..Settings::default() }, Settings::default());
        other.change(&ports, |settings| (settings.open, settings.proxy) = (some("b"), some("直美")));
        one.change(&ports, |settings| (settings.open, settings.begun, settings.proxy) = (some("a"), None, None));
        assert_eq!(card(&ports), [some("a"), None, None], "nobody writes for a");
        other.change(&ports, |settings| settings.begun = some("x"));
        one.change(&ports, |settings| settings.open = some("c"));
        assert_eq!(card(&ports), [some("c"), None, None], "nobody was begun in this tab");
        other.change(&ports, |settings| (settings.open, settings.begun) = (some("b"), None));
        one.change(&ports, |settings| settings.step = "l".to_owned());
        assert_eq!(card(&ports), [some("b"), None, some("直美")], "something else was changed");
        one.keep_card(&ports);
        assert_eq!(card(&ports), [some("c"), None, None], "opened again in this tab");
    }

    /// Found on 2026-11-30: after everything was erased, the size of the text and the language were kept nowhere.
    #[test]
    fn where_nothing_is_stored_the_screen_is_written_and_nobody_is() {
        let memory = Memory::default();
        let ports = memory.ports();
        let word = str::to_owned;
        let mut settings = Settings::load(&ports);
        settings.change(&ports, |settings| {
            (settings.step, settings.lang, settings.ruby) = (word("xl"), word("en"), word("off"));
            (settings.open, settings.bookmarks) = (Some(word("a")), word("a v1\n"));
        });
        memory.key_values.borrow_mut().clear();
        settings.change(&ports, |settings| settings.theme = word("dark"));
        let stored = Settings::load(&ports);
        assert_eq!((stored.step.as_str(), stored.lang.as_str(), stored.ruby.as_str(), stored.theme.as_str()), ("xl", "en", "off", "dark"));
        assert_eq!((stored.open, stored.bookmarks, settings.bookmarks), (None, String::new(), String::new()), "erased in another tab");
    }

    /// Found on 2026-11-30: with the store off, every change forgot where everybody was.
    #[test]
    fn a_store_that_is_off_takes_nothing_from_memory() {
        let memory = Memory::default();
        memory.off.set(true);
        let ports = memory.ports();
        let mut settings = Settings::load(&ports);
        settings.change(&ports, |settings| settings.bookmarks = "a v1\n".to_owned());
        settings.change(&ports, |settings| settings.step = "l".to_owned());
        assert_eq!((settings.bookmarks.as_str(), settings.step.as_str()), ("a v1\n", "l"));
    }
}
