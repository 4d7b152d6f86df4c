//! Any two versions, or a version and the answers now: what was, what is, in plain sentences; also on paper.

use leptos::prelude::*;
use record::{
    Author, Day,
    plan::{
        Key, Plan, Question, Step, VersionId,
        compare::compare as differences,
        cpr::{Cpr, cpr},
    },
};

use super::{
    sheets::{
        block::{Block, Entry, line},
        blocks::{age, agenda},
        drawn,
        source::SheetSubject,
    },
    written::{Answers, called, last_author, wrote},
};
use crate::{
    pages::print::paper::{
        self, Stack,
        columns::{Columns, columns},
    },
    parts::{
        plan::answer_text::{Line, chosen, said, title},
        summary,
        words::{gap, lang, numbers, rich, say},
    },
    workspace::workspace,
};
use words::{Lang, days, fields, plan as text, when};

/// The later one of the two.
#[derive(Clone, Debug, PartialEq)]
enum Later {
    Kept(VersionId),
    Now,
}

/// One side, ready to be read.
struct Side {
    /// Nothing where it is doubtful.
    day: Option<Day>,
    /// Its day, or now.
    on: String,
    called: String,
    by: Author,
    reason: String,
    answers: Answers,
}

/// One question that changed, in sentences: what it is about, where that needs saying, and what happened.
type Sentence = (Option<String>, String);

/// The section of the page: two choices, and what came of them.
#[must_use]
pub fn compare() -> AnyView {
    let workspace = workspace();
    let older = RwSignal::new(None::<VersionId>);
    let later = RwSignal::new(None::<Later>);
    let versions = Memo::new(move |_| {
        workspace.plan(|plan| plan.versions.iter().map(|version| version.id.clone()).zip(called(&plan.versions)).collect::<Vec<_>>())
    });
    // One version and nothing new beside it: there is nothing to compare.
    let worth = Memo::new(move |_| versions.with(Vec::len) > 1 || workspace.plan(|plan| !plan.versions.is_empty() && plan.has_unkept()));
    let first = move || {
        let each = versions.get().into_iter().rev().map(|(id, called)| {
            let (read, write) = (id.clone(), id);
            let tap = move |_| {
                older.set(Some(write.clone()));
                later.set(None);
            };
            radio("older", called.into_any(), move || older.get().as_ref() == Some(&read), tap)
        });
        each.collect::<Vec<_>>()
    };
    let second = move || {
        let older = older.get()?;
        let after = versions.get().into_iter().skip_while(|(id, _)| *id != older).skip(1).collect::<Vec<_>>();
        let kept = after.into_iter().rev().map(|(id, called)| (Later::Kept(id), called.into_any()));
        let each = std::iter::once((Later::Now, rich(text::NOW))).chain(kept).map(|(one, words)| {
            let (read, write) = (one.clone(), one);
            radio("later", words, move || later.get().as_ref() == Some(&read), move |_| later.set(Some(write.clone())))
        });
        let each = each.collect::<Vec<_>>();
        Some(view! { <fieldset class="t-field"><legend>{rich(text::NEWER)}</legend> <div class="t-options">{each}</div></fieldset> })
    };
    let pair = move || {
        let (older, later) = (older.get()?, later.get()?);
        workspace.plan(|plan| Some((kept(plan, &older)?, side(plan, &later)?)))
    };
    let count = move || pair().map(|(old, new)| view! { <p>{text::differing(changes(&old, &new).len(), lang())}</p> });
    let content = move || {
        worth.get().then(|| {
            view! {
                <div class="t-screen t-form">
                    <h2>{rich(text::COMPARE)}</h2>
                    <fieldset class="t-field"><legend>{rich(text::OLDER)}</legend> <div class="t-options">{first}</div></fieldset>
                    {second}
                    <div role="status">{count}</div>
                </div>
                {move || pair().map(|(old, new)| outcome(&old, &new))}
            }
        })
    };
    let sheets = move || {
        let ((old, new), today) = (pair()?, workspace.now()?.day);
        let stack = sheets(&old, &new, &workspace.record.with(SheetSubject::of), today);
        Some(Columns { stack, above: ().into_any(), below: None })
    };
    view! { {content} <div class="t-print">{columns("a4", paper::A4, sheets)}</div> }.into_any()
}

fn radio(name: &'static str, words: AnyView, on: impl Fn() -> bool + Send + 'static, tap: impl Fn(leptos::ev::Event) + 'static) -> AnyView {
    view! { <label class="t-option"><input type="radio" name=name prop:checked=on on:change=tap /> <span>{words}</span></label> }.into_any()
}

fn kept(plan: &Plan, id: &VersionId) -> Option<Side> {
    let place = plan.versions.iter().position(|version| version.id == *id)?;
    let (version, called) = (plan.versions.get(place)?, called(&plan.versions).swap_remove(place));
    Some(Side {
        day: when::kept(version),
        on: called.clone(),
        called,
        by: version.by.clone(),
        reason: version.reason.clone(),
        answers: version.answers.clone(),
    })
}

fn side(plan: &Plan, later: &Later) -> Option<Side> {
    match later {
        Later::Kept(id) => kept(plan, id),
        Later::Now => {
            let today: Day = workspace().now()?.day;
            let answers = plan.snapshot();
            let called = text::not_kept_yet(&days::day(today, lang()), lang());
            Some(Side { day: Some(today), on: say(text::UP_TO_NOW), called, by: last_author(&answers), reason: String::new(), answers })
        }
    }
}

/// The questions that changed, with what is to be said about each.
fn changes(old: &Side, new: &Side) -> Vec<(Key, Vec<Sentence>)> {
    let all = differences(&old.answers, &new.answers);
    let each = all.iter().map(|change| {
        let key = change.key;
        let of = |side: &Side| (whole(key, &side.answers), chosen(key, &side.answers));
        let ((was, chosen), (is, now)) = (of(old), of(new));
        (key, sentences((&was, &chosen), (&is, &now), lang()))
    });
    // A setting that is no answer may differ as well.
    each.filter(|(_, sentences)| !sentences.is_empty()).collect()
}

/// What was said to a question. That a doctor has not heard it is said together with the answer, never as a change of its own.
fn whole(key: Key, answers: &Answers) -> Vec<Line> {
    let mut lines = said(key, answers);
    let unheard = key.question == Question::T2 && key.scene.is_some_and(|scene| cpr(answers, scene) == Cpr::Unconfirmed);
    if unheard
        && let Some(mark) = lines.pop()
        && let Some(answer) = lines.first_mut()
    {
        answer.words.push_str(&mark.words);
    }
    lines
}

/// What was chosen of many: its line, and its options.
type Chosen = (Line, Vec<String>);

/// Of two choices of many only what differs.
fn differing(old: &[String], new: &[String], lang: Lang) -> Vec<String> {
    let only = |these: &[String], those: &[String]| {
        let rest = these.iter().filter(|one| !those.contains(one)).cloned().collect::<Vec<_>>();
        (!rest.is_empty()).then(|| rest.join(fields::BETWEEN.say(lang)))
    };
    let came = only(new, old).map(|options| text::came(&options, lang));
    came.into_iter().chain(only(old, new).map(|options| text::left(&options, lang))).collect()
}

/// From the lines of one side to those of the other.
fn sentences((old, chosen): (&[Line], &[Chosen]), (new, now): (&[Line], &[Chosen]), lang: Lang) -> Vec<Sentence> {
    let options = |of: &[Chosen], line: &Line| of.iter().find(|(other, _)| other == line).map(|(_, options)| options.clone());
    let same = |line: &&Line| !old.contains(line);
    let mut gone: Vec<&Line> = old.iter().filter(|line| !new.contains(line)).collect();
    let mut all = Vec::new();
    for line in new.iter().filter(same) {
        let before = gone.iter().position(|old| old.label == line.label).map(|place| gone.remove(place));
        let many = before.and_then(|old| options(chosen, old)).zip(options(now, line)).map(|(old, new)| differing(&old, &new, lang));
        match many.filter(|differing| !differing.is_empty()) {
            Some(many) => all.extend(many.into_iter().map(|words| (line.label.clone(), words))),
            None => all.push((line.label.clone(), text::changed(before.map(|old| old.words.as_str()), Some(&line.words), lang))),
        }
    }
    all.extend(gone.into_iter().map(|line| (line.label.clone(), text::changed(Some(&line.words), None, lang))));
    if all.is_empty() && old != new {
        all.push((None, text::REORDERED.say(lang).to_owned()));
    }
    all
}

/// What changed, on the screen: whose it is, what it is not, both days, who wrote, and the changes.
fn outcome(old: &Side, new: &Side) -> AnyView {
    let workspace = workspace();
    let person = workspace.record.with(summary::person);
    let changes = changes(old, new);
    let relief = touches_treatment(&changes).then(|| view! { <p>{rich(text::notes::relief::TEXT)}</p> });
    let rows = changes.into_iter().map(row).collect::<Vec<_>>();
    let same = rows.is_empty().then(|| view! { <p>{rich(text::SAME)}</p> });
    let reason = (!new.reason.is_empty()).then(|| fact(rich(text::REASON), new.reason.clone()));
    let print = move |_| {
        workspace.with(|ports| ports.device.print());
    };
    view! {
        <section class="t-compared t-screen t-form">
            <h2>{rich(text::COMPARE_SHEET)}</h2>
            <p><b>{person}</b></p>
            <p class="t-soft">{rich(text::notes::e1::SHORT)}</p>
            <dl class="t-said">
                {fact(rich(text::OLDER), both(old))}
                {fact(rich(text::NEWER), both(new))}
                {reason}
            </dl>
            <h3>{text::compared(&old.on, &new.on, lang())}</h3>
            {same}
            <ul class="t-changes">{rows}</ul>
            {relief}
            <p class="t-hint">{rich(text::OWN_PAPER)}</p>
            <button type="button" class="t-button" on:click=print>{rich(text::PRINT_COMPARED)}</button>
        </section>
    }
    .into_any()
}

/// Whatever is answered about treatment, pain is eased (rule E6).
fn touches_treatment(changes: &[(Key, Vec<Sentence>)]) -> bool {
    changes.iter().any(|(key, _)| key.question.spec().step == Step::Treatment)
}

/// The same on paper, with what every sheet carries: its age, what is still open, the day, and that it is no order.
fn sheets(old: &Side, new: &Side, who: &SheetSubject, today: Day) -> Stack {
    Stack {
        pieces: drawn::of_blocks(&blocks(old, new)),
        lang: lang(),
        head: Box::new(drawn::head(say(text::COMPARE_SHEET), Some(who), vec![age(new.day, today)])),
        foot: Box::new(drawn::foot(Vec::new(), agenda(&new.answers), today)),
    }
}

fn blocks(old: &Side, new: &Side) -> Vec<Block> {
    let changes = changes(old, new);
    let note = touches_treatment(&changes).then(|| say(text::notes::relief::TEXT));
    let fact = |label, words| Line { label: Some(say(label)), words };
    let mut about = vec![fact(text::OLDER, both(old)), fact(text::NEWER, both(new))];
    about.extend(Some(&new.reason).filter(|reason| !reason.is_empty()).map(|reason| fact(text::REASON, reason.clone())));
    let mut entries: Vec<Entry> = changes.into_iter().map(|(key, sentences)| Entry::running(title(key), told(sentences))).collect();
    if entries.is_empty() {
        entries.push(Entry::running(String::new(), vec![line(say(text::SAME))]));
    }
    let block = |title: String, note, entries| Block { title, note, entries, drawn: None };
    let unheard = unheard(&new.answers);
    let first = block(say(text::COMPARE_SHEET), None, vec![Entry::rows(String::new(), about)]);
    let mut blocks = vec![first, block(text::compared(&old.on, &new.on, lang()), note, entries)];
    if !unheard.is_empty() {
        blocks.push(block(say(text::notes::cpr::UNCONFIRMED), None, vec![Entry::rows(String::new(), unheard)]));
    }
    blocks
}

fn told(sentences: Vec<Sentence>) -> Vec<Line> {
    sentences.into_iter().map(|(label, words)| Line { label, words }).collect()
}

/// The wishes that no doctor has heard, also where they did not change (rule E8).
fn unheard(answers: &Answers) -> Vec<Line> {
    let keys = Key::all().filter(|key| key.question == Question::T2);
    let open = keys.filter(|key| key.scene.is_some_and(|scene| cpr(answers, scene) == Cpr::Unconfirmed));
    let line = |key| Some(Line { label: Some(title(key)), words: whole(key, answers).into_iter().next()?.words });
    open.filter_map(line).collect()
}

fn both(side: &Side) -> String {
    [side.called.clone(), wrote(&side.by)].join(gap())
}

fn fact(label: AnyView, words: String) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{words}</dd></div> }.into_any()
}

fn row((key, sentences): (Key, Vec<Sentence>)) -> AnyView {
    let each = sentences.into_iter().map(|(label, words)| {
        let label = label.map(|label| view! { <i class="t-soft">{label.clone()} {text::colon(&label, lang())} " "</i> });
        view! { <span>{label} {numbers(&words)}</span> }.into_any()
    });
    view! { <li><b>{title(key)}</b> {each.collect::<Vec<_>>()}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Moment, Stamp,
        plan::{
            QuestionField, Scene,
            catalogue::{l1, l2, t2, v1},
        },
    };

    use super::*;

    fn put(plan: &mut Plan, field: QuestionField, answer: Answer, at: i64) {
        let stamp = Stamp { at: Moment(1_800_000_000_000 + at), by: Author::Own };
        for answer in [None, Some(answer)] {
            field.set(&mut plan.sections, answer, &stamp);
        }
    }

    fn given(words: &str) -> Answer {
        Answer::Given(words.to_owned())
    }

    fn picked(id: &str) -> Answer {
        Answer::Picked(id.to_owned())
    }

    fn told(old: &Plan, new: &Plan) -> Vec<String> {
        let side = |plan: &Plan| Side {
            day: Day::parse("2026-11-26"),
            on: String::new(),
            called: String::new(),
            by: Author::Own,
            reason: String::new(),
            answers: plan.snapshot(),
        };
        let all = changes(&side(old), &side(new)).into_iter();
        all.flat_map(|(key, sentences)| {
            sentences.into_iter().map(move |(label, words)| format!("{key} {}{words}", label.unwrap_or_default()))
        })
        .collect()
    }

    #[test]
    fn not_knowing_passing_and_answering_are_told_apart() {
        let (mut old, mut new) = (Plan::default(), Plan::default());
        put(&mut old, l1::ANSWER, Answer::Undecided, 1);
        put(&mut new, l1::ANSWER, picked("own_home"), 2);
        put(&mut new, l1::WORDS, given("庭が見えるところ"), 2);
        put(&mut old, l2::ANSWER, Answer::Skipped, 1);
        put(&mut new, l2::ANSWER, Answer::Undecided, 2);
        assert_eq!(
            told(&old, &new),
            [
                "l1 「まだわからない」から「自分の家」に変わりました。",
                "l1 ひとこと新しく「庭が見えるところ」と答えました。",
                "l2 「とばす」から「まだわからない」に変わりました。",
            ]
        );
        assert!(told(&new, &new).is_empty());
        let back = told(&new, &old);
        assert_eq!(back[1], "l1 ひとこと「庭が見えるところ」は、いまは書いてありません。");
    }

    #[test]
    fn of_a_choice_of_many_only_what_differs_is_said() {
        let (mut old, mut new) = (Plan::default(), Plan::default());
        let many = |ids: [&str; 3]| Answer::Chosen(ids.map(str::to_owned).to_vec());
        put(&mut old, v1::ANSWER, many(["family", "live_long", "faith"]), 1);
        put(&mut new, v1::ANSWER, many(["family", "eat_by_mouth", "faith"]), 2);
        assert_eq!(told(&old, &new), ["v1 加わった：口から食べたり飲んだりする", "v1 なくなった：少しでも長く生きる"]);
        put(&mut old, v1::ANSWER, Answer::Chosen(vec!["family".to_owned()]), 1);
        assert_eq!(told(&old, &new), ["v1 加わった：口から食べたり飲んだりする・信じるものや心の支えを大切にする"]);
        // Not knowing is no option among others.
        put(&mut new, v1::ANSWER, Answer::Undecided, 3);
        assert!(told(&old, &new)[0].ends_with("から「まだわからない」に変わりました。"));
    }

    /// Rule E8: the mark goes with the answer, on both sides.
    #[test]
    fn what_no_doctor_has_heard_is_said_with_the_answer() {
        let (mut old, mut new) = (Plan::default(), Plan::default());
        let [answer, doctor_on] = [t2::ANSWER, t2::DOCTOR_ON].map(|field| field.within(Scene::A));
        put(&mut old, answer, picked("want"), 1);
        put(&mut new, answer, picked("not_want"), 2);
        assert_eq!(told(&old, &new), ["t2.a 「してほしい」から「してほしくない【先生に未確認】」に変わりました。"]);
        let mut heard = new.clone();
        put(&mut heard, doctor_on, given("2026-11-20"), 3);
        let all = told(&new, &heard);
        assert_eq!(all[0], "t2.a 「してほしくない【先生に未確認】」から「してほしくない」に変わりました。");
        assert!(all[1].contains("令和8年11月20日"));
    }

    #[test]
    fn another_order_is_a_change_too() {
        let line = |words: &str| Line { label: Some(words.to_owned()), words: words.to_owned() };
        let (one, two) = (line("太郎"), line("花子"));
        let said = sentences((&[one.clone(), two.clone()], &[]), (&[two, one], &[]), Lang::Ja);
        assert_eq!(said, [(None, "順番が変わりました。".to_owned())]);
    }
}
