//! When something was written. A moment from the far future that came with a file is marked as doubtful: its day is not said.

use record::{Day, Moment, plan::Version};

use crate::{Word, crew::CrewWord, langs::Langs, w};

/// In the place of such a day.
pub const DOUBTFUL: CrewWord = CrewWord(["日付がはっきりしません", "date not certain", "日期不明确", "날짜가 확실하지 않음"]);
/// In the place of how long ago it was.
pub const DOUBTFUL_AGE: Word = w("書いた日付がはっきりしません。", "It is not certain when this was written.");

/// The day that stands on a version of the plan; nothing where it is doubtful.
#[must_use]
pub fn kept(version: &Version) -> Option<Day> {
    (!version.at.is_doubtful()).then_some(version.on)
}

/// A day, or that it is not certain.
#[must_use]
pub fn day(day: Option<Day>, langs: impl Into<Langs>) -> String {
    let langs = langs.into();
    day.map_or_else(|| langs.say(DOUBTFUL), |day| langs.day(day))
}

/// The day of a moment, or that it is not certain. `local` is its day where the reader is.
#[must_use]
pub fn day_of(at: Moment, local: Day, langs: impl Into<Langs>) -> String {
    day((!at.is_doubtful()).then_some(local), langs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, crew::CrewLang};

    #[test]
    fn a_doubtful_day_is_not_said() {
        let far = Moment(4_102_444_800_000);
        let on = far.day_in_japan();
        for reader in CrewLang::ALL {
            assert_eq!(day_of(far, on, reader), Langs::from(reader).day(on));
            assert_eq!(day_of(far.doubted(), on, reader), DOUBTFUL.say(reader));
        }
        assert_eq!(day(None, Lang::Ja), "日付がはっきりしません");
    }
}
