//! The card on paper: its restore codes and the digits that open them; and the parts that were read, kept in the key-value store until all
//! of them are here, because a camera opens a new tab for each.

use exchange::restore::{self, PartSet, Print, RestoreError, Sealed};
use record::Record;
pub use seal::Digits;
use seal::{Fresh, OpenError, SealError};

use crate::{
    intake::{self, Refused},
    port::Ports,
};

const KEY: &str = "tsumugu.restore";

/// The purpose that restore codes are sealed for.
const KIND: &str = "restore";

/// What is printed: the codes, each for one QR, and the digits beside them, in groups.
#[derive(Clone, PartialEq, Eq)]
pub struct Printed {
    pub codes: Vec<String>,
    pub digits: String,
}

impl std::fmt::Debug for Printed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Printed({} codes)", self.codes.len())
    }
}

/// Why there are no codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintError {
    /// There is more on the card than codes on paper can hold.
    TooLong,
    /// The device does not have the memory that sealing needs.
    NoMemory,
    /// The device has no source of randomness, or what was sealed does not come back as it was.
    Failed,
}

/// Why sealed codes were not opened. What was gathered is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockError {
    /// Not twelve digits.
    NotDigits,
    /// Twelve digits, and not those of this sheet.
    WrongDigits,
    NoMemory,
    /// Sealed by a newer release.
    Newer,
    /// The parts are whole, but what is in them was not printed by any release.
    Damaged,
    /// A card, and not taken in.
    Refused(Refused),
}

/// The codes and digits for a record's card. Each call makes new ones. Takes a second or two on a phone.
///
/// # Errors
/// [`PrintError`].
pub fn print(ports: &Ports, record: &Record) -> Result<Printed, PrintError> {
    let mut random = [0; Digits::BYTES];
    ports.entropy.bytes(&mut random);
    let digits = Digits::from_random(random).ok_or(PrintError::Failed)?;
    let mut random = [0; Fresh::BYTES];
    ports.entropy.bytes(&mut random);
    let content = restore::content(record);
    let sealed = seal::seal_with_digits(KIND, &digits, Fresh::from_random(random), &content).map_err(|error| match error {
        SealError::TooLarge => PrintError::TooLong,
        SealError::NoMemory => PrintError::NoMemory,
        SealError::BadKind | SealError::NotRandom | SealError::PassphraseTooShort | SealError::Unreadable => PrintError::Failed,
    })?;
    let codes = restore::parts(&sealed).map_err(|_| PrintError::TooLong)?;
    // Nothing is printed that does not read back: the codes are put together again, and what was sealed is read.
    let mut collected = PartSet::default();
    let back = codes.iter().try_for_each(|code| collected.add(code)).and_then(|()| collected.print());
    match back {
        Ok(Print::Sealed(back)) if back.bytes == sealed && back.record(&content).is_ok_and(|back| restore::content(&back) == content) => {
            Ok(Printed { codes, digits: digits.grouped().to_string() })
        }
        _ => Err(PrintError::Failed),
    }
}

/// Opens sealed codes with the digits as they were typed. Takes a second or two on a phone.
///
/// # Errors
/// [`UnlockError`].
pub fn unlock(ports: &Ports, sealed: &Sealed, typed: &str) -> Result<Record, UnlockError> {
    let digits = Digits::from_typed(typed).ok_or(UnlockError::NotDigits)?;
    let content = seal::open_with_digits(KIND, &digits, &sealed.bytes).map_err(|error| match error {
        OpenError::WrongPassphraseOrDamaged => UnlockError::WrongDigits,
        OpenError::NoMemory => UnlockError::NoMemory,
        OpenError::NewerVersion => UnlockError::Newer,
        OpenError::NotAnEnvelope | OpenError::Damaged | OpenError::WrongKind | OpenError::RefusedParameters | OpenError::TooLarge => {
            UnlockError::Damaged
        }
        // Of what is sealed with keys; digits never answer so.
        OpenError::WrongKey | OpenError::WrongOwner | OpenError::WrongKeyOrDamaged => UnlockError::Damaged,
    })?;
    let record = sealed.record(&content).map_err(|_| UnlockError::Damaged)?;
    intake::record(ports, record).map_err(UnlockError::Refused)
}

/// What was read so far.
#[derive(Clone, Debug, Default)]
pub struct StoredParts {
    texts: Vec<String>,
    collected: PartSet,
}

impl StoredParts {
    /// The parts in the store. What cannot be read there is left out and asked for again.
    #[must_use]
    pub fn load(ports: &Ports) -> StoredParts {
        let texts: Vec<String> = ports.key_values.get(KEY).and_then(|raw| serde_json::from_str(&raw).ok()).unwrap_or_default();
        let mut stored_parts = StoredParts::default();
        for text in texts {
            if stored_parts.collected.add(&text).is_ok() {
                stored_parts.texts.push(text);
            }
        }
        stored_parts
    }

    /// Takes everything that was read at once: a code, an address with a code, or several of them.
    ///
    /// # Errors
    /// Any but [`RestoreError::Missing`], with the text it is about. What was gathered before stays.
    pub fn add(&mut self, ports: &Ports, read: &str) -> Result<(), (RestoreError, String)> {
        // Another tab may have read a part since.
        let kept = StoredParts::load(ports);
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

    /// What was printed, when all parts are here.
    ///
    /// # Errors
    /// [`RestoreError::Missing`] or [`RestoreError::Damaged`].
    pub fn print(&self) -> Result<Print, RestoreError> {
        self.collected.print()
    }
}

/// Forgets the parts.
pub fn forget(ports: &Ports) {
    ports.key_values.remove(KEY);
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Answers, Day, Moment, RecordId, Section, Stamp, catalogue as c, diff,
        matching::{self, tied},
        sample,
    };

    use super::*;
    use crate::{backup, port::memory::Memory};

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    fn memory() -> Memory {
        let memory = Memory::default();
        memory.time.set(1_800_000_000_000);
        memory
    }

    fn open(ports: &Ports, stored_parts: &StoredParts, digits: &str) -> Result<Record, UnlockError> {
        let Ok(Print::Sealed(sealed)) = stored_parts.print() else { panic!("not complete") };
        unlock(ports, &sealed, digits)
    }

    #[test]
    fn parts_are_gathered_across_tabs_and_forgotten() {
        let memory = memory();
        let ports = memory.ports();
        let Printed { codes, digits } = print(&ports, &somebody()).unwrap();
        assert!(codes.len() > 1, "one part needs no gathering");
        for (count, part) in codes.iter().enumerate() {
            let mut tab = StoredParts::load(&ports);
            assert_eq!(tab.progress().0, count);
            assert!(matches!(tab.print(), Err(RestoreError::Missing { .. })));
            tab.add(&ports, &format!("https://tsumugu.example/restore#{part}")).unwrap();
            tab.add(&ports, part).unwrap();
        }
        let stored_parts = StoredParts::load(&ports);
        assert_eq!(stored_parts.progress(), (codes.len(), codes.len()));
        assert!(diff::diff(&tied(&somebody(), &[], open(&ports, &stored_parts, &digits).unwrap()), &somebody()).is_empty());
        forget(&ports);
        assert_eq!(StoredParts::load(&ports).progress(), (0, 0));
        assert!(memory.key_values.borrow().is_empty());
    }

    #[test]
    fn wrong_digits_open_nothing_and_lose_nothing() {
        let ports = memory().ports();
        let Printed { codes, digits } = print(&ports, &somebody()).unwrap();
        let mut stored_parts = StoredParts::default();
        stored_parts.add(&ports, &codes.join(" ")).unwrap();
        let other = digits
            .chars()
            .map(|sign| {
                if sign == '1' {
                    '2'
                } else if sign == '0' {
                    '1'
                } else {
                    sign
                }
            })
            .collect::<String>();
        let other = if other == digits { "0000-0000-0000".to_owned() } else { other };
        assert_eq!(open(&ports, &stored_parts, &other), Err(UnlockError::WrongDigits));
        for typed in ["", "123", "1234-5678-901X"] {
            assert_eq!(open(&ports, &stored_parts, typed), Err(UnlockError::NotDigits), "{typed}");
        }
        assert!(open(&ports, &StoredParts::load(&ports), &digits.replace('-', "　")).is_ok());
    }

    /// Whoever finds a code in the history of a browser, or in the key-value store, has sealed bytes.
    #[test]
    fn neither_the_codes_nor_the_store_tell_anything() {
        let memory = memory();
        let ports = memory.ports();
        let Printed { codes, .. } = print(&ports, &somebody()).unwrap();
        let mut stored_parts = StoredParts::default();
        stored_parts.add(&ports, &codes.join(" ")).unwrap();
        let Ok(Print::Sealed(sealed)) = stored_parts.print() else { panic!("not complete") };
        let content = restore::content(&somebody());
        for piece in content.windows(8) {
            assert!(sealed.bytes.windows(8).all(|window| window != piece));
        }
        assert!(sealed.record(&sealed.bytes).is_err(), "it cannot be read without being opened");
        let again = print(&ports, &somebody()).unwrap();
        assert!(codes.iter().all(|code| !again.codes.contains(code)), "no two prints have a code in common");
    }

    #[test]
    fn a_card_that_is_too_long_is_refused() {
        let ports = memory().ports();
        let mut record = somebody();
        let words = Some(Answer::Given("長い".repeat(40_000)));
        record.card.set(c::person::LANDMARK, words, &Stamp::default());
        assert_eq!(print(&ports, &record), Err(PrintError::TooLong));
    }

    #[test]
    fn what_is_no_code_changes_nothing() {
        let ports = memory().ports();
        let parts = print(&ports, &somebody()).unwrap().codes;
        let mut stored_parts = StoredParts::default();
        stored_parts.add(&ports, &parts[0]).unwrap();
        for (text, error) in [
            ("", RestoreError::NotACode),
            ("https://tsumugu.example/card", RestoreError::NotACode),
            (&parts[1][..parts[1].len() - 9], RestoreError::Damaged),
            (&print(&ports, &somebody()).unwrap().codes[0], RestoreError::OtherSet),
            ("T.AQAB__8AAAABeHix9VZ-", RestoreError::TooMany),
        ] {
            assert_eq!(stored_parts.add(&ports, text).map_err(|(error, _)| error), Err(error), "{text}");
            assert_eq!(stored_parts.progress().0, 1);
        }
        stored_parts.add(&ports, &parts.join("\n")).unwrap();
        assert!(stored_parts.print().is_ok());
    }

    #[test]
    fn joining_a_sheet_of_the_same_person_lists_nobody_twice() {
        let ports = memory().ports();
        let mut here = somebody();
        here.id = RecordId("here".to_owned());
        let stamp = Stamp { at: Moment(1_790_000_000_000), ..Stamp::default() };
        here.card.section_mut(Section::Medicines).items[0].fields.set(
            c::medicine::DOSE.untyped(),
            Some(Answer::Given("5mg".to_owned())),
            &stamp,
        );
        let Printed { codes, digits } = print(&ports, &somebody()).unwrap();
        let mut stored_parts = StoredParts::default();
        stored_parts.add(&ports, &codes.join(" ")).unwrap();
        let paper = open(&ports, &stored_parts, &digits).unwrap();
        assert_eq!(matching::same_record(std::slice::from_ref(&here), &paper), Some(&here));
        assert_eq!(matching::same_record(&[], &paper), None);
        let coming = tied(&here, &[], paper);
        assert_eq!(coming.id, here.id);
        let joined = backup::joined(&here, &coming);
        assert_eq!(diff::diff(&here, &joined), [], "the newer dose stands, and nothing is there twice");
    }
}
