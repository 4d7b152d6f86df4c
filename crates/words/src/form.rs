//! For whom an answer is said, and with how much room.

/// For whom, and with how much room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For whoever writes the record, at the screen: everything, in the words of the controls.
    Full,
    /// Where there is little room: a code, a card for the wallet, a locked phone.
    Short,
    /// On the crew's screen.
    Crew,
    /// On a sheet, and in a text to hand over.
    Paper,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 4] = [Form::Full, Form::Short, Form::Crew, Form::Paper];
}
