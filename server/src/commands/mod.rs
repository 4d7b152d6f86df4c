//! What the operator can do besides serving.
