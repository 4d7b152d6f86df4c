//! In which languages a sheet is printed. Its reader is Japanese as a rule. Whoever reads the app in English reads along, and then there
//! is a sheet in each language: one side of the paper for each, and neither mixed with the other.

use leptos::{context::Provider, prelude::*};

use crate::parts::words::{lang, rich};
use words::{Lang, Word, sheets as text};

/// For whom a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Others,
    Oneself,
}

/// The languages that are printed, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetLanguages {
    Both,
    Japanese,
    English,
}

impl SheetLanguages {
    const ALL: [SheetLanguages; 3] = [SheetLanguages::Both, SheetLanguages::Japanese, SheetLanguages::English];

    /// What is printed where nobody chose: for somebody else Japanese as well.
    const fn usual(lang: Lang, reader: Audience) -> SheetLanguages {
        match (lang, reader) {
            (Lang::Ja, _) => SheetLanguages::Japanese,
            (Lang::En, Audience::Others) => SheetLanguages::Both,
            (Lang::En, Audience::Oneself) => SheetLanguages::English,
        }
    }

    const fn langs(self) -> &'static [Lang] {
        match self {
            SheetLanguages::Both => &[Lang::Ja, Lang::En],
            SheetLanguages::Japanese => &[Lang::Ja],
            SheetLanguages::English => &[Lang::En],
        }
    }

    const fn name(self) -> Word {
        match self {
            SheetLanguages::Both => text::BOTH_LANGUAGES,
            SheetLanguages::Japanese => text::IN_JAPANESE,
            SheetLanguages::English => text::IN_ENGLISH,
        }
    }
}

/// What was chosen for the sheets of others, and for one's own: the one is no choice for the other.
#[derive(Clone, Copy)]
pub struct LanguageChoice {
    others: RwSignal<Option<SheetLanguages>>,
    oneself: RwSignal<Option<SheetLanguages>>,
}

impl LanguageChoice {
    /// Nothing was chosen.
    pub fn new() -> LanguageChoice {
        LanguageChoice { others: RwSignal::new(None), oneself: RwSignal::new(None) }
    }

    fn of(self, reader: Audience) -> RwSignal<Option<SheetLanguages>> {
        match reader {
            Audience::Others => self.others,
            Audience::Oneself => self.oneself,
        }
    }

    /// What is printed.
    pub fn now(self, reader: Audience) -> SheetLanguages {
        self.of(reader).get().unwrap_or_else(|| SheetLanguages::usual(lang(), reader))
    }
}

/// The choice on the page, for whoever reads the app in English.
pub fn choose(choice: LanguageChoice, reader: Audience) -> Option<AnyView> {
    let option = |one: SheetLanguages| {
        let now = move || choice.now(reader) == one;
        let choose = move |_| choice.of(reader).set(Some(one));
        view! {
            <label class="t-option">
                <input type="radio" name="language" prop:checked=now on:change=choose />
                <span>{rich(one.name())}</span>
            </label>
        }
    };
    (lang() == Lang::En).then(|| {
        let options = SheetLanguages::ALL.map(option);
        view! { <fieldset class="t-field"><legend>{rich(text::WHICH_LANGUAGE)}</legend> <div class="t-options">{options}</div></fieldset> }
            .into_any()
    })
}

/// What is made, in each of the languages.
pub fn each(languages: Memo<SheetLanguages>, make: impl Fn() -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
    let each = move || languages.get().langs().iter().map(|lang| within(*lang, make.clone())).collect::<Vec<_>>();
    each.into_any()
}

/// Whatever is made or comes to life there, now or later, speaks this language.
fn within(lang: Lang, make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    view! { <Provider value=lang>{make()}</Provider> }.into_any()
}
