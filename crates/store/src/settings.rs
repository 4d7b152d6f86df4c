//! What a person set for this device. Kept in the key-value store only; holds no health data.

use serde::{Deserialize, Serialize};

use crate::port::Ports;

const KEY: &str = "tsumugu.settings";

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

    /// Keeps the settings. A store that is full or off only means that they are asked again next time.
    pub fn keep(&self, ports: &Ports) {
        if let Ok(raw) = serde_json::to_string(self) {
            let _ = ports.key_values.set(KEY, &raw);
        }
    }
}
