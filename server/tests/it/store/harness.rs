//! A server on a socket, in this process.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use axum::Router;
use server::{
    AppState, Live, Reach,
    database::{Database, Engine},
    listen::{Limits, bind, listen},
    router,
};
use tokio::{
    sync::{OnceCell, oneshot},
    task::JoinHandle,
};

use crate::site::{Folder, empty, folder, reach};

/// The site is the same for all.
pub async fn site() -> &'static Path {
    static SITE: OnceCell<Folder> = OnceCell::const_new();
    let rendered = async || {
        let folder = folder("store-site");
        folder.render().await.unwrap();
        folder
    };
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    let folder = SITE.get_or_init(rendered).await;
    PATH.get_or_init(|| folder.site())
}

/// Where it keeps its data goes away with it.
pub struct Running {
    pub address: SocketAddr,
    pub state: AppState,
    pub folder: Folder,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// On SQLite.
    pub async fn sqlite(name: &str) -> Running {
        let folder = empty(name);
        let engine = Engine::sqlite(&folder.database()).unwrap();
        Running::start(folder, engine, reach()).await
    }

    pub async fn start(folder: Folder, engine: Engine, reach: Reach) -> Running {
        let database = Database::open(engine).await.unwrap();
        let tls = reach.tls;
        let state = AppState::new(Live::open(site().await).await.unwrap(), database, reach).await.unwrap();
        let listener = bind(([127, 0, 0, 1], 0).into()).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let service = router(state.clone(), tls, Router::new());
        let task = tokio::spawn(listen(listener, service, Limits::default(), async {
            let _ = stopped.await;
        }));
        Running { address, state, folder, stop, task }
    }

    /// Stops it, and gives the folder back.
    pub async fn stop(self) -> Folder {
        let _ = self.stop.send(());
        self.task.await.unwrap();
        self.state.database().clone().close().await;
        self.folder
    }
}
