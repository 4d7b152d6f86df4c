//! Words about the photo that may stand with what somebody enjoys.

use super::{Word, w};

pub const CHOOSE: Word = w("写真を選ぶ・とる", "Choose or take a photo");
pub const REMOVE: Word = w("写真をはずす", "Take the photo away");
pub const ALT: Word = w("毎日の楽しみの写真", "A photo of what I enjoy");
pub const THERE: Word = w("写真があります", "There is a photo");
pub const TROUBLE: Word = w(
    "この写真は読めませんでした。書いたことはそのままです。別の写真をためしてください。",
    "This photo could not be read. What you wrote is unchanged. Please try another photo.",
);
