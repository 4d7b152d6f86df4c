//! 「一緒に読む」: the person's words, one question at a time, large; beside them, in a box of its own, what the family feels.
//! Nothing here can change an answer (rule E10).

use leptos::prelude::*;
use record::{
    Day, Record, access,
    plan::{Key, State},
};
use store::intake::bounds;

use super::feelings::feelings;
use crate::{
    pages::heading,
    parts::{
        focus::focus,
        frame::{PageLink, gate, save_status},
        plan::{
            answer_text::{Line, listed, picture},
            speak::speak,
        },
        words::{lang, numbers, rich, say},
    },
    routes::Page,
    workspace::workspace,
};
use words::{Word, plan as text};

/// Who reads, and how far the reading has come.
#[derive(Clone, Copy)]
struct Reading {
    name: RwSignal<String>,
    /// The place among the answers; `None` before it has begun.
    at: RwSignal<Option<usize>>,
    today: Day,
}

/// The page.
#[must_use]
pub fn together() -> AnyView {
    view! {
        {heading(Page::Together)}
        {gate(content)}
        {save_status()}
        <PageLink to=Page::Plan class="t-button t-button--plain">{rich(text::STOP)}</PageLink>
    }
    .into_any()
}

/// What there is to read: the answers as they stand, because the person sits beside, without what is closed to the family. What was
/// only passed over is not read out.
fn read(record: &Record, today: Day) -> Vec<(Key, Vec<Line>)> {
    let plan = access::together(record, today);
    let keys = Key::all().filter(|key| matches!(plan.state(*key), State::Answered | State::Undecided));
    keys.map(|key| (key, listed(key, &plan.sections))).filter(|(_, lines)| !lines.is_empty()).collect()
}

/// Whether pain is eased whatever is answered, which goes wherever an answer about treatment goes (rule E6).
fn relief(key: Key) -> Option<Word> {
    key.scene.map(|_| text::notes::relief::TEXT)
}

/// A question as it is read aloud: in which situation, what was asked, what was said.
fn aloud(key: Key, lines: &[Line]) -> String {
    let mut words: Vec<String> = key.scene.map(|scene| say(text::scene(scene))).into_iter().collect();
    words.push(say(text::question(key.question).ask));
    words.extend(lines.iter().flat_map(|line| line.label.iter().map(String::as_str).chain(line.words.lines())).map(str::to_owned));
    words.extend(relief(key).map(say));
    text::spoken(words, lang())
}

fn content() -> AnyView {
    let workspace = workspace();
    let Some(today) = workspace.now().map(|now| now.day) else { return ().into_any() };
    let reading = Reading { name: RwSignal::new(String::new()), at: RwSignal::new(None), today };
    let all = Memo::new(move |_| workspace.record.with(|record| read(record, today)));
    let content = move || {
        let all = all.get();
        match reading.at.get() {
            _ if all.is_empty() => view! { <p>{rich(text::NO_ANSWER_YET)}</p> }.into_any(),
            None => begin(reading),
            Some(at) => match all.get(at) {
                Some((key, lines)) => one(reading, *key, lines.clone(), (at, all.len())),
                None => end(reading),
            },
        }
    };
    content.into_any()
}

fn begin(reading: Reading) -> AnyView {
    let missing = RwSignal::new(false);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // What somebody feels is theirs: it never stands without a name.
        if reading.name.with_untracked(|name| name.trim().is_empty()) {
            missing.set(true);
            return focus("reader".to_owned());
        }
        reading.at.set(Some(0));
        focus("read".to_owned());
    };
    let typed = move |event: leptos::ev::Event| {
        reading.name.set(event_target_value(&event));
        missing.set(false);
    };
    view! {
        <form class="t-form" autocomplete="off" on:submit=start>
            <p>{rich(text::TOGETHER_LEAD)}</p>
            <p>{rich(text::notes::feelings::NOT_VOTES)}</p>
            <div class="t-field">
                <label for="reader">{rich(text::READER_NAME)}</label>
                <p class="t-hint" id="reader-hint">{rich(text::notes::feelings::NAME_HINT)}</p>
                <input
                    class="t-input"
                    id="reader"
                    type="text"
                    maxlength=bounds::NAME.to_string()
                    autocomplete="off"
                    aria-describedby="reader-hint reader-error"
                    aria-invalid=move || missing.get().to_string()
                    prop:value=move || reading.name.get()
                    on:input=typed
                />
                <p class="t-remark" id="reader-error" hidden=move || !missing.get()>{rich(text::notes::feelings::NAME_FIRST)}</p>
            </div>
            <button type="submit" class="t-button t-button--main">{rich(text::BEGIN_READING)}</button>
        </form>
    }
    .into_any()
}

/// One question: the person's own words in a box, the family's in another. `at` is its place among so many.
fn one(reading: Reading, key: Key, lines: Vec<Line>, (at, count): (usize, usize)) -> AnyView {
    let aloud = {
        let lines = lines.clone();
        move || aloud(key, &lines)
    };
    let rows = lines.into_iter().map(line).collect::<Vec<_>>();
    // Not followed: what a reader writes must not make the page anew under their fingers.
    let photo = workspace().record.with_untracked(|record| picture(key, &access::together(record, reading.today).sections));
    let scene = key.scene.map(|scene| view! { <p class="t-scene">{rich(text::scene(scene))}</p> });
    let relief = relief(key).map(|words| view! { <p class="t-note t-calm">{rich(words)}</p> });
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
            <h2 id="read" tabindex="-1">{rich(text::question(key.question).ask)}</h2>
            {speak(aloud)}
            <section class="t-own">
                <h3>{rich(text::notes::feelings::BOX)}</h3>
                {rows}
                {photo}
            </section>
            {relief}
            {feelings(key.question, reading.name)}
        </article>
        <button type="button" class="t-button t-button--main" on:click=move |_| turn(Some(at + 1))>{rich(text::NEXT)}</button>
        {before}
    }
    .into_any()
}

fn line(line: Line) -> AnyView {
    let label = line.label.map(|label| view! { <span class="t-soft">{label}</span> <br /> });
    view! { <p class="t-own__line">{label} {numbers(&line.words)}</p> }.into_any()
}

fn end(reading: Reading) -> AnyView {
    let again = move |_| {
        reading.at.set(Some(0));
        focus("read".to_owned());
    };
    view! {
        <h2 id="read" tabindex="-1">{rich(text::LAST_READ)}</h2>
        <button type="button" class="t-button" on:click=again>{rich(text::READ_AGAIN)}</button>
        <PageLink to=Page::Talks class="t-button">{rich(text::ADD_TALK)}</PageLink>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, ItemId, Moment, RecordId, Stamp,
        access::{EventId, Recipient},
        catalogue::NewItem,
        plan::{
            Plan, Question, Scene,
            catalogue::{l1, t2, v2},
            lists::{Around, around},
            parts::Part,
        },
    };

    use super::*;

    fn given(words: &str) -> Option<Answer> {
        Some(Answer::Given(words.to_owned()))
    }

    fn picked(option: &str) -> Option<Answer> {
        Some(Answer::Picked(option.to_owned()))
    }

    fn plan() -> Plan {
        let (mut plan, stamp) = (Plan::default(), Stamp::default());
        v2::WORDS.set(&mut plan.sections, given("朝の散歩"), &stamp);
        l1::ANSWER.set(&mut plan.sections, Some(Answer::Skipped), &stamp);
        t2::ANSWER.within(Scene::A).set(&mut plan.sections, picked("decide_together"), &stamp);
        let person = |id: &str, name: &str, part: &str| {
            let person = NewItem::new(Around, ItemId(id.to_owned())).with(around::NAME, given(name), &stamp);
            person.with(around::PART, picked(part), &stamp)
        };
        person("1", "平方 次郎", "stays_out").with(around::NOTE, given("お金のことでもめたので"), &stamp).put(&mut plan.sections);
        person("2", "幸子", "joins").put(&mut plan.sections);
        plan
    }

    #[test]
    fn who_joins_the_talks_is_read_only_once_it_is_open_to_the_family() {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        record.plan = plan();
        let today = Day::parse("2026-11-30").unwrap();
        let keys = |record: &Record| read(record, today).into_iter().map(|(key, _)| key.to_string()).collect::<Vec<_>>();
        assert_eq!(keys(&record), ["v2", "t2.a"]);
        record.log.set_open(EventId("e".to_owned()), Part::Circle, Recipient::Family, true, &Stamp::default());
        assert_eq!(keys(&record), ["v2", "p4", "t2.a"]);
        let words: String = read(&record, today).iter().map(|(key, lines)| aloud(*key, lines)).collect();
        assert!(words.contains("朝の散歩") && words.contains("幸子"), "{words}");
        assert!(!words.contains("次郎") && !words.contains("お金"), "{words}");
    }

    /// Rule E6, on the page and read aloud.
    #[test]
    fn every_treatment_says_that_pain_is_eased() {
        let eased = say(text::notes::relief::TEXT);
        for key in Key::all() {
            let words = aloud(key, &[]);
            assert_eq!(words.contains(&eased), key.scene.is_some(), "{key}");
            assert_eq!(relief(key).is_some(), key.scene.is_some(), "{key}");
        }
        assert!(aloud(Key::within(Question::T2, Scene::A), &[]).starts_with(&say(text::scene(Scene::A))));
    }
}
