//! 「一緒に読む」: the person's words, one question at a time, large; beside them, in a box of its own, what the family feels.
//! Nothing here can change an answer (rule E10).

use leptos::prelude::*;
use record::{
    Answers, Day, Item,
    catalogue::{NAME, ON, WORDS},
    plan::{
        Key, Plan, Question, State,
        lists::{ABOUT, MARK, MARKS},
        section,
    },
};

use crate::{
    dom::{IntoNode, Node, view},
    pages::heading,
    parts::{
        focus::focus,
        frame::{gate, link, sign},
        plan::{said, speak::speak},
        words::{lang, rich, say},
    },
    routes::Page,
    state::{folder, plan::Feeling},
    text::{days, plan as text},
};

/// Who reads, and how far the reading has come.
#[derive(Clone, Copy)]
struct Reading {
    name: RwSignal<String>,
    /// The place among the answers; `None` before it has begun.
    at: RwSignal<Option<usize>>,
}

/// The page.
#[must_use]
pub fn together() -> Node {
    view! {
        {heading(Page::Together)}
        {gate(content)}
        {sign()}
        {link(Page::Plan, "t-button t-button--plain", rich(text::STOP))}
    }
    .into_node()
}

/// What there is to read: the answers as they stand, because the person sits beside. What was only passed over is not read out.
fn read(plan: &Plan) -> Vec<Key> {
    Key::all().filter(|key| matches!(plan.state(*key), State::Answered | State::Undecided)).collect()
}

fn content() -> Node {
    let folder = folder();
    let reading = Reading { name: RwSignal::new(String::new()), at: RwSignal::new(None) };
    let keys = Memo::new(move |_| folder.plan(read));
    let content = move || {
        let keys = keys.get();
        match reading.at.get() {
            _ if keys.is_empty() => view! { <p>{rich(text::NO_ANSWER_YET)}</p> }.into_node(),
            None => begin(reading),
            Some(at) => match keys.get(at) {
                Some(key) => one(reading, *key, at, keys.len()),
                None => end(reading),
            },
        }
    };
    content.into_node()
}

fn begin(reading: Reading) -> Node {
    let start = move |event: leptos::ev::Event| {
        event.prevent_default();
        reading.at.set(Some(0));
        focus("read".to_owned());
    };
    view! {
        <form class="t-form" autocomplete="off" on:submit=start>
            <p>{rich(text::TOGETHER_LEAD)}</p>
            <p>{rich(text::note("feelings", "not votes"))}</p>
            <div class="t-field">
                <label for="reader">{rich(text::READER_NAME)}</label>
                <input
                    class="t-input"
                    id="reader"
                    type="text"
                    autocomplete="off"
                    prop:value=move || reading.name.get()
                    on:input=move |event| reading.name.set(event_target_value(&event))
                />
            </div>
            <button type="submit" class="t-button t-button--main">{rich(text::BEGIN_READING)}</button>
        </form>
    }
    .into_node()
}

/// One question: the person's own words in a box, the family's in another.
fn one(reading: Reading, key: Key, at: usize, count: usize) -> Node {
    let folder = folder();
    let lines = folder.record.with_untracked(|record| said::said(key, &record.plan.sections));
    let aloud = {
        let lines = lines.clone();
        move || {
            let mut words = vec![text::of(key.question, "ask").map(say).unwrap_or_default()];
            words.extend(lines.iter().map(|line| format!("{} {}", line.label.clone().unwrap_or_default(), line.words)));
            words.join("。\n")
        }
    };
    let rows = lines.into_iter().map(line).collect::<Vec<_>>();
    let scene = key.scene.map(|scene| view! { <p class="t-scene">{rich(text::scene(scene))}</p> });
    let turn = move |to: Option<usize>| {
        reading.at.set(to);
        focus("read".to_owned());
    };
    let before = (at > 0)
        .then(|| view! { <button type="button" class="t-button" on:click=move |_| turn(at.checked_sub(1))>{rich(text::BEFORE)}</button> });
    view! {
        <article class="t-together">
            <p class="t-soft">{format!("{}/{count}", at + 1)}</p>
            {scene}
            <h2 id="read" tabindex="-1">{rich(text::of(key.question, "ask").unwrap_or(text::NAME))}</h2>
            {speak(aloud)}
            <section class="t-own">
                <h3>{rich(text::note("feelings", "box"))}</h3>
                {rows}
            </section>
            {feelings(reading, key.question)}
        </article>
        <button type="button" class="t-button t-button--main" on:click=move |_| turn(Some(at + 1))>{rich(text::NEXT)}</button>
        {before}
    }
    .into_node()
}

fn line(line: said::Line) -> Node {
    let label = line.label.map(|label| view! { <span class="t-soft">{label}</span> <br /> });
    view! { <p class="t-own__line">{label} {line.words}</p> }.into_node()
}

/// 家族の気持ち: what was said so far to this question, and a place for more. No vote on the wish.
fn feelings(reading: Reading, question: Question) -> Node {
    let folder = folder();
    let earlier = move || {
        let of_it = |item: &&Item| item.fields.chosen(ABOUT).iter().any(|id| id == question.id());
        let items = folder.plan(|plan| {
            let all = plan.section(section::FEELINGS).map_or(&[][..], |data| &data.items);
            all.iter().filter(of_it).cloned().collect::<Vec<_>>()
        });
        items.into_iter().map(|item| feeling(&item)).collect::<Vec<_>>()
    };
    let name = move || reading.name.with(|name| name.trim().to_owned());
    let words = RwSignal::new(String::new());
    let keep = move |mark: &'static str| {
        folder.add_feeling(question, &Feeling { name: name(), mark, words: words.get_untracked() });
        words.set(String::new());
    };
    let marks = MARKS.iter().map(|mark| {
        let word = text::note("feelings", &format!("mark {mark}"));
        view! { <button type="button" class="t-button" on:click=move |_| keep(mark)>{rich(word)}</button> }.into_node()
    });
    let marks = marks.collect::<Vec<_>>();
    let write = move |event: leptos::ev::Event| {
        event.prevent_default();
        if words.with_untracked(|words| !words.trim().is_empty()) {
            keep("");
        }
    };
    view! {
        <section class="t-family">
            <h3>{rich(text::note("feelings", "title"))}</h3>
            <p class="t-soft">{rich(text::note("feelings", "lead"))}</p>
            <div class="t-pair">{marks}</div>
            <form class="t-field" autocomplete="off" on:submit=write>
                <label for="feeling">{rich(text::note("feelings", "write"))}</label>
                <textarea
                    class="t-input"
                    id="feeling"
                    rows="2"
                    autocomplete="off"
                    prop:value=move || words.get()
                    on:input=move |event| words.set(event_target_value(&event))
                ></textarea>
                <button type="submit" class="t-small">{rich(text::KEEP_FEELING)}</button>
            </form>
            <ul class="t-changes" role="status">{earlier}</ul>
        </section>
    }
    .into_node()
}

/// What one reader said, with name and day.
fn feeling(item: &Item) -> Node {
    let fields = &item.fields;
    let on = Day::parse(fields.text(ON)).map(|on| days::day(on, lang()));
    let mark = MARKS.iter().find(|mark| **mark == fields.text(MARK)).map(|mark| rich(text::note("feelings", &format!("mark {mark}"))));
    let words = fields.text(WORDS).to_owned();
    let name = fields.text(NAME).to_owned();
    view! { <li><b>{name}</b> <span class="t-soft">{on}</span> <span>{mark} " " {words}</span></li> }.into_node()
}

fn end(reading: Reading) -> Node {
    let again = move |_| {
        reading.at.set(Some(0));
        focus("read".to_owned());
    };
    view! {
        <h2 id="read" tabindex="-1">{rich(text::LAST_READ)}</h2>
        <button type="button" class="t-button" on:click=again>{rich(text::READ_AGAIN)}</button>
        {link(Page::Talks, "t-button", rich(text::ADD_TALK))}
    }
    .into_node()
}
