//! `tsumugu`: the server.

use std::{
    env,
    error::Error,
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
};

use server::{Config, Live, listen, router};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to tell when the error stream is closed as well.
            let _ = writeln!(io::stderr(), "tsumugu: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn Error>> {
    let beside = env::current_exe()?.parent().map(ToOwned::to_owned);
    let config = Config::read(env::args().skip(1), |name| env::var(name).ok(), beside.as_deref())?;
    let live = Arc::new(Live::load(&config).await?);
    let listener = TcpListener::bind(config.address).await.map_err(|error| format!("{}: {error}", config.address))?;
    // Once, for the person or the program that started us; a closed pipe does not matter.
    let _ = writeln!(io::stdout(), "http://{}", listener.local_addr()?);
    listen::listen(listener, router(live, config.tls), listen::asked_to_stop()).await;
    Ok(())
}
