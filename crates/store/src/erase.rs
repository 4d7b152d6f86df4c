//! Erasing one person or everything, and the way back while the page that asked is open.

use crate::{
    identity::forget_device,
    port::{Append, CircleId, JournalError, Ports},
};

/// All rows of one record, oldest first, as they stand in the journal: what cannot be read is among them.
type Rows = (String, Vec<(u32, String)>);

/// What was erased, in memory alone: all revisions as they stood in the journal, and what had been set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    journals: Vec<Rows>,
    aside: Vec<(String, String)>,
    /// Record, circle and revision.
    pins: Vec<(String, CircleId, u32)>,
}

/// Removes a record, or with `None` all of them, from both copies.
pub async fn erase(ports: &Ports, id: Option<&str>) -> Result<(), JournalError> {
    // After a save that is under way, so that it cannot bring back what is erased here.
    let _writer = ports.tabs.writer().await;
    wipe(ports, id).await
}

async fn wipe(ports: &Ports, id: Option<&str>) -> Result<(), JournalError> {
    ports.journal.erase(id).await?;
    for key in ports.key_values.keys() {
        if key.strip_prefix("tsumugu.").is_some_and(|rest| id.is_none_or(|id| is_about(rest, id))) {
            ports.key_values.remove(&key);
        }
    }
    forget_device(ports);
    Ok(())
}

/// Whether a key without its prefix, such as `head.0123`, is about one record. The whole name counts: one may end like another.
fn is_about(rest: &str, id: &str) -> bool {
    rest.split_once('.').is_some_and(|(_, whole)| whole == id)
}

/// Removes a record, or all of them, and hands back what the journal held.
pub async fn erase_for_now(ports: &Ports, id: Option<&str>) -> Result<Erased, JournalError> {
    let _writer = ports.tabs.writer().await;
    let mut erased = Erased::default();
    for head in ports.journal.heads().await? {
        if id.is_none_or(|id| id == head.record) {
            let mut rows = ports.journal.revisions(&head.record).await?;
            rows.reverse();
            let pins = ports.journal.pins(&head.record).await?;
            erased.pins.extend(pins.into_iter().map(|(circle, rev)| (head.record.clone(), circle, rev)));
            erased.journals.push((head.record, rows));
        }
    }
    let mut aside = ports.journal.aside().await?;
    aside.retain(|(key, _)| id.is_none_or(|id| key.split('/').next() == Some(id)));
    erased.aside = aside;
    wipe(ports, id).await?;
    Ok(erased)
}

/// Puts rows back as they were. A record that is there again already stays as it is.
pub async fn put_back(ports: &Ports, erased: &Erased) -> Result<(), JournalError> {
    let _writer = ports.tabs.writer().await;
    for (key, raw) in &erased.aside {
        ports.journal.set_aside(key, raw).await?;
    }
    for (record, rows) in &erased.journals {
        let append = Append { record: record.clone(), expected: 0, rows: rows.clone(), drop: Vec::new() };
        match ports.journal.append(append).await {
            Ok(()) | Err(JournalError::Stale(_)) => {}
            Err(error) => return Err(error),
        }
    }
    for (record, circle, rev) in &erased.pins {
        ports.journal.pin(record, circle, Some(*rev)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::port::memory::{Memory, wait};

    /// Found on 2026-11-30: the key of another person ended with the same letters.
    #[test]
    fn erasing_one_person_takes_away_whole_keys_only() {
        let memory = Memory::default();
        let ports = memory.ports();
        for key in ["tsumugu.head.a", "tsumugu.late.a", "tsumugu.head.ba", "tsumugu.event.b-a", "tsumugu.settings", "other.a"] {
            ports.key_values.set(key, "x").unwrap();
        }
        wait(erase(&ports, Some("a"))).unwrap();
        let left: Vec<String> = ports.key_values.keys();
        assert_eq!(left, ["other.a", "tsumugu.event.b-a", "tsumugu.head.ba", "tsumugu.settings"]);
    }
}
