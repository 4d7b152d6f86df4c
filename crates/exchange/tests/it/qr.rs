//! The drawing is the code: every dark module, and nothing else.

use exchange::qr::{self, QUIET, TooLong};
use qrcodegen::{QrCode, QrCodeEcc};

#[test]
fn the_path_draws_each_dark_module_once() {
    let text = "救急カード\n流山 花子\n090-0000-0009";
    let code = qr::code(text).unwrap();
    let plain = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
    assert_eq!(i32::from(code.size), plain.size() + 2 * i32::from(QUIET));
    let mut dark = vec![vec![0; usize::from(code.size)]; usize::from(code.size)];
    for run in code.path.split('z').filter(|run| !run.is_empty()) {
        let numbers: Vec<usize> = run.split(['M', ',', 'h', 'v', '-']).filter_map(|number| number.parse().ok()).collect();
        let [x, y, width, height, back] = numbers[..] else { panic!("{run}") };
        assert_eq!((height, back), (1, width));
        (x..x + width).for_each(|x| dark[y][x] += 1);
    }
    for (y, row) in dark.iter().enumerate() {
        for (x, count) in row.iter().enumerate() {
            let (x, y) = (x as i32 - i32::from(QUIET), y as i32 - i32::from(QUIET));
            assert_eq!(*count, i32::from(plain.get_module(x, y)), "{x} {y}");
        }
    }
}

#[test]
fn a_text_that_no_code_holds_is_an_error() {
    assert_eq!(qr::code(&"救".repeat(778)), Err(TooLong));
    assert!(qr::code(&"救".repeat(777)).is_ok());
}
