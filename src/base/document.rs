//! Plain documents as evidence: every sentence becomes a reading, names are gathered from capital letters.

use super::{Entity, EntityKind, Question, Reading, Source};
use crate::lexicon::{self, Class, List, among};
use crate::order;
use crate::report::SourceMeta;
use crate::statement::Certainty;
use crate::statement::day::{Day, Period};
use crate::text::{Token, sentences, tokens};

/// The source that a document makes.
pub fn source(meta: &SourceMeta) -> Source {
    let text =
        |field: &Option<String>| field.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Source {
        id: meta.id.clone().unwrap_or_default(),
        file: None,
        publisher: text(&meta.publisher),
        title: text(&meta.title),
        date: meta.date.as_deref().and_then(|date| Day::parse_iso(date).ok()),
        date_note: None,
        url: text(&meta.url).filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        origin: None,
        loose: true,
    }
}

/// One question a sentence.
pub fn questions(text: &str, source: u16, described: &Source) -> Vec<Question> {
    sentences(text)
        .into_iter()
        .map(|sentence| Question {
            id: format!("{}/p{}s{}", described.id, sentence.paragraph, sentence.number),
            ask: String::new(),
            running: false,
            one: false,
            readings: vec![Reading {
                source,
                paragraph: sentence.paragraph,
                sentence: sentence.number,
                as_of: described.date.map(Period::day),
                own_as_of: false,
                says: sentence.span.of(text).to_owned(),
                also: String::new(),
                value: None,
                printed: None,
                quoted: Vec::new(),
                by: None,
                sure: Certainty::Plain,
            }],
        })
        .collect()
}

/// The names of several words that documents use, with the shorter forms that stand for them.
///
/// A shorter form is taken for a name where it is the name without its legal form, the acronym in brackets behind it, or, of a person, the
/// last word, as long as no other name shares it.
pub fn names(documents: &[(String, SourceMeta)]) -> Vec<Entity> {
    let lexicon = lexicon::get();
    // Each name with its acronym and whether it is a person's, sorted by the name.
    let mut found: Vec<(String, Option<String>, bool)> = Vec::new();
    for (text, _) in documents {
        for sentence in sentences(text) {
            let tokens = tokens(text, sentence.span);
            let mut at = 0;
            while at < tokens.len() {
                let run = capital_run(&tokens, at);
                if run < 2 {
                    at += 1;
                    continue;
                }
                let mut from = at;
                // Titles and the small words that open a sentence are no part of the name.
                while from < at + run
                    && (lexicon.is_title(&tokens[from].norm)
                        || from == 0
                            && lexicon.knows(&lexicon.lemma(&tokens[from].norm))
                            && !lexicon.is(&tokens[from].norm, Class::FirstName))
                {
                    from += 1;
                }
                let end = at + run;
                at = end;
                if end - from < 2 {
                    continue;
                }
                let name = crate::text::cut(text, tokens[from].span.start..tokens[end - 1].span.end).to_owned();
                let acronym = (tokens.get(end).is_some_and(|t| t.is("("))
                    && tokens.get(end + 2).is_some_and(|t| t.is(")")))
                .then(|| tokens[end + 1].span.of(text).to_owned())
                .filter(|short| short.chars().all(|c| c.is_uppercase() || c == '.'));
                // "Mr Teo Marr", "striker Teo Marr", "Teo Marr, 31,"
                let token = |at: usize| tokens.get(at).map_or("", |token| token.norm.as_str());
                let titled = from > 0 && lexicon.is_title(token(from - 1));
                let aged = token(end) == ","
                    && token(end + 2) == ","
                    && token(end + 1).parse().is_ok_and(|age: u32| (10..110).contains(&age));
                let person = end - from <= 3 && (titled || aged);
                match found.binary_search_by(|(known, ..)| known.cmp(&name)) {
                    Ok(known) => {
                        found[known].1 = acronym.or(found[known].1.take());
                        found[known].2 |= person;
                    }
                    Err(place) => found.insert(place, (name, acronym, person)),
                }
            }
        }
    }
    let alone = lone_names(documents);
    let is = |word: &str, list: List| among(&crate::text::lower(word), list);
    found
        .iter()
        .map(|(name, acronym, person)| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let person = *person
                || words.len() <= 3
                    && words.first().is_some_and(|first| lexicon.is(&crate::text::lower(first), Class::FirstName));
            let mut aliases: Vec<String> = acronym.iter().cloned().collect();
            let bare: Vec<&str> = words.iter().copied().filter(|word| !is(word, List::CompanyForm)).collect();
            if bare.len() < words.len() && !bare.is_empty() {
                aliases.push(crate::text::joined(&bare, " "));
            }
            // "Ann Rossi" for Ann Maria Rossi.
            if let [first, .., last] = bare.as_slice()
                && bare.len() > 2
                && bare
                    .iter()
                    .map(|word| crate::text::lower(word))
                    .all(|word| !lexicon.knows(&word) || lexicon.is(&word, Class::FirstName))
            {
                aliases.push(format!("{first} {last}"));
            }
            // "Arrieta" for Tomás Arrieta, "Northgate" for Northgate United: a part that stands alone elsewhere and belongs to no other name.
            let ends = [words.last(), words.first().filter(|_| !person)];
            for part in ends.into_iter().flatten() {
                let shared =
                    found.iter().any(|(other, ..)| other != name && other.split_whitespace().any(|word| word == *part));
                // "Northgate" for Northgate Shipping, even where no document says so.
                let company = matches!(words.as_slice(), [one, last] if one == part && is(last, List::CompanyTail))
                    && !lexicon.knows(&crate::text::lower(part));
                let known = company
                    || person && words.last() == Some(part)
                    || alone.binary_search_by(|word| word.as_str().cmp(part)).is_ok();
                if !shared && known && !is(part, List::CompanyForm) {
                    aliases.push((*part).to_owned());
                }
            }
            Entity {
                id: crate::text::lower(name).replace(' ', "-"),
                name: name.clone(),
                kind: if person { EntityKind::Person } else { EntityKind::Other },
                aliases,
                called: Vec::new(),
                place: None,
            }
        })
        .collect()
}

/// The capitalised words that stand alone inside a sentence, or that open one and are no words of English, sorted.
fn lone_names(documents: &[(String, SourceMeta)]) -> Vec<String> {
    let mut out = Vec::new();
    for (text, _) in documents {
        for sentence in sentences(text) {
            let tokens = tokens(text, sentence.span);
            let mut at = 0;
            while at < tokens.len() {
                let run = capital_run(&tokens, at);
                let opens = at == 0 && !lexicon::get().knows(&tokens[0].norm);
                if run == 1 && (opens || at > 0 && !tokens[at - 1].capital) {
                    out.push(tokens[at].span.of(text).to_owned());
                }
                at += run.max(1);
            }
        }
    }
    order::unique(&mut out);
    out
}

/// How many capitalised words follow one another from here.
fn capital_run(tokens: &[Token], at: usize) -> usize {
    tokens[at..]
        .iter()
        .take_while(|token| token.is_word() && token.capital && crate::statement::date::month(token).is_none())
        .count()
}
