//! Parts of a restore code, kept in the key-value store until all of them are read: a camera opens a new tab for each.

use exchange::restore::{Collected, RestoreError};
use record::Record;

use crate::port::Ports;

const KEY: &str = "tsumugu.restore";

/// What was read so far.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    texts: Vec<String>,
    collected: Collected,
}

impl Gathered {
    /// The parts in the store. What cannot be read there is left out and asked for again.
    #[must_use]
    pub fn load(ports: &Ports) -> Gathered {
        let texts: Vec<String> = ports.key_values.get(KEY).and_then(|raw| serde_json::from_str(&raw).ok()).unwrap_or_default();
        let mut gathered = Gathered::default();
        for text in texts {
            if gathered.collected.add(&text).is_ok() {
                gathered.texts.push(text);
            }
        }
        gathered
    }

    /// Takes everything that was read at once: a code, an address with a code, or several of them.
    ///
    /// # Errors
    /// Any but [`RestoreError::Missing`], with the text it is about. What was gathered before stays.
    pub fn add(&mut self, ports: &Ports, read: &str) -> Result<(), (RestoreError, String)> {
        // Another tab may have read a part since.
        let kept = Gathered::load(ports);
        if kept.texts.len() > self.texts.len() {
            *self = kept;
        }
        let mut outcome = if read.trim().is_empty() { Err((RestoreError::NotACode, String::new())) } else { Ok(()) };
        for text in read.split_whitespace() {
            match self.collected.add(text) {
                Ok(()) if self.texts.iter().any(|old| old == text) => {}
                Ok(()) => self.texts.push(text.to_owned()),
                Err(error) => outcome = Err((error, text.to_owned())),
            }
        }
        if let Ok(raw) = serde_json::to_string(&self.texts) {
            // A store that is full or off: this tab still holds the parts, and the page says how many there are.
            let _ = ports.key_values.set(KEY, &raw);
        }
        outcome
    }

    /// How many parts are here, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        self.collected.progress()
    }

    /// The numbers of the parts that are not here yet.
    #[must_use]
    pub fn missing(&self) -> Vec<u16> {
        self.collected.missing()
    }

    /// The record, when all parts are here.
    ///
    /// # Errors
    /// [`RestoreError::Missing`] or [`RestoreError::Damaged`].
    pub fn record(&self) -> Result<Record, RestoreError> {
        self.collected.record()
    }
}

/// Forgets the parts.
pub fn forget(ports: &Ports) {
    ports.key_values.remove(KEY);
}

#[cfg(test)]
mod tests {
    use record::{Answer, Answers, Day, Moment, Section, Stamp, catalogue as c, diff, matching::align, sample};

    use super::*;
    use crate::port::memory::Memory;

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    #[test]
    fn parts_are_gathered_across_tabs_and_forgotten() {
        let memory = Memory::default();
        let ports = memory.ports();
        let parts = exchange::restore::write(&somebody());
        assert!(parts.len() > 1, "one part needs no gathering");
        for (count, part) in parts.iter().enumerate() {
            let mut tab = Gathered::load(&ports);
            assert_eq!(tab.progress().0, count);
            assert!(matches!(tab.record(), Err(RestoreError::Missing { .. })));
            tab.add(&ports, &format!("https://tsumugu.example/restore#{part}")).unwrap();
            tab.add(&ports, part).unwrap();
        }
        let gathered = Gathered::load(&ports);
        assert_eq!(gathered.progress(), (parts.len(), parts.len()));
        assert!(diff::diff(&align(&[somebody()], gathered.record().unwrap()), &somebody()).is_empty());
        forget(&ports);
        assert_eq!(Gathered::load(&ports).progress(), (0, 0));
        assert!(memory.key_values.borrow().is_empty());
    }

    #[test]
    fn what_is_no_code_changes_nothing() {
        let ports = Memory::default().ports();
        let parts = exchange::restore::write(&somebody());
        let mut gathered = Gathered::default();
        gathered.add(&ports, &parts[0]).unwrap();
        let mut other = somebody();
        other.card.section_mut(Section::Person).fields.set(c::LANDMARK, Some(Answer::Given("橋".to_owned())), &Stamp::default());
        for (text, error) in [
            ("", RestoreError::NotACode),
            ("https://tsumugu.example/card", RestoreError::NotACode),
            (&parts[1][..parts[1].len() - 9], RestoreError::Damaged),
            (&exchange::restore::write(&other)[0], RestoreError::OtherSet),
        ] {
            assert_eq!(gathered.add(&ports, text).map_err(|(error, _)| error), Err(error), "{text}");
            assert_eq!(gathered.progress().0, 1);
        }
        gathered.add(&ports, &parts.join("\n")).unwrap();
        assert!(gathered.record().is_ok());
    }
}
