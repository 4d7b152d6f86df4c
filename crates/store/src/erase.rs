//! Erasing one person or everything, and the way back while the page that asked is open.

use crate::{
    identity::forget_device,
    port::{Append, JournalError, Ports},
    repository::mirror_key,
};

/// All rows of one record, oldest first, as they stand in the journal: what cannot be read is among them.
type Rows = (String, Vec<(u32, String)>);

/// What was erased, in memory alone: all revisions as they stood in the journal, and what had been set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    journals: Vec<Rows>,
    aside: Vec<(String, String)>,
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
        let of_this = id.is_none_or(|id| key == mirror_key(id) || key.ends_with(id));
        if key.starts_with("tsumugu.") && of_this {
            ports.key_values.remove(&key);
        }
    }
    forget_device(ports);
    Ok(())
}

/// Removes a record, or all of them, and hands back what the journal held.
pub async fn erase_for_now(ports: &Ports, id: Option<&str>) -> Result<Erased, JournalError> {
    let _writer = ports.tabs.writer().await;
    let mut erased = Erased::default();
    for head in ports.journal.heads().await? {
        if id.is_none_or(|id| id == head.record) {
            let mut rows = ports.journal.revisions(&head.record).await?;
            rows.reverse();
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
    Ok(())
}
