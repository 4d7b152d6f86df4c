//! What happens to the disk when the app opens.

use crate::{Loaded, Ports, pending, repository, retention};

/// Reads and repairs every record, joins what an earlier page left unsaved, and drops revisions that are no longer kept.
pub async fn open(ports: &Ports) -> Loaded {
    let mut loaded = repository::load(ports).await;
    for stored in &loaded.records {
        retention::run(ports, stored).await;
    }
    pending::join(ports, &mut loaded).await;
    loaded.records.sort_by_key(|stored| stored.record.made);
    loaded
}
