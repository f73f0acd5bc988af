//! The fact base: sources, entities, and questions with their readings.
//!
//! A base comes from a compiled file ([`mod@format`]), from authoring files ([`author`]), from plain documents ([`document`]), or from a base
//! with documents added. A question's readings are decoded and parsed when a claim first touches them, and kept.

mod antecedent;
#[cfg(feature = "authoring")]
pub mod author;
pub mod document;
pub mod format;
mod places;
pub mod pool;
pub mod quote;

use crate::error::Error;
use crate::lexicon::{self, Class, ConceptId, List, among};
use crate::order;
use crate::report::{BaseInfo, SourceMeta, SourceRef};
use crate::statement::date::Bound;
use crate::statement::day::{Day, Period};
use crate::statement::frame::time_joint;
use crate::statement::quantity::Quantity;
use crate::statement::refer::{Referents, denote};
use crate::statement::vocabulary::{EntityId, Vocabulary};
use crate::statement::{self, Certainty, Link, Piece, Role, Slot, Speaker, Statement, Term, TermKind};
use crate::text::{Span, sentences};
use antecedent::Mentioned;
use places::Places;
use pool::Pool;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};

/// A term that stands in at least one of so many questions is what the base is about.
const TOPIC_SHARE: usize = 10;
/// The same for a name: the affair's own parties, not everybody who is often named.
const TOPIC_NAME_SHARE: usize = 5;

/// Where evidence comes from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    pub id: String,
    /// The name of the document it is known by.
    pub file: Option<String>,
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub date: Option<Day>,
    /// How the date is known where the source does not print it.
    pub date_note: Option<String>,
    pub url: Option<String>,
    /// The party whose report it repeats.
    pub origin: Option<String>,
    /// A document given with the text rather than a part of a compiled base: it has no sheet.
    pub loose: bool,
}

/// A party, person, product or place of the affair.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    pub id: String,
    pub name: String,
    pub kind: EntityKind,
    pub aliases: Vec<String>,
    /// Descriptions that denote it: "the operator of Line".
    pub called: Vec<String>,
    /// Its country.
    pub place: Option<String>,
}

/// What sort of thing an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    Person,
    Organisation,
    Product,
    Place,
    Group,
    Office,
    #[default]
    Other,
}

/// Something the sources answer, with one reading for each source that answers it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: String,
    pub ask: String,
    /// A figure or state that runs on: a later reading replaces an earlier one.
    pub running: bool,
    /// Only one answer can be right at a time.
    pub one: bool,
    pub readings: Vec<Reading>,
}

/// One source's answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Index of the source in the base.
    pub source: u16,
    pub paragraph: u32,
    /// 0 where the whole paragraph is meant.
    pub sentence: u32,
    /// The day or span it speaks for; None where neither it nor its source is dated.
    pub as_of: Option<Period>,
    /// Whether `as_of` was given for this reading rather than taken from its source.
    pub own_as_of: bool,
    pub says: String,
    /// Further wordings of the same reading, one a line: lengths would not compress.
    pub also: String,
    pub value: Option<String>,
    pub printed: Option<String>,
    /// The fingerprint of the words that the source quotes; empty where it quotes none. See [`quote`].
    #[serde(skip)]
    pub quoted: Vec<u32>,
    /// Id of the entity whose word it is.
    pub by: Option<String>,
    pub sure: Certainty,
}

/// What a reading answers with.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    None,
    Quantity(Quantity),
    Date(Period),
    Entity(EntityId),
    Words(Vec<u64>),
}

impl Value {
    fn quantity(&self) -> Option<&Quantity> {
        match self {
            Value::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }
}

/// A question whose readings have been parsed.
pub struct Prepared {
    pub question: Question,
    pub readings: Vec<PreparedReading>,
    /// The words of all its readings.
    pub pool: Pool,
    /// What a question for a part of something restricts its count to.
    pub restricting: Vec<Term>,
    /// The words of the whole document, for a sentence of one.
    pub document: Option<Arc<Pool>>,
}

/// A reading as the comparator sees it.
pub struct PreparedReading {
    pub statements: Vec<Statement>,
    /// The figures of all its wordings, each once.
    pub quantities: Vec<Quantity>,
    /// What each figure counts: first the one that it answers with, if it does, then those of its wordings.
    counted: Vec<Counted>,
    pub places: Places,
    /// By wording, the terms that govern another one.
    pub heads: Vec<Heads>,
    pub pool: Pool,
    pub value: Value,
    pub certainty: Certainty,
    pub negated: bool,
    pub by: Option<EntityId>,
    /// Its words in order, normalised, for looking up quotations.
    pub wording: Vec<String>,
}

impl PreparedReading {
    /// The figure that it answers with, if it does, and those of its wordings, each with what it counts.
    pub fn figures(&self) -> impl Iterator<Item = (&Quantity, &Counted)> {
        let answer = self.counted.len() - self.quantities.len();
        self.counted.iter().enumerate().filter_map(move |(at, counted)| {
            let figure = if at < answer { self.value.quantity() } else { self.quantities.get(at - answer) };
            Some((figure?, counted))
        })
    }
}

/// The terms of a statement that govern others, one bit each; terms that stand in too high a place share one with others.
#[derive(Clone, Copy)]
pub struct Heads(u64);

impl Heads {
    fn of(statement: &Statement) -> Heads {
        Heads(statement.roles.iter().fold(0, |all, role| all | Heads::bit(role.head)))
    }

    fn bit(term: usize) -> u64 {
        1 << (term % 64)
    }

    /// False only where the term governs no other one.
    pub fn may_hold(self, term: usize) -> bool {
        self.0 & Heads::bit(term) != 0
    }
}

/// What a figure counts, for telling whether two count the same.
pub struct Counted {
    /// "A total of 440,000": whatever is counted; "people" are never items.
    pub general: bool,
    pub concepts: Vec<ConceptId>,
}

/// An office that a document gives to somebody: "the mayor of Selby, Ann Lee".
struct Post {
    holder: EntityId,
    title: Term,
    /// The names beside the title, by key: whose office it is.
    bodies: Vec<u64>,
}

/// What the comparator asks of an entity, by key.
struct Profile {
    /// Where the entity is a place: its name.
    place: Option<u64>,
    home: Option<u64>,
    /// The words of its name and descriptions, sorted.
    words: Vec<u64>,
}

impl Profile {
    fn of(entity: &Entity) -> Profile {
        let lower = |text: &String| statement::key(&crate::text::lower(text));
        let mut words: Vec<u64> = entity
            .called
            .iter()
            .chain([&entity.name])
            .flat_map(|phrase| phrase.split_whitespace())
            .map(|word| statement::key(&crate::text::lower(word)))
            .collect();
        order::unique(&mut words);
        Profile {
            place: (entity.kind == EntityKind::Place).then(|| lower(&entity.name)),
            home: entity.place.as_ref().map(lower),
            words,
        }
    }
}

/// The whole base.
pub struct Base {
    info: BaseInfo,
    pub sources: Vec<Source>,
    pub entities: Vec<Entity>,
    profiles: Vec<Profile>,
    vocabulary: Vocabulary,
    file: Option<format::File>,
    /// The questions of the file, prepared when first asked for.
    prepared: Vec<OnceLock<Arc<Prepared>>>,
    /// The readings that quote, and the sorted hashes of what they quote, each with the number of its reading among them.
    quoting: Vec<(u32, u32)>,
    quotes: Vec<(u32, u32)>,
    /// Questions made from documents, and their index: each term with each question that holds it, sorted.
    loose: Vec<Arc<Prepared>>,
    loose_index: Vec<(String, u32)>,
    /// The questions that hold a word of each concept, sorted, looked up when first asked for.
    holding: Vec<OnceLock<Vec<usize>>>,
    /// The keys of the terms that stand in many questions, sorted; and of those that stand in enough of them for a name.
    topics: Vec<u64>,
    topic_names: Vec<u64>,
    protagonist: Option<u64>,
    /// Who that is, where it is a company or another body.
    protagonist_body: Option<EntityId>,
    /// The nouns that stand for what the documents name.
    referents: Referents,
    /// The offices that documents give to those they name.
    posts: Vec<Post>,
    documents: Vec<(String, SourceMeta)>,
    /// How many sources came with the file; the documents' follow.
    own_sources: usize,
}

impl Base {
    /// A base without anything, to which documents can be added.
    pub fn empty() -> Base {
        Base {
            info: BaseInfo {
                id: "documents".to_owned(),
                title: "Your documents".to_owned(),
                version: "0".to_owned(),
                checksum: String::new(),
                sources: 0,
                facts: 0,
            },
            sources: Vec::new(),
            entities: Vec::new(),
            profiles: Vec::new(),
            vocabulary: Vocabulary::default(),
            file: None,
            prepared: Vec::new(),
            quoting: Vec::new(),
            quotes: Vec::new(),
            loose: Vec::new(),
            loose_index: Vec::new(),
            holding: Vec::new(),
            topics: Vec::new(),
            topic_names: Vec::new(),
            protagonist: None,
            protagonist_body: None,
            referents: Referents::default(),
            posts: Vec::new(),
            documents: Vec::new(),
            own_sources: 0,
        }
    }

    /// Reads a compiled base. Nothing but its head is decoded; damaged bytes give an error.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Base, Error> {
        let file = format::File::open(bytes)?;
        let head = file.head()?;
        let mut base = Base::empty();
        base.info = BaseInfo {
            id: head.id,
            title: head.title,
            version: head.version,
            checksum: file.checksum(),
            sources: head.sources.len() as u32,
            facts: head.facts,
        };
        for (index, entity) in head.entities.iter().enumerate() {
            let id = index as EntityId;
            base.vocabulary.add_name(&entity.name, id);
            entity.aliases.iter().for_each(|alias| base.vocabulary.add_name(alias, id));
            entity.called.iter().for_each(|phrase| base.vocabulary.add_description(phrase, id));
        }
        for group in &head.groups {
            base.vocabulary.add_group(group);
        }
        base.own_sources = head.sources.len();
        base.sources = head.sources;
        base.profiles = head.entities.iter().map(Profile::of).collect();
        base.entities = head.entities;
        base.quoting = head.quoting;
        let sum = |sum: &mut u32, (step, of): (u32, u32)| {
            *sum = sum.wrapping_add(step);
            Some((*sum, of))
        };
        base.quotes = head.quotes.into_iter().scan(0, sum).collect();
        base.prepared = (0..file.question_count()).map(|_| OnceLock::new()).collect();
        base.file = Some(file);
        base.add_documents(head.documents)?;
        base.forget_holding();
        base.find_topics();
        Ok(base)
    }

    pub fn info(&self) -> &BaseInfo {
        &self.info
    }

    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How many questions there are; their numbers run from 0.
    pub fn question_count(&self) -> usize {
        self.prepared.len() + self.loose.len()
    }

    /// A question, parsed at the first call. None where the file's record is damaged beyond its checksum or the number is out of range.
    pub fn question(&self, number: usize) -> Option<Arc<Prepared>> {
        if number >= self.prepared.len() {
            return self.loose.get(number - self.prepared.len()).cloned();
        }
        let cell = &self.prepared[number];
        if let Some(found) = cell.get() {
            return Some(found.clone());
        }
        let mut question = self.file.as_ref()?.question(number).ok()?;
        for (of, (_, reading)) in self.quoting.iter().enumerate().filter(|(_, (at, _))| *at as usize == number) {
            let own = self.quotes.iter().filter(|(_, one)| *one as usize == of);
            // An index past the readings belongs to none of them: the question is kept, the quotation is not.
            if let Some(reading) = question.readings.get_mut(*reading as usize) {
                reading.quoted = own.map(|(hash, _)| *hash).collect();
            }
        }
        let prepared = Arc::new(self.prepare(question));
        Some(cell.get_or_init(|| prepared).clone())
    }

    /// The questions that hold an index term, by number.
    pub fn lookup(&self, term: &str, mut found: impl FnMut(u32)) {
        if let Some(file) = &self.file {
            file.lookup(term, &mut found);
        }
        self.loose_entries(term).iter().for_each(|(_, number)| found(*number));
    }

    /// The questions with a reading whose source quotes words of this [hash](quote).
    pub fn quoted_in(&self, hash: u32) -> impl Iterator<Item = usize> {
        let from = self.quotes.partition_point(|(known, _)| *known < hash);
        let found = self.quotes[from..].iter().take_while(move |(known, _)| *known == hash);
        found.filter_map(|(_, of)| self.quoting.get(*of as usize)).map(|(number, _)| *number as usize)
    }

    /// The questions that hold a word or phrase of a concept, by number, ascending.
    pub fn holding(&self, concept: ConceptId) -> &[usize] {
        let Some(cell) = self.holding.get(usize::from(concept)) else { return &[] };
        cell.get_or_init(|| {
            let mut numbers = Vec::new();
            let own = self.vocabulary.members(concept).iter().map(String::as_str);
            for member in lexicon::get().members(concept).iter().copied().chain(own) {
                self.lookup(member, |number| numbers.push(number as usize));
            }
            order::unique(&mut numbers);
            numbers
        })
    }

    /// Forgets what was looked up for the concepts, of which there may be others now.
    fn forget_holding(&mut self) {
        let concepts = lexicon::get().concept_count() + self.vocabulary.group_count();
        self.holding = (0..concepts).map(|_| OnceLock::new()).collect();
    }

    /// The notions that a lemma stands for, in the lexicon and in the base's own groups.
    pub fn concepts(&self, lemma: &str) -> impl Iterator<Item = ConceptId> {
        lexicon::get().concepts(lemma).iter().copied().chain(self.vocabulary.groups_of(lemma))
    }

    /// What a figure counts.
    pub fn counted(&self, quantity: &Quantity) -> Counted {
        let of = quantity.of.as_deref().unwrap_or("");
        let light = lexicon::get().is(of, Class::Light);
        Counted {
            general: light && !matches!(of, "person" | "people") || matches!(of, "datum" | "data" | "information"),
            concepts: self.concepts(of).collect(),
        }
    }

    /// What each figure of a reading counts.
    fn counts(&self, value: &Value, quantities: &[Quantity]) -> Vec<Counted> {
        value.quantity().into_iter().chain(quantities).map(|quantity| self.counted(quantity)).collect()
    }

    /// The documents' questions that hold an index term.
    fn loose_entries(&self, term: &str) -> &[(String, u32)] {
        let from = self.loose_index.partition_point(|(known, _)| known.as_str() < term);
        let rest = &self.loose_index[from..];
        &rest[..rest.iter().take_while(|(known, _)| known == term).count()]
    }

    /// The questions of whose readings some print this value, by number.
    pub fn printing(&self, quantity: &Quantity) -> Vec<usize> {
        let mut numbers = Vec::new();
        if let Some(term) = value_term(quantity) {
            self.lookup(&term, |number| numbers.push(number as usize));
        }
        numbers
    }

    /// Whether some reading prints this very figure, and of no place that the claim does not name.
    pub fn prints(&self, quantity: &Quantity, claim: &Statement) -> bool {
        let place = |term: &Term| {
            let known = |id: EntityId| self.entities[usize::from(id)].kind == EntityKind::Place;
            (term.country.is_some() || term.entity.is_some_and(known))
                && !claim.terms.iter().any(|other| other.key == term.key)
        };
        self.printing(quantity).into_iter().filter_map(|number| self.question(number)).any(|prepared| {
            let all = prepared.readings.iter().flat_map(|reading| &reading.statements);
            all.filter(|statement| !statement.terms.iter().any(place))
                .flat_map(|statement| &statement.quantities)
                .any(|other| !other.garbled && other.unit == quantity.unit && other.value() == quantity.value())
        })
    }

    /// Finds the terms that stand in many of the base's questions.
    fn find_topics(&mut self) {
        let Some(file) = &self.file else { return };
        let (mut words, mut names) = (Vec::new(), Vec::new());
        let mut most = (0, None);
        let mut weigh = |term: &str, hits: usize| {
            if term.starts_with('@') && hits > most.0 {
                most = (hits, Some(statement::key(term)));
            }
            for (share, list) in [(TOPIC_SHARE, &mut words), (TOPIC_NAME_SHARE, &mut names)] {
                if hits * share >= self.prepared.len() + self.loose.len() {
                    list.push(statement::key(term));
                }
            }
        };
        file.counts(|term, count| weigh(term, count + self.loose_entries(term).len()));
        // Those that the file holds as well come twice, which does no harm.
        self.loose_index.chunk_by(|one, other| one.0 == other.0).for_each(|list| weigh(&list[0].0, list.len()));
        order::sort(&mut words);
        order::sort(&mut names);
        self.topics = words;
        self.topic_names = names;
        self.protagonist = most.1;
        self.protagonist_body = (0..self.entities.len())
            .find(|id| most.1 == Some(statement::key(&format!("@{id}"))))
            .filter(|id| self.entities[*id].kind == EntityKind::Organisation)
            .map(|id| id as EntityId);
    }

    /// Whether the whole base is about this term: it stands in many of the base's questions. Documents have no such term, for each sentence
    /// there is a question of its own.
    pub fn is_topic(&self, term: &statement::Term) -> bool {
        if self.file.is_none() {
            return false;
        }
        let topics = if term.kind == statement::TermKind::Name { &self.topic_names } else { &self.topics };
        topics.binary_search(&term.key).is_ok()
    }

    /// Whether the term is the name that stands in more of the base's questions than any other: who the base is about.
    pub fn is_protagonist(&self, term: &statement::Term) -> bool {
        self.is_topic(term)
            && self.protagonist.is_some_and(|key| {
                term.key == key || term.others.iter().any(|id| statement::key(&format!("@{id}")) == key)
            })
    }

    /// Lets the definite nouns of a claim stand for whom they mean: "the company" for whom the base is about, where neither the claim nor the
    /// sentence before (`other`) names another one; "the bridge" for the one that documents name.
    pub fn refer(&self, text: &str, claim: &mut Statement, other: bool) {
        self.told_by_outlet(claim);
        if self.file.is_none() {
            denote(text, claim, &|term| self.referents.of(term));
        } else if let Some(id) = self.protagonist_body
            && !other
            && self.documents.is_empty()
            && !self.names_another(claim)
        {
            let companies = lexicon::get().concepts("company");
            let general = |term: &Term| term.concepts.iter().any(|concept| companies.contains(concept));
            denote(text, claim, &|term| general(term).then_some(id));
        }
    }

    /// "NHK reported a leak of 300 items", "Kyodo put it at 300": what an outlet tells, be it only a noun, it tells as a speaker.
    fn told_by_outlet(&self, claim: &mut Statement) {
        let terms = &claim.terms;
        let outlet = |index: usize| terms[index].entity.is_some_and(|id| self.is_outlet(id));
        let of = |noun: usize| claim.roles.iter().find(|role| role.head == noun && outlet(role.filler));
        let tells = |role: &Role| {
            let verb = &terms[role.head];
            // An outlet passes on; what it is said to reveal, or to report to somebody, it would do itself.
            let main = verb.predication.is_some_and(|at| claim.predications[at].link == Link::Main);
            let to = claim.roles.iter().any(|other| other.head == role.head && other.slot == Slot::To);
            let passes_on = main && !to && !verb.negated && verb.mode.rank() <= Certainty::Possible.rank();
            let fits = matches!(role.slot, Slot::Agent | Slot::Sole)
                && verb.kind == TermKind::Verb
                && passes_on
                && among(&verb.lemma, List::Messenger);
            let whole = outlet(role.filler).then(|| vec![role.filler]);
            let own = |of: &Role| terms[of.head].is(Class::Telling).then(|| vec![of.head, of.filler]);
            whole.or_else(|| of(role.filler).and_then(own)).filter(|_| fits).map(|terms| (role.head, terms))
        };
        let introduced = claim.speaker.as_ref().is_some_and(|speaker| speaker.introduces);
        if let Some((head, named)) = claim.roles.iter().find_map(tells).filter(|_| !introduced) {
            let (span, verb) = (terms[named[0]].span, terms[head].lemma.clone());
            claim.speaker = Some(Speaker { terms: named, span, verb, introduces: true });
            claim.roles.retain(|other| other.head != head);
            claim.terms[head].light = true;
        }
        claim.pieces.iter_mut().for_each(|piece| self.told_by_outlet(&mut piece.statement));
    }

    /// Whether a claim names who the base is about.
    pub fn names_protagonist(&self, claim: &Statement) -> bool {
        claim.terms.iter().any(|term| self.is_protagonist(term))
    }

    /// Whether a company that is not the protagonist, or an unknown name, stands in a claim.
    pub fn names_another(&self, claim: &Statement) -> bool {
        let body = |id: EntityId| {
            self.entities.get(usize::from(id)).is_some_and(|entity| entity.kind == EntityKind::Organisation)
                && !self.is_described_by(id, statement::key("ministry"))
        };
        let other = |term: &Term| match term.entity {
            Some(id) => !self.is_protagonist(term) && body(id),
            None => term.kind == TermKind::Name && term.country.is_none(),
        };
        claim.terms.iter().any(other)
    }

    /// Whether a source was published by the entity, or comes from it.
    pub fn is_outlet(&self, id: EntityId) -> bool {
        let Some(entity) = self.entities.get(usize::from(id)) else { return false };
        self.sources.iter().any(|source| {
            let named = |name: &Option<String>| {
                name.as_ref()
                    .is_some_and(|name| entity.id == *name || entity.name == *name || entity.aliases.contains(name))
            };
            named(&source.publisher) || named(&source.origin)
        })
    }

    /// The key of a place's name; None where the entity is no place.
    pub fn place_key(&self, id: EntityId) -> Option<u64> {
        self.profiles.get(usize::from(id))?.place
    }

    /// The key of an entity's country.
    pub fn home(&self, id: EntityId) -> Option<u64> {
        self.profiles.get(usize::from(id))?.home
    }

    /// Whether a word stands in an entity's name or in one of its descriptions.
    pub fn is_described_by(&self, id: EntityId, word: u64) -> bool {
        self.profiles.get(usize::from(id)).is_some_and(|profile| profile.words.binary_search(&word).is_ok())
    }

    /// An entity by its id.
    pub fn entity_id(&self, id: &str) -> Option<EntityId> {
        self.entities.iter().position(|entity| entity.id == id).map(|at| at as EntityId)
    }

    fn prepare(&self, question: Question) -> Prepared {
        let readings: Vec<PreparedReading> =
            question.readings.iter().map(|reading| self.prepare_reading(reading)).collect();
        let mut pool = Pool::default();
        readings.iter().for_each(|reading| pool.merge(&reading.pool));
        let mut restricting = Vec::new();
        for statement in self.parse(&question.ask, None) {
            pool.add_statement(&statement);
            // "How many of the items were linked to users": what follows the noun tells which.
            if crate::text::lower(&question.ask).starts_with("how many of ") {
                let counted =
                    statement.terms.iter().position(|term| term.kind == TermKind::Noun).map_or(0, |at| at + 1);
                restricting.extend(statement.terms.into_iter().skip(counted).filter(|term| !term.light));
            }
        }
        pool.finish();
        Prepared { question, readings, pool, restricting, document: None }
    }

    /// The statements of a text of the base's own words.
    fn parse(&self, text: &str, anchor: Option<Day>) -> Vec<Statement> {
        sentences(text)
            .iter()
            .flat_map(|sentence| {
                let parsed = statement::read(text, sentence.span, anchor);
                statement::claims(text, &parsed, &self.vocabulary)
            })
            .collect()
    }

    fn prepare_reading(&self, reading: &Reading) -> PreparedReading {
        let anchor = self.sources.get(usize::from(reading.source)).and_then(|source| source.date);
        let mut statements = Vec::new();
        let mut pool = Pool::default();
        let mut wording = Vec::new();
        for text in std::iter::once(reading.says.as_str()).chain(reading.also.lines()) {
            statements.extend(self.parse(text, anchor));
            wording.extend(plain_words(text));
            wording.push(String::new());
        }
        if let Some(printed) = &reading.printed {
            wording.extend(plain_words(printed));
        }
        statements.iter().for_each(|statement| pool.add_statement(statement));
        pool.finish();
        // "Raised to 519,000" counts what the other wordings count.
        let counted = statements
            .iter()
            .flat_map(|statement| &statement.quantities)
            .find_map(|quantity| quantity.of.clone().filter(|_| quantity.unit.is_none()));
        for quantity in statements.iter_mut().flat_map(|statement| &mut statement.quantities) {
            if quantity.of.is_none() && quantity.unit.is_none() {
                quantity.of.clone_from(&counted);
            }
        }
        // So it is with what a share is a share of: one wording tells it for all.
        let shares: Vec<(Option<f64>, String)> = statements
            .iter()
            .flat_map(|statement| &statement.quantities)
            .filter_map(|quantity| Some((quantity.low, quantity.whole_of.clone()?)))
            .collect();
        let whole_of =
            |quantity: &Quantity| shares.iter().find(|(low, _)| *low == quantity.low).map(|(_, whole)| whole.clone());
        for quantity in statements.iter_mut().flat_map(|statement| &mut statement.quantities) {
            quantity.whole_of = quantity.whole_of.take().or_else(|| whole_of(quantity));
        }
        let mut quantities: Vec<Quantity> = Vec::new();
        for quantity in statements.iter().flat_map(|statement| &statement.quantities) {
            if !quantities.iter().any(|known| known.same_figure(quantity)) {
                quantities.push(quantity.clone());
            }
        }
        let parsed_certainty = statements.first().map_or(Certainty::Plain, |statement| statement.certainty);
        let by = reading.by.as_deref().and_then(|id| self.entity_id(id)).or_else(|| {
            let first = statements.first()?;
            first.speaker.as_ref()?.terms.iter().find_map(|index| first.terms[*index].entity)
        });
        let value = match self.value(reading, anchor) {
            Value::Quantity(quantity) if quantity.of.is_none() && quantity.unit.is_none() => {
                Value::Quantity(Quantity { of: counted, ..quantity })
            }
            Value::Quantity(quantity) => Value::Quantity(Quantity { whole_of: whole_of(&quantity), ..quantity }),
            value => value,
        };
        PreparedReading {
            counted: self.counts(&value, &quantities),
            quantities,
            value,
            certainty: if reading.sure == Certainty::Plain && self.is_loose(reading.source) {
                parsed_certainty
            } else {
                reading.sure
            },
            negated: statements.iter().take(1).any(Statement::negated),
            by,
            places: Places::of(&statements),
            heads: statements.iter().map(Heads::of).collect(),
            statements,
            pool,
            wording,
        }
    }

    fn value(&self, reading: &Reading, anchor: Option<Day>) -> Value {
        let Some(value) = &reading.value else { return Value::None };
        let parsed = statement::read(value, Span::new(0, value.len()), anchor);
        if let [quantity] = parsed.quantities.as_slice() {
            return Value::Quantity(quantity.clone());
        }
        if let Some(period) = parsed.dates.first().and_then(|date| date.period) {
            return Value::Date(period);
        }
        let statement = statement::statements(value, &parsed, &self.vocabulary).into_iter().next().unwrap_or_default();
        match statement.terms.as_slice() {
            [only] if only.entity.is_some() => Value::Entity(only.entity.unwrap_or_default()),
            terms => Value::Words(terms.iter().map(|term| term.key).collect()),
        }
    }

    fn is_loose(&self, source: u16) -> bool {
        self.sources.get(usize::from(source)).is_none_or(|source| source.loose)
    }

    /// Adds a document as a source: every sentence becomes a reading. A known id is replaced.
    pub fn add_document(&mut self, text: &str, meta: &SourceMeta) -> Result<SourceRef, Error> {
        let id = self.accept(text, meta)?;
        self.rebuild_documents();
        let source = self.sources.iter().find(|source| source.id == id).expect("it was just added");
        Ok(source_ref(source))
    }

    /// Adds several documents at once; none is added where one is refused.
    pub fn add_documents(&mut self, documents: Vec<(String, SourceMeta)>) -> Result<(), Error> {
        let before = self.documents.clone();
        for (text, meta) in &documents {
            if let Err(error) = self.accept(text, meta) {
                self.documents = before;
                return Err(error);
            }
        }
        if !self.documents.is_empty() {
            self.rebuild_documents();
        }
        Ok(())
    }

    /// Checks what is said about a document and keeps both; returns its id.
    fn accept(&mut self, text: &str, meta: &SourceMeta) -> Result<String, Error> {
        if let Some(date) = &meta.date {
            Day::parse_iso(date).map_err(|error| error.in_field("date"))?;
        }
        let taken = |id: &str| self.sources[..self.own_sources].iter().any(|source| source.id == id);
        let id = match &meta.id {
            Some(id) if id.is_empty() => {
                return Err(Error::new("source", "a source id must not be empty").in_field("id"));
            }
            Some(id) if taken(id) => {
                return Err(Error::new("source", format!("the base already has a source \"{id}\"")).in_field("id"));
            }
            Some(id) => id.clone(),
            None => {
                let known =
                    |id: &String| taken(id) || self.documents.iter().any(|(_, meta)| meta.id.as_ref() == Some(id));
                (1..).map(|n| format!("document-{n}")).find(|id| !known(id)).unwrap_or_default()
            }
        };
        let mut meta = meta.clone();
        meta.id = Some(id.clone());
        match self.documents.iter_mut().find(|(_, known)| known.id.as_deref() == Some(&id)) {
            Some(known) => *known = (text.to_owned(), meta),
            None => self.documents.push((text.to_owned(), meta)),
        }
        Ok(id)
    }

    /// Takes a document away; false where there is none of this id.
    pub fn remove_document(&mut self, id: &str) -> bool {
        let before = self.documents.len();
        self.documents.retain(|(_, meta)| meta.id.as_deref() != Some(id));
        let removed = self.documents.len() != before;
        if removed {
            self.rebuild_documents();
        }
        removed
    }

    /// Documents are few and small beside a base, and their names are found together, so a change rebuilds them all.
    fn rebuild_documents(&mut self) {
        self.sources.truncate(self.own_sources);
        self.loose.clear();
        self.loose_index.clear();
        self.posts.clear();
        let documents = std::mem::take(&mut self.documents);
        if self.file.is_none() {
            self.vocabulary = Vocabulary::default();
            self.entities.clear();
            self.profiles.clear();
            self.referents = Referents::default();
            for entity in document::names(&documents) {
                let id = self.entities.len() as EntityId;
                self.vocabulary.add_name(&entity.name, id);
                entity.aliases.iter().for_each(|alias| self.vocabulary.add_name(alias, id));
                self.profiles.push(Profile::of(&entity));
                self.entities.push(entity);
            }
        }
        for (text, meta) in &documents {
            let number = self.sources.len() as u16;
            let source = document::source(meta);
            self.add_sentences(document::questions(text, number, &source), &source);
            self.sources.push(source);
        }
        order::sort(&mut self.loose_index);
        self.documents = documents;
        self.forget_holding();
        self.find_topics();
        self.info.sources = self.sources.len() as u32;
        self.info.facts =
            self.file.as_ref().map_or(0, |file| file.head().map_or(0, |head| head.facts)) + self.loose.len() as u32;
    }

    /// Makes questions of a document's sentences. A definite noun ("the ferry") or a possessor may stand anywhere in the document; what a
    /// pronoun stands for is looked for in the sentence before.
    fn add_sentences(&mut self, questions: Vec<Question>, source: &Source) {
        let kind = |id: EntityId| {
            let entity = self.entities.get(usize::from(id))?;
            Some((entity.name.clone(), entity.kind == EntityKind::Person))
        };
        let mut before = Mentioned::default();
        // Each sentence as it is parsed: with names in the place of its pronouns.
        let mut told: Vec<String> = Vec::new();
        // What each of them names.
        let mut mentioned: Vec<Mentioned> = Vec::new();
        let mut parsed: Vec<Vec<Statement>> = Vec::new();
        // What a sentence says in passing stands for itself as well: "X, a unit of Y, will close". What it has before, without or close to something is not
        // asserted; nor is what stands beside something that is only planned, or true of all or none: "anyone who stole it will be jailed".
        let asserted = |piece: &Piece| match piece.link {
            Link::Relative => true,
            Link::Adverbial => {
                matches!(time_joint(&piece.joint), Some(Bound::At | Bound::After))
                    || among(&piece.joint, List::Because)
                    || among(&piece.joint, List::Then)
                    || among(&piece.joint, List::Although)
            }
            _ => false,
        };
        let in_passing = |text: &str, mut statement: Statement| {
            let pieces = std::mem::take(&mut statement.pieces);
            let plain = statement.predications.iter().all(|one| one.mode != Certainty::Denied);
            let firm = plain
                && statement.certainty == Certainty::Plain
                && !statement.negated()
                && statement.universal.is_none();
            // "Will miss two games after tearing a muscle"
            let cause = |piece: &Piece| {
                let predicate = piece.statement.predications.first().and_then(|one| one.predicate);
                piece.joint == "after"
                    && predicate.is_some_and(|at| piece.statement.terms[at].span.of(text).ends_with("ing"))
            };
            let named = |piece: &Piece| piece.link == Link::Relative && piece.named;
            let stands = |piece: &Piece| asserted(piece) && (firm || named(piece) || cause(piece));
            let passing = pieces.into_iter().filter(stands).map(|piece| piece.statement);
            [statement].into_iter().chain(passing).collect::<Vec<_>>()
        };
        for question in &questions {
            let says = &question.readings[0].says;
            let mut statements = self.parse(says, source.date);
            let mut here = Mentioned::of(says, &statements, &kind);
            let text = antecedent::resolved(says, &before, &here).unwrap_or_else(|| says.clone());
            if text != *says {
                statements = self.parse(&text, source.date);
                here = Mentioned::of(&text, &statements, &kind);
            }
            before = here.clone();
            mentioned.push(here);
            parsed.push(statements.into_iter().flat_map(|one| in_passing(&text, one)).collect());
            if std::env::var("DBG").is_ok() {
                eprintln!("TOLD {text}");
            }
            told.push(text);
        }
        if self.file.is_none() {
            let mut named = Referents::default();
            parsed.iter().flatten().for_each(|statement| named.gather(statement, kind));
            for (says, statements) in told.iter().zip(&mut parsed) {
                statements.iter_mut().for_each(|statement| denote(says, statement, &|term| named.of(term)));
            }
            self.referents.merge(&named);
            parsed.iter().flatten().for_each(|statement| self.note_posts(statement));
        }
        let mut document = Pool::default();
        parsed.iter().flatten().for_each(|statement| document.add_statement(statement));
        document.finish();
        let document = Arc::new(document);
        let mut before = Pool::default();
        for (number, (question, statements)) in questions.into_iter().zip(parsed).enumerate() {
            // Whether no doubt is left whom another pronoun of the next sentence means.
            let single = told.get(number + 1).is_none_or(|next| mentioned[number].leaves_no_doubt(next));
            let mut whole = Pool::default();
            for statement in &statements {
                whole.add_statement(statement);
                statement.turned_round().iter().for_each(|turned| whole.add_statement(turned));
            }
            let mut sentence = Pool::default();
            for mut statement in statements.iter().cloned() {
                statement.terms.retain(|term| single || term.kind != TermKind::Name);
                sentence.add_statement(&statement);
            }
            if statements.iter().any(|statement| statement.pronoun) {
                whole.merge(&before);
            }
            whole.finish();
            before = sentence;
            self.add_sentence(&question, statements, &whole, &document);
        }
    }

    /// Sets down the offices that a statement gives, beside a name or by what somebody is said to be.
    fn note_posts(&mut self, statement: &Statement) {
        let terms = &statement.terms;
        let titled = |role: &&Role| role.slot == Slot::Is && terms[role.head].is_title();
        let told = statement.roles.iter().filter(titled).map(|role| {
            let of = statement.roles.iter().filter(|other| other.head == role.head && other.slot == Slot::Of);
            (role.filler, role.head, of.map(|other| other.filler).collect::<Vec<_>>())
        });
        let beside = statement.offices.iter().filter_map(|office| {
            let title = office.terms.iter().rev().find(|index| terms[**index].is_title())?;
            Some((office.holder, *title, office.terms.clone()))
        });
        for (holder, title, of) in told.chain(beside) {
            // Who is deputy or was mayor is none.
            let none = of.iter().any(|index| among(&terms[*index].lemma, List::Privative));
            let Some(holder) = terms[holder].entity.filter(|_| !none && !terms[holder].described) else { continue };
            let bodies = of.iter().map(|index| &terms[*index]).filter(|term| term.kind == TermKind::Name);
            let post = Post { holder, title: terms[title].clone(), bodies: bodies.map(|term| term.key).collect() };
            self.posts.push(post);
        }
    }

    /// Where documents know somebody by another office than this one, and this one, of the same body, as somebody else's: whose.
    pub fn other_in_post(&self, holder: EntityId, title: &Term, bodies: &[u64]) -> Option<EntityId> {
        let same = |post: &&Post| post.title.key == title.key || post.title.shares_concept(title);
        let own = || self.posts.iter().filter(|post| post.holder == holder);
        if own().next().is_none() || own().any(|post| same(&post)) {
            return None;
        }
        let of = |post: &Post| post.bodies.is_empty() || bodies.iter().all(|body| post.bodies.contains(body));
        self.posts.iter().filter(same).find(|post| of(post) && post.holder != holder).map(|post| post.holder)
    }

    /// One sentence may hold several assertions; each is compared on its own, so that the figure of one never meets the date of another.
    fn add_sentence(&mut self, question: &Question, statements: Vec<Statement>, whole: &Pool, document: &Arc<Pool>) {
        let count = statements.len();
        let wording = plain_words(&question.readings[0].says).collect::<Vec<_>>();
        let named = |statement: &Statement| {
            statement.speaker.as_ref()?.terms.iter().find_map(|index| statement.terms[*index].entity)
        };
        let speaker = statements.iter().find_map(named);
        for (index, statement) in statements.into_iter().enumerate() {
            let mut own = question.clone();
            if count > 1 {
                own.id = format!("{}.{}", question.id, index + 1);
            }
            let mut pool = Pool::default();
            pool.add_statement(&statement);
            // "Sold it to Lee" says as well that Lee bought it.
            let turned = statement.turned_round();
            turned.iter().for_each(|turned| pool.add_statement(turned));
            pool.finish();
            let quantities = statement.quantities.clone();
            let (certainty, negated, by) = (statement.certainty, statement.negated(), named(&statement).or(speaker));
            let statements: Vec<Statement> = [statement].into_iter().chain(turned).collect();
            let reading = PreparedReading {
                certainty,
                negated,
                by,
                counted: self.counts(&Value::None, &quantities),
                value: Value::None,
                wording: wording.clone(),
                quantities,
                places: Places::of(&statements),
                heads: statements.iter().map(Heads::of).collect(),
                statements,
                pool,
            };
            let prepared = Prepared {
                restricting: Vec::new(),
                readings: vec![reading],
                question: own,
                pool: whole.clone(),
                document: Some(document.clone()),
            };
            let number = (self.prepared.len() + self.loose.len()) as u32;
            self.loose_index.extend(index_terms(&prepared).into_iter().map(|term| (term, number)));
            self.loose.push(Arc::new(prepared));
        }
    }
}

/// The terms under which a question is found, sorted: lemmas, entities, figures, months and years.
pub fn index_terms(prepared: &Prepared) -> Vec<String> {
    let mut out = Vec::new();
    for statement in prepared.readings.iter().flat_map(|reading| &reading.statements) {
        for term in &statement.terms {
            out.push(term.lemma.clone());
            out.extend(term.words.iter().map(|word| word.lemma.clone()));
        }
        out.extend(statement.quantities.iter().filter_map(value_term));
        let periods = statement.dates.iter().filter_map(|date| date.period);
        out.extend(periods.map(|period| format!("%{}", period.from.year())));
    }
    order::unique(&mut out);
    out
}

/// The index term of a figure: its two leading digits and its magnitude, so that a close figure is found as well.
pub fn value_term(quantity: &Quantity) -> Option<String> {
    let value = quantity.value()?;
    (value != 0.0).then(|| {
        let (mut leading, mut exponent) = (value.abs(), 0.0);
        while leading >= 10.0 && exponent < 400.0 {
            (leading, exponent) = (leading / 10.0, exponent + 1.0);
        }
        while leading < 1.0 && exponent > -400.0 {
            (leading, exponent) = (leading * 10.0, exponent - 1.0);
        }
        let show = |number: f64| crate::decimal::show(number, 0);
        crate::text::joined(&["#", &show(leading.copysign(value) * 10.0), "e", &show(exponent)], "")
    })
}

/// The words of a text, lower case, without marks.
pub fn plain_words(text: &str) -> impl Iterator<Item = String> + '_ {
    crate::text::tokens(text, Span::new(0, text.len()))
        .into_iter()
        .filter(|token| token.kind != crate::text::TokenKind::Mark && token.kind != crate::text::TokenKind::Possessive)
        .map(|token| token.norm)
}

/// How evidence names a source.
pub fn source_ref(source: &Source) -> SourceRef {
    let label = match (&source.publisher, source.date) {
        (Some(publisher), _) => publisher.clone(),
        (None, Some(date)) if source.loose && source.title.is_some() => {
            format!("{} ({})", source.title.clone().unwrap_or_default(), Period::day(date).plain())
        }
        (None, Some(date)) => format!("Report of {}, publisher not named", Period::day(date).plain()),
        (None, None) => source
            .title
            .clone()
            .or_else(|| source.file.clone())
            .unwrap_or_else(|| "Document without publisher or date".to_owned()),
    };
    SourceRef {
        id: source.id.clone(),
        label,
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        date: source.date.map(|date| date.to_string()),
        url: source.url.clone(),
        origin: source.origin.clone(),
    }
}
