//! Words from outside: in one spelling, and without signs that nobody sees and that change what stands beside them.

use record::{Answer, Author, Fields, Record, Section, SectionData, Sides, catalogue::Kind, plan::Signature};

use super::bounds::NAME;

/// Brings a text into NFC. The browser does it (`String.prototype.normalize`): the tables would add 62 kB (gzip) to the app.
pub type Normalize<'a> = dyn Fn(&str) -> String + 'a;

/// Cleans every text that a person wrote in a record. What only a newer release knows stays as it is.
pub fn clean(record: &mut Record, nfc: &Normalize<'_>) {
    if let Some(confirmed) = &mut record.card.confirmed {
        clean_author(&mut confirmed.by, nfc);
    }
    record.change_counters.values_mut().filter_map(|entry| entry.removed.as_mut()).for_each(|stamp| clean_author(&mut stamp.by, nfc));
    record.log.authors_mut().for_each(|author| clean_author(author, nfc));
    for conflict in &mut record.conflicts {
        match &mut conflict.sides {
            Sides::Removed(items) => items.iter_mut().for_each(|item| clean_fields(&mut item.fields, &|_| false, nfc)),
            Sides::Answers { given, .. } => given.iter_mut().for_each(|answer| clean_answer(answer, false, nfc)),
        }
    }
    for (id, data) in &mut record.card.sections {
        clean_section(data, &|field, in_item| on_one_line(id, field, in_item), nfc);
    }
    // Of the plan most answers have several lines; a line end in a name does no harm there.
    for data in record.plan.sections.values_mut() {
        clean_section(data, &|_, _| false, nfc);
    }
    for version in &mut record.plan.versions {
        clean_author(&mut version.by, nfc);
        version.reason = lines(&version.reason, nfc);
        if let Some(Signature::Typed(name)) = &mut version.signed {
            *name = line(name, nfc);
        }
        for data in version.answers.values_mut() {
            clean_section(data, &|_, _| false, nfc);
        }
    }
}

/// A text for a field of one line: line ends and tabs become spaces, other control characters and those that turn the direction
/// of writing are left out.
#[must_use]
pub fn line(text: &str, nfc: &Normalize<'_>) -> String {
    let spaced = text.replace("\r\n", "\n");
    in_nfc(&spaced.chars().filter_map(|sign| if is_line_end(sign) { Some(' ') } else { visible(sign) }).collect::<String>(), nfc)
}

/// A text for a field of several lines: the same, but line ends stay and are all of one kind.
#[must_use]
pub fn lines(text: &str, nfc: &Normalize<'_>) -> String {
    let spaced = text.replace("\r\n", "\n");
    let signs = spaced.chars().filter_map(|sign| match sign {
        '\t' => Some(' '),
        _ if is_line_end(sign) => Some('\n'),
        _ => visible(sign),
    });
    in_nfc(&signs.collect::<String>(), nfc)
}

/// The beginning of a name that somebody gives as the writer, as much of it as a record takes. Longer ones are pasted by mistake, and must
/// not keep a record from being backed up.
#[must_use]
pub fn name(typed: &str) -> &str {
    typed.char_indices().nth(NAME).map_or(typed, |(end, _)| &typed[..end])
}

fn is_line_end(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The sign, unless it is a control character, turns the direction of writing (embeddings, overrides, isolates), or is a byte
/// order mark in the middle of a text.
fn visible(sign: char) -> Option<char> {
    let hidden = sign.is_control() || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    (!hidden).then_some(sign)
}

/// The text in NFC, except for compatibility ideographs: NFC would put the common form of a character in place of the one that
/// stands in a family register (神 for U+FA19), and a name must stay the name.
fn in_nfc(text: &str, nfc: &Normalize<'_>) -> String {
    if text.chars().all(is_nfc) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for run in text.split_inclusive(is_old_form) {
        let (words, old) = match run.char_indices().last() {
            Some((at, sign)) if is_old_form(sign) => run.split_at(at),
            _ => (run, ""),
        };
        if words.chars().all(is_nfc) {
            out.push_str(words);
        } else {
            out.push_str(&nfc(words));
        }
        out.push_str(old);
    }
    out
}

fn is_old_form(sign: char) -> bool {
    matches!(sign, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// Signs that NFC never changes, whatever stands beside them: Latin letters as typed in Japan, kana and kanji. Anything else is
/// left to the browser.
fn is_nfc(sign: char) -> bool {
    matches!(sign, '\0'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Whether the catalogue of the card asks for one line.
fn on_one_line(section: &str, field: &str, in_item: bool) -> bool {
    let Some(section) = Section::by_id(section) else { return false };
    let spec = section.spec();
    let fields = if in_item { spec.item } else { spec.fields };
    let kind = fields.iter().find(|spec| spec.id.as_str() == field).map(|spec| spec.kind);
    kind.is_some_and(|kind| !matches!(kind, Kind::Lines(_) | Kind::Photo))
}

fn clean_section(data: &mut SectionData, on_one_line: &dyn Fn(&str, bool) -> bool, nfc: &Normalize<'_>) {
    clean_fields(&mut data.fields, &|field| on_one_line(field, false), nfc);
    for item in &mut data.items {
        clean_fields(&mut item.fields, &|field| on_one_line(field, true), nfc);
    }
}

fn clean_fields(fields: &mut Fields, on_one_line: &dyn Fn(&str) -> bool, nfc: &Normalize<'_>) {
    for (id, field) in fields {
        clean_author(&mut field.stamp.by, nfc);
        clean_answer(&mut field.answer, on_one_line(id), nfc);
    }
}

fn clean_answer(answer: &mut Answer, on_one_line: bool, nfc: &Normalize<'_>) {
    match answer {
        Answer::Given(words) => *words = if on_one_line { line(words, nfc) } else { lines(words, nfc) },
        Answer::Picked(id) => *id = line(id, nfc),
        Answer::Chosen(ids) => ids.iter_mut().for_each(|id| *id = line(id, nfc)),
        _ => {}
    }
}

fn clean_author(author: &mut Author, nfc: &Normalize<'_>) {
    match author {
        Author::Own => {}
        Author::Proxy(name) | Author::Clinic(name) => *name = self::name(&line(name, nfc)).to_owned(),
    }
}
