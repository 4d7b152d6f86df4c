//! What a person set for this device. Kept in the key-value store only; holds no health data.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::port::Ports;

const KEY: &str = "tsumugu.settings";
const BOOKMARKS: &str = "bookmarks";

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
    /// change stays as another tab has left it, and what only a newer release knows stays too. A store that is full or off only means that
    /// they are asked again next time.
    pub fn change(&mut self, ports: &Ports, change: impl FnOnce(&mut Settings)) {
        let raw = ports.key_values.get(KEY);
        let mut kept: Map<String, Value> = raw.and_then(|raw| serde_json::from_str(&raw).ok()).unwrap_or_default();
        // Of everybody on the device: another tab may have put one for somebody else, or erased somebody.
        self.bookmarks = kept.get(BOOKMARKS).and_then(Value::as_str).unwrap_or_default().to_owned();
        let before = entries(self);
        change(self);
        let changed = entries(self).into_iter().filter(|(key, value)| before.get(key) != Some(value));
        kept.extend(changed);
        let _ = ports.key_values.set(KEY, &Value::Object(kept).to_string());
    }
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
}
