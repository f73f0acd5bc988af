//! The bindings: thin, and the only module that knows JavaScript.
//!
//! Values cross by serde-wasm-bindgen as plain objects (no Maps, absent fields absent), in the very shapes of
//! [`crate::report`]. Errors are thrown as plain objects `{code, message, file?, line?, field?}`; the JavaScript
//! wrapper makes `ClaimCheckError` of them.

use crate::base::Base;
use crate::error::Error;
use crate::report::SourceMeta;
use crate::{Day, check_after, disagreements, lexicon, sheets};
use js_sys::{Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A loaded fact base and the documents added to it.
#[wasm_bindgen]
pub struct Engine {
    base: Base,
}

#[wasm_bindgen]
impl Engine {
    /// Reads a compiled base; without bytes, an empty one to which documents can be added. The lexicon comes first.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Option<Vec<u8>>) -> Result<Engine, JsValue> {
        if !lexicon::is_ready() {
            return Err(thrown(Error::new("lexicon", "no lexicon is loaded, and nothing is checked without one")));
        }
        let base = match bytes {
            Some(bytes) => Base::from_bytes(bytes).map_err(thrown)?,
            None => Base::empty(),
        };
        Ok(Engine { base })
    }

    /// Checks a text. `as_of` is the reference date of its relative dates, ISO 8601; `other_party` what the report on the paragraph before
    /// says, if there is one.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(
        &self,
        text: &str,
        #[wasm_bindgen(js_name = asOf)] as_of: &str,
        #[wasm_bindgen(js_name = otherParty)] other_party: bool,
    ) -> Result<JsValue, JsValue> {
        let day = Day::parse_iso(as_of).map_err(thrown)?;
        plain(&check_after(text, &self.base, day, other_party))
    }

    /// Adds a document as a source and returns how it will be named in evidence. A known id is replaced.
    #[wasm_bindgen(js_name = addSource, unchecked_return_type = "SourceRef")]
    pub fn add_source(
        &mut self,
        text: &str,
        #[wasm_bindgen(unchecked_param_type = "SourceMeta")] meta: JsValue,
    ) -> Result<JsValue, JsValue> {
        let meta = source_meta(&meta).map_err(thrown)?;
        let source = self.base.add_document(text, &meta).map_err(thrown)?;
        plain(&source)
    }

    /// Takes a document away again; false where no document has this id.
    #[wasm_bindgen(js_name = removeSource)]
    pub fn remove_source(&mut self, id: &str) -> bool {
        self.base.remove_document(id)
    }

    /// Every source with what it says.
    #[wasm_bindgen(unchecked_return_type = "SourceSheet[]")]
    pub fn sources(&self) -> Result<JsValue, JsValue> {
        plain(&sheets(&self.base))
    }

    /// The questions to which the sources do not simply give the same answer.
    #[wasm_bindgen(unchecked_return_type = "Disagreement[]")]
    pub fn disagreements(&self) -> Result<JsValue, JsValue> {
        plain(&disagreements(&self.base))
    }

    /// Which base this is.
    #[wasm_bindgen(unchecked_return_type = "BaseInfo")]
    pub fn info(&self) -> Result<JsValue, JsValue> {
        plain(self.base.info())
    }
}

/// Reads what a caller says about a document. By hand, because serde's deserializer for JavaScript values would bring the printing of
/// floating-point numbers along for its error messages, and with it 10 kB of brotli.
fn source_meta(given: &JsValue) -> Result<SourceMeta, Error> {
    let mut meta = SourceMeta::default();
    if given.is_undefined() || given.is_null() {
        return Ok(meta);
    }
    let fault = |field: &str, message: &str| Error::new("source", message).in_field(field);
    let given = given.dyn_ref::<Object>().ok_or_else(|| fault("meta", "expected an object"))?;
    for key in Object::keys(given).iter().filter_map(|key| key.as_string()) {
        let slot = match key.as_str() {
            "id" => &mut meta.id,
            "date" => &mut meta.date,
            "publisher" => &mut meta.publisher,
            "title" => &mut meta.title,
            "url" => &mut meta.url,
            _ => return Err(fault(&key, "unknown field, expected one of id, date, publisher, title, url")),
        };
        let value = Reflect::get(given, &key.as_str().into()).unwrap_or(JsValue::UNDEFINED);
        if !value.is_undefined() && !value.is_null() {
            *slot = Some(value.as_string().ok_or_else(|| fault(&key, "expected a string"))?);
        }
    }
    Ok(meta)
}

/// Loads the words that every engine of this instance works with, and returns their version. The same lexicon again changes nothing.
#[wasm_bindgen(js_name = installLexicon)]
pub fn install_lexicon(bytes: &[u8]) -> Result<String, JsValue> {
    lexicon::install(bytes).map(str::to_owned).map_err(thrown)
}

/// The text of a file that a person chose, read where the engine runs. The browser's own promise: an executor for it would only weigh.
#[wasm_bindgen(js_name = readText, unchecked_return_type = "Promise<string>")]
pub fn read_text(file: &web_sys::Blob) -> Promise {
    file.text()
}

fn plain<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|fault| thrown(Error::new("internal", fault.to_string())))
}

/// An [`Error`] as JavaScript receives it.
#[derive(Serialize)]
struct Thrown {
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

fn thrown(error: Error) -> JsValue {
    let Error { code, message, file, line, field } = error;
    Thrown { code, message, file, line, field }
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}
