//! What two edits left open: both sides with who wrote them and when, and a button for each.

use leptos::prelude::*;
use record::{Answer, Conflict, Path, Record, Resolution, Root, Stamp};
use words::{Lang, conflicts as text, days, plan, when};

use super::{HistoryView, List, say_done};
use crate::{
    parts::{
        frame::PageLink,
        photo, summary,
        words::{lang, numbers, rich},
    },
    routes::Page,
    workspace::{Workspace, workspace},
};

/// An open question as it is drawn. Whatever changes in it draws it anew, so that a button does what it says.
#[derive(Clone, Debug, PartialEq)]
struct Question {
    conflict: Conflict,
    place: String,
    sides: Vec<Side>,
}

/// One way to settle it.
#[derive(Clone, Debug, PartialEq)]
struct Side {
    resolution: Resolution,
    words: String,
    /// What stands once it is chosen: two photos have the same words.
    answer: Option<Answer>,
}

impl Question {
    fn at(record: &Record, path: &Path, lang: Lang) -> Option<Question> {
        let conflict = record.conflicts.iter().find(|conflict| conflict.path == *path)?.clone();
        let side = |resolution| {
            let answer = match &resolution {
                Resolution::KeepCurrent => path.answer(record).cloned(),
                Resolution::Answer(answer) => Some(answer.clone()),
                Resolution::Clear | Resolution::Restore(_) => None,
            };
            Side { words: text::resolution(&conflict, &resolution, record, lang), resolution, answer }
        };
        let sides = conflict.resolutions(record).into_iter().map(side).collect();
        Some(Question { place: text::place(&conflict, record, lang), sides, conflict })
    }
}

/// The open questions; nothing while there are none. The revisions that were read tell who wrote what.
pub(super) fn open(view_state: HistoryView) -> AnyView {
    let workspace = workspace();
    let paths = Memo::new(move |_| {
        workspace.record.with(|record| record.conflicts.iter().map(|conflict| conflict.path.clone()).collect::<Vec<_>>())
    });
    let any = Memo::new(move |_| paths.with(|paths| !paths.is_empty()) && workspace.writable());
    let each = move || view! { <For each=move || paths.get() key=Path::to_string children=move |path| question(path, view_state) /> };
    let questions = move || {
        any.get().then(|| {
            view! {
                <section class="t-conflicts" aria-labelledby="open-title">
                    <h2 id="open-title">{rich(text::TITLE)}</h2>
                    <p>{rich(text::LEAD)}</p>
                    {each()}
                </section>
            }
        })
    };
    questions.into_any()
}

fn question(path: Path, view_state: HistoryView) -> AnyView {
    let workspace = workspace();
    let asked = Memo::new(move |_| workspace.record.with(|record| Question::at(record, &path, lang())));
    (move || asked.get().map(|asked| drawn(asked, view_state))).into_any()
}

fn drawn(Question { conflict, place, sides }: Question, view_state: HistoryView) -> AnyView {
    let id = format!("open-{}", conflict.path);
    let only = sides.len() == 1;
    let versions = (conflict.path.root == Root::Whole).then(|| {
        view! { <p>{rich(text::VERSIONS)}</p> <PageLink to=Page::Past class="t-button">{rich(plan::PAST)}</PageLink> }
    });
    let buttons = sides.into_iter().map(|side| button(&conflict.path, side, only, view_state)).collect::<Vec<_>>();
    view! {
        <div class="t-item" role="group" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{place}</h3>
            {versions}
            <div class="t-sides">{buttons}</div>
        </div>
    }
    .into_any()
}

fn button(path: &Path, Side { resolution, words, answer }: Side, only: bool, view_state: HistoryView) -> AnyView {
    let workspace = workspace();
    let path = path.clone();
    let by = {
        let (path, resolution) = (path.clone(), resolution.clone());
        move || {
            let of = |record: &Record| record.stamp_of(&path, &resolution);
            workspace.record.with(of).or_else(|| told(view_state.list, of))
        }
    };
    let by = move || by().map(|stamp| view! { <span class="t-side__by">{said(workspace, &stamp)}</span> });
    let stands = (resolution == Resolution::KeepCurrent && !only).then(|| view! { <span class="t-side__by">{rich(text::STANDS)}</span> });
    let keep = move |_| {
        workspace.resolve(&path, &resolution);
        say_done(workspace, view_state.done, text::DONE, text::UNDO);
    };
    view! {
        <button type="button" class="t-button t-side" on:click=keep>
            <b>{numbers(&words)}</b>
            {photo::shown(answer.as_ref())}
            {by}
            {stands}
            <span class="t-side__do">{rich(if only { text::ALL_RIGHT } else { text::KEEP })}</span>
        </button>
    }
    .into_any()
}

/// Who wrote it and when, by the newest revision that has it.
fn told(list: RwSignal<List>, of: impl Fn(&Record) -> Option<Stamp>) -> Option<Stamp> {
    list.with(|list| if let List::Read(all) = list { all.iter().find_map(|(_, stored)| of(&stored.record)) } else { None })
}

/// 「本人　令和8年11月30日 14:05」
fn said(workspace: Workspace, stamp: &Stamp) -> String {
    let at = workspace.with(|ports| ports.clock.at(stamp.at)).filter(|_| !stamp.at.is_doubtful());
    let when = at.map_or_else(|| when::day(None, lang()), |at| format!("{} {}:{:02}", days::day(at.day, lang()), at.hour, at.minute));
    format!("{}　{when}", summary::author(&stamp.by))
}

#[cfg(test)]
mod tests {
    use record::{
        Moment, RecordId, Sides,
        picture::{Format, Picture, Sha256},
        plan::catalogue::v2,
    };

    use super::*;

    fn photo(digit: &str) -> Answer {
        Answer::Picture(Picture { sha256: Sha256::parse(&digit.repeat(64)).unwrap(), format: Format::Jpeg })
    }

    fn asked(standing: &Answer, given: Vec<Answer>) -> (Record, Question) {
        let path = Path::from(v2::PHOTO);
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        path.set(&mut record, Some(standing.clone()), &Stamp::default());
        record.conflicts = vec![Conflict { path: path.clone(), sides: Sides::Answers { given, untouched: false } }];
        let question = Question::at(&record, &path, Lang::Ja).unwrap();
        (record, question)
    }

    #[test]
    fn two_photos_are_told_apart_by_themselves() {
        let (_, question) = asked(&photo("1"), vec![photo("1"), photo("2")]);
        assert_eq!(question.sides.len(), 2);
        assert_eq!(question.sides[0].words, question.sides[1].words);
        assert_eq!([&question.sides[0], &question.sides[1]].map(|side| side.answer.clone()), [Some(photo("1")), Some(photo("2"))]);
    }

    #[test]
    fn what_a_join_changes_in_a_question_is_drawn_anew() {
        let given = || vec![photo("1"), photo("2")];
        let (record, question) = asked(&photo("1"), given());
        assert_eq!(Question::at(&record, &question.conflict.path, Lang::Ja), Some(question.clone()));
        assert_ne!(asked(&photo("2"), given()).1, question, "something else stands");
        assert_ne!(asked(&photo("1"), vec![photo("1"), photo("2"), photo("3")]).1, question, "one more side");
        assert_eq!(Question::at(&Record::new(RecordId("a".to_owned()), Moment(0)), &question.conflict.path, Lang::Ja), None);
    }
}
