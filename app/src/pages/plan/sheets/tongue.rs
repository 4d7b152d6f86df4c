//! In which languages a sheet is printed. Its reader is Japanese as a rule. Whoever reads the app in English reads along, and then there
//! is a sheet in each language: one side of the paper for each, and neither mixed with the other.

use leptos::prelude::*;

use crate::{
    dom::{IntoNode, Node, view},
    parts::words::{lang, rich},
    text::{Lang, Word, sheets as text},
};

/// The languages that are printed, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongues {
    Both,
    Japanese,
    English,
}

impl Tongues {
    const ALL: [Tongues; 3] = [Tongues::Both, Tongues::Japanese, Tongues::English];

    /// What is printed where nobody chose: for somebody else Japanese as well.
    #[must_use]
    pub const fn usual(lang: Lang, for_others: bool) -> Tongues {
        match (lang, for_others) {
            (Lang::Ja, _) => Tongues::Japanese,
            (Lang::En, true) => Tongues::Both,
            (Lang::En, false) => Tongues::English,
        }
    }

    const fn langs(self) -> &'static [Lang] {
        match self {
            Tongues::Both => &[Lang::Ja, Lang::En],
            Tongues::Japanese => &[Lang::Ja],
            Tongues::English => &[Lang::En],
        }
    }

    const fn name(self) -> Word {
        match self {
            Tongues::Both => text::BOTH_TONGUES,
            Tongues::Japanese => text::IN_JAPANESE,
            Tongues::English => text::IN_ENGLISH,
        }
    }
}

/// The choice, for whoever reads the app in English.
pub fn choice(now: Memo<Tongues>, chosen: RwSignal<Option<Tongues>>) -> Option<Node> {
    let option = |one: Tongues| {
        view! {
            <label class="t-option">
                <input type="radio" name="tongue" prop:checked=move || now.get() == one on:change=move |_| chosen.set(Some(one)) />
                <span>{rich(one.name())}</span>
            </label>
        }
    };
    let options = move || view! { <fieldset class="t-field"><legend>{rich(text::WHICH_TONGUE)}</legend> <div class="t-options">{Tongues::ALL.map(option)}</div></fieldset> };
    (lang() != Lang::Ja).then(|| options().into_node())
}

/// What is made, in each of the languages.
pub fn each(tongues: Memo<Tongues>, make: impl Fn() -> Node + 'static) -> Node {
    let each = move || tongues.get().langs().iter().map(|lang| within(*lang, &make)).collect::<Vec<_>>();
    each.into_node()
}

/// Whatever is made or comes to life there, now or later, speaks this language.
fn within(lang: Lang, make: &impl Fn() -> Node) -> Node {
    let owner = Owner::new();
    let node = owner.with(|| {
        provide_context(lang);
        make()
    });
    // As long as what is around it.
    on_cleanup(move || drop(owner));
    node
}
