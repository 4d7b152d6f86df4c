//! The start module: the loader that wasm-bindgen writes, the addresses of this build and `public/start.js`, in one file.
//!
//! One file, because `integrity` on a script covers that script only: what it imports would be loaded unchecked, and under
//! `Integrity-Policy: blocked-destinations=(script)` not at all. (An import map with hashes works in Chromium only.)

/// Joins the parts. The loader keeps its own scope, so that no name of it meets one of `start.js`, which may use
/// `__wbg_init`, `start` and `START.wasm`, `START.integrity`.
pub fn join(loader: &str, start: &str, wasm: &str, integrity: &str) -> Result<String, StartError> {
    let (body, clause) = split_exports(loader)?;
    let init = default_export(clause).ok_or(StartError::Exports)?;
    let body = body.replace("export function ", "function ").replace("export class ", "class ");
    if !body.contains("function start(") {
        return Err(StartError::NoStart);
    }
    // Only reached when no address is given, and start.js gives one.
    let body = body.replace("import.meta.url", "location.href");
    if let Some(at) = find_word(&body, "import") {
        return Err(StartError::Import(body[at..].chars().take_while(|c| *c != '\n').take(80).collect()));
    }
    if find_word(&body, "export").is_some() {
        return Err(StartError::Exports);
    }
    // Leptos declares the three arrays in inline scripts behind the page. They hold answers of the server to a page that
    // asks for data while it is rendered; no page of ours does, so they are empty, and those scripts are cut off.
    Ok(format!(
        "const {{ __wbg_init, start }} = (() => {{\n\
         const __RESOLVED_RESOURCES = [], __SERIALIZED_ERRORS = [], __INCOMPLETE_CHUNKS = [];\n\
         {body}\n\
         return {{ __wbg_init: {init}, start }};\n\
         }})();\n\
         const START = {{ wasm: {wasm:?}, integrity: {integrity:?} }};\n\
         {start}"
    ))
}

/// The loader without its last statement, `export { initSync, __wbg_init as default };`, and what stands in its braces.
fn split_exports(loader: &str) -> Result<(&str, &str), StartError> {
    let at = loader.rfind("export").ok_or(StartError::Exports)?;
    let (body, statement) = loader.split_at(at);
    let list = statement.trim_start_matches("export").trim_start().strip_prefix('{').ok_or(StartError::Exports)?;
    let (list, rest) = list.split_once('}').ok_or(StartError::Exports)?;
    if rest.trim_matches([';', ' ', '\n', '\r']).is_empty() { Ok((body, list)) } else { Err(StartError::Exports) }
}

/// The local name of the default export: a minified loader has a short one.
fn default_export(list: &str) -> Option<&str> {
    list.split(',').find_map(|item| item.trim().strip_suffix(" as default")).map(str::trim)
}

/// Where a word stands in code by itself: not as a part of a longer name, not as a member (`instance.exports`).
fn find_word(code: &str, word: &str) -> Option<usize> {
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let alone = |at: &usize| {
        let before = code[..*at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(|c| letter(c) || c == '.') && !after.is_some_and(letter)
    };
    code.match_indices(word).map(|(at, _)| at).find(alone)
}

/// The loader of this build cannot be joined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// It loads a second script, as wasm-bindgen does for `inline_js` and `module` snippets. Avoid the dependency that asks for it.
    #[error("the loader imports another script, which no hash would cover: {0}")]
    Import(String),
    /// Its exports do not look like those of wasm-bindgen's `web` target.
    #[error("the exports of the loader are not those of wasm-bindgen's web target")]
    Exports,
    /// `frontend` does not export `start`.
    #[error("the loader has no function start")]
    NoStart,
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "export function start() { wasm.start(); }\nlet wasm;\nconst imports = import0;\nnew URL('a', import.meta.url);\nexport { initSync, __wbg_init as default };\n";
    const SMALL: &str = r#"let e;export class A{}export function start(){e.start(n.exports)}new URL("a",import.meta.url);export{x as initSync,O as default};"#;

    #[test]
    fn joins_both_forms_of_the_loader() {
        let joined = join(PLAIN, "await __wbg_init(START.wasm); start();", "/pkg/a.wasm", "sha384-x").unwrap();
        assert!(joined.contains("return { __wbg_init: __wbg_init, start };"));
        assert!(joined.contains(r#"const START = { wasm: "/pkg/a.wasm", integrity: "sha384-x" };"#));
        assert!(join(SMALL, "", "", "").unwrap().contains("return { __wbg_init: O, start };"));
        for joined in [joined, join(SMALL, "", "", "").unwrap()] {
            assert_eq!((find_word(&joined, "import"), find_word(&joined, "export")), (None, None));
        }
    }

    #[test]
    fn refuses_what_it_cannot_join() {
        let snippet = format!("import {{ a }} from './snippets/a.js';\n{PLAIN}");
        assert_eq!(join(&snippet, "", "", ""), Err(StartError::Import("import { a } from './snippets/a.js';".to_owned())));
        let meta = PLAIN.replace("import.meta.url", "import.meta.resolve('a')");
        assert_eq!(join(&meta, "", "", ""), Err(StartError::Import("import.meta.resolve('a'));".to_owned())));
        let star = format!(r#"import*as a from"./snippets/a.js";{SMALL}"#);
        assert!(matches!(join(&star, "", "", ""), Err(StartError::Import(_))));
        let dynamic = PLAIN.replace("let wasm", "await import('./b.js')");
        assert!(matches!(join(&dynamic, "", "", ""), Err(StartError::Import(_))));
        assert_eq!(join("function start() {}", "", "", ""), Err(StartError::Exports));
        assert_eq!(join(&PLAIN.replace("export {", "export const a = 1; export {"), "", "", ""), Err(StartError::Exports));
        assert_eq!(join(&PLAIN.replace("start", "other"), "", "", ""), Err(StartError::NoStart));
    }
}
