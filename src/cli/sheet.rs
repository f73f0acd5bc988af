//! Source sheets: one static page for each source, with what it says in the base's words.

use claimcheck::report::SourceSheet;
use claimcheck::{Base, Error, sheets};
use std::path::Path;

/// Writes `ID.html` for every source of the base.
pub fn write_all(base: &Base, folder: &Path) -> Result<(), Error> {
    let fault = |fault: std::io::Error| Error::new("file", fault.to_string()).in_file(folder.display().to_string());
    std::fs::create_dir_all(folder).map_err(fault)?;
    let list = sheets(base);
    for sheet in &list {
        std::fs::write(folder.join(format!("{}.html", sheet.source.id)), page(sheet, &base.info().title))
            .map_err(fault)?;
    }
    eprintln!("{}: {} source sheets", folder.display(), list.len());
    Ok(())
}

/// Everything from a base is text: markup in it is shown, never read.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

fn page(sheet: &SourceSheet, base: &str) -> String {
    let source = &sheet.source;
    let mut facts = String::new();
    let mut row = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            facts.push_str(&format!("<dt>{name}</dt><dd>{}</dd>\n", escaped(value)));
        }
    };
    row("Publisher", &source.publisher);
    row("Title", &source.title);
    row("Date", &source.date);
    row("About the date", &sheet.date_note);
    row("Known here by", &sheet.file);
    if let Some(url) = source.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        facts.push_str(&format!("<dt>Address</dt><dd><a rel=\"noreferrer\" href=\"{0}\">{0}</a></dd>\n", escaped(url)));
    }
    let mut readings = String::new();
    for reading in &sheet.readings {
        readings.push_str(&format!(
            "<li id=\"{}\">\n<p class=\"statement\">{}</p>\n<p class=\"detail\">",
            escaped(&reading.anchor),
            escaped(&reading.statement)
        ));
        let mut details = vec![format!("<span class=\"locator\">{}</span>", escaped(&reading.locator))];
        if let Some(printed) = &reading.printed {
            details.push(format!("as printed: <q>{}</q>", escaped(printed)));
        }
        if let Some(as_of) = &reading.as_of {
            details.push(format!("speaks for {}", escaped(as_of)));
        }
        readings.push_str(&details.join(" · "));
        readings.push_str("</p>\n</li>\n");
    }
    let label = escaped(&source.label);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"../icon.svg\">\n<title>{label} – what this source says</title>\n<link rel=\"stylesheet\" href=\"../sheet.css\">\n</head>\n<body>\n<main>\n\
         <p class=\"back\"><a href=\"../index.html\">Back to the checker</a></p>\n<h1>{label}</h1>\n\
         <p class=\"note\">What this source says, in our words, with the place in it. No copy of the article is held here. Fact base: {}.</p>\n\
         <dl>\n{facts}</dl>\n<h2>Readings</h2>\n<ol>\n{readings}</ol>\n</main>\n</body>\n</html>\n",
        escaped(base)
    )
}
