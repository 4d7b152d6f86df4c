//! In which language, or languages, something is said.

use record::{Day, era::era_year};

use crate::{
    Lang, Word,
    crew::{CrewLang, CrewWord},
    days, plain,
};

/// The languages of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Langs {
    Only(CrewLang),
    /// Japanese, and the English after it: what a crew in Japan reads off a sheet that was made in English.
    Both,
}

impl From<Lang> for Langs {
    fn from(lang: Lang) -> Langs {
        Langs::Only(lang.into())
    }
}

impl From<CrewLang> for Langs {
    fn from(crew_lang: CrewLang) -> Langs {
        Langs::Only(crew_lang)
    }
}

impl From<Lang> for CrewLang {
    fn from(lang: Lang) -> CrewLang {
        match lang {
            Lang::Ja => CrewLang::Ja,
            Lang::En => CrewLang::En,
        }
    }
}

impl From<Word> for CrewWord {
    fn from(word: Word) -> CrewWord {
        CrewWord::of(word)
    }
}

impl Langs {
    pub const JAPANESE: Langs = Langs::Only(CrewLang::Ja);
    pub const ALL: [Langs; 5] =
        [Langs::JAPANESE, Langs::Only(CrewLang::En), Langs::Only(CrewLang::Zh), Langs::Only(CrewLang::Ko), Langs::Both];

    /// The languages of sheets that are made in a language of the interface. The Japanese always stands on them.
    #[must_use]
    pub const fn of_sheets(lang: Lang) -> Langs {
        match lang {
            Lang::Ja => Langs::JAPANESE,
            Lang::En => Langs::Both,
        }
    }

    /// A text without readings.
    #[must_use]
    pub fn say(self, text: impl Into<CrewWord>) -> String {
        let four = text.into();
        let said = |crew_lang| plain(four.say(crew_lang));
        match self {
            Langs::Only(crew_lang) => said(crew_lang),
            Langs::Both if four.say(CrewLang::Ja) == four.say(CrewLang::En) => said(CrewLang::Ja),
            Langs::Both => format!("{} {}", said(CrewLang::Ja), said(CrewLang::En)),
        }
    }

    /// What stands between the words of a list.
    #[must_use]
    pub const fn between(self) -> &'static str {
        match self {
            Langs::Only(CrewLang::Ja) | Langs::Both => "・",
            Langs::Only(CrewLang::Zh) => "、",
            Langs::Only(CrewLang::En | CrewLang::Ko) => ", ",
        }
    }

    /// Words in brackets, behind others.
    #[must_use]
    pub fn in_brackets(self, words: &str) -> String {
        match self {
            Langs::Only(CrewLang::En | CrewLang::Ko) => format!("({words})"),
            Langs::Only(CrewLang::Ja | CrewLang::Zh) | Langs::Both => format!("（{words}）"),
        }
    }

    /// A day.
    #[must_use]
    pub fn day(self, day: Day) -> String {
        match self {
            Langs::Only(CrewLang::Ja) => days::day(day, Lang::Ja),
            Langs::Only(crew_lang) => days::day_in(day, crew_lang),
            Langs::Both => format!("{} / {}", days::day(day, Lang::Ja), days::day(day, Lang::En)),
        }
    }

    /// A day on the crew's screen: in Japanese in both calendars.
    #[must_use]
    pub fn crew_day(self, day: Day) -> String {
        match self {
            Langs::Only(crew_lang) => days::day_in(day, crew_lang),
            Langs::Both => self.day(day),
        }
    }

    /// A birth: in Japanese in both calendars.
    #[must_use]
    pub fn birth(self, day: Day) -> String {
        match self {
            Langs::Only(CrewLang::Ja) => days::both(day, Lang::Ja),
            Langs::Only(CrewLang::En) => days::both(day, Lang::En),
            Langs::Only(crew_lang) => {
                era_year(day.0).map_or_else(|| days::day_in(day, crew_lang), |era| format!("{} ({era})", days::day_in(day, crew_lang)))
            }
            Langs::Both => format!("{} / {}", days::both(day, Lang::Ja), days::day(day, Lang::En)),
        }
    }

    /// As much of a day as was typed; nothing when nothing of it can be said.
    #[must_use]
    pub fn told(self, typed: &str) -> Option<String> {
        match self {
            Langs::Only(crew_lang) => days::told(typed, crew_lang),
            Langs::Both => Some(format!("{} / {}", days::told(typed, CrewLang::Ja)?, days::told(typed, CrewLang::En)?)),
        }
    }

    /// How long before the sheet was made a day was.
    #[must_use]
    pub fn ago(self, from: Day, today: Day) -> String {
        match self {
            Langs::Only(crew_lang) => days::ago_in(from, today, crew_lang),
            Langs::Both => format!("{} / {}", days::ago(from, today, Lang::Ja), days::ago(from, today, Lang::En)),
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
        let sheet = Langs::of_sheets(Lang::En);
        for four in [crew::NONE, crew::UNKNOWN, crew::NOT_WRITTEN, crew::NEVER_CONFIRMED, crew::CARD_NUMBER] {
            let (ja, both) = (Langs::JAPANESE.say(four), sheet.say(four));
            assert!(both.starts_with(&ja) && both.len() > ja.len() && !both.contains('['), "{ja} / {both}");
        }
        assert_eq!(sheet.birth(birth), "昭和16年（1941年）4月8日 / 8 April 1941");
        assert_eq!(sheet.day(birth), "昭和16年4月8日 / 8 April 1941");
    }

    #[test]
    fn a_birth_and_a_half_typed_day_are_said_in_every_language() {
        let birth = Day::parse("1941-04-08").unwrap();
        let said = CrewLang::ALL.map(|crew_lang| Langs::Only(crew_lang).birth(birth));
        assert_eq!(said, ["昭和16年（1941年）4月8日", "8 April 1941 (昭和16年)", "1941年4月8日 (昭和16年)", "1941년 4월 8일 (昭和16年)"]);
        let told = Langs::ALL.map(|langs| langs.told("1941-04-").unwrap());
        assert_eq!(told, ["1941年4月", "April 1941", "1941年4月", "1941년 4월", "1941年4月 / April 1941"]);
        assert_eq!(Langs::Both.told("--"), None);
    }
}
