//! Whom a pronoun of a document means: its sentences are parsed with the name in the pronoun's place, so that they say who does what.
//!
//! Only what the sentence before leaves in no doubt: a subject "he", "she" or "it" is its subject, if it names no other person, and so is whose the
//! subject is ("its director"). Everything else stays a pronoun.

use crate::lexicon::{self, Class, List, among};
use crate::statement::{Link, Slot, Statement, TermKind};
use crate::text::{Span, Token, cut, tokens};

/// Somebody or something that a pronoun may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antecedent {
    name: String,
    /// Whether it is a person; None where it may be.
    person: Option<bool>,
}

/// The name of a term's entity, and whether that is a person.
pub type Named<'a> = dyn Fn(u16) -> Option<(String, bool)> + 'a;

/// All that a sentence names, and first its subject where that is a name.
#[derive(Debug, Clone, Default)]
pub struct Mentioned {
    subject: Option<Antecedent>,
    names: Vec<Antecedent>,
}

impl Mentioned {
    /// What the statements of a sentence name.
    pub fn of(text: &str, statements: &[Statement], named: &Named) -> Mentioned {
        let mut out = Mentioned::default();
        for (number, statement) in statements.iter().enumerate() {
            let main = |one: usize| statement.predications[one].link == Link::Main;
            for (index, term) in statement.terms.iter().enumerate() {
                if term.kind != TermKind::Name || term.country.is_some() {
                    continue;
                }
                let known = term.entity.and_then(named);
                // The first half of a name that is none of the document's.
                let half =
                    known.is_none() && statement.roles.iter().any(|role| role.filler == index && role.slot == Slot::Of);
                if half {
                    continue;
                }
                let spelled = term.span.of(text);
                let plain = |word: &str| !lexicon::get().knows(&crate::text::lower(word));
                let person = match &known {
                    Some((_, true)) => Some(true),
                    _ if spelled.split_whitespace().all(plain) => None,
                    _ => Some(false),
                };
                let name = known.map_or_else(|| spelled.to_owned(), |(name, _)| name);
                let found = Antecedent { name, person };
                let leads = |role: &crate::statement::Role| {
                    role.filler == index
                        && matches!(role.slot, Slot::Agent | Slot::Sole | Slot::Is)
                        && statement.terms[role.head].predication.is_some_and(main)
                };
                if number == 0 && out.subject.is_none() && statement.roles.iter().any(leads) {
                    out.subject = Some(found.clone());
                }
                if !out.names.iter().any(|other| other.name == found.name) {
                    out.names.push(found);
                }
            }
        }
        out
    }

    /// Whether at most one is named, so that a pronoun can mean no other.
    pub fn is_single(&self) -> bool {
        self.names.len() <= 1
    }

    /// Whom "he" or "she" means, where no other person is named (or "it", where no person is meant).
    fn meant(&self, person: bool) -> Option<&Antecedent> {
        let fits = |one: &&Antecedent| one.person.is_none_or(|other| other == person);
        let sure = |one: &Antecedent| one.person == Some(person);
        let alone = |chosen: &Antecedent| !self.names.iter().filter(fits).any(|other| other.name != chosen.name);
        match &self.subject {
            Some(subject) => Some(subject).filter(fits).filter(|subject| !person || alone(subject)),
            None => self.names.iter().find(fits).filter(|first| alone(first) && (person || sure(first))),
        }
    }
}

/// A sentence with the name in the place of the pronoun that is its subject, or whose the subject is. `before` is what the sentence before names.
pub fn resolved(text: &str, before: &Mentioned) -> Option<String> {
    let mut tokens = tokens(text, Span::new(0, text.len()));
    tokens.iter_mut().for_each(Token::look_up);
    let at = subject_pronoun(&tokens)?;
    let span = tokens[at].span;
    let antecedent = before.meant(!tokens[at].norm.starts_with("it"))?;
    let owned = if matches!(tokens[at].norm.as_str(), "he" | "she" | "it") { "" } else { "'s" };
    Some([cut(text, ..span.start), &antecedent.name, owned, cut(text, span.end..)].concat())
}

/// The pronoun that is a sentence's subject: its first word, or the first behind an opening phrase.
fn subject_pronoun(tokens: &[Token]) -> Option<usize> {
    let third = |token: &Token| matches!(token.norm.as_str(), "he" | "she" | "it" | "his" | "her" | "its");
    let at = tokens.iter().position(third)?;
    let opens = tokens[..at].iter().all(|token| token.is("\"") || token.is("“") || token.belongs(Class::Conjunction))
        || at < 8 && tokens[at - 1].is(",") && tokens[..at].iter().all(|token| !token.lemma_belongs(Class::Verb));
    // "It was clear that", "it took six hours": it stands for nothing before it.
    let behind = |count: usize| tokens[at + 1..].iter().take(count);
    let empty = tokens[at].is("it")
        && (behind(3).any(|token| token.lemma_belongs(Class::Lapse))
            || behind(3).any(|token| token.belongs(Class::Be))
                && behind(9).any(|token| among(&token.norm, List::ClauseBehind))
            || behind(5).any(|token| token.is("that")));
    (opens && !empty).then_some(at)
}
