//! The event strip of the crew's screen: what happened, kept for a day, never a part of the card.

use record::Moment;
use serde::{Deserialize, Serialize};

use crate::port::Ports;

const KEY: &str = "tsumugu.event.";

/// How long an event is kept: 24 hours, in milliseconds.
const KEPT: i64 = 24 * 60 * 60 * 1000;

/// What was tapped about one event. Times are moments; what was done are option ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// When something was last tapped.
    pub touched: Moment,
    pub began: Option<Moment>,
    pub last_well: Option<Moment>,
    pub last_meal: Option<Moment>,
    pub done: Vec<String>,
}

impl Event {
    /// The event of a record, unless it is older than a day: then it is forgotten.
    #[must_use]
    pub fn load(ports: &Ports, record: &str) -> Event {
        let key = format!("{KEY}{record}");
        let found: Option<Event> = ports.key_values.get(&key).and_then(|raw| serde_json::from_str(&raw).ok());
        let now = ports.clock.now().at;
        match found.filter(|event| !event.is_past(now)) {
            Some(event) => event,
            None => {
                ports.key_values.remove(&key);
                Event::default()
            }
        }
    }

    /// Whether it is older than a day. One from more than a day ahead was tapped while the clock was wrong: how old it is nobody knows.
    #[must_use]
    pub fn is_past(&self, now: Moment) -> bool {
        now.0.saturating_sub(self.touched.0).saturating_abs() >= KEPT
    }

    /// Keeps the event. A store that is full or off only means that it is gone with the page.
    pub fn keep(&mut self, ports: &Ports, record: &str) {
        self.touched = ports.clock.now().at;
        if let Ok(raw) = serde_json::to_string(self) {
            let _ = ports.key_values.set(&format!("{KEY}{record}"), &raw);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::port::memory::Memory;

    #[test]
    fn an_event_is_forgotten_after_a_day() {
        let memory = Memory::default();
        let ports = memory.ports();
        let mut event = Event { began: Some(Moment(7)), ..Event::default() };
        event.keep(&ports, "a");
        memory.time.set(KEPT - 1);
        assert_eq!(Event::load(&ports, "a").began, Some(Moment(7)));
        assert_eq!(Event::load(&ports, "b"), Event::default());
        // The clock was a year ahead when it was tapped.
        assert!(event.is_past(Moment(-KEPT)));
        memory.time.set(KEPT);
        assert_eq!(Event::load(&ports, "a"), Event::default());
        assert!(memory.key_values.borrow().is_empty());
    }
}
