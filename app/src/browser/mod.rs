//! The browser behind the ports. The only place that names `web-sys`.

mod clock;
mod device;
mod files;
mod idb;
mod journal;
mod shelf;
mod tabs;

use std::rc::Rc;

use crate::port::Ports;

/// The ports of the page this runs in.
#[must_use]
pub fn ports() -> Ports {
    Ports {
        shelf: Rc::new(shelf::LocalShelf::new()),
        journal: Rc::new(journal::IdbJournal::default()),
        clock: Rc::new(clock::SystemClock),
        dice: Rc::new(clock::SystemDice),
        tabs: Rc::new(tabs::BrowserTabs::new()),
        device: Rc::new(device::BrowserDevice),
    }
}
