//! `/metrics`: numbers for whoever watches the server, in the text form of OpenMetrics. They count and name nobody.

use std::sync::Arc;

use axum::{
    extract::{MatchedPath, Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse, Response},
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family},
    registry::Registry,
};

use crate::{client::Client, database::Database, error::AppError, state::AppState};

/// The pattern of a route and the first digit of what it answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: String,
}

/// All that is counted; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Metrics {
    registry: Arc<Registry>,
    answers: Family<Answered, Counter>,
    unnoted: Counter,
}

impl Metrics {
    pub fn new(database: &Database) -> Metrics {
        let mut registry = Registry::with_prefix("tsumugu");
        let answers = Family::<Answered, Counter>::default();
        registry.register("answers", "Answers of the API by route and status", answers.clone());
        let unnoted = Counter::default();
        registry.register("unnoted_readings", "Readings that could not be noted", unnoted.clone());
        let numbers = database.numbers();
        registry.register("commits", "Transactions that were committed", numbers.commits.clone());
        registry.register("writes", "Writes in them", numbers.jobs.clone());
        registry.register("failed_transactions", "Transactions that failed", numbers.failures.clone());
        Metrics { registry: Arc::new(registry), answers, unnoted }
    }

    /// A reading could not be noted.
    pub fn unnoted(&self) {
        self.unnoted.inc();
    }
}

/// `/metrics`: for this machine alone. What came through a proxy came from elsewhere.
pub(crate) async fn get(State(state): State<AppState>, client: Option<Client>, request: Request) -> Result<Response, AppError> {
    let forwarded = [header::FORWARDED, header::HeaderName::from_static("x-forwarded-for"), header::VIA];
    let from_here = client.is_some_and(|client| client.is_this_machine());
    if !from_here || forwarded.iter().any(|name| request.headers().contains_key(name)) {
        return Err(AppError::NotFound);
    }
    let mut text = String::new();
    encode(&mut text, &state.metrics().registry).map_err(AppError::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response())
}

/// Counts the answers of the API.
pub(crate) async fn count(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    // Words that we do not know are one word: a client cannot make new rows.
    let method = ["GET", "PUT", "POST", "PATCH", "DELETE"].into_iter().find(|known| request.method() == known).unwrap_or("other");
    let answer = next.run(request).await;
    if let Some(route) = route {
        let status = format!("{}xx", answer.status().as_u16() / 100);
        state.metrics().answers.get_or_create(&Answered { method, route, status }).inc();
    }
    answer
}
