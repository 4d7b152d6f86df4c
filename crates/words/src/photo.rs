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
pub const FULL: Word = w(
    "端末の空きが足りず、この写真を入れられませんでした。書いたことはそのままです。いらない写真などを消して空きを作り、もう一度選んでください。",
    "This device is full, so this photo was not put in. What you wrote is unchanged. Free some space, and choose it again.",
);
pub const NOT_KEPT: Word = w(
    "この写真を保存できませんでした。書いたことはそのままです。少し待って、もう一度選んでください。",
    "This photo could not be saved. What you wrote is unchanged. Please wait a little and choose it again.",
);
pub const NOT_READ: Word = w(
    "いまは写真を読み出せません。書いたことはそのままです。しばらくして、このページを開き直してください。",
    "The photo cannot be read just now. What you wrote is unchanged. Please open this page again a little later.",
);
pub const DAMAGED: Word = w(
    "この写真は壊れていて、お見せできません。書いたことはそのままです。控えのファイルを開くと戻ります。なければ、もう一度選んでください。",
    "This photo is damaged and cannot be shown. What you wrote is unchanged. Open a backup file to bring it back, or choose it again.",
);
pub const MISSING: Word = w(
    "この写真は、この端末に残っていません。書いたことはそのままです。控えのファイルを開くと戻ります。なければ、もう一度選んでください。",
    "This photo is no longer on this device. What you wrote is unchanged. Open a backup file to bring it back, or choose it again.",
);
