//! The words of the plan besides its questions: tables for what the catalogue lists, constants for what pages say.

use std::fmt::Write;

use record::{
    access::{Offer, Recipient},
    plan::{
        Scene, Step,
        catalogue::COMMON_FIELDS,
        lists::{feeling, talk},
        parts::Part,
    },
};

use super::{asked::ASKED, questions::options, read::Content, rust};

/// The tables and the modules of constants.
pub fn table(content: &mut Content) -> String {
    let mut out = String::new();
    let mut array = |name: &str, of: &str, entries: Vec<String>| {
        _ = writeln!(out, "pub(crate) static {name}: [{of}; {}] = [{}];", entries.len(), entries.join(", "));
    };
    array("STEPS", "StepWords", Step::ALL.into_iter().map(|step| step_words(content, step)).collect());
    array("SCENES", "SceneWords", Scene::ALL.into_iter().map(|scene| scene_words(content, scene)).collect());
    array("PARTS", "PartWords", Part::ALL.into_iter().map(|part| part_words(content, part)).collect());
    array("READERS", "ReaderWords", Recipient::STANDING.into_iter().map(|to| reader_words(content, to.kind())).collect());
    for (name, block, specs) in
        [("TALK", "talk", talk::ALL), ("FEELING", "feelings", feeling::ALL), ("COMMON_FIELDS", "beside", COMMON_FIELDS)]
    {
        array(name, "FieldWords", specs.iter().map(|spec| field(content, block, spec)).collect());
    }
    array("SOURCES", "(&str, Word)", sources(content));
    let lead = rust::lead(["lead", "lead yes", "lead no"].map(|key| content.word("treatment", key)));
    _ = writeln!(out, "pub(crate) static TREATMENT_LEAD: Lead = {lead};");
    out.push_str("/// What pages say: a module for each block, a constant for each key.\npub mod notes {\n");
    for (name, keys) in ASKED {
        let Some(block) = content.take(name) else { continue };
        let origin = rust::origin(&block.sources, &block.checked);
        let consts: String = keys.iter().map(|key| rust::constant(key, &content.word(name, key))).collect();
        let head = "    #![allow(missing_docs, reason = \"each is a text of content/plan\")]\n    use super::super::{Origin, Word, w};\n";
        _ = writeln!(out, "pub mod {} {{\n{head}    pub const ORIGIN: Origin = {origin};\n{consts}}}", name.replace(' ', "_"));
    }
    out.push_str("}\n");
    out
}

fn step_words(content: &mut Content, step: Step) -> String {
    let block = format!("step {}", step.id());
    content.take(&block);
    format!("StepWords {{ name: {}, lead: {} }}", content.word(&block, "name"), content.word(&block, "lead"))
}

fn scene_words(content: &mut Content, scene: Scene) -> String {
    let [whole, short] = ["scene", "scene short"].map(|key| content.word("treatment", &format!("{key} {}", scene.id())));
    format!("SceneWords {{ whole: {whole}, short: {short} }}")
}

fn part_words(content: &mut Content, part: Part) -> String {
    let block = format!("part {}", part.id());
    content.take(&block);
    let limited = Recipient::STANDING.into_iter().any(|role| part.offer(role) == Offer::Limited).then(|| content.word(&block, "limited"));
    format!(
        "PartWords {{ name: {}, what: {}, limited: {} }}",
        content.word(&block, "name"),
        content.word(&block, "what"),
        rust::maybe(limited)
    )
}

fn reader_words(content: &mut Content, id: &str) -> String {
    let block = format!("reader {id}");
    content.take(&block);
    format!("ReaderWords {{ name: {}, what: {} }}", content.word(&block, "name"), content.word(&block, "what"))
}

fn field(content: &mut Content, block: &str, spec: &record::catalogue::FieldSpec) -> String {
    content.take(block);
    let id = spec.id.as_str();
    let label = content.word(block, &format!("field {id}"));
    let hint = content.maybe(block, &format!("field hint {id}"));
    // With whom an answer was talked over is chosen from the same as with whom a talk was.
    let (block, prefix) = match (block, id) {
        ("beside", _) => ("talk", format!("option {id} ")),
        ("feelings", _) => (block, format!("{id} ")),
        _ => (block, format!("option {id} ")),
    };
    rust::field(id, &label, hint, &options(content, block, spec, &prefix))
}

/// Every source that the content names has its title and address.
fn sources(content: &mut Content) -> Vec<String> {
    let Some(block) = content.take("sources") else { return Vec::new() };
    let ids: Vec<String> = block.keys().filter_map(|key| key.strip_prefix("source ")).map(str::to_owned).collect();
    ids.iter().map(|id| rust::under(id, &content.word("sources", &format!("source {id}")))).collect()
}

/// The sources that a block names and nobody describes.
pub fn unknown_sources(contents: &[&Content]) -> Vec<String> {
    let blocks = || contents.iter().flat_map(|content| &content.blocks);
    let known: Vec<String> = blocks().filter(|block| block.name == "sources").flat_map(|block| block.keys()).map(str::to_owned).collect();
    let named = blocks().flat_map(|block| block.sources.iter().map(move |id| (block, id)));
    let unknown = named.filter(|(block, id)| block.name != "sources" && !known.contains(&format!("source {id}")));
    unknown.map(|(block, id)| format!("{} rests on {id}, which is no source", block.name)).collect()
}
