//! The screen, the files and the machine around the page. `browser` implements the trait; tests use [`NoDevice`].

use std::{ops::Deref, rc::Rc};

use store::port::Later;

/// What the app needs from the outside: the ports of `store`, and the device.
#[derive(Clone, Debug)]
pub struct Ports {
    pub store: store::Ports,
    pub device: Rc<dyn Device>,
}

/// What only stores takes the ports as they are.
impl Deref for Ports {
    type Target = store::Ports;

    fn deref(&self) -> &store::Ports {
        &self.store
    }
}

/// How sure it is that the browser will not clear its storage by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    Granted,
    Refused,
    Unsupported,
}

/// Where the app runs, for the install help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// Started from the home screen.
    Installed,
    Iphone,
    Android,
    /// The browser inside LINE, which keeps nothing reliably, and opens another one when a link asks for it.
    Line,
    /// The browser inside another app: only its own menu leads out.
    InApp,
    Other,
}

/// The screen, the files and the machine around the page.
pub trait Device: std::fmt::Debug {
    /// Asks that storage be kept.
    fn persist(&self) -> Later<Persistence>;
    /// How it stands, without asking.
    fn persistence(&self) -> Later<Persistence>;
    fn platform(&self) -> Platform;
    /// Sets `data-NAME` of the document, which the style sheet reads.
    fn apply_theme(&self, name: &str, value: &str);
    /// Hands a file to the person, as a download.
    fn hand_out(&self, name: &str, mime: &str, bytes: &[u8]);
    fn copy(&self, text: &str) -> Later<bool>;
    fn print(&self);
    /// The heights of the children of the element with an id, in CSS pixels; nothing when it is not on the page.
    fn heights(&self, id: &str) -> Vec<f64>;
    /// Keeps the screen on until the answer is dropped.
    fn keep_awake(&self) -> Later<Option<Box<dyn std::any::Any>>>;
    /// Moves the focus to the element with an id, scrolling it into view.
    fn focus(&self, id: &str);
    /// Asks before the page is left while something is not saved.
    fn guard_leaving(&self, on: bool);
    /// Calls back when the page is hidden or left: the last chance to save. And when it is seen again.
    fn on_leaving(&self, call: Box<dyn Fn()>);
    /// Calls back when a new release of the app is ready to take over.
    fn on_update(&self, call: Box<dyn Fn()>);
    /// Lets the new release take over and loads the page again.
    fn take_update(&self);
    /// Reads a file that was chosen in the file field with an id, up to a size in bytes.
    fn chosen_file(&self, field: &str, limit: u32) -> Later<Result<Vec<u8>, FileError>>;
    /// The part of the address after `#`, taken out of the address bar.
    fn take_fragment(&self) -> Option<String>;
    /// The path of the page.
    fn path(&self) -> String;
    /// Scheme and host of the page.
    fn origin(&self) -> String;
    /// Fetches a public file of this app (never private, never another host).
    fn public_file(&self, path: &str) -> Later<Option<String>>;
    /// The marker that says: there was data in this browser once. Survives when the browser clears the rest.
    fn had_data(&self) -> bool;
    fn mark_data(&self, had: bool);
    /// Loads a page of the app anew.
    fn reload_at(&self, path: &str);
    /// Whether the device can read aloud.
    fn can_speak(&self) -> bool;
    /// Reads a text aloud in a language (`ja-JP`) instead of what it was reading, and calls back at the end.
    fn speak(&self, text: &str, language: &str, end: Box<dyn Fn()>);
    /// Stops reading aloud.
    fn stop_speaking(&self);
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    NoFile,
    TooLarge,
    Unreadable,
}

/// A device that does nothing, for tests.
#[cfg(test)]
#[derive(Debug)]
pub struct NoDevice;

/// The ports of a device in memory, without a screen.
#[cfg(test)]
pub fn in_memory(memory: &store::port::memory::Memory) -> Ports {
    Ports { store: memory.ports(), device: Rc::new(NoDevice) }
}

#[cfg(test)]
fn later<T: 'static>(value: T) -> Later<T> {
    Box::pin(async move { value })
}

#[cfg(test)]
impl Device for NoDevice {
    fn persist(&self) -> Later<Persistence> {
        later(Persistence::Granted)
    }
    fn persistence(&self) -> Later<Persistence> {
        later(Persistence::Granted)
    }
    fn platform(&self) -> Platform {
        Platform::Other
    }
    fn apply_theme(&self, _: &str, _: &str) {}
    fn hand_out(&self, _: &str, _: &str, _: &[u8]) {}
    fn copy(&self, _: &str) -> Later<bool> {
        later(true)
    }
    fn print(&self) {}
    fn heights(&self, _: &str) -> Vec<f64> {
        Vec::new()
    }
    fn keep_awake(&self) -> Later<Option<Box<dyn std::any::Any>>> {
        later(None)
    }
    fn focus(&self, _: &str) {}
    fn guard_leaving(&self, _: bool) {}
    fn on_leaving(&self, _: Box<dyn Fn()>) {}
    fn on_update(&self, _: Box<dyn Fn()>) {}
    fn take_update(&self) {}
    fn chosen_file(&self, _: &str, _: u32) -> Later<Result<Vec<u8>, FileError>> {
        later(Err(FileError::NoFile))
    }
    fn take_fragment(&self) -> Option<String> {
        None
    }
    fn path(&self) -> String {
        "/".to_owned()
    }
    fn origin(&self) -> String {
        "http://127.0.0.1:3000".to_owned()
    }
    fn public_file(&self, _: &str) -> Later<Option<String>> {
        later(None)
    }
    fn had_data(&self) -> bool {
        false
    }
    fn mark_data(&self, _: bool) {}
    fn reload_at(&self, _: &str) {}
    fn can_speak(&self) -> bool {
        false
    }
    fn speak(&self, _: &str, _: &str, _: Box<dyn Fn()>) {}
    fn stop_speaking(&self) {}
}
