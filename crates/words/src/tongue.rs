//! In which language, or languages, something is said.

use record::{Day, era::era_year};

use crate::{
    Lang, Word,
    crew::{Four, Reader},
    days, plain,
};

/// The languages of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Only(Reader),
    /// Japanese, and the English after it: what a crew in Japan reads off a sheet that was made in English.
    Both,
}

impl From<Lang> for Tongue {
    fn from(lang: Lang) -> Tongue {
        Tongue::Only(lang.into())
    }
}

impl From<Reader> for Tongue {
    fn from(reader: Reader) -> Tongue {
        Tongue::Only(reader)
    }
}

impl From<Lang> for Reader {
    fn from(lang: Lang) -> Reader {
        match lang {
            Lang::Ja => Reader::Ja,
            Lang::En => Reader::En,
        }
    }
}

impl From<Word> for Four {
    fn from(word: Word) -> Four {
        Four::of(word)
    }
}

impl Tongue {
    pub const JAPANESE: Tongue = Tongue::Only(Reader::Ja);
    pub const ALL: [Tongue; 5] =
        [Tongue::JAPANESE, Tongue::Only(Reader::En), Tongue::Only(Reader::Zh), Tongue::Only(Reader::Ko), Tongue::Both];

    /// The tongue of sheets that are made in a language of the interface. The Japanese always stands on them.
    #[must_use]
    pub const fn of_sheets(lang: Lang) -> Tongue {
        match lang {
            Lang::Ja => Tongue::JAPANESE,
            Lang::En => Tongue::Both,
        }
    }

    /// A text without readings.
    #[must_use]
    pub fn say(self, text: impl Into<Four>) -> String {
        let four = text.into();
        let said = |reader| plain(four.say(reader));
        match self {
            Tongue::Only(reader) => said(reader),
            Tongue::Both if four.say(Reader::Ja) == four.say(Reader::En) => said(Reader::Ja),
            Tongue::Both => format!("{} {}", said(Reader::Ja), said(Reader::En)),
        }
    }

    /// What stands between the words of a list.
    #[must_use]
    pub const fn between(self) -> &'static str {
        match self {
            Tongue::Only(Reader::Ja) | Tongue::Both => "・",
            Tongue::Only(Reader::Zh) => "、",
            Tongue::Only(Reader::En | Reader::Ko) => ", ",
        }
    }

    /// Words in brackets, behind others.
    #[must_use]
    pub fn in_brackets(self, words: &str) -> String {
        match self {
            Tongue::Only(Reader::En | Reader::Ko) => format!("({words})"),
            Tongue::Only(Reader::Ja | Reader::Zh) | Tongue::Both => format!("（{words}）"),
        }
    }

    /// A day.
    #[must_use]
    pub fn day(self, day: Day) -> String {
        match self {
            Tongue::Only(Reader::Ja) => days::day(day, Lang::Ja),
            Tongue::Only(reader) => days::day_in(day, reader),
            Tongue::Both => format!("{} / {}", days::day(day, Lang::Ja), days::day(day, Lang::En)),
        }
    }

    /// A day on the crew's screen: in Japanese in both calendars.
    #[must_use]
    pub fn crew_day(self, day: Day) -> String {
        match self {
            Tongue::Only(reader) => days::day_in(day, reader),
            Tongue::Both => self.day(day),
        }
    }

    /// A birth: in Japanese in both calendars.
    #[must_use]
    pub fn birth(self, day: Day) -> String {
        match self {
            Tongue::Only(Reader::Ja) => days::both(day, Lang::Ja),
            Tongue::Only(Reader::En) => days::both(day, Lang::En),
            Tongue::Only(reader) => {
                era_year(day.0).map_or_else(|| days::day_in(day, reader), |era| format!("{} ({era})", days::day_in(day, reader)))
            }
            Tongue::Both => format!("{} / {}", days::both(day, Lang::Ja), days::day(day, Lang::En)),
        }
    }

    /// As much of a day as was typed; nothing when nothing of it can be said.
    #[must_use]
    pub fn told(self, typed: &str) -> Option<String> {
        match self {
            Tongue::Only(reader) => days::told(typed, reader),
            Tongue::Both => Some(format!("{} / {}", days::told(typed, Reader::Ja)?, days::told(typed, Reader::En)?)),
        }
    }

    /// How long before the sheet was made a day was.
    #[must_use]
    pub fn ago(self, from: Day, today: Day) -> String {
        match self {
            Tongue::Only(reader) => days::ago_in(from, today, reader),
            Tongue::Both => format!("{} / {}", days::ago(from, today, Lang::Ja), days::ago(from, today, Lang::En)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crew;

    #[test]
    fn the_japanese_stands_on_every_sheet() {
        let birth = Day::parse("1941-04-08").unwrap();
        let sheet = Tongue::of_sheets(Lang::En);
        for four in [crew::NONE, crew::UNKNOWN, crew::NOT_WRITTEN, crew::NEVER_CONFIRMED, crew::CARD_NUMBER] {
            let (ja, both) = (Tongue::JAPANESE.say(four), sheet.say(four));
            assert!(both.starts_with(&ja) && both.len() > ja.len() && !both.contains('['), "{ja} / {both}");
        }
        assert_eq!(sheet.birth(birth), "昭和16年（1941年）4月8日 / 8 April 1941");
        assert_eq!(sheet.day(birth), "昭和16年4月8日 / 8 April 1941");
    }

    #[test]
    fn a_birth_and_a_half_typed_day_are_said_in_every_language() {
        let birth = Day::parse("1941-04-08").unwrap();
        let said = Reader::ALL.map(|reader| Tongue::Only(reader).birth(birth));
        assert_eq!(said, ["昭和16年（1941年）4月8日", "8 April 1941 (昭和16年)", "1941年4月8日 (昭和16年)", "1941년 4월 8일 (昭和16年)"]);
        let told = Tongue::ALL.map(|tongue| tongue.told("1941-04-").unwrap());
        assert_eq!(told, ["1941年4月", "April 1941", "1941年4月", "1941년 4월", "1941年4月 / April 1941"]);
        assert_eq!(Tongue::Both.told("--"), None);
    }
}
