//! Sites to test with, and a way to ask them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderName, Method, Request, StatusCode, header},
};
use server::{
    Addresses, AppState, Live, Reach,
    database::{Database, Engine},
    render, router,
    site::Purpose,
};
use tokio::{runtime::Runtime, sync::OnceCell};
use tower::ServiceExt;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// What wasm-bindgen writes, cut down to its shape.
const LOADER: &str = "export function start() {}\nlet wasm;\nfunction initSync() {}\nasync function __wbg_init(a) { a ??= new URL('tsumugu_bg.wasm', import.meta.url); }\nexport { initSync, __wbg_init as default };\n";

/// A folder that goes away with its owner.
pub struct Folder(pub PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    /// What a build has made.
    pub fn built(&self) -> PathBuf {
        self.0.join("built")
    }

    /// Where the site is rendered.
    pub fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    /// The SQLite file.
    pub fn database(&self) -> PathBuf {
        self.0.join("data/tsumugu.sqlite")
    }

    /// Renders the site.
    pub async fn render(&self) -> Result<render::Rendered, render::RenderError> {
        render::render(&self.built(), &self.site(), Purpose::Release).await
    }
}

/// A folder with nothing in it yet.
pub fn empty(name: &str) -> Folder {
    let folder = Folder(std::env::temp_dir().join(format!("tsumugu-{}-{name}", std::process::id())));
    let _ = fs::remove_dir_all(&folder.0);
    fs::create_dir_all(&folder.0).unwrap();
    folder
}

/// A made-up build with the real files of `public/`, not rendered yet.
pub fn folder(name: &str) -> Folder {
    let folder = empty(name);
    let root = folder.built();
    fs::create_dir_all(root.join("pkg")).unwrap();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../public")).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), root.join(entry.file_name())).unwrap();
        }
    }
    fs::write(root.join("pkg/tsumugu.A-b_c.js"), LOADER).unwrap();
    fs::write(root.join("pkg/tsumugu.D-e_f.wasm"), b"\0asm\x01\0\0\0 not really ".repeat(20)).unwrap();
    fs::write(root.join("pkg/tsumugu.G-h_i.css"), "body { color: #111 }\n".repeat(20)).unwrap();
    folder
}

/// Nobody in front, and everybody is told apart by nothing.
pub fn reach() -> Reach {
    Reach { public: None, tls: false, addresses: Addresses::Unknown }
}

/// A site and an SQLite file in this folder.
pub async fn served(live: Live, data: &Path) -> AppState {
    let database = Database::open(Engine::sqlite(&data.join("tsumugu.sqlite")).unwrap()).await.unwrap();
    AppState::new(live, database, reach()).await.unwrap()
}

/// All sites there are, opened once: the made-up one, and the real one if it has been rendered.
pub async fn states() -> &'static [AppState] {
    static STATES: OnceCell<(Vec<AppState>, Folder)> = OnceCell::const_new();
    let (states, _) = STATES
        .get_or_init(|| async {
            let made_up = folder("shared");
            made_up.render().await.unwrap();
            let real = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site"));
            let mut states = Vec::new();
            for (number, root) in
                [made_up.site(), real.to_owned()].into_iter().filter(|root| root.join(server::site::LIST).is_file()).enumerate()
            {
                let data = made_up.0.join(format!("data-{number}"));
                // What writes to the database must outlive the test that happens to be the first.
                states.push(RUNTIME.spawn(async move { served(Live::open(&root).await.unwrap(), &data).await }).await.unwrap());
            }
            (states, made_up)
        })
        .await;
    states
}

/// The site of a state, and its service.
pub async fn services() -> Vec<Router> {
    states().await.iter().map(|state| router(state.clone(), false, Router::new())).collect()
}

/// One answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// Asks a service.
pub async fn ask(service: &Router, method: Method, path: &str, headers: &[(HeaderName, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let answer = service.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = answer.into_parts();
    Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap().to_vec() }
}

/// Asks with GET and nothing else.
pub async fn get(service: &Router, path: &str) -> Answer {
    ask(service, Method::GET, path, &[]).await
}

/// Asks with GET as a browser does, and unpacks.
pub async fn get_brotli(service: &Router, path: &str) -> (Answer, Vec<u8>) {
    let answer = ask(service, Method::GET, path, &[(header::ACCEPT_ENCODING, "gzip, deflate, br, zstd")]).await;
    let mut plain = Vec::new();
    if answer.header(header::CONTENT_ENCODING) == "br" {
        brotli::BrotliDecompress(&mut answer.body.as_slice(), &mut plain).unwrap();
    } else {
        plain.clone_from(&answer.body);
    }
    (answer, plain)
}
