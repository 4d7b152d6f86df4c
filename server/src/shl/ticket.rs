//! Tickets: addresses of files that hold for an hour. Made without writing anything down; the key is in the database, so that any server
//! on it can read the ticket of another.

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use sqlx::{AnyConnection, query};

use crate::{
    database::{Columns, Database, DatabaseError, Outcome, Write},
    hash::Hash,
};

/// Share, version, place, end.
const CONTENT: usize = 32 + 8 + 8 + 8;
const MAC: usize = 32;

/// What a ticket opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    pub share: Hash,
    /// After the next write of files it opens nothing: places would mean other files.
    pub version: i64,
    pub place: i64,
    pub until: i64,
}

/// Makes and reads tickets.
#[derive(Clone)]
pub(crate) struct Tickets(Hmac<Sha256>);

impl std::fmt::Debug for Tickets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tickets")
    }
}

impl Tickets {
    /// With the key of this database, which is made when there is none.
    pub async fn open(database: &Database) -> Result<Tickets, DatabaseError> {
        let mut fresh = [0; 32];
        getrandom::fill(&mut fresh).map_err(|_| DatabaseError::Tables("the system gives no random bytes"))?;
        let key = database.write(Keep(fresh)).await?;
        Ok(Tickets(Hmac::new_from_slice(&key).map_err(|_| DatabaseError::Damaged)?))
    }

    pub(super) fn make(&self, ticket: &Ticket) -> String {
        let mut bytes = Vec::with_capacity(CONTENT + MAC);
        bytes.extend(ticket.share.bytes());
        for number in [ticket.version, ticket.place, ticket.until] {
            bytes.extend(number.to_be_bytes());
        }
        let mac = self.0.clone().chain_update(&bytes).finalize().into_bytes();
        bytes.extend(mac);
        Base64UrlUnpadded::encode_string(&bytes)
    }

    /// `None`: it was not made here.
    pub(super) fn read(&self, text: &str) -> Option<Ticket> {
        let mut buffer = [0; CONTENT + MAC];
        let bytes = Base64UrlUnpadded::decode(text, &mut buffer).ok()?;
        let (content, mac) = bytes.split_at_checked(CONTENT)?;
        self.0.clone().chain_update(content).verify_slice(mac).ok()?;
        let (share, numbers) = content.split_first_chunk::<32>()?;
        let mut numbers = numbers.as_chunks::<8>().0.iter().map(|bytes| i64::from_be_bytes(*bytes));
        Some(Ticket { share: Hash::made(*share), version: numbers.next()?, place: numbers.next()?, until: numbers.next()? })
    }
}

/// Keeps a key, if there is none; returns the one that is kept.
struct Keep([u8; 32]);

impl Write for Keep {
    type Reply = Vec<u8>;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Vec<u8>> {
        let keep = query("INSERT INTO secrets (name, value) VALUES ('tickets', $1) ON CONFLICT (name) DO NOTHING");
        keep.bind(self.0.to_vec()).execute(&mut *on).await?;
        query("SELECT value FROM secrets WHERE name = 'tickets'").fetch_one(on).await?.bytes("value")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own() {
        let tickets = |key: u8| Tickets(Hmac::new_from_slice(&[key; 32]).unwrap());
        let ticket = Ticket { share: Hash::made([7; 32]), version: 3, place: 1, until: 1_800_000_000 };
        let text = tickets(1).make(&ticket);
        assert_eq!(tickets(1).read(&text), Some(ticket));
        assert_eq!(tickets(2).read(&text), None);
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(tickets(1).read(std::str::from_utf8(&changed).unwrap()), None, "{at}");
        }
        for not in ["", "A", &text[1..], &format!("{text}A")] {
            assert_eq!(tickets(1).read(not), None);
        }
    }
}
