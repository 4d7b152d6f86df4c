//! What the pages say besides the questions: the keys of each block of `notes.txt` that is not made from the catalogue. Each becomes a
//! constant, such as `notes::cpr::ASK_DATE`.

pub const ASKED: &[(&str, &[&str])] = &[
    ("e1", &["text", "short"]),
    ("opening", &["lead", "one", "two", "three", "ill", "ill yes", "ill advice", "what", "rest", "together", "adults"]),
    ("core", &["title", "lead"]),
    ("treatment", &["ill", "scenes", "copy", "detail", "doctor drawer"]),
    ("relief", &["text"]),
    ("cpr", &["title", "unconfirmed", "confirmed", "why", "crew", "before", "doubt", "local", "symptoms", "ask date"]),
    ("euthanasia", &["text"]),
    ("consult", &["title", "text", "city"]),
    ("power", &["text"]),
    ("hints", &["lead", "home_and_ambulance", "cpr_and_comfort", "named_not_asked", "as_written_undecided", "not_told_but_myself"]),
    ("level", &["exists", "with_doctor"]),
    ("shown", &["print", "screen", "file"]),
    ("sheet", &["wish", "opened only", "also", "blank how", "blank heavy", "blank treatment"]),
    ("age", &["ask first"]),
    ("talk", &["lead", "field about"]),
    ("feelings", &["title", "lead", "write", "box", "not votes", "name hint", "name first", "field about"]),
    (
        "version",
        &["lead", "by own", "by proxy", "reason", "reason hint", "sign", "sign note", "looked", "withdraw", "withdraw note"],
    ),
    (
        "remind",
        &[
            "lead", "birthday", "yearly", "discharge", "move", "care_level", "none", "in calendar", "on the card", "discharge note",
            "discharge asked", "move changed", "care_level changed",
        ],
    ),
    ("reader crew", &["card"]),
    ("sources", &["title"]),
];
