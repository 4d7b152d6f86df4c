//! What happens to the disk when the app opens.

use crate::{Loaded, Ports, pending, repository};

/// Reads the head of every record and repairs what is damaged, and joins what an earlier page left unsaved.
pub async fn open(ports: &Ports) -> Loaded {
    let mut loaded = repository::load(ports).await;
    pending::join(ports, &mut loaded).await;
    repository::by_age(&mut loaded.records);
    loaded
}
