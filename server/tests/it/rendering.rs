//! The rendered folder: whole, the same each time, put in place at once, and refused when something is wrong with it.

use std::{collections::BTreeMap, fs, io::Write, path::Path, process::Command};

use app::routes;
use axum::{
    Router,
    http::{Method, StatusCode, header},
};
use server::{
    Live,
    render::{RenderError, render, start::StartError},
    router,
    site::{LIST, Purpose, Site, SiteError},
};

use crate::site::{Folder, ask, folder, get, served};

/// Every file below a folder with its content.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut todo = vec![root.to_owned()];
    while let Some(folder) = todo.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                todo.push(path);
            } else {
                found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

async fn rendered(name: &str) -> Folder {
    let folder = folder(name);
    folder.render().await.unwrap();
    folder
}

#[tokio::test]
async fn any_web_server_can_host_it() {
    let folder = rendered("plain").await;
    let files = files(&folder.site());
    for path in routes::paths() {
        let name = if path == "/" { "index.html".to_owned() } else { format!("{}.html", &path[1..]) };
        let html = std::str::from_utf8(&files[&name]).unwrap();
        assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
        assert!(files.contains_key(&format!("{name}.br")), "{name}");
    }
    for name in ["404.html", "sw.js", "robots.txt", "manifest.webmanifest", "icon.svg"] {
        assert!(files.contains_key(name), "{name}");
    }
    // The list names everything but itself, and is what `sha256sum --check` reads.
    let list = String::from_utf8(files[LIST].clone()).unwrap();
    let named: Vec<&str> = list.lines().map(|line| line.split_once("  ").unwrap().1).collect();
    assert_eq!(named.len(), files.len() - 1);
    assert!(named.iter().all(|name| files.contains_key(*name)));
    if let Ok(checked) = Command::new("sha256sum").args(["--check", "--quiet", LIST]).current_dir(folder.site()).status() {
        assert!(checked.success());
    }
}

#[tokio::test]
async fn rendering_twice_gives_the_same_bytes() {
    let (one, two) = (rendered("one").await, rendered("another").await);
    assert_eq!(files(&one.site()), files(&two.site()));
    // Over the first: nothing of it is left, and nothing beside it.
    fs::write(one.site().join("left.txt"), "over").unwrap();
    one.render().await.unwrap();
    assert_eq!(files(&one.site()), files(&two.site()));
    assert_eq!(fs::read_dir(&one.0).unwrap().count(), 2);
}

#[tokio::test]
async fn a_build_that_would_not_work_is_refused() {
    let folder = rendered("broken").await;
    let before = files(&folder.site());
    let built = folder.built();
    let loader = built.join("pkg/tsumugu.A-b_c.js");
    let good = fs::read_to_string(&loader).unwrap();

    fs::write(&loader, format!("import {{ a }} from './snippets/a.js';\n{good}")).unwrap();
    assert!(matches!(folder.render().await, Err(RenderError::Start(StartError::Import(_)))));
    fs::write(built.join("pkg/other.js"), &good).unwrap();
    assert!(matches!(folder.render().await, Err(RenderError::Several("js"))));
    fs::remove_file(built.join("pkg/other.js")).unwrap();
    fs::remove_file(&loader).unwrap();
    let error = folder.render().await.unwrap_err();
    assert!(matches!(&error, RenderError::Read(name, _) if name == "pkg/*.js"), "{error}");
    fs::write(&loader, &good).unwrap();
    fs::write(built.join("sw.js"), "").unwrap();
    assert!(matches!(folder.render().await, Err(RenderError::Worker(_))));
    assert_eq!(files(&folder.site()), before, "the site of before stays as it was");
}

#[tokio::test]
async fn a_folder_of_something_else_is_not_replaced() {
    let folder = folder("other");
    fs::create_dir_all(folder.site()).unwrap();
    fs::write(folder.site().join("letter.txt"), "dear").unwrap();
    assert!(matches!(folder.render().await, Err(RenderError::Write(..))));
    assert_eq!(fs::read(folder.site().join("letter.txt")).unwrap(), b"dear");
    // Another app's folder has a worker too; and so has the build itself.
    fs::write(folder.site().join("sw.js"), "").unwrap();
    assert!(matches!(folder.render().await, Err(RenderError::Write(..))));
    assert!(matches!(render(&folder.built(), &folder.built(), Purpose::Release).await, Err(RenderError::Write(..))));
    assert!(folder.built().join("pkg").is_dir());
}

#[tokio::test]
async fn a_site_that_is_not_what_its_list_says_is_not_served() {
    let folder = rendered("changed").await;
    let open = || Site::open(&folder.site(), Purpose::Release);
    assert!(open().is_ok());
    let page = folder.site().join("card.html");
    let good = fs::read(&page).unwrap();
    fs::write(&page, [good.as_slice(), b" "].concat()).unwrap();
    assert!(matches!(open(), Err(SiteError::Changed(name)) if name == "card.html"));
    fs::remove_file(&page).unwrap();
    assert!(matches!(open(), Err(SiteError::Read(name, _)) if name == "card.html"));
    fs::write(&page, &good).unwrap();
    assert!(open().is_ok());
    fs::remove_file(folder.site().join(LIST)).unwrap();
    assert!(matches!(open(), Err(SiteError::List(..))));
}

#[tokio::test]
async fn a_compressed_copy_of_the_build_is_used_when_it_is_right() {
    let folder = folder("compressed");
    let weakly = |plain: &[u8]| {
        let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 18);
        writer.write_all(plain).unwrap();
        writer.into_inner()
    };
    let right = weakly(&fs::read(folder.built().join("manifest.webmanifest")).unwrap());
    fs::write(folder.built().join("manifest.webmanifest.br"), &right).unwrap();
    fs::write(folder.built().join("icon.svg.br"), weakly(b"another file")).unwrap();
    folder.render().await.unwrap();
    let files = files(&folder.site());
    assert_eq!(files["manifest.webmanifest.br"], right);
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut files["icon.svg.br"].as_slice(), &mut unpacked).unwrap();
    assert_eq!(unpacked, files["icon.svg"]);
}

#[tokio::test]
async fn a_developer_sees_a_change_at_once() {
    let folder = folder("watch");
    let state = served(Live::watch(&folder.built(), &folder.site()).await.unwrap(), &folder.0.join("data")).await;
    let style = |site: &Site| site.addresses().find(|path| path.ends_with(".css")).unwrap().to_owned();
    let before = state.site().await;
    assert_eq!(style(&before), style(state.site().await.as_ref()));
    assert!(fs::read(folder.site().join("sw.js")).unwrap().starts_with(b"self.addEventListener(\"install\""), "no worker keeps old files");
    // As the build tool does it after the first build: a file without a hash in its name beside the one with.
    fs::write(folder.built().join("pkg/tsumugu.css"), "body { color: #222 }").unwrap();
    assert_ne!(style(&before), style(state.site().await.as_ref()));
    // In the middle of a build nothing is there: the last good site stays.
    fs::remove_dir_all(folder.built().join("pkg")).unwrap();
    assert!(state.site().await.at("/").is_some());
}

#[tokio::test]
async fn a_new_release_is_taken_up_whole() {
    let folder = rendered("release").await;
    let state = served(Live::open(&folder.site()).await.unwrap(), &folder.0.join("data")).await;
    let service = router(state.clone(), false, Router::new());
    let style = async || {
        let html = get(&service, "/").await;
        let name = html.text().split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        (get(&service, &name).await.status, name)
    };
    let before = style().await;
    fs::write(folder.built().join("pkg/tsumugu.G-h_i.css"), "body { color: #333 }").unwrap();
    folder.render().await.unwrap();
    let after = style().await;
    assert_eq!((before.0, after.0), (StatusCode::OK, StatusCode::OK));
    assert_ne!(before.1, after.1);
    assert_eq!(get(&service, &before.1).await.status, StatusCode::NOT_FOUND);
    // Something that is no site is not taken up: the list says so, and the pages of before are still known.
    fs::write(folder.site().join(LIST), "nonsense").unwrap();
    assert!(state.site().await.at("/").is_some());
}

/// As a tool copies it that does not put a folder in place at once: the list first, the rest after it.
#[tokio::test]
async fn a_release_that_arrives_piece_by_piece_is_taken_up_when_it_is_whole() {
    let (folder, next) = (rendered("pieces").await, folder("pieces-next"));
    fs::write(next.built().join("pkg/tsumugu.G-h_i.css"), "body { color: #444 }").unwrap();
    next.render().await.unwrap();
    let state = served(Live::open(&folder.site()).await.unwrap(), &folder.0.join("data")).await;
    let style = |site: &Site| site.addresses().find(|path| path.ends_with(".css")).unwrap().to_owned();
    let before = style(state.site().await.as_ref());
    fs::copy(next.site().join(LIST), folder.site().join(LIST)).unwrap();
    assert_eq!(style(state.site().await.as_ref()), before);
    for (name, bytes) in files(&next.site()) {
        if name != LIST {
            fs::write(folder.site().join(name), bytes).unwrap();
        }
    }
    let mut after = before.clone();
    for _ in 0..100 {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        after = style(state.site().await.as_ref());
        if after != before {
            break;
        }
    }
    assert_ne!(after, before);
}

/// A failure is no content: nobody may keep it in the place of the file.
#[cfg(unix)]
#[tokio::test]
async fn a_file_that_cannot_be_read_is_kept_by_nobody() {
    let folder = rendered("unreadable").await;
    let state = served(Live::open(&folder.site()).await.unwrap(), &folder.0.join("data")).await;
    let service = router(state.clone(), false, Router::new());
    let code = state.site().await.addresses().find(|path| path.ends_with(".wasm")).unwrap().to_owned();
    let file = folder.site().join(&code[1..]);
    fs::remove_file(&file).unwrap();
    // A link to itself: there, and not to be opened.
    std::os::unix::fs::symlink(&file, &file).unwrap();
    let answer = get(&service, &code).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!((answer.header(header::CACHE_CONTROL), answer.header(header::ETAG)), ("no-store", ""));
}

#[tokio::test]
async fn a_range_that_is_not_there_is_kept_by_nobody() {
    let folder = rendered("range").await;
    let state = served(Live::open(&folder.site()).await.unwrap(), &folder.0.join("data")).await;
    let service = router(state.clone(), false, Router::new());
    let code = state.site().await.addresses().find(|path| path.ends_with(".wasm")).unwrap().to_owned();
    let answer = ask(&service, Method::GET, &code, &[(header::RANGE, "bytes=9999999-")]).await;
    assert_eq!(answer.status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!((answer.header(header::CACHE_CONTROL), answer.header(header::ETAG)), ("no-store", ""));
    let part = ask(&service, Method::GET, &code, &[(header::RANGE, "bytes=0-3")]).await;
    assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, b"\0asm".as_slice()));
}
