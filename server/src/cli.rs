//! Every command and setting, with its default and its environment variable. `tsumugu help` shows them.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use axum::http::Uri;
use clap::{
    Args, Parser, Subcommand,
    builder::{BoolishValueParser, TypedValueParser},
};

use crate::{
    database::{DatabaseError, Engine},
    rates::Addresses,
    state::Reach,
};

/// Connections from one address, where people reach the server without a proxy.
const PER_ADDRESS: usize = 64;

/// Serves the emergency card app. Without a command: serve.
#[derive(Clone, Debug, Parser)]
#[command(name = "tsumugu", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

impl Cli {
    /// The command that was given.
    #[must_use]
    pub fn chosen(self) -> Command {
        self.command.unwrap_or(Command::Serve(self.serve))
    }
}

/// What the program can do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Serve a rendered site until asked to stop
    Serve(Serve),
    /// Write the whole site as plain files, from what the build has made
    Render(Render),
    /// Write a copy of the database to a file, as an SQLite file, also while the server runs
    Backup(Copy),
    /// Put a copy back into an empty database; its shares wait until their owners' devices confirm them
    Restore(Copy),
    /// The database was set back by other means, such as a snapshot of the disk: all its shares wait until their owners' devices confirm them
    SetBack(SetBack),
    /// Delete now what ended long ago, and give its room back
    Purge(Store),
    /// Read everything that is kept, and say whether it is whole
    Check(Store),
}

/// Which database was set back.
#[derive(Clone, Debug, Args, PartialEq, Eq)]
pub struct SetBack {
    /// Yes, no link opens until the device of its owner confirms it
    #[arg(long, required = true)]
    pub yes: bool,
    /// The database
    #[command(flatten)]
    pub store: Store,
}

/// A copy of the database.
#[derive(Clone, Debug, Args, PartialEq, Eq)]
pub struct Copy {
    /// The file of the copy
    pub file: PathBuf,
    /// The database
    #[command(flatten)]
    pub store: Store,
}

/// The settings of a server.
#[derive(Clone, Debug, Args, PartialEq, Eq)]
pub struct Serve {
    /// Where to listen [default: 127.0.0.1:3000]
    #[arg(long, env = "TSUMUGU_ADDRESS", value_name = "HOST:PORT")]
    address: Option<SocketAddr>,
    /// The same, as the build tool says it
    #[arg(long, env = "LEPTOS_SITE_ADDR", hide = true)]
    leptos_site_addr: Option<SocketAddr>,
    #[command(flatten)]
    site: SiteFolder,
    #[command(flatten)]
    store: Store,
    /// How people reach this server, such as https://example.org: stands before the addresses that it gives out, and says whether by https
    /// [default: as each request says]
    #[arg(long, env = "TSUMUGU_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    public_url: Option<String>,
    /// A proxy stands in front and writes the address of each client into X-Forwarded-For: needed to count requests by address there
    #[arg(
        long, env = "TSUMUGU_PROXY", value_name = "0|1", num_args = 0..=1, require_equals = true, default_value = "0",
        default_missing_value = "1", value_parser = BoolishValueParser::new().map(Proxy)
    )]
    proxy: Proxy,
    /// People reach this server by https, through a proxy in front of it: adds the headers that forbid plain http
    #[arg(
        long, env = "TSUMUGU_TLS", value_name = "0|1", num_args = 0..=1, require_equals = true, default_value = "0",
        default_missing_value = "1", value_parser = BoolishValueParser::new().map(Tls)
    )]
    tls: Tls,
    /// Connections that one address may have at a time; 0: as many as there are, for a server behind a proxy
    /// [default: 64; 0 when listening on a loopback address]
    #[arg(long, env = "TSUMUGU_CONNECTIONS_PER_ADDRESS", value_name = "N")]
    connections_per_address: Option<usize>,
    /// A developer changes files while the server runs: render again after every change
    #[arg(long, env = "LEPTOS_WATCH", hide = true, num_args = 0..=1, default_missing_value = "1")]
    watch: Option<String>,
    #[command(flatten)]
    built: BuiltFolder,
}

/// Whether people reach the server by https.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tls(bool);

/// Whether a proxy stands in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Proxy(bool);

/// Where to keep what devices have sealed.
#[derive(Clone, Debug, Args, PartialEq, Eq)]
pub struct Store {
    /// The folder of the SQLite file
    #[arg(long, env = "TSUMUGU_DATA", value_name = "FOLDER", default_value = "data")]
    data: PathBuf,
    /// postgres://… : keep it in PostgreSQL instead
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    database_url: Option<String>,
}

impl Store {
    /// The database.
    ///
    /// # Errors
    /// The address is none of PostgreSQL.
    pub fn engine(&self) -> Result<Engine, DatabaseError> {
        match &self.database_url {
            Some(url) => Engine::postgres(url),
            None => Engine::sqlite(&self.data.join("tsumugu.sqlite")),
        }
    }
}

/// An origin: scheme and host, without a path, without a slash at the end.
fn public_url(text: &str) -> Result<String, &'static str> {
    const WRONG: &str = "https:// or http:// and a host are needed, and no path";
    let url: Uri = text.strip_suffix('/').unwrap_or(text).parse().map_err(|_| WRONG)?;
    let origin = url.path() == "/" && url.query().is_none() && matches!(url.scheme_str(), Some("https" | "http"));
    // 128 characters for the whole address of a link (SMART Health Links), of which the path takes 48.
    if !origin || text.len() > 80 { Err(WRONG) } else { Ok(text.strip_suffix('/').unwrap_or(text).to_owned()) }
}

/// What to render, and where to.
#[derive(Clone, Debug, Args, PartialEq, Eq)]
pub struct Render {
    #[command(flatten)]
    built: BuiltFolder,
    #[command(flatten)]
    site: SiteFolder,
}

#[derive(Clone, Debug, Args, PartialEq, Eq)]
struct SiteFolder {
    /// The folder of the rendered site [default: `site` beside the program, else one folder up]
    #[arg(long, env = "TSUMUGU_SITE", value_name = "FOLDER")]
    site: Option<PathBuf>,
}

#[derive(Clone, Debug, Args, PartialEq, Eq)]
struct BuiltFolder {
    /// What the build has made: `pkg`, `bundles` and the files of `public` [default: `built` one folder above the program]
    #[arg(long, env = "LEPTOS_SITE_ROOT", value_name = "FOLDER")]
    built: Option<PathBuf>,
}

impl SiteFolder {
    /// The defaults fit both a folder holding `tsumugu` and `site`, and the build folder (`target/release/tsumugu`, `target/site`).
    fn folder(&self, beside: &Path) -> PathBuf {
        let here = beside.join("site");
        self.site.clone().unwrap_or(if here.is_dir() { here } else { beside.join("../site") })
    }
}

impl BuiltFolder {
    fn folder(&self, beside: &Path) -> PathBuf {
        self.built.clone().unwrap_or(beside.join("../built"))
    }
}

impl Serve {
    /// Where to listen.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address.or(self.leptos_site_addr).unwrap_or(SocketAddr::from(([127, 0, 0, 1], 3000)))
    }

    /// Whether people reach this server by https.
    #[must_use]
    pub fn tls(&self) -> bool {
        self.tls.0 || self.public_url.as_ref().is_some_and(|url| url.starts_with("https:"))
    }

    /// Where to keep what devices have sealed.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// How people reach it. Behind a proxy on this machine that is not told of, all would be one address.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let addresses = match (self.proxy, self.address().ip().is_loopback()) {
            (Proxy(true), _) => Addresses::Proxy,
            (Proxy(false), true) => Addresses::Unknown,
            (Proxy(false), false) => Addresses::Connection,
        };
        Reach { public: self.public_url.clone(), tls: self.tls(), addresses }
    }

    /// The rendered site. `beside`: the folder of the program.
    #[must_use]
    pub fn site(&self, beside: &Path) -> PathBuf {
        self.site.folder(beside)
    }

    /// The build to render again whenever it has changed, and where to.
    #[must_use]
    pub fn watch(&self, beside: &Path) -> Option<(PathBuf, PathBuf)> {
        self.watch.as_ref()?;
        let built = self.built.folder(beside);
        let site = self.site.site.clone().unwrap_or(built.with_file_name("watched"));
        Some((built, site))
    }

    /// Connections that one address may have; `None`: as many as there are.
    #[must_use]
    pub fn per_address(&self) -> Option<usize> {
        let default = if self.address().ip().is_loopback() { 0 } else { PER_ADDRESS };
        Some(self.connections_per_address.unwrap_or(default)).filter(|most| *most > 0)
    }
}

impl Render {
    /// What the build has made.
    #[must_use]
    pub fn built(&self, beside: &Path) -> PathBuf {
        self.built.folder(beside)
    }

    /// Where the site is written.
    #[must_use]
    pub fn site(&self, beside: &Path) -> PathBuf {
        self.site.folder(beside)
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, error::ErrorKind};

    use super::*;

    const PROGRAM_FOLDER: &str = "/opt/tsumugu";

    fn read(arguments: &[&str]) -> Result<Command, clap::Error> {
        Cli::try_parse_from([&["tsumugu"], arguments].concat()).map(Cli::chosen)
    }

    fn serve(arguments: &[&str]) -> Serve {
        match read(arguments).unwrap() {
            Command::Serve(serve) => serve,
            other => panic!("{arguments:?} is {other:?}"),
        }
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn defaults() {
        let settings = serve(&[]);
        assert_eq!(settings.address().to_string(), "127.0.0.1:3000");
        assert_eq!(settings.site(Path::new(PROGRAM_FOLDER)), Path::new("/opt/tsumugu/../site"));
        assert!(!settings.tls() && settings.watch(Path::new(PROGRAM_FOLDER)).is_none());
        assert_eq!(settings.per_address(), None);
        assert_eq!(serve(&["serve"]), settings);
        let Command::Render(render) = read(&["render"]).unwrap() else { panic!("no render") };
        assert_eq!(render.built(Path::new(PROGRAM_FOLDER)), Path::new("/opt/tsumugu/../built"));
    }

    #[test]
    fn flags() {
        let settings = serve(&["serve", "--site", "c", "--address", "0.0.0.0:3", "--tls"]);
        assert_eq!((settings.address().port(), settings.site(Path::new(PROGRAM_FOLDER)).as_path()), (3, Path::new("c")));
        assert!(settings.tls());
        assert_eq!(settings.per_address(), Some(64), "people come without a proxy");
        assert_eq!(serve(&["--address", "[::]:3", "--connections-per-address", "0"]).per_address(), None);
        assert_eq!(serve(&["--connections-per-address", "9"]).per_address(), Some(9));
        assert!(!serve(&["--tls=0"]).tls());
        let (built, site) = serve(&["--watch", "--built", "target/built"]).watch(Path::new(PROGRAM_FOLDER)).unwrap();
        assert_eq!((built.as_path(), site.as_path()), (Path::new("target/built"), Path::new("target/watched")));
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        for (arguments, kind) in [
            (["sell"].as_slice(), ErrorKind::InvalidSubcommand),
            (&["--site"], ErrorKind::InvalidValue),
            (&["--address", "here"], ErrorKind::ValueValidation),
            (&["restore"], ErrorKind::MissingRequiredArgument),
            (&["set-back"], ErrorKind::MissingRequiredArgument),
            (&["--tls=perhaps"], ErrorKind::ValueValidation),
        ] {
            assert_eq!(read(arguments).unwrap_err().kind(), kind, "{arguments:?}");
        }
    }
}
