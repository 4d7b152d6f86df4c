//! `tsumugu`: the server.

#[tokio::main]
async fn main() {}
