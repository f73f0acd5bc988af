//! Whom a pronoun of a document means: its sentences are parsed with the name in the pronoun's place, so that they say who does what.
//!
//! Only where no doubt is left. A pronoun of a person is the one person named before it in its sentence. "Its" is whose the sentence's subject is, if
//! nothing else is named before it. Where the sentence has named nobody yet, a subject "he", "she" or "it" is the subject of the sentence before, if that
//! names no other person, and so is whose the subject is ("its director"); "she said" is said by who spoke before. Everything else stays a pronoun.

use crate::lexicon::{self, Class, List, among, place};
use crate::statement::{Link, Role, Slot, Statement, TermKind};
use crate::text::{Span, Token, cut, tokens};

/// Somebody or something that a pronoun may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Antecedent {
    name: String,
    /// Whether it is a person; None where it may be.
    person: Option<bool>,
    /// Where it is first named, in bytes of the sentence.
    at: usize,
    /// Whether it has the first name of a woman; None where that does not tell.
    woman: Option<bool>,
    /// Only in passing, by a piece of the sentence.
    passing: bool,
}

impl Antecedent {
    /// Whether a pronoun may stand for it.
    fn fits(&self, pronoun: &Token) -> bool {
        let hers = pronoun.is("she") || pronoun.is("her");
        self.person.is_none_or(|person| person == is_person(pronoun))
            && (!is_person(pronoun) || self.woman.is_none_or(|woman| woman == hers))
    }
}

/// Whether a pronoun stands for a person.
fn is_person(pronoun: &Token) -> bool {
    !pronoun.norm.starts_with("it")
}

/// The name of a term's entity, and whether that is a person.
pub type Named<'a> = dyn Fn(u16) -> Option<(String, bool)> + 'a;

/// All that a sentence names, and first its subject where that is a name.
#[derive(Debug, Clone, Default)]
pub struct Mentioned {
    subject: Option<Antecedent>,
    /// Whose the subject is, or whom it is about: "the trial of Ann Lee".
    beside: Option<Antecedent>,
    names: Vec<Antecedent>,
    /// Who says it.
    speaker: Option<Antecedent>,
}

impl Mentioned {
    /// What the statements of a sentence name.
    pub fn of(text: &str, statements: &[Statement], named: &Named) -> Mentioned {
        let mut out = Mentioned::default();
        for (number, statement) in statements.iter().enumerate() {
            out.add(text, statement, number == 0, false, named);
        }
        out
    }

    fn add(&mut self, text: &str, statement: &Statement, first: bool, passing: bool, named: &Named) {
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
            let given = crate::text::lower(name.split_whitespace().next().unwrap_or_default());
            let woman = match place(&given, List::Women) {
                Some(0) => Some(true),
                None if lexicon::get().is(&given, Class::FirstName) => Some(false),
                _ => None,
            };
            let found = Antecedent { name, person, woman, at: term.span.start, passing };
            let leads = |role: &Role, index: usize| {
                let (filler, head) = (&statement.terms[role.filler], &statement.terms[role.head]);
                let passive = role.slot == Slot::Patient && filler.token < head.token;
                role.filler == index
                    && (passive || matches!(role.slot, Slot::Agent | Slot::Sole | Slot::Is))
                    && head.predication.is_some_and(main)
            };
            let beside = |role: &Role| {
                let subject = |other: &Role| other.filler == role.head && leads(other, role.head);
                role.filler == index && role.slot == Slot::Of && statement.roles.iter().any(subject)
            };
            if first && self.subject.is_none() && statement.roles.iter().any(|role| leads(role, index)) {
                self.subject = Some(found.clone());
            } else if first && self.beside.is_none() && statement.roles.iter().any(beside) {
                self.beside = Some(found.clone());
            }
            if statement.speaker.as_ref().is_some_and(|speaker| speaker.terms.contains(&index)) {
                self.speaker = Some(found.clone());
            }
            if !self.names.iter().any(|other| other.name == found.name) {
                self.names.push(found);
            }
        }
        statement.pieces.iter().for_each(|piece| self.add(text, &piece.statement, false, true, named));
    }

    /// Whether at most one is named, whom all pronouns of the next sentence may mean.
    pub fn leaves_no_doubt(&self, next: &str) -> bool {
        let mut names = self.names.iter().filter(|one| !one.passing);
        let Some(first) = names.next() else { return true };
        let fits = |token: &Token| !among(&token.norm, List::ThirdPerson) || !is_person(token) || first.fits(token);
        names.next().is_none() && tokens(next, Span::new(0, next.len())).iter().all(fits)
    }

    /// Whom a pronoun at this place means of those named before it: of persons the only one, of others only the subject. None where nobody named there can
    /// be meant, some none where it may be more than one.
    fn earlier(&self, pronoun: &Token) -> Option<Option<&Antecedent>> {
        let person = is_person(pronoun);
        let fits = |one: &&Antecedent| one.at < pronoun.span.start && one.fits(pronoun);
        let sure = |one: &&Antecedent| one.person == Some(person);
        let mut all = self.names.iter().filter(fits);
        let first = all.next()?;
        if person {
            let mut known = self.names.iter().filter(fits).filter(sure);
            return Some(match (known.next(), known.next()) {
                (Some(only), None) => Some(only),
                (None, _) => Some(first).filter(|_| all.next().is_none()),
                _ => None,
            });
        }
        let leads = self.subject.as_ref().is_some_and(|subject| subject.name == first.name);
        Some(Some(first).filter(|_| leads && all.next().is_none()))
    }

    /// Whom "he" or "she" means, where no other person is named (or "it", where no person is meant).
    fn meant(&self, pronoun: &Token) -> Option<&Antecedent> {
        let person = is_person(pronoun);
        let fits = |one: &&Antecedent| !one.passing && one.fits(pronoun);
        let sure = |one: &Antecedent| one.person == Some(person);
        let alone = |chosen: &Antecedent| !self.names.iter().filter(fits).any(|other| other.name != chosen.name);
        match &self.subject {
            Some(subject) => Some(subject).filter(fits).filter(|subject| !person || alone(subject)),
            None => self.beside.as_ref().filter(fits).filter(|first| alone(first) && (person || sure(first))),
        }
    }
}

/// A sentence with names in the places of those of its pronouns that leave no doubt; None where there are none. `before` is what the sentence before
/// names, `here` what this one does.
pub fn resolved(text: &str, before: &Mentioned, here: &Mentioned) -> Option<String> {
    let mut tokens = tokens(text, Span::new(0, text.len()));
    tokens.iter_mut().for_each(Token::look_up);
    let subject = subject_pronoun(&tokens);
    let mut out = String::new();
    let mut done = 0;
    let mut quoted = false;
    for (at, token) in tokens.iter().enumerate() {
        quoted ^= matches!(token.norm.as_str(), "\"" | "“" | "”");
        let is_subject = subject == Some(at);
        // "…," she said: who spoke before goes on.
        let say = |at: usize| tokens.get(at).is_some_and(|token| token.lemma_belongs(Class::Say));
        let speaks = (token.is("he") || token.is("she")) && (say(at + 1) || at > 0 && say(at - 1));
        if !among(&token.norm, List::ThirdPerson) || quoted && !is_subject || token.is("it") && !is_subject {
            continue;
        }
        let Some(antecedent) = here.earlier(token).unwrap_or_else(|| {
            before
                .speaker
                .as_ref()
                .filter(|one| speaks && one.fits(token))
                .or_else(|| before.meant(token).filter(|_| is_subject || speaks))
        }) else {
            continue;
        };
        let noun = tokens.get(at + 1).is_some_and(|next| {
            next.is_word()
                && ![Class::Preposition, Class::Conjunction, Class::Determiner].iter().any(|class| next.belongs(*class))
        });
        // "Lost her life", "changed its mind"
        if tokens.get(at + 1).is_some_and(|next| among(&next.norm, List::OfIdioms)) {
            continue;
        }
        let owned = match token.norm.as_str() {
            "his" | "its" => "'s",
            "her" if noun => "'s",
            _ => "",
        };
        out.extend([cut(text, done..token.span.start), &antecedent.name, owned]);
        done = token.span.end;
    }
    (done > 0).then(|| out + cut(text, done..))
}

/// The pronoun that is a sentence's subject: its first word, or the first behind an opening phrase.
fn subject_pronoun(tokens: &[Token]) -> Option<usize> {
    let third = |token: &Token| among(&token.norm, List::ThirdPerson) && !token.is("him");
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
