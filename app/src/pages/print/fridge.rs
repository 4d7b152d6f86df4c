//! The A4 sheet for the fridge: what a crew asks, in the order in which it asks; folded once, with the writing inside.

use exchange::{qr, text as plain_text};
use leptos::prelude::*;
use record::{
    Answers, Author, Item, Section,
    catalogue::{LIST, SectionField, devices, person},
    check,
    plan::{catalogue::l4, lists::TrustedPerson},
};
use words::{
    Lang, Word, about,
    answer_text::{Form, say},
    crew,
    entry::{entry as said_of, not_written},
    facts, labels,
    langs::Langs,
    place::{Asks, FirstCall},
    sheets as text, when,
};

use super::{
    Source,
    codes::{self, Codes},
    paper::{self, Piece, Stack, leading, piece},
    source,
};

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
    /// The name as it stands on each sheet.
    pub fn name(&self) -> String {
        match self.shown.card.words(person::NAME) {
            "" => not_written(self.langs, Form::Paper),
            name => name.to_owned(),
        }
    }

    /// 見本, where the person is invented.
    pub fn sample(&self) -> Option<AnyView> {
        let word = self.langs.say(crew::SAMPLE);
        self.shown.sample.then(|| view! { <strong class="t-paper__sample">{word}</strong> }.into_any())
    }

    /// When the card was confirmed; or that it never was, and when something was last written.
    pub fn fresh(&self) -> String {
        let langs = self.langs;
        match (&self.shown.card.confirmed, &self.written) {
            (Some(confirmed), _) => format!("{} {}", langs.say(text::CONFIRMED), langs.day(confirmed.on)),
            (None, Some(day)) => format!("{}（{} {day}）", langs.say(text::NEVER), langs.say(text::WRITTEN_ON)),
            (None, None) => langs.say(text::NEVER),
        }
    }
}

fn head(source: &Source) -> impl Fn(usize, usize) -> AnyView + 'static {
    let (title, name, fresh) = (source.langs.say(crew::CARD), source.name(), source.fresh());
    let (sample, word) = (source.shown.sample, source.langs.say(crew::SAMPLE));
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
    let langs = source.langs;
    let names = authors.iter().map(|author| plain_text::author(author, langs)).collect::<Vec<_>>().join("・");
    let by = if names.is_empty() { String::new() } else { format!("{} {names}　", langs.say(crew::WRITTEN_BY)) };
    let line = format!("{by}{} {}", langs.say(text::PRINTED), langs.day(source.today));
    move |_, _| view! { <footer class="t-paper__foot">{line.clone()}</footer> }.into_any()
}

/// All pieces, in the order in which a crew asks.
fn pieces(source: &Source) -> Vec<Piece> {
    let mut pieces = vec![piece(person(source)), piece(alerts(source))];
    pieces.extend(lists(source, Section::Illness, crew::ILLNESS.word()));
    pieces.extend(lists(source, Section::Medicines, crew::MEDICINES.word()));
    pieces.extend(phones(source));
    pieces.extend(sections(source, &[Section::Usual], source.langs.say(crew::USUAL)));
    pieces.extend(orders(source));
    pieces.extend(sections(source, &[Section::Papers], source.langs.say(crew::PAPERS)));
    pieces.extend(plan(source));
    pieces.extend(sections(source, &[Section::Care, Section::Insurance, Section::Blood], source.langs.say(crew::ELSE.word())));
    pieces
}

/// Of the plan, what the person has opened for the emergency card: that there is a record, how old it is, where, whom to phone, and whom
/// first; and what such a record is not.
fn plan(source: &Source) -> Vec<Piece> {
    let Some(version) = source.shown.plan.versions.last() else { return Vec::new() };
    let langs = source.langs;
    let ago = when::kept(version).map(|on| format!("　{}", langs.ago(on, source.today))).unwrap_or_default();
    let on = format!("{}{ago}", when::day(when::kept(version), langs));
    let mut rows = vec![(langs.say(crew::PLAN_ON.word()), on), (langs.say(crew::PLACE.word()), langs.say(crew::PLAN_PHONE.word()))];
    let people = version.list(TrustedPerson).map(|person| person.item);
    rows.extend(people.map(|item| (langs.say(crew::TRUSTED.word()), line(source, Section::Contacts, item))));
    for (row, title) in [(l4::SUDDEN, crew::CALL_SUDDEN), (l4::FORESEEN, crew::CALL_FORESEEN)] {
        let said = FirstCall.spec(row.untyped().as_str()).zip(row.answer(&version.answers));
        rows.extend(said.map(|(spec, answer)| (langs.say(title), say(FirstCall, spec, answer, langs, Form::Paper).words)));
    }
    let facts = rows.into_iter().map(fact).collect::<Vec<_>>();
    let note = [crew::PLAN_ASK, crew::PLAN_NOTE].map(|note| langs.say(note.word())).join(" ");
    let content =
        view! { {title(langs.say(crew::PLAN.word()))} <dl class="t-paper__facts">{facts}</dl> <p class="t-paper__note">{note}</p> };
    vec![piece(content.into_any())]
}

fn title(words: String) -> AnyView {
    view! { <h3 class="t-paper__h">{words}</h3> }.into_any()
}

/// A label, and what was written.
type Labelled = (String, String);

/// A label in small type, and what was written.
fn fact((label, words): Labelled) -> AnyView {
    view! { <div class="t-paper__fact"><dt>{label}</dt><dd>{words}</dd></div> }.into_any()
}

/// 1: who, and the QR with the vital part.
fn person(source: &Source) -> AnyView {
    let card = &source.shown.card;
    let langs = source.langs;
    let missing = || not_written(langs, Form::Paper);
    let own = facts::own(card, Section::Person, langs, Form::Paper);
    let apart = [person::NAME, person::READING, person::POSTAL, person::PREFECTURE, person::CITY, person::STREET, person::BUILDING];
    let is = |field: SectionField, fact: &facts::Fact| fact.field == field.untyped();
    let born = own.iter().any(|fact| is(person::BIRTH, fact));
    let birth = (!born).then(|| (langs.say(Section::Person.label(person::BIRTH.untyped(), Form::Paper)), missing()));
    let rest = own.into_iter().filter(|fact| !apart.iter().any(|field| is(*field, fact))).map(|fact| (fact.label, fact.said.words));
    let words = |field| card.words(field);
    let postal = Some(words(person::POSTAL))
        .filter(|code| !code.is_empty())
        .map(|_| format!("〒{} ", answer(source, person::POSTAL)))
        .unwrap_or_default();
    let address = format!("{postal}{}{}", words(person::PREFECTURE), facts::address(card));
    let address = if address.is_empty() { missing() } else { address };
    let facts = std::iter::once((langs.say(crew::ADDRESS), address)).chain(birth).chain(rest).map(fact).collect::<Vec<_>>();
    view! {
        <div class="t-paper__who">
            <div>
                <p>{words(person::READING).to_owned()}</p>
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
    let short = plain_text::short(&source.shown, limit, Langs::JAPANESE);
    let says = source.langs.say(text::SCAN);
    let drawn = qr::code(&short).ok()?;
    Some(view! { <figure class="t-paper__code">{paper::code(drawn, says.clone())}<figcaption>{says}</figcaption></figure> }.into_any())
}

/// 3: what changes the handling, in a thick frame.
fn alerts(source: &Source) -> AnyView {
    let (card, langs) = (&source.shown.card, source.langs);
    let chips = |words: Vec<String>| words.into_iter().map(|word| view! { <li>{word}</li> }).collect::<Vec<_>>();
    let only = check::only_here(card)
        .map(|doctor| fact((langs.say(crew::ONLY_HERE), said_of(Section::Doctors, doctor.item, langs, Form::Paper).called())));
    let allergies: Vec<String> = match card.items(Section::Allergies) {
        [] => facts::names(card, Section::Allergies, langs, Form::Paper),
        items => items.iter().map(|item| line(source, Section::Allergies, item)).collect(),
    };
    let detail = card.words(devices::DETAIL).to_owned();
    view! {
        <div class="t-paper__alerts">
            {title(source.langs.say(crew::ALERTS.word()))}
            <dl>
            <div class="t-paper__fact"><dt>{langs.say(crew::DEVICES)}</dt><dd><ul class="t-paper__chips">{chips(facts::alerts(card, langs, Form::Paper))}</ul>{detail}</dd></div>
            <div class="t-paper__fact"><dt>{langs.say(crew::ALLERGIES)}</dt><dd><ul class="t-paper__chips">{chips(allergies)}</ul></dd></div>
            {only.collect::<Vec<_>>()}
            </dl>
        </div>
    }
    .into_any()
}

/// An item in one line: its name, and what else was written.
fn line(source: &Source, section: Section, item: &Item) -> String {
    said_of(section, item, source.langs, Form::Paper).whole()
}

/// 4: a list in two columns.
fn lists(source: &Source, section: Section, name: Word) -> Vec<Piece> {
    let card = &source.shown.card;
    let mut pieces = vec![leading(title(source.langs.say(name)))];
    pieces.extend(rows(own(source, section)));
    let items = card.items(section);
    let lines: Vec<String> = items.iter().enumerate().map(|(at, item)| format!("{}. {}", at + 1, line(source, section, item))).collect();
    for pair in lines.chunks(2) {
        let cells = pair.iter().map(|line| view! { <p>{line.clone()}</p> }).collect::<Vec<_>>();
        pieces.push(piece(view! { <div class="t-paper__pair">{cells}</div> }.into_any()));
    }
    if items.is_empty() {
        let said = facts::nothing(card, section, source.langs, Form::Paper);
        pieces.extend(said.map(|words| piece(view! { <p>{words}</p> }.into_any())));
    }
    pieces
}

/// 5: whom to call, side by side, because both are needed to choose the hospital.
fn phones(source: &Source) -> Vec<Piece> {
    let card = &source.shown.card;
    let heads = [crew::CONTACTS, crew::DOCTORS].map(|word| title(source.langs.say(word.word())));
    let mut pieces = vec![leading(view! { <div class="t-paper__pair">{heads}</div> }.into_any())];
    let columns = [Section::Contacts, Section::Doctors].map(|section| (section, card.items(section)));
    let rows = columns.iter().map(|(_, items)| items.len()).max().unwrap_or(0).max(1);
    for row in 0..rows {
        let cells = columns.map(|(section, items)| match items.get(row) {
            Some(item) => entry(source, section, item),
            None if row == 0 => view! { <p>{facts::nothing(card, section, source.langs, Form::Paper)}</p> }.into_any(),
            None => view! { <p></p> }.into_any(),
        });
        pieces.push(piece(view! { <div class="t-paper__pair">{cells}</div> }.into_any()));
    }
    pieces
}

fn entry(source: &Source, section: Section, item: &Item) -> AnyView {
    let said = said_of(section, item, source.langs, Form::Paper);
    let numbers = said.numbers.iter().map(|number| view! { <b class="t-paper__phone">{number.words.clone()}</b> }).collect::<Vec<_>>();
    let rest = said.rest.iter().map(|said| said.words.as_str()).collect::<Vec<_>>().join("　");
    view! {
        <div class="t-paper__entry">
            <p><b>{said.called()}</b></p>
            <p>{numbers} {rest}</p>
        </div>
    }
    .into_any()
}

/// Facts in four columns; a long one has the whole width.
fn rows(facts: Vec<Labelled>) -> Vec<Piece> {
    const LONG: usize = 16;
    let (mut pieces, mut short) = (Vec::new(), Vec::new());
    let row = |short: &mut Vec<Labelled>, pieces: &mut Vec<Piece>| {
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

/// What the fields of a section itself say.
fn own(source: &Source, section: Section) -> Vec<Labelled> {
    facts::own(&source.shown.card, section, source.langs, Form::Paper).into_iter().map(|fact| (fact.label, fact.said.words)).collect()
}

/// 6 to 8: sections without a list, under one heading. What is folded away at first has no place on paper while nobody touched it.
fn sections(source: &Source, sections: &[Section], name: String) -> Vec<Piece> {
    let facts: Vec<Labelled> = sections.iter().flat_map(|section| own(source, *section)).collect();
    let asked = sections.iter().any(|section| (*section as usize) < Section::FIRST);
    if facts.is_empty() && !asked {
        return Vec::new();
    }
    let mut pieces = vec![leading(title(name))];
    if facts.is_empty() {
        pieces.push(piece(view! { <p>{not_written(source.langs, Form::Paper)}</p> }.into_any()));
    }
    pieces.extend(rows(facts));
    if sections.contains(&Section::Papers) {
        pieces.push(piece(view! { <p class="t-paper__note">{source.langs.say(crew::PAPERS_NOTE)}</p> }.into_any()));
    }
    pieces
}

/// 7: what the doctor said to do.
fn orders(source: &Source) -> Vec<Piece> {
    let items = source.shown.card.items(Section::Orders);
    let said = source.shown.card.section(Section::Orders).and_then(|data| data.fields.answer(LIST.untyped()));
    if items.is_empty() && said.is_none() {
        return Vec::new();
    }
    let mut pieces = vec![leading(title(source.langs.say(labels::section(Section::Orders))))];
    let nothing = facts::nothing(&source.shown.card, Section::Orders, source.langs, Form::Paper);
    pieces.extend(nothing.map(|words| piece(view! { <p>{words}</p> }.into_any())));
    pieces.extend(items.iter().map(|item| piece(entry(source, Section::Orders, item))));
    pieces
}

/// What the person agrees to by putting the sheet up.
pub fn consent(langs: Langs) -> AnyView {
    let points = about::CONSENT.iter().chain([&text::LEFT_OUT]).map(|word| view! { <li>{langs.say(*word)}</li> }).collect::<Vec<_>>();
    view! { <div class="t-paper__consent">{title(langs.say(text::CONSENT))}<ol>{points}</ol></div> }.into_any()
}

/// The outside: the same on both halves, so that it reads whichever way it hangs.
fn cover(source: &Source) -> AnyView {
    let half = || {
        view! {
            <div class="t-cover__half">
                <p class="t-cover__title">{source.langs.say(crew::CARD)}</p>
                <p class="t-cover__name">{source.name()}</p>
                {source.sample()}
                <p class="t-cover__look">{source.langs.say(text::LOOK)}</p>
                <p>{source.fresh()}</p>
            </div>
        }
    };
    let fold = source.langs.say(text::FOLD);
    view! { <section class="t-paper" data-kind="cover" lang="ja"><div class="t-cover__turned">{half()}</div><p class="t-cover__fold">{fold}</p>{consent(source.langs)}{half()}</section> }
        .into_any()
}

/// One answer of a section itself, for the small card.
pub fn answer(source: &Source, field: SectionField) -> String {
    facts::said(&source.shown.card, field, source.langs, Form::Paper).map(|said| said.words).unwrap_or_default()
}
