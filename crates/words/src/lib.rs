//! Everything a person reads, Japanese and English side by side. Content, not code: no logic beyond choosing a language.
//!
//! Ruby is written `[漢字|かんじ]` and shown by `ruby` in `app/src/parts/words.rs`; [`plain`] takes it out where no markup can stand.

pub mod about;
pub mod answer_text;
pub mod call;
pub mod card;
pub mod changes;
pub mod check;
pub mod conflicts;
pub mod crash;
pub mod crew;
pub mod days;
pub mod entry;
pub mod facts;
pub mod fields;
pub mod form;
pub mod frame;
pub mod help;
pub mod home;
pub mod keep;
pub mod labels;
pub mod langs;
pub mod lines;
pub mod pages;
pub mod photo;
pub mod place;
pub mod plan;
pub mod settings;
pub mod sheets;
pub mod show;
pub mod summary;
pub mod when;

#[cfg(test)]
mod sentences;

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Ja,
    En,
}

impl Lang {
    /// As HTML names it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }
}

/// One text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub ja: &'static str,
    pub en: &'static str,
}

/// Writes a [`Word`] in one line of a table.
pub const fn w(ja: &'static str, en: &'static str) -> Word {
    Word { ja, en }
}

impl Word {
    /// The text in a language.
    #[must_use]
    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }
}

/// The text without ruby: `[漢字|かんじ]` becomes `漢字`.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        match after.split_once('|').and_then(|(base, more)| Some((base, more.split_once(']')?.1))) {
            Some((base, more)) => {
                out.push_str(base);
                rest = more;
            }
            None => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The languages in their own words.
pub const JAPANESE: &str = "日本語";
pub const ENGLISH: &str = "English";
