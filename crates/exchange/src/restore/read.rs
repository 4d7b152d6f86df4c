//! Reads what `write` has written. Nothing that does not fit is guessed: then there is no record.

use record::{
    Answer, Author, Card, Confirmed, Day, Field, Item, ItemId, Moment, Record, RecordId, SectionData, Stamp,
    catalogue::codes::{FIELDS, OPTIONS, SECTIONS, id},
};
use serde_json::{Map, Value};

use super::{
    option::Place,
    signs,
    write::{DIGITS, MINUTE},
};

/// The record in a content that is complete and undamaged. The items are named after the print.
pub fn content(bytes: &[u8], set: u32) -> Option<Record> {
    let mut from = Reader { bytes, set, items: 0, authors: Vec::new(), author: Author::Own };
    let (&flags, rest) = bytes.split_first()?;
    from.bytes = rest;
    let id = Some(RecordId(from.words()?)).filter(RecordId::is_plain)?;
    let made = from.moment()?;
    let sample = match flags {
        0 => false,
        1 => true,
        _ => return None,
    };
    from.author_table()?;
    let card = from.card()?;
    from.bytes.is_empty().then(|| Record { sample, card, ..Record::new(id, made) })
}

struct Reader<'a> {
    /// What is still to be read.
    bytes: &'a [u8],
    set: u32,
    /// How many items were read.
    items: u32,
    authors: Vec<Author>,
    /// Who wrote the answer that follows.
    author: Author,
}

impl Reader<'_> {
    fn card(&mut self) -> Option<Card> {
        let confirmed = match self.number()? {
            0 => None,
            1 => Some(Confirmed { on: Day::parse(&self.words()?)?, by: self.author_at()? }),
            _ => return None,
        };
        let mut card = Card { confirmed, extra: self.extra()?, ..Card::default() };
        self.author = self.authors.first().cloned().unwrap_or_default();
        loop {
            let id = match self.number()? {
                0 => return Some(card),
                1 => self.words()?,
                number => id(SECTIONS, number - 2)?.to_owned(),
            };
            let data = self.section(&id)?;
            card.sections.insert(id, data);
        }
    }

    fn section(&mut self, section: &str) -> Option<SectionData> {
        let at = self.moment()?;
        let mut data = SectionData::default();
        loop {
            let step = self.number()?;
            match step {
                0 => return Some(data),
                1 => data.items.push(self.item()),
                2 => self.author = self.author_at()?,
                3 => {
                    let extra = self.extra()?;
                    *data.items.last_mut().map_or(&mut data.extra, |item| &mut item.extra) = extra;
                }
                _ => {
                    let id = if step == 4 { self.words()? } else { id(FIELDS, step - 5)?.to_owned() };
                    let answer = self.answer(Place { section, in_list: !data.items.is_empty(), field: &id })?;
                    let field = Field { answer, stamp: Stamp { at, by: self.author.clone() } };
                    data.items.last_mut().map_or(&mut data.fields, |item| &mut item.fields).insert(id, field);
                }
            }
        }
    }

    fn item(&mut self) -> Item {
        self.items += 1;
        let id = ItemId::on_paper(self.set, self.items);
        Item { id, fields: record::Fields::new(), extra: Map::new() }
    }

    fn answer(&mut self, place: Place<'_>) -> Option<Answer> {
        Some(match self.number()? {
            0 => Answer::None,
            1 => Answer::Unknown,
            2 => place.option(id(OPTIONS, self.number()?)?),
            3 => {
                let count = self.number()?;
                let mut ids = Vec::new();
                for _ in 0..count {
                    ids.push(match self.number()? {
                        0 => self.words()?,
                        number => id(OPTIONS, number - 1)?.to_owned(),
                    });
                }
                Answer::Chosen(ids)
            }
            4 => serde_json::from_str(&self.words()?).ok()?,
            head => Answer::Given(self.words_of(head - 5)?),
        })
    }

    fn extra(&mut self) -> Option<Map<String, Value>> {
        let json = self.words()?;
        if json.is_empty() { Some(Map::new()) } else { serde_json::from_str(&json).ok() }
    }

    fn author_table(&mut self) -> Option<()> {
        for _ in 0..self.number()? {
            let author = match self.number()? {
                0 => Author::Own,
                1 => Author::Proxy(self.words()?),
                2 => Author::Clinic(self.words()?),
                _ => return None,
            };
            self.authors.push(author);
        }
        Some(())
    }

    fn author_at(&mut self) -> Option<Author> {
        let place = usize::try_from(self.number()?).ok()?;
        self.authors.get(place).cloned()
    }

    fn moment(&mut self) -> Option<Moment> {
        i64::try_from(self.number()?.checked_mul(MINUTE)?).ok().map(Moment)
    }

    fn words(&mut self) -> Option<String> {
        let head = self.number()?;
        self.words_of(head)
    }

    fn words_of(&mut self, head: u64) -> Option<String> {
        let length = usize::try_from(head / 2).ok()?;
        if head.is_multiple_of(2) {
            return signs::read(self.take(length)?);
        }
        let pairs = self.take(length.div_ceil(2))?;
        let digits = pairs.iter().flat_map(|pair| [pair >> 4, pair & 0xF]).take(length);
        digits.map(|digit| DIGITS.get(usize::from(digit)).map(|digit| char::from(*digit))).collect()
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for place in 0..9 {
            let byte = *self.take(1)?.first()?;
            number |= u64::from(byte & 0x7F) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_that_nobody_wrote_are_answered(bytes in prop::collection::vec(prop_oneof![0u8..8, any::<u8>()], 0..60)) {
            let read = super::content(&bytes, 0);
            prop_assert!(read.is_none_or(|record| record.extra.is_empty()));
        }
    }
}
