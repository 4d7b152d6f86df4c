//! The program itself: commands, flags, variables, and how it ends.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

use crate::site::{Folder, folder};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tsumugu"));
    command.env_clear();
    command
}

/// `tsumugu serve` with its data where it goes away again.
fn serve(folder: &Folder) -> Command {
    let mut command = program();
    command.env("TSUMUGU_DATA", folder.0.join("data"));
    command
}

/// Starts it and reads the address that it prints.
fn start(command: &mut Command) -> (Child, String) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (child, line.trim().strip_prefix("http://").unwrap_or_else(|| panic!("no address: {line:?}")).to_owned())
}

fn head_of(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).split("\r\n\r\n").next().unwrap().to_owned()
}

fn ended(mut child: Child) -> String {
    child.kill().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    child.wait().unwrap();
    said
}

#[test]
fn renders_and_serves_what_it_has_rendered() {
    let folder = folder("program");
    let rendered = program().arg("render").arg("--built").arg(folder.built()).arg("--site").arg(folder.site()).output().unwrap();
    assert!(rendered.status.success(), "{rendered:?}");
    let said = String::from_utf8(rendered.stdout).unwrap();
    assert!(said.contains(&format!("{} pages in ", app::routes::paths().len())), "{said}");

    let (child, address) = start(serve(&folder).args(["serve", "--address", "127.0.0.1:0", "--site"]).arg(folder.site()));
    assert!(head_of(&address, "/card/illness").starts_with("HTTP/1.1 200 "));
    assert!(head_of(&address, "/readyz").starts_with("HTTP/1.1 200 "));
    // The folder is taken away under it: it says so, and does not send something else.
    std::fs::rename(folder.site(), folder.0.join("away")).unwrap();
    assert!(head_of(&address, "/readyz").starts_with("HTTP/1.1 503 "));
    assert!(head_of(&address, "/card/illness").starts_with("HTTP/1.1 404 "));
    let said = ended(child);
    assert!(!said.contains("illness"), "no log of requests: {said}");
}

#[tokio::test]
async fn variables_and_flags() {
    let folder = folder("variables");
    folder.render().await.unwrap();
    let site = folder.site();
    // The build tool's address, our site; https; without a command.
    let (child, address) = start(serve(&folder).env("LEPTOS_SITE_ADDR", "127.0.0.1:0").env("TSUMUGU_SITE", &site).env("TSUMUGU_TLS", "1"));
    assert!(head_of(&address, "/").contains("strict-transport-security"));
    ended(child);
    // Ours comes before the build tool's, a flag before both.
    let mut command = program();
    command.env("LEPTOS_SITE_ADDR", "256.0.0.1:1").env("TSUMUGU_ADDRESS", "nowhere").env("TSUMUGU_SITE", "nowhere");
    let failed = command.output().unwrap();
    assert!(!failed.status.success() && String::from_utf8(failed.stderr).unwrap().contains("nowhere"));
    let mut command = serve(&folder);
    command
        .env("TSUMUGU_ADDRESS", "192.0.2.1:1")
        .env("TSUMUGU_SITE", "nowhere")
        .args(["serve", "--address=127.0.0.1:0", "--site"])
        .arg(&site);
    let (child, address) = start(&mut command);
    assert!(!head_of(&address, "/").contains("strict-transport-security"));
    ended(child);
}

#[test]
fn says_what_is_wrong() {
    for (arguments, said) in [
        (["serve", "--site", "/nowhere"].as_slice(), "tsumugu render"),
        (&["render", "--built", "/nowhere", "--site", "/nowhere/site"], "of the build cannot be read"),
        (&["sell"], "sell"),
    ] {
        let output = program().args(arguments).output().unwrap();
        assert!(!output.status.success());
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(said), "{arguments:?}: {error}");
    }
    let help = program().args(["serve", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for word in ["--address", "TSUMUGU_ADDRESS", "TSUMUGU_SITE", "TSUMUGU_TLS", "TSUMUGU_CONNECTIONS_PER_ADDRESS"] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

/// The table of settings in the README is the one of `--help`.
#[test]
fn the_readme_names_every_setting() {
    let readme = include_str!("../../../README.md");
    for command in ["serve", "render"] {
        let help = String::from_utf8(program().args([command, "--help"]).output().unwrap().stdout).unwrap();
        let flags = help.split_whitespace().filter(|word| word.starts_with("--") && *word != "--help");
        let variables = help.split("[env: ").skip(1).map(|rest| rest.split(['=', ']']).next().unwrap());
        for name in flags.map(|flag| flag.split(['=', '[']).next().unwrap()).chain(variables) {
            assert!(readme.contains(&format!("`{name}`")), "{name} of {command} is not in the README");
        }
    }
}
