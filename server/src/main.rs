//! `tsumugu`: renders the site and serves it.

use std::{
    env,
    error::Error,
    io::{self, Write},
    panic,
    path::Path,
    process::ExitCode,
};

use axum::Router;
use clap::Parser;
use server::{
    AppState, Live, ServeError,
    cli::{Cli, Command, Copy, Render, Serve, SetBack, Store},
    clock::Clock,
    commands::{self, CommandError},
    database::Database,
    listen::{self, Limits},
    render, router,
    site::Purpose,
    upkeep::keep_up,
};

#[tokio::main]
async fn main() -> ExitCode {
    let command = Cli::parse().chosen();
    tracing_subscriber::fmt().with_writer(io::stderr).with_ansi(false).with_target(false).init();
    // The place in the code only: the message of a panic may hold anything.
    panic::set_hook(Box::new(|what| tracing::error!(place = what.location().map(tracing::field::display), "panic")));
    match run(command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to tell when the error stream is closed as well.
            let _ = writeln!(io::stderr(), "tsumugu: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), Box<dyn Error>> {
    let program = env::current_exe()?;
    let beside = program.parent().unwrap_or(Path::new("."));
    match command {
        Command::Serve(settings) => Ok(serve(&settings, beside).await?),
        Command::Render(settings) => render(&settings, beside).await,
        Command::Backup(Copy { file, store }) => {
            told(&store, async |database| Ok(format!("{} rows: {}", commands::backup(database, &file).await?, file.display()))).await
        }
        Command::Restore(Copy { file, store }) => {
            let database = Database::open(store.engine()?).await?;
            let rows = commands::restore(&database, &file).await?;
            database.close().await;
            Ok(writeln!(io::stdout(), "{rows} rows; all shares wait until their owners' devices confirm them")?)
        }
        Command::SetBack(SetBack { yes: _, store }) => {
            told(&store, async |database| {
                Ok(format!("{} shares wait until their owners' devices confirm them", commands::set_back(database).await?))
            })
            .await
        }
        Command::Purge(store) => {
            told(&store, async |database| Ok(format!("{} shares", commands::purge(database, Clock::default().now()).await?))).await
        }
        Command::Check(store) => {
            told(&store, async |database| {
                let found = commands::check(database).await?;
                Ok(format!("whole: {} shares, {} sealed files, replies and boxes", found.shares, found.sealed))
            })
            .await
        }
    }
}

/// Works on a database that is there, and says what came of it.
async fn told(store: &Store, work: impl AsyncFnOnce(&Database) -> Result<String, CommandError>) -> Result<(), Box<dyn Error>> {
    let engine = store.engine()?;
    if let Some(file) = engine.missing() {
        return Err(CommandError::Missing(file.to_owned()).into());
    }
    let database = Database::open(engine).await?;
    let said = work(&database).await?;
    database.close().await;
    writeln!(io::stdout(), "{said}")?;
    Ok(())
}

async fn serve(settings: &Serve, beside: &Path) -> Result<(), ServeError> {
    let live = match settings.watch(beside) {
        Some((built, site)) => Live::watch(&built, &site).await?,
        None => Live::open(&settings.site(beside)).await?,
    };
    let database = Database::open(settings.store().engine()?).await?;
    let state = AppState::new(live, database.clone(), settings.reach()).await?;
    let failed = |error| ServeError::Address(settings.address(), error);
    let listener = listen::bind(settings.address()).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    // Once, for the person or the program that started us; a closed pipe does not matter.
    let _ = writeln!(io::stdout(), "http://{address}");
    tracing::info!(%address, tls = settings.tls(), "serving");
    let limits = Limits { per_address: settings.per_address(), ..Limits::default() };
    let upkeep = tokio::spawn(keep_up(state.clone()));
    listen::listen(listener, router(state, settings.tls(), Router::new()), limits, listen::asked_to_stop()).await;
    upkeep.abort();
    database.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn render(settings: &Render, beside: &Path) -> Result<(), Box<dyn Error>> {
    let site = settings.site(beside);
    let done = render::render(&settings.built(beside), &site, Purpose::Release).await?;
    writeln!(io::stdout(), "{} pages in {} files: {}", done.pages, done.files, site.display())?;
    Ok(())
}
