//! Words typed a moment before the page goes away: too late for the journal, which needs the page for a few milliseconds more.
//!
//! They are left on the shelf, which takes them at once, and the next page joins them to what the journal holds by then. They were
//! never called saved, so nothing that the journal says is ever put back by them.

use record::{Moment, Record};

use super::{
    keeper::{self, Held, Opened},
    row::{Cause, Row, RowRead},
};
use crate::port::Ports;

const LATE: &str = "tsumugu.late.";

fn key(id: &str) -> String {
    format!("{LATE}{id}")
}

/// Leaves an edit that began from `base`. A shelf that is full or off only means that it is gone with the page.
pub fn leave(ports: &Ports, base: &Held, edit: &Record) {
    let row = Row::new(edit, base.rev, ports.clock.now().at, "", Cause::Edit);
    let _ = ports.shelf.set(&key(&edit.id.0), &row.write());
}

/// The journal has it now.
pub fn clear(ports: &Ports, id: &str) {
    ports.shelf.remove(&key(id));
}

/// Joins what earlier pages left. What cannot be written stays where it is, for the next time.
pub async fn take(ports: &Ports, opened: &mut Opened) {
    for key in ports.shelf.keys() {
        let Some(id) = key.strip_prefix(LATE) else { continue };
        let Some(RowRead::Whole(row, edit)) = ports.shelf.get(&key).map(|raw| Row::read(&raw)) else { continue };
        if opened.held.iter().any(|held| held.record == *edit) {
            // There was time after all.
            ports.shelf.remove(&key);
            continue;
        }
        let base = base_of(ports, id, row.rev, edit.made).await;
        let Ok(saved) = keeper::save(ports, &base, &edit, Cause::Edit).await else { continue };
        ports.shelf.remove(&key);
        match opened.held.iter_mut().find(|held| held.record.id == edit.id) {
            Some(held) => *held = saved.held,
            None => opened.held.push(saved.held),
        }
    }
}

/// The revision from which the edit began; nothing where it is no longer kept, so that what both sides have stays.
async fn base_of(ports: &Ports, id: &str, rev: u32, made: Moment) -> Held {
    let history = keeper::history(ports, id).await.unwrap_or_default();
    let found = history.into_iter().map(|(_, held)| held).find(|held| held.rev == rev);
    found.unwrap_or_else(|| Held { rev, at: made, record: Record::new(record::RecordId(id.to_owned()), made), read_only: false })
}
