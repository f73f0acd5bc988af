//! Who does what to whom, what is denied, how sure it is: the structure of a claim set beside that of a reading.
//!
//! Coverage says that the words are there; this says that they stand in the same places. A party must hang on the claim's verb or noun as it
//! does in some wording of the reading, and what the claim affirms, denies, plans or demands must be affirmed, denied, planned or demanded there.

use super::compare::{Amount, Comparison, Context, Expected, same_notion, weight};
use crate::base::{Base, Entity, EntityKind, PreparedReading, Value, plain_words};
use crate::lexicon::{self, Class, List, among};
use crate::report::{Outcome, PartKind};
use crate::statement::quantity::{Fit, Quantity};
use crate::statement::vocabulary::EntityId;
use crate::statement::{Certainty, Link, Mark, Number, Role, Slot, Statement, Term, TermKind};
use crate::text::{Span, cut};
use std::cell::OnceCell;
use std::ops::Index;

/// Where something is denied, at least this share of what the denial speaks of must stand in the claim.
const DENIAL_SHARE: f32 = 0.6;
/// The same where the claim has the opposite of the reading's word, which by itself tells that both speak of one thing.
const OPPOSITE_SHARE: f32 = 0.4;

/// So many counterparts most claims have in a reading at most; more only ask for more memory.
const COUNTERPARTS: usize = 32;

/// For each term of a claim the terms of a reading that stand for the same: (wording, term), in the order of the wordings.
pub(super) struct Counterparts {
    places: Vec<(usize, usize)>,
    /// Where those of each term end.
    ends: Vec<usize>,
    /// How many of the claim's terms each wording holds.
    held: Vec<usize>,
}

impl Counterparts {
    fn of_term(&self, index: usize) -> &[(usize, usize)] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start..self.ends[index]]
    }

    fn iter(&self) -> impl Iterator<Item = &[(usize, usize)]> {
        (0..self.ends.len()).map(|index| self.of_term(index))
    }

    /// Of some terms of the reading those in the wordings that hold most of the claim: what one wording denies, another may put without a denial,
    /// in words of its own.
    fn in_best_wordings<'a>(&'a self, found: &'a [(usize, usize)]) -> impl Iterator<Item = (usize, usize)> + 'a {
        let most = found.iter().map(|(wording, _)| self.held[*wording]).max().unwrap_or(0);
        found.iter().copied().filter(move |(wording, _)| self.held[*wording] == most)
    }

    /// Whether a term of the reading stands for any of the claim's.
    fn hold(&self, place: (usize, usize)) -> bool {
        self.places.contains(&place)
    }
}

impl Index<usize> for Counterparts {
    type Output = [(usize, usize)];

    fn index(&self, index: usize) -> &[(usize, usize)] {
        self.of_term(index)
    }
}

/// A person or body, by name or by what it is.
fn is_party(term: &Term) -> bool {
    let noun = |term: &Term| term.is(Class::Party) || term.is(Class::Title);
    term.entity.is_some() || term.kind == TermKind::Name || noun(term) || term.words.last().is_some_and(noun)
}

/// A noun for a company by its tie to another one: whose subsidiary it is, is never left out.
fn is_tie(term: &Term) -> bool {
    let noun = |term: &Term| term.is(Class::Tie);
    noun(term) || term.words.last().is_some_and(noun)
}

/// Whether all wordings of a reading hold a mark.
fn theirs_marked(side: &PreparedReading, mark: Mark) -> bool {
    side.statements.iter().all(|statement| statement.marks.iter().any(|(theirs, _)| *theirs == mark))
}

/// Those whom news is told, who do little themselves.
fn is_reporter(term: &Term) -> bool {
    among(term.lemma.as_str(), List::Press)
}

/// Whether a verb tells what somebody says, thinks or wants.
fn is_attitude(verb: &Term) -> bool {
    [Class::Say, Class::Demanded, Class::Judge, Class::Ascribe, Class::Attitude].iter().any(|class| verb.is(*class))
}

/// "Finance minister X", where the base knows another post of X: that post.
pub(super) fn other_post(base: &Base, holder: &Entity, title: &str) -> Option<String> {
    let words: Vec<&str> = title.split(' ').filter(|word| is_ministerial(word)).collect();
    let post = |entity: &Entity| tells_field(entity, "minister", &[]) && !tells_field(entity, "minister", &words);
    if words.is_empty() || holder.kind != EntityKind::Person || !post(holder) {
        return None;
    }
    let office = base.entities.iter().find(|one| one.kind == EntityKind::Office && post(one));
    office.map(|office| office.name.clone()).or_else(|| holder.called.first().cloned())
}

/// Whether there are ministers of a field: "finance", "justice".
fn is_ministerial(field: &str) -> bool {
    field != "minister" && lexicon::get().lemma_classes(&format!("{field} minister")) & Class::Title.bit() != 0
}

/// Whether the base calls an entity by a phrase with a word of this sort ("ministry") and one of these fields, if there are any.
fn tells_field(entity: &Entity, sort: &str, fields: &[&str]) -> bool {
    entity.called.iter().chain(&entity.aliases).chain([&entity.name]).any(|phrase| {
        let words: Vec<String> = plain_words(phrase).collect();
        let has = |field: &&str| words.iter().any(|word| word == field);
        has(&sort) && (fields.is_empty() || fields.iter().any(has))
    })
}

/// Whether a term of a claim can turn out to stand in another's place.
pub(super) fn may_be_misplaced(claim: &Statement, index: usize) -> bool {
    let term = &claim.terms[index];
    // "The justice ministry", "the finance minister": see [`Context::other_field`].
    let field = |role: &Role| {
        role.filler == index && among(&claim.terms[role.head].lemma, List::Ministry)
            || role.head == index && term.is(Class::Title)
    };
    let mut roles = claim.roles.iter().filter(|role| role.head == index || role.filler == index);
    if is_party(term) || term.country.is_some() { roles.next().is_some() } else { roles.any(field) }
}

/// Whether one of two opposites only denies the other, by its prefix: "insufficient", "unprotected". Of others both may be untrue.
fn contradictory(one: &Term, other: &Term) -> bool {
    let lexicon = lexicon::get();
    let stems = |term: &Term, negated: &Term| {
        ["un", "in", "im", "ir", "il", "non", "dis"].iter().filter_map(|prefix| negated.lemma.strip_prefix(prefix)).any(
            |stem| stem == term.lemma || term.concepts.iter().any(|concept| lexicon.members(*concept).contains(&stem)),
        )
    };
    stems(one, other) || stems(other, one)
}

/// Whether one word says that something was not done, and the other, denied, what: what is spared is not hit.
fn spares(one: &Term, other: &Term) -> bool {
    let spared = lexicon::get().concepts("unaffected").iter().any(|concept| one.concepts.contains(concept));
    spared && !one.negated && other.negated
}

/// Who does it or to whom it is done.
fn is_core(slot: Slot) -> bool {
    Slots::CORE.has(slot)
}

/// "Before the meeting" is not after it.
fn opposed_time(slot: Slot) -> Option<Slot> {
    match slot {
        Slot::Before => Some(Slot::After),
        Slot::After => Some(Slot::Before),
        _ => None,
    }
}

/// A set of slots, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slots(u16);

impl Slots {
    const DOER: Slots = Slots::of(&[Slot::Agent, Slot::Sole]);
    const RECEIVER: Slots = Slots::of(&[Slot::Patient, Slot::To]);
    const CORE: Slots = Slots::of(&[Slot::Agent, Slot::Patient, Slot::Sole, Slot::Is]);
    const OF: Slots = Slots::of(&[Slot::Of]);
    const DONE: Slots = Slots::of(&[Slot::Patient, Slot::Sole]);

    const fn of(slots: &[Slot]) -> Slots {
        let (mut bits, mut at) = (0, 0);
        while at < slots.len() {
            bits |= 1 << slots[at] as u16;
            at += 1;
        }
        Slots(bits)
    }

    fn add(&mut self, slot: Slot) {
        self.0 |= 1 << slot as u16;
    }

    fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn has(self, slot: Slot) -> bool {
        self.0 & 1 << slot as u16 != 0
    }

    fn meets(self, other: Slots) -> bool {
        self.0 & other.0 != 0
    }

    fn without(self, other: Slots) -> Slots {
        Slots(self.0 & !other.0)
    }

    /// The slots that can hold the same relation as this one: "the leak of data", "data leaked", "LY leaked data".
    fn like(slot: Slot) -> Slots {
        use Slot::*;
        let others: &[Slot] = match slot {
            Agent => &[Agent, Sole, Of, Is],
            Patient => &[Patient, Sole, Of, To],
            Sole => &[Sole, Agent, Patient, Of, Is],
            Is => &[Is, Agent, Sole],
            Of => &[Of, Sole, Agent, Patient, From, In, To, Other, Before, After],
            To => &[To, Of, Other, Patient, In],
            In => &[In, Of, Other, To],
            // "Action from the group" is what the group does.
            From => &[Of, Other, Agent, Sole],
            Before | After => &[Of, Other],
            Other => &[Other, Of, In, From, To, Before, After],
        };
        Slots(Slots::of(others).0 | 1 << slot as u16)
    }
}

/// Whether two slots can hold the same relation.
pub(super) fn compatible(one: Slot, other: Slot) -> bool {
    Slots::like(one).has(other)
}

/// A party that the claim has beside another at the same word: where the claim has it, and where the reading does.
struct Beside {
    slot: Slot,
    theirs: Slots,
    place: bool,
}

impl Context<'_> {
    /// Whether two terms denote the same party, or the same notion.
    fn same_party(&self, one: &Term, other: &Term) -> bool {
        match (one.entity, other.entity) {
            (Some(a), Some(b)) => a == b || one.others.contains(&b) || other.others.contains(&a),
            (None, None) => self.narrower(other, one),
            _ => false,
        }
    }

    /// Whether a reading's term stands for the claim's: the same notion or a narrower one.
    fn narrower(&self, theirs: &Term, mine: &Term) -> bool {
        // A user is one who uses, not the using.
        let using = |one: &Term, other: &Term| one.lemma == "user" && other.lemma == "use";
        if using(theirs, mine) || using(mine, theirs) {
            return false;
        }
        same_notion(mine, theirs)
            || theirs
                .concepts
                .iter()
                .any(|concept| lexicon::get().above(*concept).any(|above| mine.concepts.contains(&above)))
    }

    /// The reading's parties that the base describes by a claim's noun: "a ministry official".
    fn described(&self, term: &Term) -> Vec<(usize, usize)> {
        if term.kind != TermKind::Noun || term.entity.is_some() {
            return Vec::new();
        }
        let noun = term.words.last().map_or(term.key, |word| word.key);
        let mut out = Vec::new();
        if !self.side.pool.entities().iter().any(|id| self.base.is_described_by(*id, noun)) {
            return out;
        }
        for (wording, statement) in self.side.statements.iter().enumerate() {
            for (index, other) in statement.terms.iter().enumerate() {
                if other.entity.is_some_and(|id| self.base.is_described_by(id, noun)) {
                    out.push((wording, index));
                }
            }
        }
        out
    }

    pub(super) fn counterparts(&self) -> Counterparts {
        let key = |wording: usize, index: usize| self.side.statements[wording].terms[index].key;
        let mut out = Counterparts {
            places: Vec::with_capacity(COUNTERPARTS),
            ends: Vec::with_capacity(self.claim.terms.len()),
            held: vec![0; self.side.statements.len()],
        };
        let (mut near, mut found) = (Vec::with_capacity(COUNTERPARTS), Vec::with_capacity(COUNTERPARTS));
        for term in &self.claim.terms {
            found.clear();
            found.extend(self.side.places.near(term, &mut near).filter(|(wording, index)| {
                let other = &self.side.statements[*wording].terms[*index];
                if term.entity.is_some() || other.entity.is_some() {
                    self.same_party(term, other)
                } else {
                    self.narrower(other, term)
                }
            }));
            // A word that the claim has as well stands for itself: "the computer" is no server where both speak of a server and a computer.
            let mine = found.iter().filter(|(wording, index)| key(*wording, *index) == term.key).count();
            if mine > 0 && mine < found.len() {
                found.retain(|(wording, index)| {
                    let theirs = key(*wording, *index);
                    theirs == term.key || !self.claim.terms.iter().any(|other| other.key == theirs)
                });
            }
            found.chunk_by(|one, other| one.0 == other.0).for_each(|same| out.held[same[0].0] += 1);
            out.places.extend_from_slice(&found);
            out.ends.push(out.places.len());
        }
        out
    }

    /// The slots that some terms of the reading fill.
    fn slots_of(&self, fillers: &[(usize, usize)]) -> Slots {
        let mut out = Slots(0);
        for (wording, filler) in fillers {
            for role in self.side.statements[*wording].roles.iter().filter(|role| role.filler == *filler) {
                out.add(role.slot);
            }
        }
        out
    }

    /// What the wordings say of a pair of terms: the slots of every role between counterparts of the one and of the other.
    fn slots_between(&self, heads: &[(usize, usize)], fillers: &[(usize, usize)]) -> Slots {
        let mut out = Slots(0);
        if fillers.is_empty() {
            return out;
        }
        // Most terms govern no other one, which is quicker to see than their roles are gone through.
        for (wording, head) in heads.iter().filter(|(wording, head)| self.side.heads[*wording].may_hold(*head)) {
            for role in self.side.statements[*wording].roles.iter().filter(|role| role.head == *head) {
                if fillers.contains(&(*wording, role.filler)) {
                    out.add(role.slot);
                }
            }
        }
        out
    }

    /// The other parties that the claim has at the word of a role, each elsewhere than the role's own.
    fn beside(&self, role: &Role, counterparts: &Counterparts) -> Vec<Beside> {
        let parties = self.claim.roles.iter().filter(|other| {
            other.head == role.head
                && other.filler != role.filler
                && other.slot != role.slot
                && self.claim.terms[other.filler].entity.is_some()
        });
        parties
            .map(|other| Beside {
                slot: other.slot,
                theirs: self.slots_between(&counterparts[role.head], &counterparts[other.filler]),
                place: self.is_place(&self.claim.terms[other.filler]),
            })
            .collect()
    }

    /// Whether two terms of one wording hang together over a noun that is no party: "the leak (of data) of Line users".
    fn linked(&self, heads: &[(usize, usize)], fillers: &[(usize, usize)]) -> bool {
        heads.iter().any(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            let beside = |one: usize| {
                statement.roles.iter().filter_map(move |role| {
                    (role.head == one).then_some(role.filler).or_else(|| (role.filler == one).then_some(role.head))
                })
            };
            beside(*head)
                .filter(|middle| {
                    !is_party(&statement.terms[*middle]) && statement.terms[*middle].kind == TermKind::Noun
                })
                .any(|middle| {
                    // "The Hearthstone cracker brand": a name at the front of a long noun group.
                    let deep = |end: usize| {
                        let mut inner =
                            statement.roles.iter().filter(move |role| role.head == end && role.slot == Slot::Of);
                        inner.any(|role| role.filler < end && fillers.contains(&(*wording, role.filler)))
                    };
                    beside(middle).any(|end| fillers.contains(&(*wording, end)) || end < middle && deep(end))
                })
        })
    }

    /// Whether a noun only tells of what kind another one is, of which the claim does not speak ("a headphone socket" is no headphone), or does
    /// something itself in a clause below ("found that the drug works" finds no drug).
    fn displaced(&self, fillers: &[(usize, usize)], counterparts: &Counterparts) -> bool {
        !fillers.is_empty()
            && fillers.iter().all(|(wording, index)| {
                let statement = &self.side.statements[*wording];
                statement.roles.iter().filter(|role| role.filler == *index).any(|role| {
                    let (head, own) = (&statement.terms[role.head], &statement.terms[*index]);
                    let clause = head.predication.map(|at| &statement.predications[at]);
                    match role.slot {
                        Slot::Of => head.token == own.token + 1 && !counterparts.hold((*wording, role.head)),
                        Slot::Agent | Slot::Sole => {
                            clause.is_some_and(|clause| clause.link == Link::Complement && !clause.infinitive)
                        }
                        _ => false,
                    }
                })
            })
    }

    /// Whether some wording has somebody do something with what it calls "its" own: "completed its takeover".
    fn own_deed(&self, heads: &[(usize, usize)], fillers: &[(usize, usize)]) -> bool {
        heads.iter().any(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            let done = |role: &&Role| role.filler == *head && role.slot == Slot::Patient;
            statement.pronoun
                && statement.roles.iter().filter(done).any(|role| {
                    let mut roles = statement.roles.iter();
                    roles.any(|other| {
                        other.head == role.head
                            && other.slot == Slot::Agent
                            && fillers.contains(&(*wording, other.filler))
                    })
                })
        })
    }

    /// Whether one term of a wording is another's over a third: "the leak of data of users", "a server at the company of X".
    fn owned_over(&self, heads: &[(usize, usize)], fillers: &[(usize, usize)]) -> bool {
        heads.iter().any(|(wording, head)| {
            let roles = &self.side.statements[*wording].roles;
            let whose = |one: usize| {
                roles.iter().filter(move |role| {
                    role.head == one && matches!(role.slot, Slot::Of | Slot::In | Slot::To | Slot::From)
                })
            };
            whose(*head).flat_map(|role| whose(role.filler)).any(|role| fillers.contains(&(*wording, role.filler)))
        })
    }

    /// Whether some wording calls one of the parties a thing of one of the places: "X is a Japanese company", "a city in Spain", "the Japanese X".
    fn at_home(&self, places: &[(usize, usize)], parties: &[(usize, usize)]) -> bool {
        places.iter().any(|(wording, place)| {
            let roles = &self.side.statements[*wording].roles;
            roles.iter().filter(|role| role.filler == *place).any(|of| {
                let called = |role: &Role| {
                    role.head == of.head && role.slot == Slot::Is && parties.contains(&(*wording, role.filler))
                };
                // "Known in Chinese as …" tells of no place.
                matches!(of.slot, Slot::Of | Slot::From) && parties.contains(&(*wording, of.head))
                    || matches!(of.slot, Slot::Of | Slot::From | Slot::In) && roles.iter().any(called)
            })
        })
    }

    /// Who does what to whom: every party of the claim must hang where it hangs in the reading.
    pub(super) fn roles(&self, flips: &[usize], counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let speaker: &[usize] =
            claim.speaker.as_ref().filter(|speaker| speaker.introduces).map_or(&[], |speaker| &speaker.terms);
        // The verbs of which one party was taken for granted, being what the whole base is about; not both are.
        let mut granted: Vec<usize> = Vec::new();
        let in_office = |index: usize| claim.offices.iter().any(|office| office.terms.contains(&index));
        self.ends(counterparts, result);
        self.partners(counterparts, result);
        self.listed(counterparts, result);
        for role in &claim.roles {
            let (head, filler) = (&claim.terms[role.head], &claim.terms[role.filler]);
            if self.identity(role, counterparts, result) || self.is_given_name(role.filler) {
                continue;
            }
            // "X is Japanese", "X is from Japan": where somebody is at home the base knows, or it stands beside the name.
            if role.slot == Slot::Is
                && let Some(country) = self.country(head)
                && !self.is_place(filler)
            {
                if let Some(entity) = filler.entity.and_then(|id| self.base.entities.get(usize::from(id)))
                    && filler.entity.and_then(|id| self.base.home(id)).is_some_and(|home| home != country)
                {
                    self.role_clash(result, role.head, entity.place.clone());
                } else if self.only_country(&counterparts[role.head])
                    && (self.at_home(&counterparts[role.head], &counterparts[role.filler])
                        || self
                            .slots_between(&counterparts[role.head], &counterparts[role.filler])
                            .meets(Slots::of(&[Slot::Is])))
                {
                    self.part(result, PartKind::Role, head.span, Outcome::Agrees, None, false);
                } else {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            // "The talk came before the vote", where the reading has no vote.
            let ordered = opposed_time(role.slot).is_some() && head.lemma == "come" && head.light;
            if ordered && counterparts[role.filler].is_empty() {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            if let Some(other) = opposed_time(role.slot)
                && !counterparts[role.filler].is_empty()
            {
                let slots = self.slots_of(&counterparts[role.filler]);
                if slots.has(other) && !slots.has(role.slot) {
                    self.part(result, PartKind::Polarity, filler.span, Outcome::Disagrees, None, false);
                    continue;
                }
                // "The talk came before the vote": the order is all that is said.
                if head.lemma == "come" && !slots.has(role.slot) {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                    continue;
                }
            }
            // "The Japanese firm X", where X is at home elsewhere.
            if role.slot == Slot::Of
                && filler.span.start < head.span.start
                && let Some(country) = self.country(filler)
                && let Some(entity) = head.entity.and_then(|id| self.base.entities.get(usize::from(id)))
                && head.entity.and_then(|id| self.base.home(id)).is_some_and(|home| home != country)
            {
                self.role_clash(result, role.filler, entity.place.clone());
                continue;
            }
            if self.outsider(role, counterparts, result)
                || self.other_receiver(role, result)
                || self.other_field(role, result)
            {
                continue;
            }
            // An opposite turns its parties' places as well.
            if flips.contains(&role.head) {
                continue;
            }
            // "Mayor Ann Lee", where documents have her in another office, and this sentence has somebody else in this one.
            let of = || claim.roles.iter().filter(|other| other.head == role.head && other.slot == Slot::Of);
            let bodies = || of().map(|other| &claim.terms[other.filler]).filter(|term| term.kind == TermKind::Name);
            if role.slot == Slot::Is
                && head.is_title()
                && !of().any(|other| among(&claim.terms[other.filler].lemma, List::Privative))
                && !counterparts[role.head].is_empty()
                && let Some(id) = filler.entity
                && let Some(other) =
                    self.base.other_in_post(id, head, &bodies().map(|term| term.key).collect::<Vec<_>>())
                && self.side.pool.has_entity(other)
            {
                let name = self.base.entities.get(usize::from(other)).map(|entity| entity.name.clone());
                self.role_clash(result, role.filler, name);
                continue;
            }
            if self.prepared.document.is_some()
                && !self.slots_between(&counterparts[role.head], &counterparts[role.filler]).has(Slot::Is)
                && let Some(name) = self.other_incumbent(role, &counterparts[role.head])
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, Some(name), false);
                continue;
            }
            // "The former Naver company", where another is the former one.
            if role.slot == Slot::Of
                && head.entity.is_some()
                && among(filler.lemma.as_str(), List::Former)
                && counterparts[role.filler].is_empty()
                && !head.entity.is_some_and(|id| self.base.is_described_by(id, filler.key))
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // "A joint venture of A and the joint venture": nothing is its own part.
            if role.slot == Slot::Of
                && head.entity.is_some()
                && head.entity == filler.entity
                && head.described != filler.described
                && filler.span.start >= head.span.end
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // What stands between quotation marks is compared word by word.
            let quoted = |term: &Term| claim.quotes.iter().any(|quote| quote.contains(term.span));
            let owned = head.entity.is_some()
                && filler.entity.is_some()
                && !matches!(role.slot, Slot::Agent | Slot::Is | Slot::Sole | Slot::Patient)
                && !self.is_person_term(head);
            if head.entity.is_some() && !owned
                || quoted(head) && quoted(filler)
                || speaker.contains(&role.filler)
                    && (role.slot != Slot::Of || speaker.contains(&role.head) || head.kind != TermKind::Noun)
                || in_office(role.filler)
                || in_office(role.head)
                || head.is(Class::Symmetric) && role.slot != Slot::To && self.joins(role, counterparts)
            {
                continue;
            }
            if head.is(Class::Symmetric) && role.slot != Slot::To {
                if self.question.one && head.entity.is_none() && role.slot == Slot::Of {
                    self.role_clash(result, role.filler, None);
                } else {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            if self.merged_into_another(role, counterparts) {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            if head.is(Class::Symmetric) {
                continue;
            }
            // "A venture between X and Y" where the reading has the one that the base describes so.
            let (mut heads, mut fillers) = (&counterparts[role.head], &counterparts[role.filler]);
            let (other_heads, other_fillers);
            if heads.is_empty() && !is_core(role.slot) && self.country(filler).is_none() {
                other_heads = self.described(head);
                heads = &other_heads;
            }
            if fillers.is_empty() {
                other_fillers = self.described(filler);
                fillers = &other_fillers;
            }
            // "LY sees the ministry as …": whose view or word it is stands in the reading, be it by another verb.
            if heads.is_empty()
                && head.kind == TermKind::Verb
                && matches!(role.slot, Slot::Agent | Slot::Sole)
                && filler.entity.is_some()
                && is_attitude(head)
            {
                if !self.utters(filler) {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            // "The server belongs to X" says nothing else.
            if claim.owned == Some((role.head, role.filler))
                && !self.slots_between(heads, fillers).meets(Slots::like(role.slot))
                && self.rival(role, heads).is_none_or(|(id, _)| id.is_none())
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // "People used the app in Japan" counts the people there.
            let counts =
                |other: &&Role| other.head == role.head && other.slot == Slot::Agent && claim.terms[other.filler].light;
            if role.slot == Slot::In
                && head.light
                && head.kind == TermKind::Verb
                && let Some(people) = claim.roles.iter().find(counts)
            {
                self.lent_role(&Role { head: people.filler, ..*role }, result);
                continue;
            }
            // "The server stood in China": where a small verb puts something is where it is.
            if head.light && head.kind == TermKind::Verb && role.slot == Slot::In && self.country(filler).is_some() {
                self.placed(role, counterparts, result);
                continue;
            }
            // "The data of reporters" is not told by what somebody told reporters of the data.
            if role.slot == Slot::Of && is_reporter(filler) && !self.slots_between(heads, fillers).has(Slot::Of) {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // "X was a company of LY" says whose X was.
            let belongs = || {
                let whose = |slot: Slot, other: Slot| {
                    let mut others = claim.roles.iter().filter(|one| one.head == role.head && one.slot == other);
                    let another =
                        |one: &Role| claim.terms[one.filler].entity.is_some_and(|id| filler.entity != Some(id));
                    role.slot == slot && is_party(head) && others.any(another)
                };
                whose(Slot::Of, Slot::Is) || whose(Slot::Is, Slot::Of)
            };
            if heads.is_empty() {
                if belongs() && !is_tie(head) {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                } else {
                    self.lent_role(role, result);
                }
                continue;
            }
            // "The museum stole it", where it got back what was stolen.
            let described = |(wording, index): &(usize, usize)| self.side.statements[*wording].terms[*index].modifier;
            if self.prepared.document.is_some()
                && role.slot == Slot::Agent
                && !head.modifier
                && heads.iter().all(described)
                && self.slots_between(heads, fillers).is_empty()
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // "A server in China" where the reading has one in Japan; the count for one country is not that of another.
            if let Some(country) = self.country(filler) {
                if let Some(other) = self.other_country(heads, country) {
                    let elsewhere = self.prepared.document.is_some() && !fillers.is_empty();
                    if elsewhere {
                        // A document's sentence that has both countries tells of each something else.
                    } else if claim.quantities.is_empty() && !self.question.running {
                        self.role_clash(result, role.filler, Some(other));
                    } else {
                        self.part(result, PartKind::Role, filler.span, Outcome::Unknown, Some(other), false);
                    }
                    continue;
                }
                if fillers.is_empty() {
                    self.lent_role(role, result);
                    continue;
                }
            }
            // "The mobile carrier Naver", where another is the mobile carrier.
            if owned
                && filler.described
                && role.slot == Slot::Of
                && self.text.get(filler.span.end..head.span.start).is_some_and(|between| between.trim().is_empty())
                && filler.entity != head.entity
                && !head
                    .others
                    .iter()
                    .chain(&filler.others)
                    .any(|id| head.entity == Some(*id) || filler.entity == Some(*id))
            {
                self.part(result, PartKind::Role, head.span, Outcome::Unknown, None, false);
                continue;
            }
            if owned {
                // What is nobody else's, and no company by its tie to another, is that of whom the base is about.
                let granted_owner = || {
                    let taken = is_tie(head)
                        || self.has_another(role, heads)
                        || fillers.is_empty() && self.another_elsewhere(role);
                    self.base.is_topic(filler) && !taken
                };
                // "Naver's Line app", "a subcontractor of Line": whose it is must stand there, or be known of it.
                let known = self.slots_between(heads, fillers).meets(Slots::like(role.slot).without(Slots::CORE))
                    || granted_owner()
                    || head
                        .entity
                        .is_some_and(|id| self.base.home(id) == self.country(filler) && self.country(filler).is_some())
                    || filler.entity.is_some_and(|id| {
                        self.base.entities.get(usize::from(id)).is_some_and(|entity| {
                            head.entity.is_some_and(|head| {
                                entity.name.split_whitespace().any(|word| {
                                    self.base.is_described_by(head, crate::statement::key(&crate::text::lower(word)))
                                })
                            })
                        })
                    });
                if !known {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            let found = self.slots_between(heads, fillers);
            let like = Slots::like(role.slot);
            // "Of" leaves open which side of a verb somebody is on; where a wording tells, that counts.
            let told = is_core(role.slot) && filler.entity.is_some() && found.meets(Slots::CORE);
            if found.meets(if told { Slots(like.0 & Slots::CORE.0) } else { like }) {
                let by_of = filler.entity.is_some() && !found.meets(like.without(Slots::OF));
                let beside = if by_of { self.beside(role, counterparts) } else { Vec::new() };
                // "Guidance was given to the ministry by LY" is not said by "the ministry's guidance": with the other side unnamed, that
                // tells neither giver nor receiver.
                let sides = Slots::of(&[Slot::Agent, Slot::Patient, Slot::To]);
                let one_sided = by_of
                    && sides.has(role.slot)
                    && beside.iter().any(|other| sides.has(other.slot) && other.theirs.is_empty());
                // "LY's guidance to the ministry", where the reading has it the ministry's, and given to LY.
                let turned = by_of && !matches!(role.slot, Slot::Of | Slot::Is) && !self.is_place(filler) && {
                    let receives = Slots::RECEIVER.has(role.slot);
                    beside.iter().filter(|other| !other.place).any(|other| {
                        let own = match other.slot {
                            Slot::Of => Slots::of(&[Slot::Agent, Slot::Sole, Slot::From]),
                            slot => Slots::of(&[slot]),
                        };
                        (other.theirs.has(role.slot) || receives && other.theirs.meets(Slots::RECEIVER))
                            && !other.theirs.meets(own)
                    })
                };
                // "Wants Naver to review its ties with LY", where LY is the one who is asked, and the ties are those to Naver.
                let elsewhere = role.slot == Slot::Patient
                    && head.kind == TermKind::Verb
                    && filler.entity.is_some()
                    && found == Slots::of(&[Slot::To])
                    && self.rival(role, heads).is_some_and(|(id, _)| id.is_some());
                // "A shareholder of SoftBank", where the reading has one of LY, because of something with SoftBank.
                let around = Slots::of(&[Slot::Other, Slot::From, Slot::Before, Slot::After]);
                let another = |slot: Slot| {
                    let role = Role { slot, ..*role };
                    self.rival(&role, heads).is_some_and(|(id, _)| id.is_some())
                };
                let of_another = role.slot == Slot::Of
                    && filler.entity.is_some()
                    && (is_party(head)
                        && (found.without(Slots::DOER).is_empty()
                            || found.without(around).is_empty() && another(Slot::Of))
                        || !is_party(head) && found.without(around).is_empty() && another(Slot::Agent));
                if one_sided || turned || elsewhere || of_another {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            // "X's takeover of Y", where "X completed its takeover of Y".
            if role.slot == Slot::Of && head.is_deed() && !claim.pronoun && self.own_deed(heads, fillers) {
                continue;
            }
            // Those who are known only by the deed are in it, whether or not a wording names them there.
            if found.is_empty()
                && self.is_group(filler)
                && matches!(role.slot, Slot::Agent | Slot::Sole)
                && self.rival(role, heads).is_none()
            {
                continue;
            }
            let core = is_core(role.slot);
            let sided =
                core || role.slot == Slot::To && (head.is_deed() || head.words.last().is_some_and(Term::is_deed));
            // A prepositional group hangs on the verb and on the noun before it; either will do. That something is somebody's does not tell
            // that it was given to them by another.
            let beside = if sided && filler.entity.is_some() { self.beside(role, counterparts) } else { Vec::new() };
            let two_sided = role.slot == Slot::To && beside.iter().any(|other| other.slot == Slot::Agent);
            let either = if two_sided { like.without(Slots::OF) } else { like };
            if !is_core(role.slot)
                && claim.roles.iter().any(|other| {
                    other.filler == role.filler
                        && other.head != role.head
                        && other.slot == role.slot
                        && self.slots_between(&counterparts[other.head], fillers).meets(either)
                })
            {
                continue;
            }
            // "Under the law, the items count as secrets": what opens a sentence may hang on any word of it.
            let opens = role.slot == Slot::Other && filler.span.end < head.span.start && head.kind == TermKind::Verb;
            if opens
                && claim.terms.iter().enumerate().any(|(index, term)| {
                    term.predication == head.predication
                        && term.kind == TermKind::Noun
                        && self.slots_between(&counterparts[index], fillers).meets(like)
                })
            {
                continue;
            }
            // "Major shareholder Naver" says what "Naver is a major shareholder" says.
            if role.slot == Slot::Is && self.slots_between(fillers, heads).meets(Slots::of(&[Slot::Of, Slot::Is])) {
                continue;
            }
            let reversed = core && !found.is_empty();
            if !is_party(filler) {
                // "The intrusion began" is not said by "the investigation began after the intrusion".
                // "Caught it from the server" is not said by "infected the server".
                // "Heart failure" is not said where the failure is the liver's.
                let another = role.slot == Slot::Of
                    && found.is_empty()
                    && !filler.light
                    && self.of_something_else(role, heads, counterparts);
                // "After the guidance", where the reading has it after a meeting, or tells nothing of the guidance.
                let untimed = matches!(role.slot, Slot::Before | Slot::After)
                    && found.is_empty()
                    && (fillers.is_empty() && self.prepared.document.is_none() && !self.told_elsewhere(role)
                        || heads.iter().any(|(wording, head)| {
                            let mut theirs = self.side.statements[*wording].roles.iter();
                            theirs.any(|one| one.head == *head && one.slot == role.slot)
                        }))
                    && !self.linked(heads, fillers);
                let backwards = another
                    || untimed
                    || role.slot == Slot::From && found.meets(Slots::RECEIVER)
                    || core && self.exchanged(role, counterparts);
                let taken = self.prepared.document.is_some()
                    && found.is_empty()
                    && !fillers.is_empty()
                    && self.occupied(role, heads, counterparts);
                let displaced =
                    self.prepared.document.is_some() && found.is_empty() && self.displaced(fillers, counterparts);
                if core && !filler.light && !head.light && (taken || displaced || self.elsewhere(role, counterparts))
                    || backwards
                {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            // "Was hit before the subsidiary": that it came earlier than with somebody else must be told.
            if matches!(role.slot, Slot::Before | Slot::After) && found.is_empty() && head.kind == TermKind::Verb {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            let own = matches!(role.slot, Slot::Agent | Slot::Is) || core && head.kind == TermKind::Verb;
            // "From another company": another than is named, so one that the reading must have in that place.
            if filler.entity.is_none()
                && found.is_empty()
                && cut(self.text, ..filler.span.start).trim_end().ends_with("another")
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // What hangs on the same words over another noun will do, unless another party stands where the claim has this one.
            let replaced = || {
                filler.entity.is_some()
                    && !self.is_place(filler)
                    && (is_party(head) && self.named_rival(role, heads)
                        || head.kind == TermKind::Verb && self.rival(role, heads).is_some_and(|(id, _)| id.is_some()))
            };
            // "A server of the subcontractor" is not told by "a server, through a computer of the subcontractor".
            let aside = role.slot == Slot::Of && !is_party(head) && !self.owned_over(heads, fillers);
            // "Spoke at the ministry" is not told by speaking of what the ministry did.
            let at = role.slot == Slot::In && head.kind == TermKind::Verb && filler.entity.is_some();
            if !own && !aside && !at && self.linked(heads, fillers) && !replaced() {
                continue;
            }
            // "The user base in Indonesia stood at …": where it is, the whole wording is.
            if self.country(filler).is_some() && !core && !claim.quantities.is_empty() && self.only_country(fillers) {
                continue;
            }
            // A document's "he" or "the midfielder" may be whom the sentences around it name, where no other name stands in that place.
            // Long sentences say of what they begin with whatever names no other party.
            let around = fillers.is_empty() && self.cover(filler) > crate::base::pool::Cover::None;
            // Of two names it does not tell which is which.
            let two_sided = core
                && claim.roles.iter().any(|other| {
                    other.head == role.head
                        && other.filler != role.filler
                        && is_core(other.slot)
                        && claim.terms[other.filler].kind == TermKind::Name
                });
            // Not where another one does it: "Wahlgren said that the men used a key".
            let taken = self.prepared.document.is_some() && core && self.occupied(role, heads, counterparts);
            if self.prepared.document.is_some()
                && !two_sided
                && !taken
                && (around || !reversed && self.leads(fillers))
                && !self.named_rival(role, heads)
            {
                continue;
            }
            // Another party stands in that place.
            let rival = self.rival(role, heads);
            // "Did outsourced work for Line" does not tell who outsourced it.
            let verbal = heads.iter().any(|(wording, head)| !self.side.statements[*wording].terms[*head].modifier);
            if reversed && verbal && self.own_word(role.head, counterparts) && self.swapped(role, counterparts) {
                let name = rival.map(|(_, name)| name);
                self.role_clash(result, role.filler, name);
                continue;
            }
            let entity = filler.entity.is_some() || filler.kind == TermKind::Name;
            if let Some((id, name)) = rival {
                // A body that no source knows is another one than theirs.
                let unknown =
                    filler.entity.is_none() && filler.country.is_none() && id.is_some() && Slots::DOER.has(role.slot);
                let same_kind = unknown || self.same_kind(filler, id);
                // Several are companies; one is the president.
                let sort = role.slot == Slot::Is && head.is(Class::Party) && !head.is(Class::Title);
                // Of a half there are two.
                let shared = matches!(self.side.value, Value::Quantity(_))
                    && claim
                        .quantities
                        .iter()
                        .any(|share| share.unit == Some("%") && share.value().is_some_and(|value| value <= 50.0));
                // The deed is the same where what it was done to is: another may well have cut ninety jobs too.
                let two_placed = claim.roles.iter().any(|other| {
                    let thing = &claim.terms[other.filler];
                    let same = thing.definite || thing.kind == TermKind::Name;
                    other.head == role.head
                        && other.filler != role.filler
                        && matches!(other.slot, Slot::Patient | Slot::To | Slot::Agent)
                        && same
                        && !counterparts[other.filler].is_empty()
                });
                // "Tom Berg published the map in 1963": a document that tells one deed so closely tells of no other.
                let close = self.prepared.document.is_some()
                    && core
                    && head.kind == TermKind::Verb
                    && !head.light
                    && filler.kind == TermKind::Name
                    && self.named_rival(role, heads)
                    && two_placed
                    && !(claim.quantities.is_empty() && claim.dates.is_empty());
                let same_kind = same_kind || close && (filler.entity.is_none() || id.is_none());
                let exclusive = close
                    || self.question.one && !sort && !shared
                    || role.slot == Slot::Of && self.is_place(filler) == self.is_place_id(id);
                if entity && exclusive && same_kind && !self.plays_any_part(&counterparts[role.filler]) {
                    self.role_clash(result, role.filler, Some(name));
                } else if entity
                    || reversed
                    || taken && found.is_empty() && !fillers.is_empty() && !head.light
                    || id.is_some_and(|id| !self.is_called(id, filler))
                {
                    self.part(result, PartKind::Role, filler.span, Outcome::Unknown, Some(name), false);
                }
                continue;
            }
            if reversed {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // "The minister was injured" is not told by "the wife of the minister was injured".
            if taken && found.is_empty() && !fillers.is_empty() && !head.light {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            if !entity || head.light && !fillers.is_empty() {
                continue;
            }
            // A sentence of a document that has both words and puts nothing else in the place of the one: how they hang together may be told in a
            // way the parser does not follow.
            // Not where something else was done to it: "suspended after the arrest".
            let hit = role.slot == Slot::Patient
                && fillers.iter().all(|(wording, index)| {
                    let statement = &self.side.statements[*wording];
                    let done =
                        |other: &Role| other.filler == *index && matches!(other.slot, Slot::Patient | Slot::Sole);
                    statement.roles.iter().any(|other| done(other) && !statement.terms[other.head].light)
                });
            if hit && self.prepared.document.is_some() && !fillers.is_empty() {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            if self.prepared.document.is_some() && !fillers.is_empty() && !self.occupied(role, heads, counterparts) {
                continue;
            }
            // "A subsidiary of Line" where the reading has one that the base knows as Naver's.
            let known_by = |id: EntityId| {
                filler.entity.and_then(|own| self.base.entities.get(usize::from(own))).is_some_and(|own| {
                    own.name
                        .split_whitespace()
                        .any(|word| self.base.is_described_by(id, crate::statement::key(&crate::text::lower(word))))
                })
            };
            let named = |(wording, index): &(usize, usize)| self.side.statements[*wording].terms[*index].entity;
            if role.slot == Slot::Of
                && counterparts[role.head].is_empty()
                && filler.entity.is_some()
                && !heads.iter().filter_map(named).any(known_by)
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
                continue;
            }
            // The place is free. The party that the whole base is about fills it, and whom the reading has speak of its own doings.
            let lent = fillers.is_empty();
            let own = matches!(role.slot, Slot::Agent | Slot::Sole)
                && !granted.contains(&role.head)
                && self.side.by.is_some()
                && !self.done_by_another(role, heads)
                && (self.side.by == filler.entity || filler.others.iter().any(|other| self.side.by == Some(*other)));
            // Only who the base is about is taken for granted as who does it, or to whom it is done.
            let topic = !(sided && granted.contains(&role.head))
                && if core && lent { self.base.is_protagonist(filler) } else { self.is_granted(filler) }
                && role.slot != Slot::Is
                && !(lent && is_party(head) && self.another_elsewhere(role))
                && !(core && self.occupied(role, heads, counterparts))
                && !(sided && self.held_by_another(role, &beside))
                && !((lent && core || head.is_deed()) && self.done_by_another(role, heads))
                && !(role.slot == Slot::Of && is_tie(head))
                && !belongs();
            let described = !belongs() && filler.entity.is_some_and(|id| self.base.is_described_by(id, head.key));
            if (topic || own) && sided {
                granted.push(role.head);
            }
            if topic || own || described || head.light && !core && !lent || lent && !core && self.told_elsewhere(role) {
                continue;
            }
            self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
        }
    }

    /// Who does it and to whom must hang on one and the same word of one wording: that "LY", "plan" and "leak" stand somewhere in a reading does not
    /// make LY plan the leak.
    pub(super) fn bound(&self, counterparts: &Counterparts, result: &mut Comparison) {
        // What says otherwise need not be told of the very same thing.
        if result.clashes() {
            return;
        }
        let claim = self.claim;
        let speaker: &[usize] =
            claim.speaker.as_ref().filter(|speaker| speaker.introduces).map_or(&[], |speaker| &speaker.terms);
        let quoted = |term: &Term| claim.quotes.iter().any(|quote| quote.contains(term.span));
        let heads = claim.roles.iter().map(|role| role.head);
        let mut seen: Vec<usize> = Vec::new();
        for head in heads {
            let word = &claim.terms[head];
            // What is denied is compared as such.
            if seen.contains(&head) || word.modifier || word.entity.is_some() || word.negated || quoted(word) {
                continue;
            }
            seen.push(head);
            // Who somebody is, is told with whose: "the owner of LY is Naver".
            let called = claim.roles.iter().any(|role| {
                role.head == head && role.slot == Slot::Is && claim.terms[role.filler].kind == TermKind::Name
            });
            let parties: Vec<&Role> = claim
                .roles
                .iter()
                .filter(|role| {
                    let filler = &claim.terms[role.filler];
                    let slot = match role.slot {
                        Slot::Agent | Slot::Sole | Slot::Patient => word.kind == TermKind::Verb,
                        Slot::Is | Slot::Of => called && filler.entity.is_some() && !self.is_place(filler),
                        _ => false,
                    };
                    // "X is a company that runs Y": the company is X, which stands in the same place.
                    let named = || {
                        claim.roles.iter().any(|other| {
                            other.head == role.filler
                                && other.slot == Slot::Is
                                && claim.roles.iter().any(|beside| {
                                    beside.head == head && beside.slot == role.slot && beside.filler == other.filler
                                })
                        })
                    };
                    role.head == head
                        && slot
                        && !named()
                        && !filler.is(Class::Measure)
                        && !speaker.contains(&role.filler)
                        && (!filler.light || matches!(role.slot, Slot::Agent | Slot::Sole) && is_reporter(filler))
                })
                .collect();
            let found = &counterparts[head];
            if word.light && !(called && parties.len() > 1) {
                if word.kind == TermKind::Verb && !self.beside_one_another(&parties, counterparts) {
                    self.part(result, PartKind::Role, word.span, Outcome::Unknown, None, false);
                }
                continue;
            }
            // What another reading of the question lends must be told there of the same parties.
            if found.is_empty()
                && (word.kind == TermKind::Verb || called && parties.len() > 1)
                && self.side.pool.cover(word) == crate::base::pool::Cover::None
                && !result.uncovered.contains(&head)
                && parties.iter().any(|role| {
                    let filler = &claim.terms[role.filler];
                    let topic = filler.kind == TermKind::Noun && filler.definite && self.base.is_topic(filler);
                    !(self.base.is_protagonist(filler) || topic && self.asks_of(filler) || self.told_elsewhere(role))
                })
            {
                self.part(result, PartKind::Role, word.span, Outcome::Unknown, None, false);
            }
            if parties.is_empty() || found.is_empty() || word.kind != TermKind::Verb && parties.len() < 2 {
                continue;
            }
            // What another reading lends does not hang on the place, and takes long to find out.
            let lent: Vec<OnceCell<bool>> = vec![OnceCell::new(); parties.len()];
            let held = |place: &(usize, usize)| {
                let missing = parties.iter().zip(&lent).filter(|(role, lent)| {
                    let told = || counterparts[role.filler].is_empty() && self.told_elsewhere(role);
                    !self.has(role, *place, counterparts) && !*lent.get_or_init(told)
                });
                // One of two may be left out, being whom or what the base is about.
                let missing: Vec<&Role> = missing.map(|(role, _)| *role).collect();
                missing.len() <= 1 && missing.iter().all(|role| self.leaves_room(role, *place, counterparts))
            };
            if !found.iter().any(held) {
                self.part(result, PartKind::Role, word.span, Outcome::Unknown, None, false);
            }
        }
    }

    /// Whether a word of a wording has the party of a role.
    fn has(&self, role: &Role, (wording, head): (usize, usize), counterparts: &Counterparts) -> bool {
        let fillers: Vec<(usize, usize)> =
            counterparts[role.filler].iter().filter(|(other, _)| *other == wording).copied().collect();
        let place = [(wording, head)];
        let doer = Slots::DOER.has(role.slot);
        let found = self.slots_between(&place, &fillers);
        // "The leak of users' data" is not told to be the users' doing, where the claim has the data as what leaked.
        let sided = role.slot == Slot::Agent
            && self.claim.roles.iter().any(|other| other.head == role.head && other.slot == Slot::Patient);
        let like = Slots::like(role.slot);
        let verb = self.side.statements[wording].terms[head].kind == TermKind::Verb;
        // "A shareholder of LY through a venture with SoftBank" is none of SoftBank.
        let whose = role.slot == Slot::Of && self.claim.terms[role.filler].entity.is_some();
        let like = if whose { Slots::of(&[Slot::Of, Slot::Patient, Slot::To]) } else { like };
        found.meets(if sided && verb { like.without(Slots::OF) } else { like })
            || !doer && !whose && self.linked(&place, &fillers)
    }

    /// Whether a word of a wording leaves the place of a role to whom or what the base is about.
    fn leaves_room(&self, role: &Role, (wording, head): (usize, usize), counterparts: &Counterparts) -> bool {
        let statement = &self.side.statements[wording];
        let (verb, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        let same = |slot: Slot| {
            slot == role.slot
                || Slots::DOER.has(role.slot) && Slots::DOER.has(slot)
                || matches!((role.slot, slot), (Slot::Sole, Slot::Patient) | (Slot::Patient, Slot::Sole))
        };
        let spoken_of = |index: usize| {
            let mut found = counterparts.iter().enumerate().filter(|(mine, _)| *mine != role.head);
            found.any(|(_, found)| found.contains(&(wording, index)))
        };
        let known = self.is_group(filler);
        let taken = statement.roles.iter().any(|other| {
            let theirs = &statement.terms[other.filler];
            // What made it possible for intruders is no intruder.
            let counts = if known { is_party(theirs) } else { !theirs.light || Slots::DOER.has(other.slot) };
            other.head == head && same(other.slot) && counts && !spoken_of(other.filler)
        });
        // Those who are known only by their deed do nothing else.
        let group =
            self.is_group(filler) && ![Class::Say, Class::Telling, Class::Demanded].iter().any(|class| verb.is(*class));
        // "The leak" may cause something; "the computer" does nothing that is not told of it.
        let thing = role.slot != Slot::Agent || filler.is_deed();
        let topic = filler.kind == TermKind::Noun
            && filler.definite
            && thing
            && self.base.is_topic(filler)
            && self.asks_of(filler);
        // What intruders did, whom the base is about did not.
        let intruders = || {
            let pool = &self.prepared.pool;
            let group = |id: &EntityId| {
                self.base.entities.get(usize::from(*id)).is_some_and(|entity| entity.kind == EntityKind::Group)
            };
            pool.has_key(crate::statement::key("hacker")) || pool.entities().iter().any(group)
        };
        let protagonist =
            self.base.is_protagonist(filler) && !(Slots::DOER.has(role.slot) && role.slot != Slot::Sole && intruders());
        !taken && (protagonist || topic || group)
    }

    /// Whether the question speaks of something.
    fn asks_of(&self, term: &Term) -> bool {
        self.prepared.pool.cover(term) >= crate::base::pool::Cover::Synonym
    }

    /// "LY used users' data": where the verb says nothing by itself, some word of one wording must have both.
    fn beside_one_another(&self, parties: &[&Role], counterparts: &Counterparts) -> bool {
        let [one, other] = parties else { return true };
        let (left, right) = (&counterparts[one.filler], &counterparts[other.filler]);
        left.is_empty()
            || right.is_empty()
            || left.iter().any(|(wording, term)| {
                let roles = &self.side.statements[*wording].roles;
                let ours = |index: usize| right.contains(&(*wording, index));
                roles.iter().any(|role| {
                    role.head == *term && ours(role.filler)
                        || role.filler == *term
                            && (ours(role.head)
                                || roles.iter().any(|beside| beside.head == role.head && ours(beside.filler)))
                })
            })
    }

    /// Whose the affair's things are taken to be where a reading does not tell: those of whom or what the base is about, and no ministry's.
    pub(super) fn is_granted(&self, party: &Term) -> bool {
        let product = |id: &EntityId| {
            self.base.entities.get(usize::from(*id)).is_some_and(|entity| entity.kind == EntityKind::Product)
        };
        let thing = party.entity.is_none() || party.entity.iter().chain(&party.others).any(product);
        self.base.is_protagonist(party) || thing && self.base.is_topic(party)
    }

    /// "X's joint venture with Y", "X set up a joint venture with Y": the reading must put each of them beside the venture.
    fn partners(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let joint =
            |term: &Term| term.described && term.words.last().is_some_and(|word| word.lemma.ends_with("venture"));
        for venture in (0..claim.terms.len()).filter(|index| joint(&claim.terms[*index])) {
            let beside: Vec<usize> = claim
                .roles
                .iter()
                .filter(|role| {
                    role.head == venture && matches!(role.slot, Slot::Of | Slot::Other)
                        || matches!(role.slot, Slot::Agent | Slot::Sole)
                            && claim.roles.iter().any(|other| {
                                other.head == role.head && other.filler == venture && other.slot == Slot::Patient
                            })
                })
                .map(|role| role.filler)
                .filter(|filler| claim.terms[*filler].entity.is_some() && !self.is_place(&claim.terms[*filler]))
                .collect();
            if beside.len() < 2 {
                continue;
            }
            for party in beside {
                let found = &counterparts[party];
                let joined = counterparts[venture].iter().any(|(wording, theirs)| {
                    let statement = &self.side.statements[*wording];
                    let at = |term: usize| found.contains(&(*wording, term));
                    // "64.5 percent of LY is the venture's": what stands before it is no partner of it.
                    let behind = |term: usize| statement.terms[term].token + 2 > statement.terms[*theirs].token;
                    statement.roles.iter().any(|role| {
                        role.head == *theirs && at(role.filler) && behind(role.filler)
                            || role.filler == *theirs
                                && role.slot == Slot::Patient
                                && statement.roles.iter().any(|other| {
                                    other.head == role.head && other.slot == Slot::Agent && at(other.filler)
                                })
                    })
                });
                if !joined {
                    self.part(result, PartKind::Role, claim.terms[party].span, Outcome::Unknown, None, false);
                }
            }
        }
    }

    /// "The server stood in China": the country must be said of the server, not only of a Chinese firm beside it.
    fn placed(&self, role: &Role, counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let subjects = claim
            .roles
            .iter()
            .filter(|other| other.head == role.head && matches!(other.slot, Slot::Sole | Slot::Agent | Slot::Patient));
        let Some(country) = self.country(&claim.terms[role.filler]) else { return };
        for subject in subjects.filter(|subject| {
            let term = &claim.terms[subject.filler];
            term.kind == TermKind::Noun && !term.light && !is_party(term)
        }) {
            let (things, places) = (&counterparts[subject.filler], &counterparts[role.filler]);
            if self.slots_between(things, places).is_empty() && !self.linked(things, places) {
                match self.other_country(things, country).filter(|_| claim.quantities.is_empty()) {
                    Some(other) => self.role_clash(result, role.filler, Some(other)),
                    None => {
                        self.part(result, PartKind::Role, claim.terms[role.filler].span, Outcome::Unknown, None, false)
                    }
                }
            }
        }
    }

    /// "From X to Y", where the reading has it from Y to X.
    fn ends(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let place = |index: usize| self.claim.terms[index].kind == TermKind::Name;
        for from in self.claim.roles.iter().filter(|role| role.slot == Slot::From && place(role.filler)) {
            for to in self.claim.roles.iter().filter(|role| role.slot == Slot::To && place(role.filler)) {
                let (start, end) = (&counterparts[from.filler], &counterparts[to.filler]);
                if self.claim.terms[from.filler].key == self.claim.terms[to.filler].key {
                    continue;
                }
                let (starts, ends) = (self.slots_of(start), self.slots_of(end));
                let turned =
                    starts.has(Slot::To) && !starts.has(Slot::From) && ends.has(Slot::From) && !ends.has(Slot::To);
                if turned {
                    self.role_clash(result, from.filler, None);
                }
            }
        }
    }

    /// "A venture of X and Z" where the sources have X and Y: who stands beside a known member and is none. True where that is so.
    fn outsider(&self, role: &Role, counterparts: &Counterparts, result: &mut Comparison) -> bool {
        let filler = &self.claim.terms[role.filler];
        if !self.question.one || filler.kind != TermKind::Name || !counterparts[role.filler].is_empty() {
            return false;
        }
        let beside = |index: usize| {
            self.claim
                .roles
                .iter()
                .filter(move |other| other.head == role.head && other.slot == role.slot && other.filler != index)
        };
        // The members that the claim has right, and the places that they fill.
        let known: Vec<(usize, usize)> =
            beside(role.filler).flat_map(|other| counterparts[other.filler].iter().copied()).collect();
        let rival = known.iter().find_map(|(wording, member)| {
            let statement = &self.side.statements[*wording];
            let mine = |one: &&Role| one.filler == *member && is_core(one.slot) == is_core(role.slot);
            statement.roles.iter().filter(mine).find_map(|one| {
                statement.roles.iter().filter(|other| other.head == one.head && other.slot == one.slot).find_map(
                    |other| {
                        let party = &statement.terms[other.filler];
                        let missing = party.entity.is_some()
                            && other.filler != *member
                            && !self.claim.terms.iter().any(|mine| self.same_party(mine, party));
                        (missing && (filler.entity.is_none() || self.same_kind(filler, party.entity)))
                            .then(|| self.called(party))
                    },
                )
            })
        });
        let Some(rival) = rival else { return false };
        self.role_clash(result, role.filler, Some(rival));
        true
    }

    /// "The justice ministry", where the reading has that of something else; "X was finance minister", where X held another post. True where
    /// that is so.
    fn other_field(&self, role: &Role, result: &mut Comparison) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        let person = filler.entity.and_then(|id| self.base.entities.get(usize::from(id)));
        if let (Slot::Is, Some(person)) = (role.slot, person)
            && self.claim.dates.is_empty()
            && self.claim.frame.is_none()
            && let Some(post) = other_post(self.base, person, &head.lemma)
        {
            self.role_clash(result, role.head, Some(post));
            return true;
        }
        if role.slot != Slot::Of
            || head.entity.is_some()
            || filler.token + 1 != head.token
            || !among(&head.lemma, List::Ministry)
            || !is_ministerial(&filler.lemma)
        {
            return false;
        }
        let bodies = self.side.pool.entities().iter().filter_map(|id| self.base.entities.get(usize::from(*id)));
        let mut of_sort = bodies.filter(|body| tells_field(body, &head.lemma, &[]));
        let Some(body) = of_sort.next().filter(|body| !tells_field(body, &head.lemma, &[&filler.lemma])) else {
            return false;
        };
        // What it does must be what the reading has the other one do.
        let alike = self.claim.roles.iter().filter(|mine| mine.filler == role.head).any(|mine| {
            self.side.statements.iter().any(|statement| {
                statement.roles.iter().any(|theirs| {
                    theirs.slot == mine.slot
                        && same_notion(&self.claim.terms[mine.head], &statement.terms[theirs.head])
                        && statement.terms[theirs.filler]
                            .entity
                            .and_then(|id| self.base.entities.get(usize::from(id)))
                            .is_some_and(|entity| entity.name == body.name)
                })
            })
        });
        if alike {
            self.role_clash(result, role.filler, Some(body.name.clone()));
        }
        alike
    }

    /// "Was given to the ministry by LY" where the reading has something given to LY, by whatever verb. True where that is so.
    fn other_receiver(&self, role: &Role, result: &mut Comparison) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        if role.slot != Slot::To || filler.entity.is_none() || !(head.light || head.is(Class::Ditransitive)) {
            return false;
        }
        // What the one gives must be what the other gives.
        let things = |statement: &Statement, verb: usize| -> Vec<Term> {
            let given = statement.roles.iter().filter(|one| one.head == verb && one.slot == Slot::Patient);
            given.map(|one| statement.terms[one.filler].clone()).collect()
        };
        let mine = things(self.claim, role.head);
        let gives = |statement: &Statement, verb: usize| {
            let theirs = things(statement, verb);
            mine.is_empty() || mine.iter().any(|one| theirs.iter().any(|other| same_notion(one, other)))
        };
        let received = |statement: &&Statement| {
            let terms = &statement.terms;
            statement.roles.iter().any(|theirs| {
                theirs.slot == Slot::To
                    && terms[theirs.head].kind == TermKind::Verb
                    && terms[theirs.filler].entity.is_some()
                    && self.claim.roles.iter().any(|mine| {
                        mine.head == role.head
                            && mine.slot == Slot::Agent
                            && self.same_party(&self.claim.terms[mine.filler], &terms[theirs.filler])
                    })
            })
        };
        let Some(swapped) = self.side.statements.iter().find(received) else { return false };
        let kept = swapped
            .roles
            .iter()
            .any(|theirs| theirs.slot == Slot::To && self.same_party(filler, &swapped.terms[theirs.filler]));
        if !kept {
            let theirs: Vec<usize> =
                swapped.roles.iter().filter(|one| one.slot == Slot::To).map(|one| one.head).collect();
            // Where something else is given, that may be so as well.
            if theirs.iter().any(|verb| gives(swapped, *verb)) {
                self.role_clash(result, role.filler, None);
            } else {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
            }
        }
        !kept
    }

    /// A noun that another reading of the question lends: the party must hang on it there.
    fn lent_role(&self, role: &Role, result: &mut Comparison) {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        if let Some(country) = self.country(filler) {
            // "An Indian contractor" where the reading has a Chinese company.
            let parties = self.side.statements.iter().flat_map(|statement| {
                statement
                    .roles
                    .iter()
                    .filter(|other| is_party(&statement.terms[other.head]))
                    .map(|other| &statement.terms[other.filler])
            });
            if is_party(head) && self.claim.quantities.is_empty() {
                let theirs: Vec<(u64, &Term)> = parties.filter_map(|term| Some((self.country(term)?, term))).collect();
                if !theirs.is_empty() && theirs.iter().all(|(other, _)| *other != country) {
                    self.role_clash(result, role.filler, theirs.first().map(|(_, term)| self.called(term)));
                    return;
                }
            }
            // Where the reading has no such noun, the country must be that of the party it is said of, or be told elsewhere of the noun.
            let parties = self.beside_place(filler);
            let at_home = |id: &EntityId| self.base.home(*id) == Some(country);
            let known = if parties.is_empty() {
                self.side.pool.entities().iter().any(at_home) || self.told_elsewhere(role)
            } else {
                parties.iter().any(at_home)
            };
            // "The Korean firm SoftBank", where the base knows it as a Japanese one.
            let elsewhere = parties.iter().all(|id| self.base.home(*id).is_some_and(|home| home != country));
            if !known && !parties.is_empty() && elsewhere && role.slot == Slot::Of {
                let home = self.base.entities.get(usize::from(parties[0])).and_then(|entity| entity.place.clone());
                self.role_clash(result, role.filler, home);
            } else if !known && !head.light {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
            }
            return;
        }
        if head.light
            || filler.entity.is_none()
            || result.uncovered.contains(&role.head)
            || result.uncovered.contains(&role.filler)
        {
            return;
        }
        let called = role.slot == Slot::Is && filler.entity.is_some_and(|id| self.base.is_described_by(id, head.key));
        if called {
            return;
        }
        let another = || {
            self.prepared.readings.iter().flat_map(|reading| &reading.statements).any(|statement| {
                statement.roles.iter().any(|theirs| {
                    let party = &statement.terms[theirs.filler];
                    compatible(role.slot, theirs.slot)
                        && self.narrower(&statement.terms[theirs.head], head)
                        && !self.same_party(filler, party)
                        && is_party(party)
                })
            })
        };
        // "The LY subsidiary" where the reading has a party that is known as a subsidiary of another one.
        let known_as = || {
            self.side.pool.entities().iter().any(|id| {
                self.base.is_described_by(*id, head.key)
                    && !self.base.entities.get(usize::from(filler.entity.unwrap_or_default())).is_some_and(|entity| {
                        entity.name.split_whitespace().any(|word| {
                            self.base.is_described_by(*id, crate::statement::key(&crate::text::lower(word)))
                        })
                    })
            })
        };
        let open = is_core(role.slot)
            || role.slot == Slot::To
            || is_tie(head)
            || !self.base.is_topic(filler)
            || known_as()
            || another();
        if open && !self.told_elsewhere(role) {
            self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
        }
    }

    /// Whether some reading of the question has another party in the place of the role.
    fn another_elsewhere(&self, role: &Role) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        self.prepared.readings.iter().flat_map(|reading| &reading.statements).any(|statement| {
            statement.roles.iter().any(|theirs| {
                let (their_head, party) = (&statement.terms[theirs.head], &statement.terms[theirs.filler]);
                let same_head = if head.entity.is_some() {
                    self.same_party(head, their_head)
                } else {
                    self.narrower(their_head, head)
                };
                same_head
                    && compatible(role.slot, theirs.slot)
                    && party.entity.is_some()
                    && !self.same_party(filler, party)
            })
        })
    }

    /// Whether some reading of the question has the role.
    fn told_elsewhere(&self, role: &Role) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        let named = |id: &EntityId| self.prepared.pool.has_entity(*id);
        if filler.entity.is_some_and(|id| !named(&id) && !filler.others.iter().any(named)) {
            return false;
        }
        // Of two parties on both sides of a deed an "of" does not tell which is which.
        let two_sided = role.slot != Slot::Of
            && filler.entity.is_some()
            && !self.is_place(filler)
            && self.claim.roles.iter().any(|other| {
                let beside = &self.claim.terms[other.filler];
                other.head == role.head
                    && other.filler != role.filler
                    && beside.entity.is_some()
                    && !self.is_place(beside)
            });
        self.prepared.readings.iter().flat_map(|reading| &reading.statements).any(|statement| {
            statement.roles.iter().any(|theirs| {
                compatible(role.slot, theirs.slot)
                    && !(two_sided && theirs.slot == Slot::Of)
                    && self.narrower(&statement.terms[theirs.head], head)
                    && self.same_party(filler, &statement.terms[theirs.filler])
            })
        })
    }

    /// "X is the operator of Y": two names for two parties. True where the role is of that kind and has been dealt with.
    fn identity(&self, role: &Role, counterparts: &Counterparts, result: &mut Comparison) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        if role.slot != Slot::Is || !(head.described || filler.described) {
            return false;
        }
        let (Some(one), Some(other)) = (head.entity, filler.entity) else {
            // "Ann Lee is the president of LY": a name that the base does not know, in the place of one that it knows.
            let (named, described) = if head.described { (role.filler, head) } else { (role.head, filler) };
            let holder = described.entity.and_then(|id| self.base.entities.get(usize::from(id)));
            let term = &self.claim.terms[named];
            let Some(holder) = holder.filter(|holder| holder.kind == EntityKind::Person) else { return false };
            // A name that begins like the holder's, or has one of its words, may be meant for it.
            let start = |word: &str| word.chars().take(4).collect::<String>();
            let like = |one: &Term| plain_words(&holder.name).any(|word| start(&word) == start(&one.lemma));
            let stranger = term.kind == TermKind::Name
                && term.country.is_none()
                && !self.claim.terms[named.saturating_sub(1)..=named].iter().any(like)
                && self.side.pool.has_entity(described.entity.unwrap_or_default());
            if stranger {
                self.role_clash(result, named, Some(holder.name.clone()));
            }
            return stranger;
        };
        let same = one == other || head.others.contains(&other) || filler.others.contains(&one);
        let (heads, fillers) = (&counterparts[role.head], &counterparts[role.filler]);
        if same || self.slots_between(heads, fillers).has(Slot::Is) || self.slots_between(fillers, heads).has(Slot::Is)
        {
            return true;
        }
        let kind = |id: EntityId| self.base.entities.get(usize::from(id)).map(|entity| entity.kind);
        let (named, described) = if head.described { (role.filler, one) } else { (role.head, other) };
        if kind(one) == kind(other) && matches!(kind(one), Some(EntityKind::Person | EntityKind::Organisation)) {
            let name = self.base.entities.get(usize::from(described)).map(|entity| entity.name.clone());
            self.role_clash(result, named, name);
        } else {
            self.part(result, PartKind::Role, self.claim.terms[named].span, Outcome::Unknown, None, false);
        }
        true
    }

    /// The country that a term names, or whose adjective it is: the key of its name.
    fn country(&self, term: &Term) -> Option<u64> {
        match term.entity {
            Some(id) => self.base.place_key(id),
            None => term.country,
        }
    }

    /// Whether some wording names this country and no other.
    fn only_country(&self, fillers: &[(usize, usize)]) -> bool {
        fillers.iter().any(|(wording, index)| {
            let terms = &self.side.statements[*wording].terms;
            let mine = self.country(&terms[*index]);
            terms.iter().filter_map(|term| self.country(term)).all(|country| Some(country) == mine)
        })
    }

    /// The country that the reading has beside the same noun, where it has another one and not this one.
    fn other_country(&self, heads: &[(usize, usize)], mine: u64) -> Option<String> {
        let beside = |(wording, head): &(usize, usize)| {
            let statement = &self.side.statements[*wording];
            statement
                .roles
                .iter()
                .filter(|role| {
                    role.head == *head && matches!(role.slot, Slot::Of | Slot::In | Slot::From | Slot::Other)
                })
                .filter_map(|role| Some((self.country(&statement.terms[role.filler])?, &statement.terms[role.filler])))
                .collect::<Vec<_>>()
        };
        let found: Vec<(u64, &Term)> = heads.iter().flat_map(beside).collect();
        if found.iter().any(|(country, _)| *country == mine) {
            return None;
        }
        found.first().map(|(_, term)| self.called(term))
    }

    /// What a reader knows a term by.
    fn called(&self, term: &Term) -> String {
        term.entity
            .and_then(|id| self.base.entities.get(usize::from(id)))
            .map_or_else(|| term.lemma.clone(), |entity| entity.name.clone())
    }

    /// "Orrin's chief executive Claes will stay", where the claim has another one hold the office.
    fn other_incumbent(&self, role: &Role, heads: &[(usize, usize)]) -> Option<String> {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        if role.slot != Slot::Is || !head.is_title() || filler.kind != TermKind::Name {
            return None;
        }
        heads.iter().find_map(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            let named = statement.terms.get(head + 1).filter(|next| {
                next.kind == TermKind::Name
                    && next.token == statement.terms[*head].token + statement.terms[*head].words.len().max(1)
            })?;
            (!self.same_party(filler, named) && named.key != filler.key).then(|| self.called(named))
        })
    }

    /// A party that the wordings have in the place where the claim has another.
    fn rival(&self, role: &Role, heads: &[(usize, usize)]) -> Option<(Option<EntityId>, String)> {
        let mine = &self.claim.terms[role.filler];
        heads.iter().find_map(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            statement.roles.iter().filter(|other| other.head == *head && other.slot == role.slot).find_map(|other| {
                let theirs = &statement.terms[other.filler];
                let also = |role: &Role| {
                    self.claim.roles.iter().any(|own| {
                        own.head == role.head
                            && own.slot == role.slot
                            && self.same_party(&self.claim.terms[own.filler], theirs)
                    })
                };
                if !is_party(theirs) || self.same_party(mine, theirs) || also(role) {
                    return None;
                }
                Some((theirs.entity, self.called(theirs)))
            })
        })
    }

    /// "Affected users and shareholders": what stands beside another in one place, the reading must have itself; that the base is about it is not
    /// enough.
    fn listed(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let roles = &self.claim.roles;
        // "Spoke at the ministry", "handed it over in Tokyo": where it was done, where that is somebody's place.
        for role in roles.iter().filter(|role| role.slot == Slot::In) {
            let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
            let body = filler.entity.and_then(|id| self.base.entities.get(usize::from(id)));
            if head.kind == TermKind::Verb
                && body.is_some_and(|entity| entity.kind == EntityKind::Organisation)
                && self.slots_between(&counterparts[role.head], &counterparts[role.filler]).is_empty()
                && !roles.iter().any(|other| {
                    other.filler == role.filler
                        && other.slot == Slot::In
                        && other.head != role.head
                        && !roles.contains(&Role { head: role.head, filler: other.head, slot: Slot::Patient })
                        && !crate::statement::is_press(&self.claim.terms[other.head])
                })
                && (head.is(Class::Say) || among(&head.lemma, List::Meet))
            {
                self.part(result, PartKind::Role, filler.span, Outcome::Unknown, None, false);
            }
        }
        for role in roles.iter().filter(|role| matches!(role.slot, Slot::Patient | Slot::In)) {
            let term = &self.claim.terms[role.filler];
            let beside =
                |other: &Role| other.head == role.head && other.slot == role.slot && other.filler != role.filler;
            if term.kind == TermKind::Noun
                && !term.light
                && roles.iter().any(beside)
                && self.own_cover(term) == crate::base::pool::Cover::None
                && !result.uncovered.contains(&role.filler)
            {
                self.part(result, PartKind::Role, term.span, Outcome::Unknown, None, false);
            }
        }
    }

    /// Whether the reading is a party's own word, or has it say, think or want something.
    pub(super) fn utters(&self, party: &Term) -> bool {
        let mine = |id: EntityId| party.entity == Some(id) || party.others.contains(&id);
        self.side.by.is_some_and(mine)
            || self.side.statements.iter().any(|statement| {
                let speaker = statement.speaker.as_ref().map_or(&[][..], |speaker| &speaker.terms);
                speaker.iter().any(|index| self.same_party(party, &statement.terms[*index]))
                    || statement.roles.iter().any(|role| {
                        matches!(role.slot, Slot::Agent | Slot::Sole)
                            && is_attitude(&statement.terms[role.head])
                            && self.same_party(party, &statement.terms[role.filler])
                    })
            })
    }

    /// Whether a noun may stand for an entity: by its name, its descriptions, or a synonym of them.
    fn is_called(&self, id: EntityId, noun: &Term) -> bool {
        let lexicon = lexicon::get();
        let last = noun.words.last().unwrap_or(noun);
        let known = |word: &str| self.base.is_described_by(id, crate::statement::key(word));
        self.base.is_described_by(id, last.key)
            || last.concepts.iter().any(|concept| lexicon.members(*concept).iter().any(|member| known(member)))
    }

    /// Whether the name is the first that a wording names.
    fn leads(&self, fillers: &[(usize, usize)]) -> bool {
        fillers.iter().any(|(wording, index)| {
            self.side.statements[*wording].terms.iter().position(|term| term.kind == TermKind::Name) == Some(*index)
        })
    }

    /// Whether a name stands in the place of the role.
    fn named_rival(&self, role: &Role, heads: &[(usize, usize)]) -> bool {
        heads.iter().any(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            statement.roles.iter().any(|other| {
                other.head == *head
                    && compatible(role.slot, other.slot)
                    && statement.terms[other.filler].kind == TermKind::Name
            })
        })
    }

    /// Whether, in every wording that has both words, something else of which the claim does not speak stands where the claim has its noun.
    fn elsewhere(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let (heads, fillers) = (&counterparts[role.head], &counterparts[role.filler]);
        let both: Vec<&(usize, usize)> =
            heads.iter().filter(|(wording, _)| fillers.iter().any(|(other, _)| other == wording)).collect();
        !both.is_empty()
            && !self.linked(heads, fillers)
            && both.iter().all(|(wording, head)| {
                let statement = &self.side.statements[*wording];
                let own = |other: &&Role| other.head == *head && is_core(other.slot);
                let told = |other: &&Role| counterparts.hold((*wording, other.filler));
                statement.roles.iter().filter(own).any(|other| {
                    statement.terms[other.filler].kind == TermKind::Noun
                        && !statement.terms[other.filler].light
                        && !told(&other)
                })
            })
    }

    /// Whether in every wording that has the noun something else stands beside it, of which the claim does not speak.
    fn of_something_else(&self, role: &Role, heads: &[(usize, usize)], counterparts: &Counterparts) -> bool {
        !self.linked(heads, &counterparts[role.filler])
            && heads.iter().all(|(wording, head)| {
                let statement = &self.side.statements[*wording];
                statement.roles.iter().any(|theirs| {
                    let beside = &statement.terms[theirs.filler];
                    theirs.head == *head
                        && theirs.slot == Slot::Of
                        && beside.kind == TermKind::Noun
                        && !beside.light
                        && !counterparts.hold((*wording, theirs.filler))
                })
            })
    }

    /// "The computer caught it from the server" where a wording has the server in the computer's place.
    fn exchanged(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let others: Vec<&Role> = self
            .claim
            .roles
            .iter()
            .filter(|other| {
                // "Infected X through Y" is not "infected Y through X".
                let by_way = role.slot == Slot::Patient && other.slot == Slot::Other;
                other.head == role.head && other.filler != role.filler && (by_way || !compatible(other.slot, role.slot))
            })
            .collect();
        let heads = &counterparts[role.head];
        let verb = &self.claim.terms[role.head];
        !others.is_empty()
            && heads.iter().any(|(wording, head)| {
                let statement = &self.side.statements[*wording];
                let elsewhere = |filler: usize| {
                    statement
                        .roles
                        .iter()
                        .any(|theirs| theirs.head == *head && theirs.filler == filler && theirs.slot != role.slot)
                };
                let same = statement.terms[*head].key == verb.key
                    && counterparts[role.filler].iter().any(|(other, filler)| other == wording && elsewhere(*filler));
                same && statement.roles.iter().any(|theirs| {
                    theirs.head == *head
                        && theirs.slot == role.slot
                        && others.iter().any(|other| counterparts[other.filler].contains(&(*wording, theirs.filler)))
                })
            })
    }

    /// Whether something of which the claim does not speak stands in the place of the role in every wording.
    fn occupied(&self, role: &Role, heads: &[(usize, usize)], counterparts: &Counterparts) -> bool {
        let same = |slot: Slot| {
            slot == role.slot || matches!((role.slot, slot), (Slot::Sole, Slot::Patient) | (Slot::Patient, Slot::Sole))
        };
        heads.iter().all(|(wording, head)| {
            self.side.statements[*wording]
                .roles
                .iter()
                .any(|other| other.head == *head && same(other.slot) && !counterparts.hold((*wording, other.filler)))
        })
    }

    /// Whether the reading puts another party of the claim, which the claim has elsewhere beside the same word, in the place of the role.
    fn held_by_another(&self, role: &Role, beside: &[Beside]) -> bool {
        let same = if Slots::DOER.has(role.slot) {
            Slots::DOER
        } else if Slots::RECEIVER.has(role.slot) {
            Slots::of(&[Slot::Patient, Slot::To, Slot::In, Slot::Other])
        } else {
            return false;
        };
        beside.iter().any(|other| other.theirs.meets(same))
    }

    /// Whether the reading names another party, and no place, as the doer, or as whose it is.
    fn done_by_another(&self, role: &Role, heads: &[(usize, usize)]) -> bool {
        let doer = |slot: Slot| matches!(slot, Slot::Agent | Slot::Sole | Slot::Of);
        doer(role.slot)
            && heads.iter().any(|(wording, head)| {
                let statement = &self.side.statements[*wording];
                statement.roles.iter().any(|other| {
                    let party = &statement.terms[other.filler];
                    other.head == *head
                        && (other.slot == role.slot || role.slot == Slot::Of && Slots::RECEIVER.has(other.slot))
                        && party.entity.is_some()
                        && !self.is_place(party)
                })
            })
    }

    /// "Merged into X", where the reading does not say so of X: what came out of a merger is no party to it.
    fn merged_into_another(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let (head, filler) = (&self.claim.terms[role.head], &self.claim.terms[role.filler]);
        if role.slot != Slot::To || filler.entity.is_none() {
            return false;
        }
        let lexicon = lexicon::get();
        let together = head.is(Class::Symmetric)
            || head.concepts.iter().any(|concept| lexicon.has_member(*concept, Class::Symmetric));
        let into = head.lemma.ends_with(" into")
            || self.text.get(head.span.end..filler.span.start).is_some_and(|between| between.trim() == "into");
        let found = self.slots_between(&counterparts[role.head], &counterparts[role.filler]);
        into && together && !found.has(Slot::To)
    }

    /// Whether the party stands in some other relation to the claim's words in the reading, so that it is not simply a wrong name. Who only
    /// speaks plays no part.
    fn plays_any_part(&self, counterparts: &[(usize, usize)]) -> bool {
        counterparts.iter().any(|(wording, index)| {
            let speaker = self.side.statements[*wording].speaker.as_ref().filter(|speaker| speaker.introduces);
            !speaker.is_some_and(|speaker| speaker.terms.contains(index))
        })
    }

    /// Whether the reading has the claim's word itself, or a word that stands for no other of the claim's: "asked" is not told to "inform".
    fn own_word(&self, head: usize, counterparts: &Counterparts) -> bool {
        counterparts[head].iter().any(|(wording, other)| {
            let theirs = &self.side.statements[*wording].terms[*other];
            theirs.key == self.claim.terms[head].key
                || !counterparts
                    .iter()
                    .enumerate()
                    .any(|(index, found)| index != head && found.contains(&(*wording, *other)))
        })
    }

    /// Whether the reading has some other party beside a party: whose it is, or with whom.
    fn has_another(&self, role: &Role, heads: &[(usize, usize)]) -> bool {
        let mine = &self.claim.terms[role.filler];
        heads.iter().any(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            statement.roles.iter().any(|other| {
                let theirs = &statement.terms[other.filler];
                other.head == *head && !is_core(other.slot) && theirs.entity.is_some() && !self.same_party(mine, theirs)
            })
        })
    }

    /// Whether the reading has the claim's two parties the other way round.
    fn swapped(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let heads = &counterparts[role.head];
        self.claim
            .roles
            .iter()
            .filter(|other| {
                let named = self.claim.terms[other.filler].entity.is_some();
                other.head == role.head
                    && other.filler != role.filler
                    && other.slot != role.slot
                    && (named || !matches!(other.slot, Slot::Other | Slot::In))
            })
            .filter(|other| is_party(&self.claim.terms[other.filler]))
            .any(|other| {
                let theirs = self.slots_between(heads, &counterparts[other.filler]);
                !theirs.is_empty() && !theirs.has(other.slot)
            })
    }

    fn same_kind(&self, filler: &Term, other: Option<EntityId>) -> bool {
        let kind = |id: EntityId| self.base.entities.get(usize::from(id)).map(|entity| entity.kind);
        match (filler.entity, other) {
            (Some(a), Some(b)) => {
                let body =
                    |kind: Option<EntityKind>| matches!(kind, Some(EntityKind::Organisation | EntityKind::Group));
                kind(a) == kind(b) || body(kind(a)) && body(kind(b))
            }
            _ => false,
        }
    }

    fn is_person_term(&self, term: &Term) -> bool {
        term.entity
            .and_then(|id| self.base.entities.get(usize::from(id)))
            .is_some_and(|entity| entity.kind == EntityKind::Person)
    }

    fn is_place(&self, term: &Term) -> bool {
        term.entity.is_some_and(|id| self.base.place_key(id).is_some())
    }

    fn is_place_id(&self, id: Option<EntityId>) -> bool {
        id.is_some_and(|id| self.base.place_key(id).is_some())
    }

    /// "All", "only", "without" need their like in the source.
    pub(super) fn universals(&self, result: &mut Comparison) {
        // "Belongs entirely to" leaves no room for a share.
        let whole = self.claim.only.or(self.claim.universal);
        let shares = self
            .side
            .quantities
            .iter()
            .any(|quantity| quantity.unit == Some("%") && quantity.high.is_some_and(|high| high < 100.0));
        if let Some(span) = whole
            && shares
            && self.claim.quantities.is_empty()
        {
            self.part(result, PartKind::Quantity, span, Outcome::Disagrees, None, false);
        }
        // "All of the items" against a count of those that are.
        if let Some(span) = self.claim.universal
            && let Value::Quantity(value) = &self.side.value
            && value.unit.is_none()
            && result.fit != Some(Fit::Same)
            && value.of.as_ref().is_some_and(|of| {
                self.claim.terms.iter().any(|term| {
                    !term.light
                        && (term.lemma == *of || self.concepts(of).any(|concept| term.concepts.contains(&concept)))
                })
            })
        {
            let expected = Some(Expected::Figure(Amount::of(value)));
            self.part_beside(result, PartKind::Quantity, span, Outcome::Disagrees, expected, false);
        }
        self.exclusive(result);
        let theirs = |test: fn(&Statement) -> bool| self.side.statements.iter().any(test);
        if self.claim.without && !theirs(|statement| statement.without || statement.negated()) {
            self.part(result, PartKind::Polarity, self.claim.span, Outcome::Unknown, None, false);
        }
        // "Voted for it", where the reading has against; "more", where it has fewer.
        let marked = |mark: Mark| theirs_marked(self.side, mark);
        let ours = |mark: Mark| self.claim.marks.iter().any(|(mine, _)| *mine == mark);
        if marked(Mark::Against) && !ours(Mark::Against)
            || marked(Mark::More) && ours(Mark::Fewer)
            || marked(Mark::Fewer) && ours(Mark::More)
        {
            self.part(result, PartKind::Predicate, self.claim.span, Outcome::Unknown, None, false);
        }
        for (mark, span) in &self.claim.marks {
            // What runs on is still so.
            let goes_on = *mark == Mark::Still && self.question.running
                || matches!(mark, Mark::AtOnce | Mark::More | Mark::Fewer | Mark::Past);
            let told =
                self.side.statements.iter().any(|statement| statement.marks.iter().any(|(theirs, _)| theirs == mark));
            if !goes_on && !told {
                self.part(result, PartKind::Predicate, *span, Outcome::Unknown, None, false);
            }
        }
        let quoted = |span: &Span| self.claim.quotes.iter().any(|quote| quote.contains(*span));
        if let Some(span) = self.claim.universal.filter(|span| !quoted(span))
            && !self.side.statements.iter().any(|statement| self.universal_of(span, statement))
            && !result.parts.iter().any(|part| part.span == span)
        {
            self.part(result, PartKind::Quantity, span, Outcome::Unknown, None, false);
        }
    }

    /// Whether a wording says of all of a kind what the claim does: "all parties" are not all users.
    fn universal_of(&self, span: Span, statement: &Statement) -> bool {
        let Some(theirs) = statement.universal else { return false };
        let noun = |statement: &Statement, span: Span| {
            let mut term = statement.terms.iter().position(|term| term.span.start >= span.end)?;
            while let Some(role) =
                statement.roles.iter().find(|role| role.filler == term && role.slot == Slot::Of && role.head > term)
            {
                term = role.head;
            }
            Some(term)
        };
        match (noun(self.claim, span), noun(statement, theirs)) {
            (Some(mine), Some(theirs)) => self.narrower(&statement.terms[theirs], &self.claim.terms[mine]),
            _ => true,
        }
    }

    /// "A merger of X and Z" where the sources have X and Y: who joins in is told by name.
    fn joins(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let filler = &self.claim.terms[role.filler];
        let known = |(wording, head): &(usize, usize)| {
            let statement = &self.side.statements[*wording];
            let mut parties = statement.roles.iter().filter(|one| one.head == *head);
            parties.any(|one| statement.terms[one.filler].entity.is_some())
        };
        let party = match role.slot {
            Slot::Of => filler.entity.is_some(),
            // "Shares it with its subcontractor"
            _ => is_party(filler) && !filler.light && !self.base.is_topic(filler) && self.prepared.document.is_none(),
        };
        !party
            || self.is_place(filler)
            || !counterparts[role.filler].is_empty()
            || !counterparts[role.head].iter().any(known)
    }

    /// "Only users were hit" is contradicted by any reading that puts somebody else beside them, and stated by none that does not say so.
    fn exclusive(&self, result: &mut Comparison) {
        let Some(span) = self.claim.only else { return };
        let Some(focus) = self.focus(span) else { return };
        // "Only users' data": it is the users that nobody else stands beside.
        let thing = !is_party(&self.claim.terms[focus]);
        let whose = self.claim.roles.iter().filter(|role| thing && role.head == focus && role.slot == Slot::Of);
        let meant: Vec<usize> = whose.map(|role| role.filler).chain([focus]).collect();
        let beside = |statement: &Statement| {
            statement.roles.iter().any(|role| {
                meant.iter().any(|one| self.narrower(&statement.terms[role.filler], &self.claim.terms[*one]))
                    && statement.roles.iter().any(|other| {
                        let rest = &statement.terms[other.filler];
                        other.head == role.head
                            && other.slot == role.slot
                            && !rest.light
                            && !self.claim.terms.iter().any(|mine| same_notion(mine, rest) || self.narrower(rest, mine))
                    })
            })
        };
        // "Only by malware" is about how, which several wordings may tell in several ways.
        let gap = Span::new(span.end, self.claim.terms[focus].span.start.max(span.end));
        let mut between = gap.of(self.text).split_whitespace();
        let how = between.any(|word| among(word, List::Means));
        // "The sole owner": who else owns it is told of others.
        let called = self.claim.roles.iter().any(|role| role.head == focus && role.slot == Slot::Is);
        let told = !how && !called && self.side.statements.iter().any(beside);
        let next =
            |statement: &Statement, span: Span| statement.terms.iter().position(|term| term.span.start >= span.end);
        let mine = next(self.claim, span);
        let alike = |statement: &Statement| {
            statement.only.is_some_and(|only| {
                let theirs = next(statement, only).map(|at| &statement.terms[at]);
                let same = |one: &usize| theirs.is_some_and(|theirs| self.narrower(theirs, &self.claim.terms[*one]));
                // "Went alone"
                mine.is_none() || meant.iter().chain(&mine).any(same)
            })
        };
        if !told && self.side.statements.iter().any(alike) {
            return;
        }
        let outcome = if told { Outcome::Disagrees } else { Outcome::Unknown };
        self.part(result, PartKind::Polarity, span, outcome, None, false);
    }

    /// What an "only" is about; None where it belittles a figure or puts off a date ("only 20,000", "only after a month").
    fn focus(&self, span: Span) -> Option<usize> {
        let claim = self.claim;
        if span.of(self.text).eq_ignore_ascii_case("alone") {
            // "In Japan alone it had 93 million" only stresses how many they are.
            return (0..claim.terms.len())
                .rev()
                .find(|term| claim.terms[*term].span.end <= span.start && !claim.terms[*term].light)
                .filter(|term| self.country(&claim.terms[*term]).is_none() || claim.quantities.is_empty());
        }
        let content = |term: &usize| !claim.terms[*term].light;
        // "On users only"
        let last =
            || (0..claim.terms.len()).rev().filter(content).find(|term| claim.terms[*term].span.end <= span.start);
        let closes = cut(self.text, span.end..claim.span.end.max(span.end)).chars().all(|c| !c.is_alphanumeric());
        if closes {
            return last();
        }
        let next = (0..claim.terms.len()).find(|term| claim.terms[*term].span.start >= span.end)?;
        let gap = Span::new(span.end, claim.terms[next].span.start);
        let figure =
            claim.quantities.iter().map(|quantity| quantity.span).chain(claim.dates.iter().map(|date| date.span));
        let mut words = gap.of(self.text).split_whitespace();
        if figure.into_iter().any(|figure| figure.start >= span.end && figure.start <= claim.terms[next].span.start)
            || words.any(|word| lexicon::get().is(&crate::text::lower(word), Class::Subordinator))
            || claim.terms[next].kind == TermKind::Verb && !claim.terms[next].modifier
        {
            return None;
        }
        // "Gender was the only thing that leaked": the thing is what it is said to be.
        let head = self.head_of(next);
        if claim.terms[head].light {
            return claim.roles.iter().find(|role| role.head == head && role.slot == Slot::Is).map(|role| role.filler);
        }
        Some(head)
    }

    /// The terms by which a predication is recognised in the reading: its predicate, or else what stands in it.
    fn keys(&self, predication: usize, counterparts: &Counterparts) -> Vec<usize> {
        let claim = self.claim;
        let speaker: &[usize] = claim.speaker.as_ref().map_or(&[], |speaker| &speaker.terms);
        let usable = |index: usize| {
            let term = &claim.terms[index];
            !term.modifier
                && !speaker.contains(&index)
                && counterparts[index]
                    .iter()
                    .any(|(wording, other)| !self.side.statements[*wording].terms[*other].modifier)
        };
        if let Some(predicate) = claim.predications[predication].predicate
            && !claim.terms[predicate].light
            && usable(predicate)
        {
            return vec![predicate];
        }
        let inside = |names: bool| -> Vec<usize> {
            (0..claim.terms.len())
                .filter(|index| {
                    let term = &claim.terms[*index];
                    term.predication == Some(predication)
                        && !term.light
                        && (term.kind == TermKind::Name) == names
                        && usable(*index)
                })
                .collect()
        };
        let nouns = inside(false);
        // A denial of what only names are known of denies nothing in particular.
        if nouns.is_empty() && !claim.predications[predication].negated() { inside(true) } else { nouns }
    }

    /// Whether a wording denies the same words, small ones too: "had no role in it", "would not come".
    fn denies_alike(&self, predication: usize, counterparts: &Counterparts) -> bool {
        let ours = || self.claim.terms.iter().filter(|term| term.predication == Some(predication) && term.negated);
        self.side.statements.iter().enumerate().any(|(wording, statement)| {
            let theirs = |term: &Term| statement.terms.iter().find(|other| other.negated && same_notion(term, other));
            ours().next().and_then(theirs).is_some_and(|first| self.denies_no_more(wording, first, counterparts))
                && ours().all(|term| theirs(term).is_some())
        })
    }

    /// Whether a wording holds all that the claim denies: "not insufficiently" is not "not sufficiently".
    fn denies_no_less(&self, predication: usize, wording: usize, counterparts: &Counterparts) -> bool {
        self.claim.terms.iter().enumerate().all(|(index, term)| {
            term.predication != Some(predication)
                || term.light
                || term.modifier
                || is_party(term)
                || counterparts[index].iter().filter(|(other, _)| *other == wording).any(|(_, found)| {
                    let found = &self.side.statements[wording].terms[*found];
                    found.negated || found.modifier
                })
        })
    }

    /// Whether the claim has the predicate that a term stands under in a wording, or the term stands under its own denial.
    fn says_as_much(&self, wording: usize, index: usize, counterparts: &Counterparts) -> bool {
        let statement = &self.side.statements[wording];
        let term = &statement.terms[index];
        let Some(predicate) = term.predication.and_then(|at| statement.predications[at].predicate) else { return true };
        term.negated
            || predicate == index
            || statement.terms[predicate].light
            || counterparts.hold((wording, predicate))
    }

    /// Whether all that a wording denies is what the claim speaks of: "no card data leaked" is no denial of a leak, and who "will not be extradited
    /// this week" may be next week.
    fn denies_no_more(&self, wording: usize, term: &Term, counterparts: &Counterparts) -> bool {
        let statement = &self.side.statements[wording];
        let document = self.prepared.document.is_some();
        let told = |index: usize, other: &Term| {
            // "No bank details leaked" is no denial of all data: what is narrower than the claim's word denies less.
            counterparts.iter().zip(&self.claim.terms).any(|(found, mine)| {
                found.contains(&(wording, index)) && (mine.entity.is_some() || same_notion(mine, other))
            }) || self.claim.terms.iter().any(|mine| same_notion(mine, other))
        };
        // "No report of misuse of the data": what the base is about need not be named.
        let evidential = term.predication.is_some_and(|at| statement.predications[at].evidential);
        let timed = document
            && self.claim.dates.is_empty()
            && statement.dates.iter().any(|date| date.on.is_some_and(|on| statement.terms[on].negated));
        !timed
            && statement.terms.iter().enumerate().all(|(index, other)| {
                let denied = other.predication == term.predication || document && other.negated;
                // "No fierce fight" leaves room for another.
                let light = other.light && !(document && other.is(Class::Colour));
                // Who did not do it is told by the roles; where it was not done narrows the denial.
                let party = other.kind == TermKind::Name
                    && (!document || statement.roles.iter().any(|role| role.filler == index && is_core(role.slot)));
                !denied
                    || light
                    || party
                    || other.modifier && !document
                    || other.kind == TermKind::Adverb && !document
                    || evidential && self.base.is_topic(other)
                    || told(index, other)
            })
    }

    /// Whether a wording says something of a noun that the claim does not: "every tall ship" is not every ship.
    fn narrows(&self, wording: usize, noun: usize, counterparts: &Counterparts) -> bool {
        let statement = &self.side.statements[wording];
        let new = |index: usize| {
            !statement.terms[index].light && !counterparts.iter().any(|found| found.contains(&(wording, index)))
        };
        statement.roles.iter().any(|role| {
            let clause = statement.terms[role.head].predication.map(|at| &statement.predications[at]);
            role.head == noun && !is_core(role.slot) && new(role.filler)
                || role.filler == noun && clause.is_some_and(|clause| clause.link == Link::Relative) && new(role.head)
        })
    }

    /// "Had a sunburn or caught a cold" tells neither.
    pub(super) fn choices(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let held = |wording: usize, term: usize| counterparts.iter().any(|found| found.contains(&(wording, term)));
        for (mine, found) in self.claim.terms.iter().zip(counterparts.iter()) {
            let open = !found.is_empty()
                && !mine.negated
                && matches!(mine.mode, Certainty::Plain | Certainty::Planned | Certainty::Demanded)
                && found.iter().all(|(wording, term)| {
                    let statement = &self.side.statements[*wording];
                    statement.choices.iter().any(|list| {
                        list.contains(term)
                            && !statement.terms[*term].negated
                            && list.iter().any(|other| !held(*wording, *other) && !statement.terms[*other].light)
                    })
                });
            if open {
                self.part(result, PartKind::Certainty, mine.span, Outcome::Unknown, None, false);
            }
        }
    }

    /// What a sentence of a document must hold besides a claim's words, for it was not written as a reading: the claim's verbs, small ones as well, told as
    /// done, and each party in a place of the verb that goes with the claim's. "The bridge fell on a tree" is not told where a tree fell on the bridge,
    /// nor "the concert took place" where it was cancelled.
    pub(super) fn told(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let open = |result: &mut Comparison, kind: PartKind, span: Span| {
            self.part(result, kind, span, Outcome::Unknown, None, false);
        };
        for role in &claim.roles {
            let filler = &claim.terms[role.filler];
            if !claim.terms[role.head].light && self.is_taken(role, counterparts) {
                open(result, PartKind::Role, filler.span);
            }
        }
        // "Into the shed" where the reading has "out of the shed"; "the hall became a shop", where it was the shop that became a hall.
        let places = |role: &Role| self.slots_between(&counterparts[role.head], &counterparts[role.filler]);
        let only = |role: &Role, slot: Slot| places(role).has(slot) && !places(role).has(role.slot);
        for role in &claim.roles {
            let back = match role.slot {
                Slot::To => only(role, Slot::From),
                Slot::From => only(role, Slot::To),
                _ => false,
            };
            let swapped = || {
                let mut others = claim.roles.iter().filter(|other| other.head == role.head && other.slot != role.slot);
                others.any(|other| other.filler > role.filler && only(role, other.slot) && only(other, role.slot))
            };
            if back || swapped() {
                open(result, PartKind::Role, claim.terms[role.filler].span);
            }
        }
        // "With consent", where the reading has it without.
        let missing = |place: &(usize, usize)| self.side.statements[place.0].terms[place.1].missing;
        for (term, found) in claim.terms.iter().zip(counterparts.iter()) {
            if !term.missing && !found.is_empty() && found.iter().all(missing) {
                open(result, PartKind::Polarity, term.span);
            }
        }
        let content = |term: &Term| matches!(term.kind, TermKind::Noun | TermKind::Verb);
        for (index, term) in claim.terms.iter().enumerate().filter(|(_, term)| content(term)) {
            // "The mayor", where there is only a former one; "heads it", where there is a former head of it.
            let privative = |(wording, other): &(usize, usize)| {
                let terms = &self.side.statements[*wording].terms;
                let roles = &self.side.statements[*wording].roles;
                // Who is a former one was one.
                let gone = |lemma: &str| lemma == "former" && claim.marks.iter().any(|(mark, _)| *mark == Mark::Past);
                let none = |word: &usize| among(&terms[*word].lemma, List::Privative) && !gone(&terms[*word].lemma);
                (0..terms.len()).filter(none).any(|word| {
                    let of = |role: &Role| role.head == *other && role.slot == Slot::Of && role.filler == word;
                    (roles.iter().any(of) || terms[word].token + 1 == terms[*other].token)
                        && !counterparts.hold((*wording, word))
                })
            };
            // "Oat prices rose", where the prices of rye did, and those of oats fell.
            let torn = |role: &Role| {
                let wordings = counterparts[index].iter().map(|(wording, _)| *wording);
                role.head == index
                    && role.slot == Slot::Of
                    && wordings.into_iter().all(|wording| {
                        let mut nouns = counterparts[index].iter().filter(|(other, _)| *other == wording);
                        nouns.clone().count() > 1
                            && !nouns.any(|noun| {
                                let noun = [*noun];
                                let acts =
                                    claim.roles.iter().filter(|other| other.filler == index && is_core(other.slot));
                                !self.slots_between(&noun, &counterparts[role.filler]).is_empty()
                                    && acts
                                        .clone()
                                        .all(|act| !self.slots_between(&counterparts[act.head], &noun).is_empty())
                            })
                    })
            };
            let found = &counterparts[index];
            if !found.is_empty() && (found.iter().all(privative) || claim.roles.iter().any(torn)) {
                open(result, PartKind::Role, term.span);
            }
        }
        for predication in &claim.predications {
            let Some(predicate) = predication.predicate else {
                // "Sales are up"
                let bare = claim.predications.len() == 1 && claim.roles.is_empty();
                if bare && claim.quantities.is_empty() && claim.dates.is_empty() && claim.quotes.is_empty() {
                    open(result, PartKind::Predicate, claim.span);
                }
                continue;
            };
            let term = &claim.terms[predicate];
            let speaks = claim.speaker.as_ref().is_some_and(|speaker| speaker.verb == term.lemma);
            let quoted = claim.quotes.iter().any(|quote| quote.contains(term.span));
            let mut found = &counterparts[predicate];
            let undone = |(wording, index): &(usize, usize)| {
                let statement = &self.side.statements[*wording];
                let theirs = &statement.terms[*index];
                // "Nearly became mayor"
                let missed = |role: &Role| role.filler == *index && statement.terms[role.head].aim;
                theirs.negated
                    || term.mode == Certainty::Plain
                        && (theirs.mode != Certainty::Plain || statement.roles.iter().any(missed))
            };
            // Nor is anybody yet what they will be.
            let equates = claim.roles.iter().any(|role| role.head == predicate && role.slot == Slot::Is);
            if ((speaks || equates) && term.mode == Certainty::Plain || term.light)
                && !term.negated
                && !found.is_empty()
                && found.iter().all(undone)
            {
                open(result, PartKind::Certainty, term.span);
            }
            // Who blames somebody does more than speak.
            let judges = [Class::Judge, Class::Ascribe].iter().any(|class| term.is(*class));
            if speaks && !judges || quoted || among(&term.lemma, List::HaveDo) || term.lemma == "be" {
                continue;
            }
            // "It took them four days to move it": how long is compared as a figure.
            if term.light && found.is_empty() && !claim.quantities.iter().any(Quantity::is_duration) {
                let carries = [Class::Support, Class::LightVerb, Class::Receive].iter().any(|class| term.is(*class));
                let deed = claim.roles.iter().find(|role| {
                    let deed = &claim.terms[role.filler];
                    // "Made an offer" where the reading has "offered", or "put in an offer"; not where an offer was turned down.
                    let small = |place: &(usize, usize)| {
                        let statement = &self.side.statements[place.0];
                        let mut roles = statement.roles.iter().filter(|role| role.filler == place.1);
                        statement.terms[place.1].kind == TermKind::Verb
                            || roles.all(|role| {
                                let verb = &statement.terms[role.head];
                                verb.kind != TermKind::Verb || verb.light || verb.is(Class::Support)
                            })
                    };
                    let told = |place: &(usize, usize)| small(place) && self.is_told(deed, *place, true, counterparts);
                    role.head == predicate
                        && matches!(role.slot, Slot::Patient | Slot::Sole)
                        && deed.is_deed()
                        && counterparts[role.filler].iter().any(told)
                });
                match deed.filter(|_| carries) {
                    Some(role) => found = &counterparts[role.filler],
                    None => {
                        open(result, PartKind::Predicate, term.span);
                        continue;
                    }
                }
            }
            // "The committee has nine members": things are not done. But who or what somebody is must be told of them, and not below a denial.
            let mut equated =
                claim.roles.iter().filter(|role| role.head == predicate && role.slot == Slot::Is).peekable();
            if term.kind != TermKind::Verb && (equated.peek().is_some() || !term.is_deed()) {
                if let Some(role) = equated.find(|role| !self.is_said_of(role, counterparts)) {
                    open(result, PartKind::Role, claim.terms[role.filler].span);
                }
                continue;
            }
            let main = predication.link == Link::Main || claim.predications.len() == 1;
            if !main && claim.quantities.iter().any(Quantity::is_duration) {
                continue;
            }
            if !found.is_empty() && !found.iter().any(|place| self.is_told(term, *place, main, counterparts)) {
                open(result, PartKind::Certainty, term.span);
            }
        }
    }

    /// Whether what a verb's place asks for stands elsewhere in the reading, and something else there.
    fn is_taken(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let head = &self.claim.terms[role.head];
        let (heads, fillers) = (&counterparts[role.head], &counterparts[role.filler]);
        // "Brought a charge" where the reading has "charged": both are the one verb there.
        if heads.is_empty()
            || fillers.is_empty()
            || head.entity.is_some()
            || fillers.iter().any(|place| heads.contains(place))
        {
            return false;
        }
        let between = self.slots_between(heads, fillers);
        if !between.is_empty() {
            return is_core(role.slot) && role.slot != Slot::Is && !between.meets(Slots::like(role.slot));
        }
        if head.kind != TermKind::Verb {
            return false;
        }
        let statement = |wording: usize| &self.side.statements[wording];
        if is_core(role.slot) {
            return heads.iter().all(|(wording, verb)| {
                statement(*wording).roles.iter().any(|theirs| {
                    theirs.head == *verb
                        && compatible(role.slot, theirs.slot)
                        && statement(*wording).terms[theirs.filler].kind == TermKind::Noun
                        && !fillers.contains(&(*wording, theirs.filler))
                })
            });
        }
        fillers.iter().all(|(wording, noun)| {
            let mut roles = statement(*wording).roles.iter().filter(|theirs| theirs.filler == *noun);
            roles.any(|theirs| Slots::DOER.has(theirs.slot) && !heads.contains(&(*wording, theirs.head)))
        })
    }

    /// Whether the reading has what somebody is beside them: as a predicate, a title or an apposition, as an attribute, or over a verb as in "became".
    fn is_said_of(&self, role: &Role, counterparts: &Counterparts) -> bool {
        let (heads, fillers) = (&counterparts[role.head], &counterparts[role.filler]);
        if heads.is_empty() || fillers.is_empty() {
            return true;
        }
        heads.iter().any(|(wording, head)| {
            let statement = &self.side.statements[*wording];
            let hedged = self.is_hedged((*wording, *head), counterparts);
            !hedged
                && fillers.iter().filter(|(other, _)| other == wording).any(|(_, filler)| {
                    let pair = |one: usize, two: usize| {
                        statement.roles.iter().any(|theirs| theirs.head == one && theirs.filler == two)
                    };
                    let became = || {
                        statement.roles.iter().any(|theirs| {
                            let verb = &statement.terms[theirs.head].lemma;
                            // "Suffers from diabetes": what somebody does or has may be what they are; whom they do it to, they are not.
                            let own = !is_party(&self.claim.terms[role.head])
                                && statement.roles.iter().any(|one| {
                                    one.head == theirs.head
                                        && one.filler == *filler
                                        && matches!(one.slot, Slot::Sole | Slot::Agent)
                                })
                                && !statement.roles.iter().any(|one| {
                                    one.head == theirs.head && one.slot == Slot::Patient && one.filler != *head
                                });
                            let says = match theirs.slot {
                                Slot::Patient | Slot::Agent => among(verb, List::Become),
                                // "Stands in the old town"
                                Slot::In => among(verb, List::Located),
                                slot => slot != Slot::From,
                            };
                            theirs.filler == *head && (says || own) && pair(theirs.head, *filler)
                        })
                    };
                    let close = |one: usize, two: usize, most: usize| {
                        statement.terms[one].token.abs_diff(statement.terms[two].token) <= most
                    };
                    // "Is a Formula 1 driver": the predicate may be another word of the same noun group.
                    let group = || {
                        statement.roles.iter().any(|theirs| {
                            theirs.slot == Slot::Is && theirs.filler == *filler && close(theirs.head, *head, 4)
                        })
                    };
                    let told =
                        head == filler || close(*head, *filler, 2) || pair(*head, *filler) || pair(*filler, *head);
                    told || became() || group()
                })
        })
    }

    /// Whether a word of the reading stands in a clause below a verb that is denied or only possible, and not the claim's.
    fn is_hedged(&self, (wording, index): (usize, usize), counterparts: &Counterparts) -> bool {
        let statement = &self.side.statements[wording];
        let frame = |at: Option<usize>| at.and_then(|at| statement.predications.get(at));
        let mut at = statement.terms[index].predication;
        while let Some(clause) = frame(at) {
            // "Denied that she left because she was ill"
            let below = || frame(clause.parent).is_some_and(|above| above.link == Link::Complement);
            let hangs = clause.link == Link::Complement || clause.link == Link::Adverbial && below();
            at = clause.parent.filter(|_| hangs);
            let Some(governor) = frame(at).and_then(|above| above.predicate) else { continue };
            let term = &statement.terms[governor];
            if (term.negated || term.mode != Certainty::Plain) && !counterparts.hold((wording, governor)) {
                return true;
            }
        }
        false
    }

    /// Whether a document's sentence asserts what one of its words tells: the word does not hang on a verb that the claim lacks, but for those of which it
    /// follows ("managed to", "announced the sale of").
    fn is_told(&self, mine: &Term, (wording, index): (usize, usize), main: bool, counterparts: &Counterparts) -> bool {
        let statement = &self.side.statements[wording];
        let term = &statement.terms[index];
        let granted = |verb: usize| {
            let governor = &statement.terms[verb];
            // Who did not say it, or only may, has told nothing.
            let done = !governor.negated && governor.mode == Certainty::Plain;
            counterparts.hold((wording, verb))
                || done
                    && ([Class::Say, Class::Support, Class::Receive].iter().any(|class| governor.is(*class))
                        || among(&governor.lemma, List::Implies))
        };
        if term.mode == Certainty::Denied && mine.mode != Certainty::Denied {
            return false;
        }
        // What is only planned or wanted is held against what is planned or wanted.
        if !matches!(mine.mode, Certainty::Plain | Certainty::Possible) {
            return true;
        }
        let mut hangs = statement.roles.iter().filter(|role| role.filler == index && Slots::DONE.has(role.slot));
        // "A film directed by her" is one for all that.
        let describes = |verb: &Term| {
            let frame = verb.predication.and_then(|at| statement.predications.get(at));
            frame.is_some_and(|frame| frame.link == Link::Relative)
        };
        let governs = |verb: usize| statement.terms[verb].kind == TermKind::Verb && !describes(&statement.terms[verb]);
        if hangs.any(|role| governs(role.head) && !granted(role.head)) {
            return false;
        }
        let is_noun = |at: Option<usize>| {
            let frame = at.and_then(|at| statement.predications.get(at));
            frame.and_then(|frame| frame.predicate).is_some_and(|index| statement.terms[index].kind != TermKind::Verb)
        };
        let mut at = term.predication;
        while let Some(frame) = at.and_then(|at| statement.predications.get(at)) {
            at = match frame.link {
                Link::Main => None,
                Link::Complement => frame.parent,
                // "It is a spirit that derives its flavour from berries"
                Link::Relative if is_noun(frame.parent) => frame.parent,
                Link::Relative | Link::Adverbial => return !main,
            };
            let governor = at.and_then(|at| statement.predications.get(at)).and_then(|frame| frame.predicate);
            if frame.link == Link::Complement && governor.is_some_and(|verb| !granted(verb)) {
                return false;
            }
        }
        true
    }

    /// What is said of all, of few, or of exactly so many of a kind is not said of a wider kind. The readings that say it of a narrower one leave
    /// the claim open.
    pub(super) fn scope(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let before = |quantity: &Quantity, words: &[&str]| {
            let start = cut(self.text, ..quantity.span.start).trim_end().rsplit(' ').next().unwrap_or("");
            words.iter().any(|word| {
                start.eq_ignore_ascii_case(word)
                    || quantity
                        .span
                        .of(self.text)
                        .split(' ')
                        .next()
                        .is_some_and(|first| first.eq_ignore_ascii_case(word))
            })
        };
        let exact = claim.quantities.iter().find(|quantity| before(quantity, &["exactly", "precisely", "only"]));
        let few = claim.scarce.or(exact.map(|quantity| quantity.span));
        // All of a kind: only what the kind itself is called counts.
        let kind = claim.universal.and_then(|span| {
            let first = (0..claim.terms.len()).find(|index| claim.terms[*index].span.start >= span.end)?;
            Some((span, self.head_of(first)))
        });
        let nouns: Vec<usize> = match (few, kind) {
            (Some(_), _) => (0..claim.terms.len()).filter(|index| claim.terms[*index].kind == TermKind::Noun).collect(),
            (None, Some((_, head))) => vec![head],
            _ => return,
        };
        let span = few.or(kind.map(|(span, _)| span)).unwrap_or(claim.span);
        let narrower = nouns.iter().any(|noun| {
            let found = &counterparts[*noun];
            !found.is_empty()
                && found.iter().all(|(wording, other)| {
                    self.narrows(*wording, *other, counterparts)
                        || !same_notion(&claim.terms[*noun], &self.side.statements[*wording].terms[*other])
                })
        });
        // Nor is what is said of many said of few.
        let narrower = narrower
            || claim.scarce.is_some() && self.side.statements.iter().all(|statement| statement.scarce.is_none());
        if narrower && !result.parts.iter().any(|part| part.outcome == Outcome::Disagrees) {
            self.part(result, PartKind::Quantity, span, Outcome::Unknown, None, false);
        }
    }

    /// "Several servers" are not told of by who tells of "a server".
    pub(super) fn plural(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        // "Officials handed over documents", where one official handed over one document.
        for (index, term) in claim.terms.iter().enumerate().filter(|(_, term)| term.number == Number::Many) {
            let one = |(wording, other): &(usize, usize)| {
                let theirs = &self.side.statements[*wording].terms[*other];
                theirs.number == Number::One || theirs.number == Number::Open && theirs.definite
            };
            let named = term.entity.is_some() && !term.described || self.is_group(term);
            // "One of its employees" is one.
            let of = cut(self.text, ..term.span.start)
                .split_whitespace()
                .rev()
                .take(4)
                .any(|word| word.eq_ignore_ascii_case("one"));
            let thing = !named && !of && (is_party(term) || among(&term.lemma, List::Countable));
            let many =
                |(wording, other): &(usize, usize)| self.side.statements[*wording].terms[*other].number == Number::Many;
            if thing && counterparts[index].iter().any(one) && !counterparts[index].iter().any(many) {
                self.part(result, PartKind::Quantity, term.span, Outcome::Unknown, None, false);
            }
        }
        let Some(span) = claim.several else { return };
        let Some(noun) = (0..claim.terms.len()).find(|index| claim.terms[*index].span.start >= span.end) else {
            return;
        };
        let found = &counterparts[self.head_of(noun)];
        // What another reading lends is not told of so many here.
        let lent = found.is_empty() && !claim.terms[self.head_of(noun)].light;
        let told = |number: Number| {
            found.iter().any(|(wording, other)| {
                let theirs = &self.side.statements[*wording].terms[*other];
                // "The bridge" is one as "a bridge" is.
                let the = theirs.number == Number::Open && theirs.definite;
                theirs.number == number || number == Number::One && the
            })
        };
        if lent || told(Number::One) && !told(Number::Many) {
            self.part(result, PartKind::Quantity, span, Outcome::Unknown, None, false);
        }
    }

    /// The noun that a word of a noun group describes.
    fn head_of(&self, mut term: usize) -> usize {
        while let Some(role) =
            self.claim.roles.iter().find(|role| role.filler == term && role.slot == Slot::Of && role.head > term)
        {
            term = role.head;
        }
        term
    }

    /// What the reading affirms and denies, beside what the claim does.
    pub(super) fn polarity(&self, flips: &[usize], counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let quoted = |span: Span| claim.quotes.iter().any(|quote| quote.contains(span));
        // Where only the opposite of a word stands, it stands against the claim; denied on either side it leaves it open: "did not rise" is not
        // "fell".
        for index in flips {
            let term = &claim.terms[*index];
            // "Insufficiently informed" is "not sufficiently informed".
            let denies = |other: &&Term| other.negated != term.negated && contradictory(term, other);
            if self.opposites(term).iter().any(denies) {
                continue;
            }
            // That things are shared is no answer to a plan to separate them.
            let planned = |mode: Certainty| mode.rank() >= Certainty::Planned.rank();
            let pending = |other: &Term| planned(term.mode) && !planned(self.side.certainty) && !planned(other.mode);
            let denied = term.negated || self.opposites(term).iter().any(|other| other.negated || pending(other));
            let apart = denied || self.shared_back() < OPPOSITE_SHARE;
            let outcome = if apart { Outcome::Unknown } else { Outcome::Disagrees };
            self.part(result, PartKind::Polarity, term.span, outcome, None, false);
        }
        for (index, predication) in claim.predications.iter().enumerate() {
            // What is quoted is compared word by word.
            if predication.negations.iter().any(|span| quoted(*span)) {
                continue;
            }
            let keys = self.keys(index, counterparts);
            if claim.predications[index].predicate.is_some_and(|predicate| flips.contains(&predicate)) {
                continue;
            }
            let denied = predication.negated();
            let span = predication
                .negations
                .first()
                .copied()
                .unwrap_or_else(|| keys.first().map_or(claim.span, |key| claim.terms[*key].span));
            if keys.is_empty() {
                if denied && !predication.evidential && !self.denies_alike(index, counterparts) {
                    self.part(result, PartKind::Polarity, span, Outcome::Unknown, None, false);
                }
                continue;
            }
            // What only stands beside a denied verb ("never came over the leak") is not what is denied.
            let central = |key: &usize| {
                predication.predicate.is_none_or(|predicate| {
                    *key == predicate
                        || claim.roles.iter().any(|role| {
                            role.head == predicate
                                && role.filler == *key
                                && (is_core(role.slot) || role.slot == Slot::Of)
                        })
                        || !claim.roles.iter().any(|role| role.head == predicate && role.filler == *key)
                })
            };
            // "Not straight after confirming it" denies the haste, and not what was done.
            let hasty = denied && claim.marks.iter().any(|(mark, _)| *mark == Mark::AtOnce);
            let aside = || !keys.iter().any(central) && !self.denies_alike(index, counterparts);
            if hasty || denied && !predication.evidential && aside() {
                self.part(result, PartKind::Polarity, span, Outcome::Unknown, None, false);
                continue;
            }
            // "Its supervision was insufficient" does not affirm the supervision: what a wording says of it, the claim must say too.
            let mut found: Vec<(usize, usize)> = keys.iter().flat_map(|key| &counterparts[*key]).copied().collect();
            found.retain(|(wording, other)| {
                !self.side.statements[*wording].terms[*other].modifier
                    && self.says_as_much(*wording, *other, counterparts)
            });
            let theirs: Vec<(usize, &Term)> = counterparts
                .in_best_wordings(&found)
                .map(|(wording, other)| (wording, &self.side.statements[wording].terms[other]))
                .collect();
            let evidential = |wording: usize, term: &Term| {
                term.predication.is_some_and(|index| self.side.statements[wording].predications[index].evidential)
            };
            let agrees = |(wording, term): &(usize, &Term)| {
                term.negated == denied
                    && (!denied
                        || evidential(*wording, term) == predication.evidential
                            && self.denies_no_more(*wording, term, counterparts)
                            && self.denies_no_less(index, *wording, counterparts))
            };
            // A quotation that leaves out the source's "not" turns its meaning; one that leaves out more says nothing of it.
            if !denied
                && keys.iter().all(|key| quoted(claim.terms[*key].span))
                && !theirs.iter().any(|(_, term)| term.negated)
            {
                continue;
            }
            if theirs.is_empty() && !denied || theirs.iter().any(agrees) {
                if denied {
                    for span in &predication.negations {
                        self.part(result, PartKind::Polarity, *span, Outcome::Agrees, None, false);
                    }
                }
                continue;
            }
            // "Failed to take steps to guard", "stop it from happening": what is told below a denial is not affirmed.
            let below = predication.link == Link::Complement
                && predication.parent.is_some_and(|parent| {
                    let above = &claim.predications[parent];
                    let hinders = |index: usize| claim.terms[index].lemma_is(Class::Hinder);
                    above.negated() || above.predicate.is_some_and(hinders)
                });
            if below && !denied {
                continue;
            }
            // A denial speaks only of what it denies: another reading about the same parties is no denial of this.
            // What is only planned or wanted is not denied by saying that it did not happen.
            let unreal =
                |mode: Certainty| matches!(mode, Certainty::Planned | Certainty::Demanded | Certainty::Suggested);
            // The considering itself is done.
            let weighs = keys
                .iter()
                .all(|key| [Class::Weighed, Class::Planned].iter().any(|class| claim.terms[*key].lemma_is(*class)));
            // Who rules something out denies that it may come; where they had hinted at it, the two clash.
            let excludes = predication.predicate.is_some_and(|verb| among(&claim.terms[verb].lemma, List::Avowal));
            let pending = !weighs
                && !excludes
                && (unreal(self.side.certainty) || theirs.iter().all(|(_, term)| unreal(term.mode)));
            // What only a condition denies ("if nothing improves") is neither affirmed nor denied.
            let condition = in_condition(claim, Some(index));
            // "There are no wooden boats" leaves room for others.
            let narrow = !denied
                && theirs.iter().all(|(wording, _)| {
                    let statement = &self.side.statements[*wording];
                    (0..statement.terms.len()).any(|index| {
                        let noun = &statement.terms[index];
                        noun.negated
                            && noun.kind == TermKind::Noun
                            && counterparts.hold((*wording, index))
                            && self.narrows(*wording, index, counterparts)
                    })
                });
            let open = condition
                || narrow
                || denied && !unreal(predication.mode) && pending
                || theirs.iter().all(|(wording, term)| evidential(*wording, term)) && !self.tells_of_evidence(index)
                || denied && theirs.iter().any(|(_, term)| term.negated)
                || !(denied && borne_out(result)) && self.shared_back() < DENIAL_SHARE;
            // "Steps so that nothing of the kind happens again": what is to be kept from happening is not denied.
            let purpose = || {
                crate::text::pieces(cut(self.text, claim.span.start.min(span.start)..span.start), "so that").len() > 1
            };
            if open || denied && purpose() {
                self.part(result, PartKind::Polarity, span, Outcome::Unknown, None, false);
            } else {
                let expected = if denied { "yes" } else { "no" };
                self.part(result, PartKind::Polarity, span, Outcome::Disagrees, Some(expected.to_owned()), false);
            }
        }
    }

    /// What the claim affirms outside its predicates ("found the measures adequate") and the reading knows only as denied.
    pub(super) fn affirmed(&self, flips: &[usize], counterparts: &Counterparts, result: &mut Comparison) {
        // "Cards were unaffected" affirms nothing of the cards.
        let spared = |index: &usize| {
            let term = &self.claim.terms[*index];
            self.opposites(term).iter().any(|other| spares(term, other))
        };
        if flips.iter().any(spared) {
            return;
        }
        for (index, term) in self.claim.terms.iter().enumerate() {
            let quoted = || self.claim.quotes.iter().any(|quote| quote.contains(term.span));
            let plain = !(term.negated || term.light || term.modifier || term.kind == TermKind::Name);
            // What the reading does not have at all is the quickest to tell.
            if counterparts[index].is_empty() || !plain {
                continue;
            }
            // A deed is denied with its predicate; as what something is found to be it is a quality.
            let deed = term.is_deed()
                && !self.claim.roles.iter().any(|role| {
                    role.filler == index
                        && role.slot == Slot::Other
                        && self.claim.predications.iter().any(|predication| {
                            predication.link == Link::Main && predication.predicate == Some(role.head)
                        })
                });
            if deed || quoted() {
                continue;
            }
            let mut theirs = counterparts.in_best_wordings(&counterparts[index]);
            if theirs.all(|(wording, other)| self.side.statements[wording].terms[other].negated)
                && !result.parts.iter().any(|part| part.kind == PartKind::Polarity)
            {
                let open = self.shared_back() < DENIAL_SHARE;
                let outcome = if open { Outcome::Unknown } else { Outcome::Disagrees };
                self.part(result, PartKind::Polarity, term.span, outcome, Some("no".to_owned()), false);
            }
        }
    }

    /// The reading's words that are opposed to a term.
    pub(super) fn opposites(&self, term: &Term) -> Vec<&Term> {
        let opposed: Vec<u16> = term.concepts.iter().flat_map(|concept| lexicon::get().opposed(*concept)).collect();
        self.side
            .statements
            .iter()
            .flat_map(|statement| &statement.terms)
            // That an inquiry concluded something is not its end.
            .filter(|other| other.kind != TermKind::Verb || !other.is(Class::Say) || term.is(Class::Say))
            .filter(|other| {
                // "Step up" may be known as a step; "unauthorized access" is not what "allowed" is the opposite of.
                let words = other.words.iter().filter(|_| other.kind == TermKind::Verb);
                let mut concepts = other.concepts.iter().chain(words.flat_map(|word| &word.concepts));
                concepts.any(|concept| opposed.contains(concept))
            })
            .collect()
    }

    /// "LY had reports of misuse" is what "no reports of misuse" denies; "the data were misused" is not.
    fn tells_of_evidence(&self, predication: usize) -> bool {
        self.claim.terms.iter().any(|term| term.predication == Some(predication) && term.is(Class::Evidence))
    }

    /// The share of a wording's own words that the claim holds, for the wording that fits best.
    pub(super) fn shared_back(&self) -> f32 {
        let mut pool = crate::base::pool::Pool::default();
        pool.add_statement(self.claim);
        pool.finish();
        let share = |statement: &Statement| {
            let speaker: &[usize] = statement.speaker.as_ref().map_or(&[], |speaker| &speaker.terms);
            let told =
                statement.terms.iter().enumerate().filter(|(index, term)| !term.light && !speaker.contains(index));
            let (mut found, mut all) = (0.0, 0.0);
            for (_, term) in told {
                all += weight(term);
                if pool.cover(term) > crate::base::pool::Cover::None || pool.opposes(term) {
                    found += weight(term);
                }
            }
            if all > 0.0 { found / all } else { 1.0 }
        };
        self.side.statements.iter().map(share).fold(0.0, f32::max)
    }

    /// "Leaks will happen if the ministry acts" turns round what "the ministry will act if leaks happen" says.
    fn conditions(&self, counterparts: &Counterparts, result: &mut Comparison) {
        let claim = self.claim;
        let conditional = |statement: &Statement, term: &Term| in_condition(statement, term.predication);
        if !claim.terms.iter().any(|term| conditional(claim, term)) {
            return;
        }
        let (mut right, mut turned) = (false, false);
        for (index, term) in claim.terms.iter().enumerate().filter(|(_, term)| !term.light && !is_party(term)) {
            let found = counterparts[index].iter().filter(|(wording, other)| {
                let statement = &self.side.statements[*wording];
                conditional(statement, &statement.terms[*other])
            });
            let below = found.count() * 2 > counterparts[index].len();
            right |= below && conditional(claim, term);
            turned |= below && !conditional(claim, term);
        }
        if turned && !right {
            self.part(result, PartKind::Certainty, claim.span, Outcome::Unknown, None, false);
        }
    }

    /// How sure the claim is of what it says, beside how sure the reading is.
    pub(super) fn certainty(&self, counterparts: &Counterparts, result: &mut Comparison) {
        self.conditions(counterparts, result);
        let claim = self.claim;
        // "Better protection is what the ministry urged", "a pledge to prevent it featured in the statement": the claim names the demand or plan
        // itself, so that what it asserts is that, and not the deed.
        let named = claim.predications.iter().any(|predication| predication.mode.rank() >= Certainty::Planned.rank())
            || claim.terms.iter().any(|term| {
                [Class::Planned, Class::Demanded, Class::Weighed].iter().any(|class| term.lemma_is(*class))
            });
        for (index, predication) in claim.predications.iter().enumerate() {
            let mut keys = self.keys(index, counterparts);
            // That somebody says something is no plan; to put out a fire is to say nothing.
            let says =
                |term: &Term| term.lemma_is(Class::Say) && (term.is(Class::Say) || !term.lemma.starts_with("put "));
            if predication.predicate.is_some_and(|predicate| says(&claim.terms[predicate])) {
                keys.clear();
            }
            // What is wanted or planned may be a noun of its own.
            keys.extend((0..claim.terms.len()).filter(|term| {
                claim.terms[*term].predication == Some(index)
                    && claim.terms[*term].mode != predication.mode
                    && !counterparts[*term].is_empty()
            }));
            keys.dedup();
            // Things are neither planned nor demanded, deeds are.
            keys.retain(|key| claim.terms[*key].is_deed());
            // "Denies that they reached it": where the verb is a small one, what is denied is not compared, and not borne out.
            if predication.mode == Certainty::Denied && keys.is_empty() {
                let span = predication.mode_span.unwrap_or(claim.span);
                self.part(result, PartKind::Certainty, span, Outcome::Unknown, None, false);
            }
            let mut worst: Option<(Outcome, Certainty, Span)> = None;
            for key in keys {
                if claim.quotes.iter().any(|quote| quote.contains(claim.terms[key].span)) {
                    continue;
                }
                let mine = claim.terms[key].mode;
                let asserted = predication.link == Link::Main && predication.predicate == Some(key);
                if named && !asserted && mine == Certainty::Plain {
                    continue;
                }
                // The verb that plans or demands is itself no plan: the considering is done, the punishing is not.
                let governs = |term: &Term| {
                    term.lemma_is(Class::Say)
                        || term.lemma_is(Class::Weighed)
                        || term.lemma_is(Class::Planned)
                        || self.side.certainty == Certainty::Demanded && term.lemma_is(Class::Demanded)
                };
                // What a document has only aimed at is not told as done.
                let mut theirs =
                    counterparts[key].iter().map(|(wording, other)| &self.side.statements[*wording].terms[*other]);
                let done =
                    matches!(claim.terms[key].mode, Certainty::Plain | Certainty::Possible) && !claim.terms[key].aim;
                if self.prepared.document.is_some() && theirs.all(|other| other.aim) {
                    if !done {
                        continue;
                    }
                    worst = worst.or(Some((Outcome::Unknown, Certainty::Planned, claim.terms[key].span)));
                    continue;
                }
                let modes = counterparts.in_best_wordings(&counterparts[key]).map(|(wording, other)| {
                    let term = &self.side.statements[wording].terms[other];
                    // A base's author says how sure a reading is where some wording alone does not; the asking itself is done. A document has no
                    // author of that sort: a plan in one of its clauses makes no plan of the others.
                    if self.prepared.document.is_some()
                        || term.mode.rank() >= self.side.certainty.rank()
                        || governs(term)
                    {
                        term.mode
                    } else {
                        self.side.certainty
                    }
                });
                // "Will not contact them" is held against the contacting.
                let denied = mine == Certainty::Planned && claim.terms[key].negated;
                let outcomes = modes.map(|mode| match (denied, mode) {
                    (true, Certainty::Plain) => (Outcome::Agrees, mode),
                    _ => (beside(mine, mode), mode),
                });
                let Some((outcome, mode)) = outcomes.min_by_key(|(outcome, _)| rank(*outcome)) else { continue };
                if mode == Certainty::Possible && mine == Certainty::Plain && outcome == Outcome::Agrees {
                    let caveat = "The source says this only as a possibility (\"may have been\").".to_owned();
                    if !result.caveats.contains(&caveat) {
                        result.caveats.push(caveat);
                    }
                }
                if outcome != Outcome::Agrees && worst.is_none_or(|(known, _, _)| rank(outcome) > rank(known)) {
                    let span = predication.mode_span.unwrap_or(claim.terms[key].span);
                    worst = Some((outcome, mode, span));
                }
            }
            if let Some((outcome, mode, span)) = worst {
                let kind = if outcome == Outcome::Disagrees { PartKind::Polarity } else { PartKind::Certainty };
                self.part(result, kind, span, outcome, Some(certainty_word(mode).to_owned()), false);
            }
        }
    }
}

/// Whether a predication is a condition, or hangs on one.
fn in_condition(statement: &Statement, mut at: Option<usize>) -> bool {
    while let Some(one) = at.and_then(|at| statement.predications.get(at)) {
        if one.link == Link::Adverbial && one.bound.is_none() && one.mode == Certainty::Suggested {
            return true;
        }
        at = one.parent.filter(|_| one.link == Link::Complement);
    }
    false
}

/// Whether everything compared so far agrees: what the claim denies the reading then says.
fn borne_out(result: &Comparison) -> bool {
    result.uncovered.is_empty() && result.parts.iter().all(|part| part.outcome == Outcome::Agrees)
}

fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Agrees => 0,
        Outcome::Unknown => 1,
        Outcome::Disagrees => 2,
    }
}

/// How a claim of one certainty fares against a reading of another (docs/verdicts.md §4): a possibility bears out a plain claim with a caveat,
/// a plan, demand, condition or forecast never bears out the act.
fn beside(claim: Certainty, reading: Certainty) -> Outcome {
    use Certainty::*;
    match (claim, reading) {
        (Plain | Possible, Plain | Possible) => Outcome::Agrees,
        // "May punish" says no more than "is considering punishing".
        (Possible, Planned | Suggested) => Outcome::Agrees,
        (Plain | Possible, Planned | Demanded | Suggested) => Outcome::Unknown,
        (Plain | Possible, Opinion) => Outcome::Agrees,
        (Denied, Denied) => Outcome::Agrees,
        (Plain | Possible, Denied) => Outcome::Unknown,
        (Denied, _) => Outcome::Disagrees,
        (Opinion, _) => Outcome::Agrees,
        (Planned, Planned) | (Demanded, Demanded) | (Suggested, Suggested | Planned) => Outcome::Agrees,
        // "Will request LY to" plans a demand.
        (Demanded, Planned) => Outcome::Agrees,
        (Planned, Demanded) => Outcome::Unknown,
        (Planned, Suggested) => Outcome::Unknown,
        (Demanded, Suggested) | (Suggested, Demanded) => Outcome::Agrees,
        (Planned | Demanded | Suggested, Opinion) => Outcome::Agrees,
        // "Will be formed" is not said by who tells that it was formed.
        (Planned, Plain | Possible) => Outcome::Unknown,
        (Demanded | Suggested, Plain | Possible) => Outcome::Agrees,
        (Planned | Demanded | Suggested, Denied) => Outcome::Unknown,
    }
}

fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Plain => "stated as a fact",
        Certainty::Possible => "given as possible",
        Certainty::Planned => "planned or announced, not done",
        Certainty::Demanded => "demanded, not done",
        Certainty::Suggested => "suggested, not done",
        Certainty::Opinion => "somebody's view",
        Certainty::Denied => "denied",
    }
}
