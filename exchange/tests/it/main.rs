//! What goes out of the app and must come back, or be read by others.

mod restore;
