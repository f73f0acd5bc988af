//! What holds for every text and every base, tried on random ones.
#![cfg(all(feature = "authoring", not(target_arch = "wasm32")))]

mod common;

use claimcheck::base::author::{AuthoringFile, compile};
use claimcheck::base::format::{self, File, Head};
use claimcheck::base::{Entity, EntityKind, Question, Reading, Source};
use claimcheck::report::{Report, SourceMeta};
use claimcheck::statement::Certainty;
use claimcheck::text::Utf16Index;
use claimcheck::{Base, Day, Period, check, check_after, disagreements, sheets};
use common::{ly, ly_bytes, today};
use proptest::prelude::*;
use proptest::sample::select;

/// Real sentences about the affair, to be cut up.
const SENTENCES: &[&str] = &[
    include_str!("cases/quantities.md"),
    include_str!("cases/dates.md"),
    include_str!("cases/names-and-roles.md"),
    include_str!("cases/quotations.md"),
];

/// Paragraphs in which "the company" is one party or another, or leaves open which.
const CONTEXTS: &[&str] = &[
    "Naver is a firm.",
    "LY runs Line. Naver is a firm. It is large.",
    "Naver is a firm. LY runs Line.",
    "The company was formed in October 2023.",
    "Was it? The company's president is Idezawa.",
    "440,000 items leaked.",
];

// ---- texts ------------------------------------------------------------------------------------------------------------------------

/// Pieces that have broken text programs: numerals, dates, damage, marks, controls, wide and joined characters.
const PIECES: &[&str] = &[
    "LY",
    "Line",
    "A Holdings",
    "SoftBank",
    "Naver Cloud",
    "Matsumoto",
    "items",
    "users",
    "leaked",
    "owns",
    "said",
    "not",
    "no",
    "never",
    "519,000",
    "440 000",
    "44,<>",
    "5?0,000",
    "51,,000",
    "4 40,000",
    "4,40,000",
    "1.234,5",
    "64.5%",
    "½",
    "٣",
    "44万",
    "9,300万",
    "1e999",
    "99999999999999999999999999999999",
    "0.0000001",
    "-0",
    "+5",
    "1/0",
    "½%",
    "0%",
    "per cent",
    "million",
    "half a",
    "two-thirds",
    "50-50",
    "9 October 2023",
    "2023-02-30",
    "2023-10-09",
    "31/12/0000",
    "Oct. 4",
    "last month",
    "yesterday",
    "three years ago",
    "9999 years ago",
    "in 99999",
    "by the end of",
    "Tuesday",
    "as of",
    "between",
    "and",
    "from",
    "to",
    "more than",
    "up to",
    "at least",
    "all",
    "only",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "…",
    "-",
    "–",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "«",
    "【",
    "】",
    "\\",
    "/",
    "&",
    "<b>",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{0}",
    "\u{7}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{2069}",
    "\u{10ffff}",
    "é",
    "e\u{301}",
    "ﬁ",
    "ß",
    "İ",
    "ı",
    "Ⅷ",
    "👋",
    "👨‍👩‍👧",
    "🇯🇵",
    "流出",
    "は",
    "주식회사",
    "א",
];

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..40,
    )
    .prop_flat_map(|pieces| select(vec!["", " "]).prop_map(move |glue| pieces.join(glue)))
}

/// A few lines of real cases, cut at random characters and put together again.
fn cuttings() -> impl Strategy<Value = String> {
    proptest::collection::vec((select(SENTENCES), any::<prop::sample::Index>(), 1..200usize), 1..4).prop_map(|cuts| {
        cuts.into_iter()
            .map(|(text, at, length)| {
                let from = at.index(text.chars().count());
                text.chars().skip(from).take(length).collect::<String>()
            })
            .collect()
    })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        soup(),
        cuttings(),
        any::<String>(),
        "[0-9,.?<> %万kKmM/-]{0,40}",
        "([0-9]{1,4}[-/. ]){2}[0-9]{1,4}( ?(items|users|万))?"
    ]
}

/// Everything that a report promises about itself.
fn examine(text: &str, report: &Report) -> Result<(), TestCaseError> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).ok();
    let mut last = 0;
    for claim in &report.claims {
        prop_assert!(
            last <= claim.start && claim.start < claim.end && claim.end as usize <= units.len(),
            "claim {claim:?}"
        );
        last = claim.end;
        prop_assert_eq!(slice(claim.start, claim.end), Some(claim.text.clone()), "offsets and text of a claim");
        prop_assert!(!claim.explanation.trim().is_empty());
        prop_assert!(claim.support.origins <= claim.support.sources);
        for part in &claim.parts {
            prop_assert!(part.start <= part.end && part.end as usize <= units.len(), "part {part:?}");
            prop_assert!(slice(part.start, part.end).is_some(), "a part cuts a character: {part:?}");
        }
    }
    Ok(())
}

fn json(report: &Report) -> String {
    serde_json::to_string(report).expect("a report is JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn paragraphs_one_by_one_give_what_the_text_gives(chosen in proptest::collection::vec(select(CONTEXTS), 1..7)) {
        let text = chosen.join("\n\n");
        let whole: Vec<_> = check(&text, ly(), today()).claims.into_iter().map(|claim| (claim.text, claim.verdict)).collect();
        let mut other_party = false;
        let mut single = Vec::new();
        for paragraph in &chosen {
            let report = check_after(paragraph, ly(), today(), other_party);
            other_party = report.other_party == Some(true);
            single.extend(report.claims.into_iter().map(|claim| (claim.text, claim.verdict)));
        }
        prop_assert_eq!(whole, single);
    }

    #[test]
    fn any_text_gives_a_sound_report(text in text()) {
        let report = check(&text, ly(), today());
        examine(&text, &report)?;
        prop_assert_eq!(json(&report), json(&check(&text, ly(), today())), "the same arguments, another report");
    }

    #[test]
    fn any_reference_date_gives_a_sound_report(text in text(), year in -9999..=9999i32, month in 1..=12u32, day in 1..=31u32) {
        if let Some(day) = Day::from_ymd(year, month, day) {
            examine(&text, &check(&text, ly(), day))?;
        }
    }

    #[test]
    fn any_document_is_evidence(document in text(), text in text(), title in any::<Option<String>>()) {
        let mut base = Base::empty();
        let meta = SourceMeta { title, date: Some("2024-03-06".to_owned()), ..SourceMeta::default() };
        base.add_document(&document, &meta).expect("a dated document is accepted");
        examine(&text, &check(&text, &base, today()))?;
        examine(&document, &check(&document, &base, today()))?;
        disagreements(&base);
        sheets(&base);
    }

    #[test]
    fn a_document_beside_the_base_can_be_taken_away(document in text()) {
        let mut base = Base::from_bytes(ly_bytes().to_vec()).expect("the LY base opens");
        let before = json(&check("LY was formed in October 2023.", &base, today()));
        let source = base.add_document(&document, &SourceMeta::default()).expect("a document is accepted");
        prop_assert!(base.remove_document(&source.id));
        prop_assert!(!base.remove_document(&source.id));
        prop_assert_eq!(json(&check("LY was formed in October 2023.", &base, today())), before);
    }
}

/// The base knows that spans are in UTF-16 units; so does what the binding hands out.
#[test]
fn offsets_count_utf16_units() {
    let text = "👋 Hello 万! A Holdings owns 64.5% of LY. 🇯🇵 LY was formed in October 2023.";
    let report = check(text, ly(), today());
    let found: Vec<(u32, u32, &str)> =
        report.claims.iter().map(|claim| (claim.start, claim.end, claim.text.as_str())).collect();
    assert_eq!(found, [(12, 39, "A Holdings owns 64.5% of LY"), (46, 75, "LY was formed in October 2023")]);
    assert_eq!(Utf16Index::new(text).at(text.len()), 76);
}

// ---- bases ------------------------------------------------------------------------------------------------------------------------

fn period() -> impl Strategy<Value = Period> {
    (1900..2100i32, 1..=12u32).prop_map(|(year, month)| Period::month(year, month).expect("it is a month"))
}

fn certainty() -> impl Strategy<Value = Certainty> {
    select(vec![
        Certainty::Plain,
        Certainty::Possible,
        Certainty::Planned,
        Certainty::Demanded,
        Certainty::Suggested,
        Certainty::Opinion,
        Certainty::Denied,
    ])
}

fn reading(sources: u16) -> impl Strategy<Value = Reading> {
    let words = (
        text(),
        proptest::collection::vec(text(), 0..3),
        any::<Option<String>>(),
        any::<Option<String>>(),
        any::<Option<String>>(),
        proptest::collection::btree_set(0u32..1 << 21, 0..9),
    );
    (0..sources, any::<u32>(), any::<u32>(), proptest::option::of(period()), any::<bool>(), words, certainty())
        .prop_map(|(source, paragraph, sentence, as_of, own_as_of, (says, also, value, printed, by, quoted), sure)| {
            Reading {
                source,
                paragraph,
                sentence,
                as_of,
                own_as_of,
                says,
                also: also.join("\n"),
                value,
                printed,
                quoted: quoted.into_iter().collect(),
                by,
                sure,
            }
        })
}

fn base() -> impl Strategy<Value = (Head, Vec<Question>)> {
    let source = (any::<String>(), any::<Option<String>>(), proptest::option::of(period()), any::<bool>()).prop_map(
        |(id, publisher, date, loose)| Source {
            id,
            publisher,
            date: date.map(|date| date.from),
            loose,
            ..Source::default()
        },
    );
    let entity = (text(), proptest::collection::vec(text(), 0..3)).prop_map(|(name, aliases)| Entity {
        id: name.clone(),
        name,
        kind: EntityKind::Other,
        aliases: aliases.clone(),
        called: aliases,
        place: None,
    });
    let question = (any::<String>(), text(), any::<bool>(), any::<bool>(), proptest::collection::vec(reading(2), 1..3))
        .prop_map(|(id, ask, running, one, readings)| Question { id, ask, running, one, readings });
    (
        proptest::collection::vec(source, 2..4),
        proptest::collection::vec(entity, 0..3),
        proptest::collection::vec(question, 0..4),
        any::<String>(),
    )
        .prop_map(|(sources, entities, questions, title)| {
            let facts = questions.iter().map(|question| question.readings.len() as u32).sum();
            (
                Head {
                    id: "any".to_owned(),
                    title,
                    version: "1".to_owned(),
                    facts,
                    sources,
                    entities,
                    ..Head::default()
                },
                questions,
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_base_reads_as_it_was_written((head, questions) in base()) {
        let index = vec![("leak".to_owned(), (0..questions.len() as u32).collect())];
        let bytes = format::write(&head, &questions, &index).expect("a base is written");
        let file = File::open(bytes.clone()).expect("what was written opens");
        prop_assert_eq!(&file.head().expect("its head reads"), &head);
        let again: Vec<Question> = (0..file.question_count()).map(|number| file.question(number).expect("a question reads")).collect();
        let mut bare = questions.clone();
        bare.iter_mut().flat_map(|question| &mut question.readings).for_each(|reading| reading.quoted.clear());
        prop_assert_eq!(&again, &bare, "all but the quotations, which the head holds");
        let mut found = Vec::new();
        file.lookup("leak", &mut |number| found.push(number));
        prop_assert_eq!(found, (0..questions.len() as u32).collect::<Vec<_>>());
        prop_assert_eq!(format::write(&head, &again, &index).expect("it is written again"), bytes);
    }

    #[test]
    fn quotations_come_back_from_the_head((mut head, questions) in base()) {
        head.gather_quotes(&questions);
        let base = Base::from_bytes(format::write(&head, &questions, &[]).expect("a base is written")).expect("it opens");
        for (number, question) in questions.iter().enumerate() {
            let prepared = base.question(number).expect("a question is prepared");
            prop_assert_eq!(&prepared.question.readings, &question.readings);
            for hash in question.readings.iter().flat_map(|reading| &reading.quoted) {
                prop_assert!(base.quoted_in(*hash).any(|found| found == number));
            }
        }
    }

    #[test]
    fn any_base_answers((head, questions) in base(), text in text()) {
        let index: Vec<(String, Vec<u32>)> = ["leak", "ly", "line", "item"].map(|term| (term.to_owned(), (0..questions.len() as u32).collect())).into();
        let base = Base::from_bytes(format::write(&head, &questions, &index).expect("a base is written")).expect("it opens");
        examine(&text, &check(&text, &base, today()))?;
        disagreements(&base);
        sheets(&base);
    }

    #[test]
    fn a_damaged_byte_is_an_error(at in any::<prop::sample::Index>(), change in 1..=255u8) {
        let mut bytes = ly_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        // The three bytes after the version are reserved: no reader looks at them.
        prop_assume!(!(9..12).contains(&at));
        prop_assert!(Base::from_bytes(bytes).is_err(), "byte {at}");
    }

    #[test]
    fn a_base_cut_short_is_an_error(at in any::<prop::sample::Index>()) {
        let bytes = ly_bytes();
        prop_assert!(Base::from_bytes(bytes[..at.index(bytes.len())].to_vec()).is_err());
    }

    /// Whoever writes damage writes its checksum too: the numbers inside must not be believed.
    #[test]
    fn damage_under_a_right_checksum_never_panics(
        damage in proptest::collection::vec((any::<prop::sample::Index>(), prop_oneof![any::<u8>(), Just(0), Just(255)]), 1..8),
        front in any::<bool>(),
        text in text(),
    ) {
        let mut bytes = ly_bytes().to_vec();
        for (at, value) in damage {
            // Half of the runs hit the counts and tables at the front.
            let range = if front { 4096 } else { bytes.len() - 16 };
            bytes[16 + at.index(range)] = value;
        }
        let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&bytes[16..]);
        bytes[12..16].copy_from_slice(&sum.to_le_bytes());
        if let Ok(base) = Base::from_bytes(bytes) {
            check(&text, &base, today());
            check("LY said in November 2023 that as many as 440,000 items had leaked.", &base, today());
            disagreements(&base);
            sheets(&base);
        }
    }

    #[test]
    fn any_bytes_are_no_base(bytes in any::<Vec<u8>>()) {
        prop_assert!(Base::from_bytes(bytes).is_err());
    }

    #[test]
    fn any_authoring_text_is_an_error_or_a_base(text in prop_oneof![any::<String>(), soup()], cut in any::<prop::sample::Index>()) {
        let _ = compile(&[AuthoringFile { name: "any.toml", text: &text }], &[]);
        let leak = include_str!("../facts/ly-data-breach/leak.toml");
        let cut: String = leak.chars().take(cut.index(leak.len())).collect();
        let files = [AuthoringFile { name: "base.toml", text: include_str!("../facts/ly-data-breach/base.toml") }, AuthoringFile { name: "leak.toml", text: &cut }];
        if let Err(error) = compile(&files, &[]) {
            prop_assert!(error.to_string().starts_with("leak.toml:"), "{error}");
        }
    }
}

// ---- size -------------------------------------------------------------------------------------------------------------------------

/// Debug builds are many times slower: they get a smaller share of each long text.
fn full_size(bytes: usize) -> usize {
    if cfg!(debug_assertions) { bytes / 40 } else { bytes }
}

/// Bad input that must end: each of up to 5 MB, or a sentence of 50,000 words.
#[test]
fn long_texts_come_to_an_end() {
    let sentences = "LY said in November 2023 that as many as 440,000 items had leaked. Who asked? SoftBank owns half of A Holdings.\n";
    let size = full_size(5_000_000);
    let mut texts: Vec<(&str, String)> = vec![
        ("prose", sentences.repeat(size / sentences.len())),
        ("one sentence", "LY leaked items of users and ".repeat(full_size(50_000) / 6)),
        ("one sentence of figures", "519,000 items, ".repeat(full_size(50_000) / 2)),
        ("one sentence of names", "SoftBank and Naver and A Holdings ".repeat(full_size(50_000) / 6)),
        ("one sentence of dates", "on 9 October 2023 ".repeat(full_size(50_000) / 4)),
    ];
    for (name, piece) in [
        ("a word", "a"),
        ("digits", "9"),
        ("groups", "9,"),
        ("full stops", "."),
        ("quotation marks", "\""),
        ("brackets", "("),
        ("noughts", "\u{0}"),
        ("turned around", "\u{202e}a"),
        ("empty lines", "\n"),
        ("spaces", " "),
        ("faces", "👋"),
        ("question marks", "? "),
        ("apostrophes", "'"),
        ("hyphens", "a-"),
        ("damage", "4?"),
        ("Japanese", "流出した。"),
        ("commas", "LY, "),
    ] {
        texts.push((name, piece.repeat(size / 5 / piece.len())));
    }
    for (name, text) in &texts {
        #[expect(clippy::disallowed_methods, reason = "a limit on time is what is tested")]
        let begin = std::time::Instant::now();
        let report = check(text, ly(), today());
        let seconds = begin.elapsed().as_secs_f64();
        println!("{name}: {} bytes, {} claims, {seconds:.2} s", text.len(), report.claims.len());
        assert!(seconds < 60.0, "{name}: {} bytes took {seconds:.1} s", text.len());
    }
}

/// A build for tests compares everything a second time in full, and panics where that decides otherwise (`verdict::settle`).
#[test]
fn what_is_left_uncompared_decides_nothing() {
    // A word cut off at the front: an open date elsewhere weighed more than a date that is held.
    check("e first illegal access to LY's systems dates from September 2023.", ly(), today());
}
