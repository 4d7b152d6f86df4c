//! The A4 sheet for the fridge: what a crew asks, in the order in which it asks; folded once, with the writing inside.

use exchange::{qr, text as plain_text};
use leptos::prelude::*;
use record::{
    Answers, Author, Card, FieldId, Item, Section, catalogue as c,
    plan::{Question, options},
};
use words::facts::{self, Fact, Term};

use super::{
    Source,
    codes::{self, Codes},
    paper::{self, Piece, Stack, leading, piece},
    source,
};
use crate::text::{Lang, Word, about, crew, sheets as text, sheets::Tongue};

/// The longest text in the QR, in bytes: version 17 at level M.
const QR_TEXT: usize = 480;

/// The sheets, and the outside: on the back of the first, so that both sides of one paper are the folded card.
pub fn sheets(codes: RwSignal<Codes>) -> AnyView {
    let stack = move || {
        let source = source()?;
        let mut pieces = pieces(&source);
        if let Codes::Made(printed) = codes.get() {
            pieces.extend(codes::pieces(&source, &printed));
        }
        let (head, foot) = (head(&source), foot(&source));
        Some(Stack { pieces, lang: Lang::Ja, head: Box::new(head), foot: Box::new(foot) })
    };
    let cover = || source().map(|source| cover(&source));
    paper::backed("a4", paper::A4, stack, cover)
}

impl Source {
    pub fn say(&self, term: Term<'_>) -> String {
        self.tongue.term(term)
    }

    /// The name as it stands on each sheet.
    pub fn name(&self) -> String {
        match self.shown.card.words(Section::Person, c::NAME) {
            "" => self.say(Term::NotWritten),
            name => name.to_owned(),
        }
    }

    /// 見本, where the person is invented.
    pub fn sample(&self) -> Option<AnyView> {
        let word = self.say(Term::Sample);
        self.shown.sample.then(|| view! { <strong class="t-paper__sample">{word}</strong> }.into_any())
    }

    /// When the card was confirmed; or that it never was, and when something was last written.
    pub fn fresh(&self) -> String {
        match &self.shown.card.confirmed {
            Some(confirmed) => format!("{} {}", self.say(Term::Confirmed), self.say(Term::Day(confirmed.on))),
            None => match self.written {
                Some(day) => {
                    format!("{}（{} {}）", self.say(Term::NeverConfirmed), self.tongue.say(text::WRITTEN_ON), self.say(Term::Day(day)))
                }
                None => self.say(Term::NeverConfirmed),
            },
        }
    }
}

fn head(source: &Source) -> impl Fn(usize, usize) -> AnyView + 'static {
    let (title, name, fresh) = (source.say(Term::Card), source.name(), source.fresh());
    let (sample, word) = (source.shown.sample, source.say(Term::Sample));
    move |at, of| {
        let sample = sample.then(|| view! { <strong class="t-paper__sample">{word.clone()}</strong> });
        view! {
            <header class="t-paper__head">
                <b class="t-paper__title">{title.clone()}</b>
                <b class="t-paper__count">{format!("{at}/{of}")}</b>
                <b>{name.clone()}</b>
                {sample}
                <span class="t-paper__end">{fresh.clone()}</span>
            </header>
        }
        .into_any()
    }
}

fn foot(source: &Source) -> impl Fn(usize, usize) -> AnyView + 'static {
    let card = &source.shown.card;
    let mut authors: Vec<&Author> = card.confirmed.iter().map(|confirmed| &confirmed.by).collect();
    for stamp in card.sections.values().filter_map(record::SectionData::stamp) {
        if !authors.contains(&&stamp.by) {
            authors.push(&stamp.by);
        }
    }
    let tongue = source.tongue;
    let names = authors.iter().map(|author| plain_text::author(author, &|term| tongue.term(term))).collect::<Vec<_>>().join("・");
    let by = if names.is_empty() { String::new() } else { format!("{} {names}　", source.say(Term::WrittenBy)) };
    let line = format!("{by}{} {}", tongue.say(text::PRINTED), source.say(Term::Day(source.today)));
    move |_, _| view! { <footer class="t-paper__foot">{line.clone()}</footer> }.into_any()
}

/// All pieces, in the order in which a crew asks.
fn pieces(source: &Source) -> Vec<Piece> {
    let mut pieces = vec![piece(person(source)), piece(alerts(source))];
    pieces.extend(lists(source, Section::Illness, crew::ILLNESS.word()));
    pieces.extend(lists(source, Section::Medicines, crew::MEDICINES.word()));
    pieces.extend(phones(source));
    pieces.extend(sections(source, &[Section::Usual], source.say(Term::Section(Section::Usual))));
    pieces.extend(orders(source));
    pieces.extend(sections(source, &[Section::Papers], source.say(Term::Section(Section::Papers))));
    pieces.extend(plan(source));
    pieces.extend(sections(source, &[Section::Care, Section::Insurance, Section::Blood], source.tongue.say(crew::ELSE.word())));
    pieces
}

/// Of the plan, what the person has opened for the emergency card: that there is a record, how old it is, where, whom to phone, and whom
/// first; and what such a record is not.
fn plan(source: &Source) -> Vec<Piece> {
    let Some(version) = source.shown.plan.versions.last() else { return Vec::new() };
    let say = |term: Term<'_>| source.say(term);
    let tongue = source.tongue;
    let on = format!("{}　{}", say(Term::Day(version.on)), tongue.ago(version.on, source.today));
    let mut rows = vec![(tongue.say(crew::PLAN_ON.word()), on), (tongue.say(crew::PLACE.word()), tongue.say(crew::PLAN_PHONE.word()))];
    let people = version.answers.get(Question::P1.id()).map_or(&[][..], |data| &data.items);
    rows.extend(people.iter().map(|item| (tongue.say(crew::TRUSTED.word()), line(source, Section::Contacts, item))));
    if let Some(calls) = version.answers.get(Question::L4.id()) {
        for (row, title) in [(options::SUDDEN, crew::CALL_SUDDEN), (options::FORESEEN, crew::CALL_FORESEEN)] {
            let id = calls.fields.picked(row);
            rows.extend(crew::option(id).map(|_| (tongue.say(title.word()), say(Term::Choice(id)))));
        }
    }
    let facts = rows.into_iter().map(fact).collect::<Vec<_>>();
    let note = [crew::PLAN_ASK, crew::PLAN_NOTE].map(|note| tongue.say(note.word())).join(" ");
    let content =
        view! { {title(tongue.say(crew::PLAN.word()))} <dl class="t-paper__facts">{facts}</dl> <p class="t-paper__note">{note}</p> };
    vec![piece(content.into_any())]
}

fn title(words: String) -> AnyView {
    view! { <h3 class="t-paper__h">{words}</h3> }.into_any()
}

/// A label in small type, and what was written.
fn fact((label, words): Fact) -> AnyView {
    view! { <div class="t-paper__fact"><dt>{label}</dt><dd>{words}</dd></div> }.into_any()
}

/// 1: who, and the QR with the vital part.
fn person(source: &Source) -> AnyView {
    let card = &source.shown.card;
    let own = facts::own(card, Section::Person, &|term| source.say(term));
    let label = |field| source.say(Term::Field(Section::Person, field));
    let apart = [c::NAME, c::READING, c::POSTAL, c::PREFECTURE, c::CITY, c::STREET, c::BUILDING].map(label);
    let mut rest: Vec<Fact> = own.into_iter().filter(|(label, _)| !apart.contains(label)).collect();
    if !rest.iter().any(|(found, _)| *found == label(c::BIRTH)) {
        rest.insert(0, (label(c::BIRTH), source.say(Term::NotWritten)));
    }
    let words = |field| card.words(Section::Person, field);
    let postal = Some(words(c::POSTAL))
        .filter(|code| !code.is_empty())
        .map(|_| format!("〒{} ", answer(source, card, Section::Person, c::POSTAL)))
        .unwrap_or_default();
    let address = format!("{postal}{}{}", words(c::PREFECTURE), facts::address(card));
    let address = if address.is_empty() { source.say(Term::NotWritten) } else { address };
    let facts = std::iter::once((source.say(Term::Address), address)).chain(rest).map(fact).collect::<Vec<_>>();
    view! {
        <div class="t-paper__who">
            <div>
                <p>{words(c::READING).to_owned()}</p>
                <p class="t-paper__name">{source.name()}</p>
                <dl class="t-paper__facts">{facts}</dl>
            </div>
            {text_code(source, QR_TEXT)}
        </div>
    }
    .into_any()
}

/// The vital part as a QR that any phone reads; always in Japanese, which is shorter and what the crew reads.
pub fn text_code(source: &Source, limit: usize) -> Option<AnyView> {
    let short = plain_text::short(&source.shown, limit, &|term| Tongue::Japanese.term(term));
    let says = source.tongue.say(text::SCAN);
    let drawn = qr::code(&short).ok()?;
    Some(view! { <figure class="t-paper__code">{paper::code(drawn, says.clone())}<figcaption>{says}</figcaption></figure> }.into_any())
}

/// 3: what changes the handling, in a thick frame.
fn alerts(source: &Source) -> AnyView {
    let card = &source.shown.card;
    let say = |term: Term<'_>| source.say(term);
    let chips = |words: Vec<String>| words.into_iter().map(|word| view! { <li>{word}</li> }).collect::<Vec<_>>();
    let only = card.items(Section::Doctors).iter().filter(|item| item.fields.picked(c::ONLY_HERE) == "yes");
    let only = only.map(|item| fact((say(Term::Field(Section::Doctors, c::ONLY_HERE)), facts::head(Section::Doctors, item, &say))));
    let allergies: Vec<String> = match card.items(Section::Allergies) {
        [] => facts::names(card, Section::Allergies, &say),
        items => items.iter().map(|item| line(source, Section::Allergies, item)).collect(),
    };
    let detail = card.words(Section::Devices, c::DETAIL).to_owned();
    view! {
        <div class="t-paper__alerts">
            {title(source.tongue.say(crew::ALERTS.word()))}
            <dl>
            <div class="t-paper__fact"><dt>{say(Term::Section(Section::Devices))}</dt><dd><ul class="t-paper__chips">{chips(facts::alerts(card, &say))}</ul>{detail}</dd></div>
            <div class="t-paper__fact"><dt>{say(Term::Section(Section::Allergies))}</dt><dd><ul class="t-paper__chips">{chips(allergies)}</ul></dd></div>
            {only.collect::<Vec<_>>()}
            </dl>
        </div>
    }
    .into_any()
}

/// An item in one line: its name, and what else was written.
fn line(source: &Source, section: Section, item: &Item) -> String {
    let say = |term: Term<'_>| source.say(term);
    let head = facts::head(section, item, &say);
    std::iter::once(head).chain(facts::rest(section, item, &say)).collect::<Vec<_>>().join("　")
}

/// 4: a list in two columns.
fn lists(source: &Source, section: Section, name: Word) -> Vec<Piece> {
    let card = &source.shown.card;
    let say = |term: Term<'_>| source.say(term);
    let mut pieces = vec![leading(title(source.tongue.say(name)))];
    let own = facts::own(card, section, &say);
    pieces.extend(rows(own));
    let items = card.items(section);
    let lines: Vec<String> = items.iter().enumerate().map(|(at, item)| format!("{}. {}", at + 1, line(source, section, item))).collect();
    for pair in lines.chunks(2) {
        let cells = pair.iter().map(|line| view! { <p>{line.clone()}</p> }).collect::<Vec<_>>();
        pieces.push(piece(view! { <div class="t-paper__pair">{cells}</div> }.into_any()));
    }
    if items.is_empty() {
        let said = facts::nothing(card, section, &say);
        pieces.extend(said.map(|words| piece(view! { <p>{words}</p> }.into_any())));
    }
    pieces
}

/// 5: whom to call, side by side, because both are needed to choose the hospital.
fn phones(source: &Source) -> Vec<Piece> {
    let card = &source.shown.card;
    let heads = [crew::CONTACTS, crew::DOCTORS].map(|word| title(source.tongue.say(word.word())));
    let mut pieces = vec![leading(view! { <div class="t-paper__pair">{heads}</div> }.into_any())];
    let columns = [Section::Contacts, Section::Doctors].map(|section| (section, card.items(section)));
    let rows = columns.iter().map(|(_, items)| items.len()).max().unwrap_or(0).max(1);
    for row in 0..rows {
        let cells = columns.map(|(section, items)| match items.get(row) {
            Some(item) => entry(source, section, item),
            None if row == 0 => view! { <p>{facts::nothing(card, section, &|term| source.say(term))}</p> }.into_any(),
            None => view! { <p></p> }.into_any(),
        });
        pieces.push(piece(view! { <div class="t-paper__pair">{cells}</div> }.into_any()));
    }
    pieces
}

fn entry(source: &Source, section: Section, item: &Item) -> AnyView {
    let say = |term: Term<'_>| source.say(term);
    let numbers = facts::phones(item).into_iter().map(|number| view! { <b class="t-paper__phone">{number}</b> }).collect::<Vec<_>>();
    view! {
        <div class="t-paper__entry">
            <p><b>{facts::head(section, item, &say)}</b></p>
            <p>{numbers} {facts::rest(section, item, &say).join("　")}</p>
        </div>
    }
    .into_any()
}

/// Facts in four columns; a long one has the whole width.
fn rows(facts: Vec<Fact>) -> Vec<Piece> {
    const LONG: usize = 16;
    let (mut pieces, mut short) = (Vec::new(), Vec::new());
    let row = |short: &mut Vec<Fact>, pieces: &mut Vec<Piece>| {
        if !short.is_empty() {
            let cells = std::mem::take(short).into_iter().map(fact).collect::<Vec<_>>();
            pieces.push(piece(view! { <dl class="t-paper__four">{cells}</dl> }.into_any()));
        }
    };
    for one in facts {
        if one.0.chars().count() + one.1.chars().count() > LONG {
            row(&mut short, &mut pieces);
            pieces.push(piece(view! { <dl>{fact(one)}</dl> }.into_any()));
        } else {
            short.push(one);
            if short.len() == 4 {
                row(&mut short, &mut pieces);
            }
        }
    }
    row(&mut short, &mut pieces);
    pieces
}

/// 6 to 8: sections without a list, under one heading. What is folded away at first has no place on paper while nobody touched it.
fn sections(source: &Source, sections: &[Section], name: String) -> Vec<Piece> {
    let say = |term: Term<'_>| source.say(term);
    let facts: Vec<Fact> = sections.iter().flat_map(|section| facts::own(&source.shown.card, *section, &say)).collect();
    let asked = sections.iter().any(|section| (*section as usize) < Section::FIRST);
    if facts.is_empty() && !asked {
        return Vec::new();
    }
    let mut pieces = vec![leading(title(name))];
    if facts.is_empty() {
        pieces.push(piece(view! { <p>{say(Term::NotWritten)}</p> }.into_any()));
    }
    pieces.extend(rows(facts));
    if sections.contains(&Section::Papers) {
        pieces.push(piece(view! { <p class="t-paper__note">{say(Term::PapersNote)}</p> }.into_any()));
    }
    pieces
}

/// 7: what the doctor said to do.
fn orders(source: &Source) -> Vec<Piece> {
    let items = source.shown.card.items(Section::Orders);
    let said = source.shown.card.section(Section::Orders).and_then(|data| data.fields.answer(c::LIST));
    if items.is_empty() && said.is_none() {
        return Vec::new();
    }
    let mut pieces = vec![leading(title(source.say(Term::Section(Section::Orders))))];
    let nothing = facts::nothing(&source.shown.card, Section::Orders, &|term| source.say(term));
    pieces.extend(nothing.map(|words| piece(view! { <p>{words}</p> }.into_any())));
    pieces.extend(items.iter().map(|item| piece(entry(source, Section::Orders, item))));
    pieces
}

/// What the person agrees to by putting the sheet up.
pub fn consent(tongue: Tongue) -> AnyView {
    let points = about::CONSENT.iter().map(|word| view! { <li>{tongue.say(*word)}</li> }).collect::<Vec<_>>();
    view! { <div class="t-paper__consent">{title(tongue.say(text::CONSENT))}<ol>{points}</ol></div> }.into_any()
}

/// The outside: the same on both halves, so that it reads whichever way it hangs.
fn cover(source: &Source) -> AnyView {
    let half = || {
        view! {
            <div class="t-cover__half">
                <p class="t-cover__title">{source.say(Term::Card)}</p>
                <p class="t-cover__name">{source.name()}</p>
                {source.sample()}
                <p class="t-cover__look">{source.tongue.say(text::LOOK)}</p>
                <p>{source.fresh()}</p>
            </div>
        }
    };
    let fold = source.tongue.say(text::FOLD);
    view! { <section class="t-paper" data-kind="cover" lang="ja"><div class="t-cover__turned">{half()}</div><p class="t-cover__fold">{fold}</p>{consent(source.tongue)}{half()}</section> }
        .into_any()
}

/// One answer of a section itself, for the small card.
pub fn answer(source: &Source, card: &Card, section: Section, field: FieldId) -> String {
    let fields = card.section(section).map(|data| facts::said(section.spec().fields, &data.fields, field, &|term| source.say(term)));
    fields.unwrap_or_default()
}
