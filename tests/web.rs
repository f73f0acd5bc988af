//! In the browser: the case files with reports equal to the native ones, the bindings as JavaScript sees them, and the DOM.
#![cfg(all(feature = "authoring", target_arch = "wasm32"))]

#[path = "common/case_files.rs"]
mod case_files;
mod common;

use case_files::{CASE_FILES, DIGEST, FALSELY_SUPPORTED, digest, run};
use claimcheck::wasm::{Engine, install_lexicon};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a plain object")
}

fn text_field(object: &JsValue, name: &str) -> String {
    field(object, name).as_string().unwrap_or_default()
}

fn engine() -> Engine {
    Engine::new(Some(common::ly_bytes().to_vec())).expect("the LY base opens")
}

#[wasm_bindgen_test]
fn answers_are_those_written_in_the_case_files() {
    let outcomes: Vec<_> = CASE_FILES.iter().flat_map(run).collect();
    assert_eq!(outcomes.iter().filter(|outcome| outcome.falsely_supported()).count(), FALSELY_SUPPORTED);
    let surprises: Vec<String> =
        outcomes.iter().filter(|outcome| !outcome.as_written()).map(|outcome| outcome.complaint()).collect();
    assert!(surprises.is_empty(), "{} surprises:\n{}", surprises.len(), surprises.join("\n"));
}

#[wasm_bindgen_test]
fn reports_are_the_native_ones_byte_for_byte() {
    assert_eq!(digest(), DIGEST.trim());
}

#[wasm_bindgen_test]
fn a_report_is_a_plain_object() {
    let report =
        engine().check("Credit card numbers were among the leaked data.", "2026-11-22", false).expect("a report");
    assert_eq!(text_field(&report, "verdict"), "conflicting");
    assert_eq!(field(&report, "schema").as_f64(), Some(1.0));
    assert_eq!(text_field(&report, "lexicon"), claimcheck::lexicon::get().version());
    assert_eq!(text_field(&report, "asOf"), "2026-11-22");
    let claims: Array = field(&report, "claims").unchecked_into();
    let claim = claims.get(0);
    assert_eq!(text_field(&claim, "reason"), "contradicted");
    // An absent field is absent rather than undefined, and nothing is a Map.
    assert!(!Reflect::has(&claim, &"caveat".into()).expect("a plain object"));
    assert_eq!(Object::get_prototype_of(&claim), Object::get_prototype_of(&Object::new()));
}

#[wasm_bindgen_test]
fn errors_are_plain_objects_with_a_code() {
    let fault = Engine::new(Some(b"<!doctype html>".to_vec())).err().expect("no base");
    assert_eq!(text_field(&fault, "code"), "base-format");
    let mut damaged = common::ly_bytes().to_vec();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let fault = Engine::new(Some(damaged)).err().expect("a damaged base");
    assert_eq!(text_field(&fault, "code"), "base-checksum");
    let fault = install_lexicon(b"<!doctype html>").expect_err("no lexicon");
    assert_eq!(text_field(&fault, "code"), "lexicon-format");
    let meta = Object::new();
    Reflect::set(&meta, &"colour".into(), &"red".into()).expect("a plain object");
    let fault = engine().add_source("LY was formed in October 2023.", meta.into()).expect_err("no such field");
    assert_eq!((text_field(&fault, "code").as_str(), text_field(&fault, "field").as_str()), ("source", "colour"));
    let fault = engine().check("x", "2026-02-30", false).expect_err("no such day");
    assert_eq!(text_field(&fault, "code"), "date");
    assert!(text_field(&fault, "message").contains("2026-02-30"));
}

#[wasm_bindgen_test]
fn offsets_count_utf_16_units() {
    let text = "😀 44万! LY was formed in October 2023.";
    let report = engine().check(text, "2026-11-22", false).expect("a report");
    let claims: Array = field(&report, "claims").unchecked_into();
    let claim = claims.get(claims.length() - 1);
    let (start, end) = (field(&claim, "start").as_f64().unwrap_or(0.0), field(&claim, "end").as_f64().unwrap_or(0.0));
    let slice = JsString::from(text).slice(start as u32, end as u32);
    assert_eq!(String::from(slice), text_field(&claim, "text"));
    assert_eq!(text_field(&claim, "text"), "LY was formed in October 2023");
}

#[wasm_bindgen_test]
fn a_lone_surrogate_is_an_ordinary_character() {
    let text = String::from(JsString::from_char_code(&[0xd83d])) + " LY was formed in October 2023.";
    let report = engine().check(&text, "2026-11-22", false).expect("a report");
    assert_eq!(text_field(&report, "verdict"), "supported");
}

#[wasm_bindgen_test]
fn documents_come_and_go() {
    let mut engine = Engine::new(None).expect("an empty base");
    let meta = Object::new();
    Reflect::set(&meta, &"id".into(), &"note".into()).expect("a plain object");
    Reflect::set(&meta, &"date".into(), &"2024-03-05".into()).expect("a plain object");
    engine.add_source("The bridge was closed on 4 March 2024.", meta.into()).expect("a source");
    let verdict = |engine: &Engine| {
        text_field(
            &engine.check("The bridge was closed on 4 March 2024.", "2024-03-10", false).expect("a report"),
            "verdict",
        )
    };
    assert_eq!(verdict(&engine), "supported");
    assert!(engine.remove_source("note"));
    assert!(!engine.remove_source("note"));
    assert_eq!(verdict(&engine), "unsupported");
    let wrong = Object::new();
    Reflect::set(&wrong, &"date".into(), &"yesterday".into()).expect("a plain object");
    let fault = engine.add_source("x", wrong.into()).expect_err("no date");
    assert_eq!((text_field(&fault, "code"), text_field(&fault, "field")), ("date".to_owned(), "date".to_owned()));
}

#[wasm_bindgen_test]
fn a_claim_is_found_again_in_the_page() {
    let document = web_sys::window().and_then(|window| window.document()).expect("a page");
    let paragraph = document.create_element("p").expect("an element");
    paragraph.set_text_content(Some("Well… 44万 – LY was formed in October 2023. Was it?"));
    document.body().expect("a body").append_child(&paragraph).expect("it can be shown");
    let text = paragraph.text_content().expect("it has text");
    let report = engine().check(&text, "2026-11-22", false).expect("a report");
    let claim = field(&report, "claims").unchecked_into::<Array>().get(0);
    let range = document.create_range().expect("a range");
    let node = paragraph.first_child().expect("a text node");
    range.set_start(&node, field(&claim, "start").as_f64().unwrap_or(0.0) as u32).expect("inside the text");
    range.set_end(&node, field(&claim, "end").as_f64().unwrap_or(0.0) as u32).expect("inside the text");
    assert_eq!(String::from(range.to_string()), text_field(&claim, "text"));
    paragraph.remove();
}

#[wasm_bindgen_test]
async fn a_file_is_read_where_the_engine_runs() {
    let parts = Array::of1(&"LY was formed in October 2023.".into());
    let file = web_sys::File::new_with_str_sequence(&parts, "note.txt").expect("a file");
    let text = claimcheck::wasm::read_text(&file).await.expect("its text");
    assert_eq!(text.as_string().as_deref(), Some("LY was formed in October 2023."));
}
