//! Every setting of the server, with its default and its environment variable.
//!
//! | flag | environment | default |
//! |---|---|---|
//! | `--address` | `TSUMUGU_ADDRESS`, else `LEPTOS_SITE_ADDR` | `127.0.0.1:3000` |
//! | `--site` | `TSUMUGU_SITE`, else `LEPTOS_SITE_ROOT` | `site` beside the program, else `site` one folder up |
//! | — | `TSUMUGU_TLS`: `1` when people reach the server by https | `0` |
//! | — | `LEPTOS_WATCH`, set by `cargo leptos watch`: read the site again when a file has changed | not set |
//!
//! The defaults fit both a folder holding `tsumugu` and `site`, and the build folder (`target/release/tsumugu`, `target/site`).

use std::{
    fmt,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

/// How to call the program.
pub const USAGE: &str = "usage: tsumugu [serve] [--address HOST:PORT] [--site FOLDER]";

/// The settings of one server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where to listen.
    pub address: SocketAddr,
    /// The folder with the built site: `pkg/` and the files of `public/`.
    pub site: PathBuf,
    /// People reach this server by https, through a proxy in front of it. Switches on the headers that forbid plain http.
    pub tls: bool,
    /// A developer changes files while the server runs: look again at every page, cache nothing.
    pub watch: bool,
}

impl Config {
    /// Reads the arguments after the program's name and the environment. `beside` is the folder of the program.
    pub fn read(
        arguments: impl IntoIterator<Item = String>,
        environment: impl Fn(&str) -> Option<String>,
        beside: Option<&Path>,
    ) -> Result<Config, ConfigError> {
        let (mut address, mut site) = (None, None);
        let mut arguments = arguments.into_iter().peekable();
        arguments.next_if(|first| first == "serve");
        while let Some(flag) = arguments.next() {
            let slot = match flag.as_str() {
                "--address" => &mut address,
                "--site" => &mut site,
                _ => return Err(ConfigError::Argument(flag)),
            };
            *slot = Some(arguments.next().ok_or(ConfigError::NoValue(flag))?);
        }
        let either = |given: Option<String>, own: &str, leptos: &str| {
            given.or_else(|| environment(own)).or_else(|| environment(leptos)).filter(|value| !value.is_empty())
        };
        let address = match either(address, "TSUMUGU_ADDRESS", "LEPTOS_SITE_ADDR") {
            Some(text) => text.parse().map_err(|_| ConfigError::Address(text))?,
            None => SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)),
        };
        let site = match either(site, "TSUMUGU_SITE", "LEPTOS_SITE_ROOT") {
            Some(folder) => PathBuf::from(folder),
            None => nearest_site(beside.unwrap_or(Path::new("."))),
        };
        let tls = match environment("TSUMUGU_TLS").as_deref() {
            None | Some("" | "0" | "false") => false,
            Some("1" | "true") => true,
            Some(other) => return Err(ConfigError::Tls(other.to_owned())),
        };
        Ok(Config { address, site, tls, watch: environment("LEPTOS_WATCH").is_some() })
    }
}

fn nearest_site(beside: &Path) -> PathBuf {
    let here = beside.join("site");
    if here.is_dir() { here } else { beside.join("../site") }
}

/// A setting that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// Neither a command nor a flag.
    Argument(String),
    /// A flag at the end, without its value.
    NoValue(String),
    /// Not an address with a port.
    Address(String),
    /// `TSUMUGU_TLS` is neither `0` nor `1`.
    Tls(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConfigError::Argument(text) => write!(f, "unknown argument {text:?}; {USAGE}"),
            ConfigError::NoValue(flag) => write!(f, "{flag} needs a value; {USAGE}"),
            ConfigError::Address(text) => write!(f, "{text:?} is not an address like 127.0.0.1:3000"),
            ConfigError::Tls(text) => write!(f, "TSUMUGU_TLS is {text:?}; give 0 or 1"),
        }
    }
}

impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str], environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let find = |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Config::read(arguments.iter().map(|text| (*text).to_owned()), find, Some(Path::new("/opt/tsumugu")))
    }

    #[test]
    fn defaults() {
        let config = read(&[], &[]).unwrap();
        assert_eq!(config.address.to_string(), "127.0.0.1:3000");
        assert_eq!(config.site, Path::new("/opt/tsumugu/../site"));
        assert!(!config.tls && !config.watch);
        assert_eq!(read(&["serve"], &[]), Ok(config));
    }

    #[test]
    fn flags_come_before_our_variables_before_those_of_the_build_tool() {
        let leptos = [("LEPTOS_SITE_ADDR", "127.0.0.1:1"), ("LEPTOS_SITE_ROOT", "a"), ("LEPTOS_WATCH", "true")];
        let config = read(&[], &leptos).unwrap();
        assert_eq!((config.address.port(), config.site.as_path(), config.watch), (1, Path::new("a"), true));
        let both = [leptos[0], leptos[1], ("TSUMUGU_ADDRESS", "[::1]:2"), ("TSUMUGU_SITE", "b"), ("TSUMUGU_TLS", "1")];
        let config = read(&[], &both).unwrap();
        assert_eq!((config.address.port(), config.site.as_path(), config.tls), (2, Path::new("b"), true));
        let config = read(&["serve", "--site", "c", "--address", "0.0.0.0:3"], &both).unwrap();
        assert_eq!((config.address.port(), config.site.as_path()), (3, Path::new("c")));
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        assert_eq!(read(&["sell"], &[]), Err(ConfigError::Argument("sell".to_owned())));
        assert_eq!(read(&["--site"], &[]), Err(ConfigError::NoValue("--site".to_owned())));
        assert_eq!(read(&["--address", "here"], &[]), Err(ConfigError::Address("here".to_owned())));
        assert_eq!(read(&[], &[("TSUMUGU_TLS", "yes")]), Err(ConfigError::Tls("yes".to_owned())));
    }
}
