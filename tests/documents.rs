//! Claims held against plain documents: what a document must say, and of whom, before it bears a claim out.
#![cfg(not(target_arch = "wasm32"))]

use claimcheck::report::{Overall, SourceMeta};
use claimcheck::{Base, Day, check};

/// The verdict of a claim where the document is all that is known.
fn verdict(document: &str, claim: &str) -> Overall {
    let mut base = Base::empty();
    base.add_document(document, &SourceMeta::default()).expect("a document is accepted");
    let today = Day::parse_iso("2026-11-22").expect("a day of the calendar");
    check(claim, &base, today).verdict
}

#[track_caller]
fn assert_verdict(document: &str, claim: &str, expected: Overall) {
    assert_eq!(verdict(document, claim), expected, "{claim:?} against {document:?}");
}

#[test]
fn years_in_brackets_are_those_of_birth() {
    let document = "Maria Lopez (born 3 May 1961) is a Chilean painter and teacher.";
    assert_verdict(document, "Maria Lopez was born in 1961.", Overall::Supported);
    assert_verdict(document, "Maria Lopez was born in 1971.", Overall::Conflicting);
    assert_verdict(document, "Maria Lopez is a teacher.", Overall::Supported);
    assert_verdict(document, "Maria Lopez is a singer.", Overall::Unsupported);
}

#[test]
fn what_is_said_of_few_is_not_said_of_all() {
    let document = "Few of the shops in Harrow reopened in March.";
    assert_verdict(document, "All of the shops in Harrow reopened in March.", Overall::Unsupported);
    let document = "Exactly nine boats reached the harbour of Port Ellis.";
    assert_verdict(document, "At least seven boats reached the harbour of Port Ellis.", Overall::Supported);
}

#[test]
fn a_choice_is_no_statement_of_either() {
    let document = "The council of Harrow will build a bridge or a tunnel.";
    assert_verdict(document, "The council of Harrow will build a tunnel.", Overall::Unsupported);
}

#[test]
fn a_denial_of_something_narrower_leaves_the_wider_open() {
    let document = "The audit found no wooden boats in Port Ellis.";
    assert_verdict(document, "The audit found boats in Port Ellis.", Overall::Unsupported);
}

#[test]
fn figures_belong_to_the_name_before_them() {
    let document = "Harrow sold 40 boats and Port Ellis 55.";
    assert_verdict(document, "Harrow sold 55 boats.", Overall::Conflicting);
    assert_verdict(document, "Harrow sold 40 boats.", Overall::Supported);
}

#[test]
fn ends_that_are_turned_round_are_another_way() {
    let document = "The ferry line moved its office from Harrow to Port Ellis in 2019.";
    assert_verdict(document, "The ferry line moved its office from Harrow to Port Ellis.", Overall::Supported);
    let turned = verdict(document, "The ferry line moved its office from Port Ellis to Harrow.");
    assert_ne!(turned, Overall::Supported);
}

#[test]
fn treebank_brackets_are_brackets() {
    let document = "Edgar Wright -LRB- born 18 April 1974 -RRB- is an English director .";
    assert_verdict(document, "Edgar Wright was born in 1974.", Overall::Supported);
}

#[test]
fn a_condition_affirms_nothing() {
    let document = "If the levy passes, Harrow will close the mill.";
    assert_ne!(verdict(document, "Harrow closed the mill."), Overall::Supported);
}

#[test]
fn a_place_is_somebodys_home_where_it_is_said_of_them() {
    let document = "Port Ellis is the third largest harbour in Spain.";
    assert_verdict(document, "Port Ellis is in Spain.", Overall::Supported);
    let document = "Port Ellis, known in Chinese by another name, is a harbour in Spain.";
    assert_ne!(verdict(document, "Port Ellis is in China."), Overall::Supported);
}

#[test]
fn a_definite_noun_is_the_one_that_is_named() {
    let document =
        "The council of Harrow met on Monday. Selby Ferry Bridge was closed in May. The bridge carries 900 cars a day.";
    assert_verdict(document, "Selby Ferry Bridge carries 900 cars a day.", Overall::Supported);
    assert_verdict(document, "Selby Ferry Bridge carries 700 cars a day.", Overall::Conflicting);
    // Of two bridges it does not tell which.
    let document = "Selby Ferry Bridge and Fenwick Lane Bridge were closed. The bridge carries 900 cars a day.";
    assert_ne!(verdict(document, "Selby Ferry Bridge carries 900 cars a day."), Overall::Supported);
}

#[test]
fn only_names_right_before_their_verb_share_it() {
    let document = "Harrow paid Fenwick 5 million dollars and Selby 3 million dollars.";
    assert_ne!(verdict(document, "Selby paid Fenwick 3 million dollars."), Overall::Supported);
    let document = "The mayor said Harrow had 53 shops and Selby 22.";
    assert_verdict(document, "Selby had 22 shops.", Overall::Supported);
    assert_ne!(verdict(document, "Selby said Harrow had 22 shops."), Overall::Supported);
}

#[test]
fn them_are_those_named_last() {
    let document = "Harrow sold 100 boats in Spain, 40 rafts in Italy and 30 of those in Malta.";
    assert_ne!(verdict(document, "Harrow sold 30 boats in Malta."), Overall::Supported);
}

#[test]
fn a_plan_in_one_clause_makes_no_plan_of_the_others() {
    let document = "Harrow has bought the mill for 4 million dollars, in a deal that would save 60 jobs.";
    assert_verdict(document, "Harrow bought the mill for 4 million dollars.", Overall::Supported);
    assert_ne!(verdict(document, "Harrow saved 60 jobs."), Overall::Supported);
}

#[test]
fn what_none_did_nobody_did() {
    let document = "Harrow said none of its staff was hurt.";
    assert_ne!(verdict(document, "Harrow said its staff was hurt."), Overall::Supported);
    assert_verdict(document, "None of the staff was hurt, Harrow said.", Overall::Supported);
}

#[test]
fn why_it_was_done_must_be_told() {
    let document = "Ann Lee wrote the false figures in the report. Ann Lee left in June.";
    assert_ne!(verdict(document, "Ann Lee left because of the false figures."), Overall::Supported);
}

#[test]
fn a_verb_is_one_with_its_object_inside() {
    let document = "Selby turned the offer down within hours.";
    assert_verdict(document, "Selby rejected the offer within hours.", Overall::Supported);
}

#[test]
fn the_name_goes_with_the_title_behind_what_was_said() {
    let document = "\"We have let patients down,\" said Lars Bonde, Selby's chief executive, on Monday.";
    let told = verdict(document, "\"We have let patients down,\" said Selby's chief executive, Lars Bonde.");
    assert_ne!(told, Overall::Conflicting);
}

#[test]
fn fractions_of_a_million_are_figures() {
    let document = "Three quarters of a million people live in Harrow.";
    assert_verdict(document, "750,000 people live in Harrow.", Overall::Supported);
}

#[test]
fn a_title_given_in_passing_is_given() {
    let document = "Fire chief Lena Moss said the hall was empty. The town clerk, Aldo Reyes, will count the votes.";
    assert_verdict(document, "Fire chief Lena Moss said the hall was empty.", Overall::Supported);
    assert_verdict(document, "The hall was empty, according to fire chief Lena Moss.", Overall::Supported);
    assert_verdict(document, "Mayor Lena Moss said the hall was empty.", Overall::Unsupported);
    assert_verdict(document, "Town clerk Aldo Reyes will count the votes.", Overall::Supported);
}

#[test]
fn a_subject_pronoun_is_the_subject_before() {
    let document = "Veldra Shipping bought the yard of Harrow Lines in May. It will cut 90 jobs there.";
    assert_verdict(document, "Veldra Shipping will cut 90 jobs.", Overall::Supported);
    assert_verdict(document, "Veldra will cut 90 jobs.", Overall::Supported);
    assert_verdict(document, "Harrow Lines will cut 90 jobs.", Overall::Unsupported);
    let document = "Maria Lopez took office as mayor on Tuesday. She named Tom Berg as her deputy.";
    assert_verdict(document, "Maria Lopez named Tom Berg as deputy.", Overall::Supported);
    assert_verdict(document, "Tom Berg named Maria Lopez as deputy.", Overall::Conflicting);
    let document = "Maria Lopez accused Tom Berg of fraud. He denied the charge.";
    assert_verdict(document, "Maria Lopez denied the charge.", Overall::Unsupported);
    let document = "Veldra Shipping lost money. Its director, Aldo Reyes, resigned.";
    assert_verdict(document, "Veldra's director Aldo Reyes resigned.", Overall::Supported);
    // Nothing tells which of the two it was.
    let document = "Police questioned Tom Berg and Aldo Reyes. He was released on Friday.";
    assert_verdict(document, "Tom Berg was released.", Overall::Unsupported);
}

#[test]
fn an_excess_is_a_denial() {
    let document = "The doses were too small to have harmed the animals.";
    assert_verdict(document, "The doses harmed the animals.", Overall::Conflicting);
}

#[test]
fn denials_of_small_words_are_borne_out() {
    let document = "Tom Berg had no part in the raid. Maria Lopez said she would not come.";
    assert_verdict(document, "Tom Berg had no part in the raid.", Overall::Supported);
    assert_verdict(document, "Tom Berg had a part in the raid.", Overall::Conflicting);
    assert_verdict(document, "Maria Lopez would not come.", Overall::Supported);
}

#[test]
fn figures_count_what_they_stand_before() {
    let document = "Some 90 nurses needed more than four days to move the beds.";
    assert_verdict(document, "About 90 nurses needed over four days to move the beds.", Overall::Supported);
    assert_verdict(document, "It took some 90 nurses over four days to move the beds.", Overall::Supported);
    let document = "Inspectors visited 14 other Harrow factories. Two men aged 31 and 45 were arrested.";
    assert_verdict(document, "The inspectors visited 14 other factories.", Overall::Supported);
    assert_verdict(document, "Two men were arrested.", Overall::Supported);
    assert_verdict(document, "Three men were arrested.", Overall::Conflicting);
    let document = "The firm fitted heaters at 60 crossings and will fit another 140 by 2030.";
    assert_verdict(
        document,
        "The firm has fitted heaters at 60 crossings and intends to fit 140 more.",
        Overall::Unsupported,
    );
}

#[test]
fn what_a_contrast_sets_aside_is_not_what_happened() {
    let document = "The fire began in a battery charging room, not in the paint store as first reported.";
    assert_verdict(document, "The fire began in a charging room.", Overall::Supported);
    assert_verdict(document, "The fire began in a charging room, not in the paint store.", Overall::Supported);
    assert_verdict(document, "The fire began in the paint store.", Overall::Conflicting);
}

#[test]
fn what_came_before_a_plan_is_none() {
    let document = "Tom Berg will miss two games after tearing a muscle.";
    assert_verdict(document, "Tom Berg tore a muscle.", Overall::Supported);
    assert_verdict(document, "Tom Berg missed two games.", Overall::Unsupported);
}

#[test]
fn what_is_aimed_at_is_not_done() {
    for (document, claim) in [
        ("The firm won a contract to build a hospital.", "The firm built a hospital."),
        ("The bank offered to buy the yard.", "The bank bought the yard."),
        ("The board approved money to renovate the pool.", "The pool has been renovated."),
        ("The state set a target of cutting emissions.", "The state cut emissions."),
        ("Investors opposed the sale of the yard.", "The yard was sold."),
        ("The mayor was suspected of taking bribes.", "The mayor took bribes."),
        ("Divers tried to save the boy.", "Divers saved the boy."),
        ("The lorry nearly shed its load.", "The lorry shed its load."),
        ("The thieves were caught before they could steal the painting.", "The thieves stole the painting."),
    ] {
        assert_verdict(document, claim, Overall::Unsupported);
        assert_verdict(document, document, Overall::Supported);
    }
    assert_verdict("The firm agreed to buy the yard.", "The firm is to buy the yard.", Overall::Supported);
    assert_verdict("Tom Berg managed to sell the yard.", "Tom Berg sold the yard.", Overall::Supported);
    assert_verdict("It took the crew four hours to free the driver.", "The crew freed the driver.", Overall::Supported);
    assert_verdict(
        "A leak forced the agency to delay the launch.",
        "The agency delayed the launch.",
        Overall::Supported,
    );
}

#[test]
fn an_idiom_is_not_its_verb() {
    let document = "Veldra made a profit. The man set a fire. The museum cut its opening hours.";
    assert_verdict(document, "Veldra made a profit.", Overall::Supported);
    assert_verdict(document, "The man set a record.", Overall::Unsupported);
    assert_verdict(document, "The museum cut its workforce.", Overall::Unsupported);
    let document = "Berg was acquitted of fraud.";
    assert_ne!(verdict(document, "Berg was found not guilty of fraud."), Overall::Conflicting);
}

#[test]
fn a_described_deed_has_no_doer() {
    let document = "The museum got back a stolen painting.";
    assert_verdict(document, "The museum stole the painting.", Overall::Unsupported);
    let document = "Rain swept away a bridge.";
    assert_verdict(document, "People were swept away.", Overall::Unsupported);
    let document = "The publisher withdrew the novel after the author admitted copying.";
    assert_verdict(document, "The author withdrew the novel.", Overall::Unsupported);
    assert_verdict(document, "The publisher withdrew the novel.", Overall::Supported);
}

#[test]
fn sides_and_numbers_are_taken_as_told() {
    let document = "The senator voted for the bill. Doctors prescribed fewer antibiotics.";
    assert_verdict(document, "The senator voted against the bill.", Overall::Unsupported);
    assert_verdict(document, "Doctors prescribed more antibiotics.", Overall::Unsupported);
    assert_verdict("The senator voted against the bill.", "The senator voted for the bill.", Overall::Unsupported);
    assert_ne!(verdict("No one came to the wedding.", "Everybody came to the wedding."), Overall::Supported);
    let document = "Profit doubled in May 2020. Sales fell in June 2020.";
    assert_verdict(document, "Profit rose in May 2020.", Overall::Supported);
    assert_verdict(document, "Profit fell in May 2020.", Overall::Conflicting);
    assert_verdict(document, "Sales rose in June 2020.", Overall::Conflicting);
    let document = "Veldra owns a 24 percent stake in Morn.";
    assert_verdict(document, "Veldra holds 24 percent of Morn.", Overall::Supported);
    assert_verdict(document, "Morn holds 24 percent of Veldra.", Overall::Conflicting);
}

#[test]
fn what_hangs_on_an_order_may_be_done() {
    let document = "The regulator ordered Veldra to delete data it had gathered from pupils.";
    assert_verdict(document, "Veldra deleted data.", Overall::Unsupported);
    let document =
        "The board made nine recommendations. Veldra Shipping completed its takeover of Harrow Lines in May.";
    assert_verdict(document, "The board issued nine recommendations.", Overall::Supported);
    assert_verdict(document, "Veldra's takeover of Harrow Lines was completed.", Overall::Supported);
    assert_verdict(document, "Harrow Lines completed its takeover of Veldra.", Overall::Unsupported);
}

#[test]
fn what_only_seems_to_say_the_same() {
    assert_verdict("The soldiers fled before dawn.", "The soldiers came before dawn.", Overall::Unsupported);
    let document = "Some employees of Veldra were arrested.";
    assert_verdict(document, "Everyone employed by Veldra was arrested.", Overall::Unsupported);
    assert_verdict("The museum is closed.", "The museum was once closed.", Overall::Unsupported);
    let document = "The court ruled on 3 June 2025.";
    assert_verdict(document, "The day before the court ruled was 3 June 2025.", Overall::Unsupported);
    assert_verdict(document, "The day on which the court ruled was 3 June 2025.", Overall::Supported);
    assert_verdict(document, "4 June 2025 was the day on which the court ruled.", Overall::Conflicting);
    assert_verdict("The mill was put up for sale.", "The mill was sold.", Overall::Unsupported);
}

/// None of the claims may come out supported.
#[track_caller]
fn assert_none_supported(document: &str, claims: &[&str]) {
    let supported: Vec<&&str> = claims.iter().filter(|claim| verdict(document, claim) == Overall::Supported).collect();
    assert!(supported.is_empty(), "{supported:?} against {document:?}");
}

#[test]
fn what_hangs_on_a_verb_is_told_only_where_it_follows_from_it() {
    assert_none_supported("The concert was cancelled.", &["The concert took place.", "The concert happened."]);
    assert_none_supported("The firm stopped making typewriters in 2011.", &["The firm makes typewriters."]);
    assert_none_supported("The senator ruled out a run for president.", &["The senator will run for president."]);
    assert_none_supported(
        "The orchard company is against selling the old mill.",
        &["The orchard company is selling the old mill."],
    );
    assert_none_supported(
        "The orchard company is due to sell the old mill.",
        &["The orchard company sold the old mill."],
    );
    assert_none_supported("The government lifted the ban on fishing.", &["The government imposed a ban on fishing."]);
    assert_none_supported(
        "The minister denied that he had lied to parliament.",
        &["The minister said he had lied to parliament.", "The minister lied to parliament."],
    );
    assert_verdict(
        "The orchard company managed to sell the old mill.",
        "The orchard company sold the old mill.",
        Overall::Supported,
    );
}

#[test]
fn small_verbs_and_predicates_must_be_told_as_well() {
    assert_none_supported("The embassy sent the parcel to Nairobi.", &["The embassy kept the parcel."]);
    assert_none_supported("Sales are down.", &["Sales are up."]);
    assert_none_supported("The stadium was empty.", &["The stadium was full."]);
    assert_none_supported(
        "The delegation left Oslo on the night train.",
        &["The delegation reached Oslo on the night train."],
    );
}

#[test]
fn a_party_in_another_place_of_the_verb_is_another_matter() {
    assert_none_supported(
        "Police closed the bridge because a tree had fallen on it.",
        &["The bridge fell on a tree.", "The tree fell on police.", "A tree fell because police closed the bridge."],
    );
    assert_none_supported("The tribe defeated the settlers.", &["The settlers beat the tribe."]);
    assert_none_supported(
        "The council demolished the mill and restored the church.",
        &["The council demolished the church.", "The council restored the mill."],
    );
    assert_verdict(
        "The council demolished the mill and restored the church.",
        "The church was restored by the council.",
        Overall::Supported,
    );
}

#[test]
fn what_a_sentence_says_in_passing_is_said() {
    let document = "Norvik, a subsidiary of Hallmark Steel, will cut 300 of its 1,200 jobs.";
    assert_verdict(document, "Norvik is a subsidiary of Hallmark Steel.", Overall::Supported);
    assert_verdict(document, "Norvik will cut 300 jobs.", Overall::Supported);
    assert_none_supported(document, &["Norvik will cut 1,200 jobs.", "Hallmark Steel is a subsidiary of Norvik."]);
}

#[test]
fn without_few_and_non_are_not_lost() {
    assert_none_supported(
        "The company passed the data on to advertisers without consent.",
        &["The company passed the data on to advertisers with consent."],
    );
    assert_none_supported("Most of the passengers were tourists.", &["Few of the passengers were tourists."]);
    assert_none_supported("The lamp is non-toxic.", &["The lamp is toxic."]);
    assert_verdict("The lamp is non-toxic.", "The lamp is non-toxic.", Overall::Supported);
}

#[test]
fn counted_things_are_no_verbs() {
    assert_verdict(
        "Strong winds damaged 40 houses in Lund.",
        "40 houses in Lund were damaged by strong winds.",
        Overall::Supported,
    );
}

#[test]
fn roundabout_ways_are_read_as_the_plain_one() {
    let document = "The mayor said that the old roof leaks. The blackout was caused by a storm.";
    for claim in [
        "The mayor's complaint was that the old roof leaks.",
        "The mayor told reporters the old roof was leaking.",
        "The reason for the blackout was a storm.",
    ] {
        assert_verdict(document, claim, Overall::Supported);
    }
    assert_none_supported(document, &["The reason for the blackout was not a storm."]);
}

#[test]
fn what_nobody_said_is_not_told() {
    let document = "Corvo Steel has not said that the furnace failed.";
    assert_none_supported(document, &["Corvo Steel said that the furnace failed.", "The furnace failed."]);
    assert_none_supported("Nobody claimed that the dam was unsafe.", &["The dam was unsafe."]);
    assert_none_supported(
        "Corvo Steel may admit that the furnace failed.",
        &["Corvo Steel admitted that the furnace failed."],
    );
    assert_none_supported("The club was required to report the loss.", &["The club reported the loss."]);
    assert_verdict(
        "Corvo Steel said that the furnace failed.",
        "Corvo Steel said that the furnace failed.",
        Overall::Supported,
    );
}

#[test]
fn who_is_what_must_be_said_of_them() {
    assert_none_supported("The envoy visited the house of the painter.", &["The envoy was the painter."]);
    assert_none_supported("The guild sold a kiln without a licence.", &["The guild had a licence."]);
    assert_verdict("Lena Ode is a painter based in Riga.", "Lena Ode is a painter.", Overall::Supported);
    assert_verdict("Lena Ode became the envoy in 2019.", "Lena Ode was the envoy.", Overall::Supported);
    assert_verdict("Envoy Lena Ode opened the fair.", "Lena Ode is the envoy.", Overall::Supported);
}

#[test]
fn what_stands_beside_a_plan_or_a_rule_is_not_told() {
    assert_none_supported("Any club that sold pills will be banned.", &["A club sold pills."]);
    assert_none_supported("The medal will go to the rower who wins the final.", &["A rower won the final."]);
    assert_none_supported("The guild will move after it sells the kiln.", &["The guild sold the kiln."]);
    assert_none_supported("Ann Ode denied that she quit because she was ill.", &["Ann Ode was ill."]);
}

#[test]
fn ways_of_speaking_that_mean_something_else() {
    assert_none_supported("The envoy came in for no criticism from the guild.", &["The guild criticised the envoy."]);
    assert_none_supported("The chapel escaped serious damage.", &["The chapel was not damaged."]);
    assert_none_supported("The rent was due to the guild.", &["The guild caused the rent."]);
    assert_none_supported("The cause of the blaze was studied by chemists.", &["The blaze was caused by chemists."]);
    assert_none_supported("Corvo's parent is run by Lena Ode.", &["Corvo is run by Lena Ode."]);
    assert_none_supported("Miners occupied the office of the envoy.", &["A miner was the envoy."]);
    assert_none_supported("The guild's allegation was that Corvo stole the kiln.", &["Corvo stole the kiln."]);
    assert_verdict(
        "The glider landed far from the town in a meadow.",
        "The glider landed in a meadow.",
        Overall::Supported,
    );
    assert_verdict("The plan is far from perfect.", "The plan is perfect.", Overall::Conflicting);
}

#[test]
fn over_a_length_of_time_is_during_it() {
    let document = "Chemists watched 40 kilns for two years.";
    assert_verdict(document, "Chemists watched 40 kilns over two years.", Overall::Supported);
    assert_verdict(document, "Chemists watched 40 kilns for over two years.", Overall::Conflicting);
}

#[test]
fn who_was_let_go_from_a_place_is_not_there() {
    assert_verdict("Bruno Dorn was released from prison.", "Bruno Dorn is in prison.", Overall::Unsupported);
    assert_verdict("The chapel stands in the old town.", "The chapel is in the old town.", Overall::Supported);
}

#[test]
fn a_pronoun_is_the_one_person_named_before_it() {
    let document = "The guild fined Lena Ode on Monday but renewed her licence.";
    assert_verdict(document, "The guild renewed Lena Ode's licence.", Overall::Supported);
    let document = "The envoy has asked to leave, his cook, Ann Ode, said. He won 14 medals last year.";
    assert_ne!(verdict(document, "Ann Ode won 14 medals."), Overall::Supported);
    // "Lost her life" is one phrase.
    assert_verdict("In 1986 Lena Ode lost her life.", "Lena Ode died in 1986.", Overall::Supported);
}

#[test]
fn who_spoke_goes_on_speaking() {
    let document = "Tests show no damage, the engineer Ann Ode said. \"We will open the hall,\" she said.";
    assert_verdict(document, "\"We will open the hall,\" said Ann Ode.", Overall::Supported);
}

#[test]
fn a_name_behind_a_comma_is_the_one_described() {
    let document = "The choir will be led by a former pilot, Tom Berg, and rehearses in May.";
    assert_verdict(document, "Tom Berg will lead the choir.", Overall::Supported);
    let document = "It began when a clerk at the mill, Ann Ode, went to the police.";
    assert_verdict(document, "Ann Ode went to the police.", Overall::Supported);
    let document = "The trial of Tom Berg, owner of the mill, opened in Riga.";
    assert_verdict(document, "The trial of Tom Berg opened in Riga.", Overall::Supported);
    assert_ne!(verdict(document, "The owner opened in Riga."), Overall::Supported);
}

#[test]
fn another_first_name_is_another_person() {
    let document = "Lena Marr visited her cousin Anna in Riga and then sailed to Malta.";
    assert_ne!(verdict(document, "Anna Marr sailed to Malta."), Overall::Supported);
    assert_verdict(document, "Lena Marr sailed to Malta.", Overall::Supported);
}

#[test]
fn an_office_that_is_somebody_elses() {
    let document = "Selby's mayor, Lena Ode, thanked the crews. Harrow's treasurer, Tom Berg, resigned.";
    assert_verdict(document, "Tom Berg is the mayor of Selby.", Overall::Conflicting);
    assert_verdict(document, "Lena Ode is the mayor of Selby.", Overall::Supported);
    // Nobody else is told to be it, or nothing else of them.
    assert_verdict(document, "Tom Berg is the bishop of Selby.", Overall::Unsupported);
    let document = "Selby's mayor, Lena Ode, thanked the crews. Tom Berg resigned.";
    assert_verdict(document, "Tom Berg is the mayor of Selby.", Overall::Unsupported);
    assert_none_supported("The former mayor Lena Ode sued.", &["Lena Ode is the mayor."]);
}

#[test]
fn selling_is_buying_from_the_other_side() {
    let document = "Veldra Shipping sold the yard to Harrow Lines for 4 million euros.";
    assert_verdict(document, "Harrow Lines bought the yard from Veldra Shipping.", Overall::Supported);
    assert_verdict(document, "Harrow Lines bought the yard for 4 million euros.", Overall::Supported);
    assert_ne!(verdict(document, "Veldra Shipping bought the yard from Harrow Lines."), Overall::Supported);
    assert_ne!(verdict(document, "Veldra Shipping bought the yard."), Overall::Supported);
    assert_verdict("Lena Ode bought a kiln from Tom Berg.", "Tom Berg sold a kiln to Lena Ode.", Overall::Supported);
}

#[test]
fn figures_of_a_part_are_not_those_of_the_whole() {
    let document = "The lorry lost 300 litres of milk, of which 45 litres were pumped up.";
    assert_none_supported(document, &["The lorry lost 45 litres of milk."]);
    assert_verdict(document, "The lorry lost 300 litres of milk.", Overall::Supported);
    let document = "Divers found cracks in two of the dam's six gates.";
    assert_verdict(document, "Divers found cracks in all six gates.", Overall::Conflicting);
    let document = "All but three of the 20 goats stolen in Riga have been found.";
    assert_verdict(document, "17 of the 20 goats stolen in Riga have been found.", Overall::Supported);
    assert_none_supported(document, &["Three of the 20 goats have been found.", "All the goats have been found."]);
}

#[test]
fn what_would_have_been_was_not() {
    let document = "Had the siren sounded, the hall would have been cleared.";
    assert_none_supported(document, &["The siren sounded.", "The hall was cleared."]);
    assert_none_supported("The crew would have put the blaze out in minutes.", &["The crew put the blaze out."]);
    assert_none_supported("Tom Berg said he saw no need to wait.", &["Tom Berg said he saw a need to wait."]);
    assert_none_supported(
        "The toll applies to vans, except those used by nurses.",
        &["The toll applies to vans used by nurses."],
    );
}

#[test]
fn what_rose_and_what_fell_keep_apart() {
    let document = "Rye prices rose 4% while oat prices fell 7%.";
    assert_none_supported(document, &["Oat prices rose 4%."]);
    assert_verdict(document, "Rye prices rose 4%.", Overall::Supported);
}

#[test]
fn verbs_that_look_like_nouns_or_names() {
    let document = "The court in Selby on Monday cut the sentence from nine years to seven.";
    assert_verdict(document, "The court cut the sentence from nine years to seven.", Overall::Supported);
    let document = "Veldra will keep its name, be based in Riga and be led by Ann Ode.";
    assert_verdict(document, "Veldra will be based in Riga.", Overall::Supported);
    assert_none_supported(document, &["Veldra is based in Riga."]);
    let document = "Replacing Tom Berg, who resigned in May, Lena Ode became envoy.";
    assert_none_supported(document, &["Tom Berg replaced Lena Ode."]);
    let document = "The probe Lark-2 reached Mars. The probe Lark-3 failed.";
    assert_verdict(document, "Lark-2 reached Mars.", Overall::Supported);
    assert_none_supported(document, &["Lark-3 reached Mars."]);
}

#[test]
fn who_else_did_the_same_thing() {
    let document = "The Selby court ruled on 3 May 2022 that the levy was illegal. Ann Ode published the map in 1963.";
    assert_verdict(document, "Tom Berg published the map in 1963.", Overall::Conflicting);
    // Another may well have done the like.
    assert_verdict("Veldra will cut 90 jobs.", "Harrow Lines will cut 90 jobs.", Overall::Unsupported);
}

#[test]
fn who_comes_into_an_office_has_it() {
    let document = "Tom Berg retired in June 2023 and was succeeded as treasurer by Lena Ode.";
    for claim in ["Lena Ode became treasurer.", "Lena Ode is the new treasurer.", "Tom Berg was treasurer."] {
        assert_verdict(document, claim, Overall::Supported);
    }
    assert_verdict(document, "Tom Berg is treasurer.", Overall::Conflicting);
    assert_none_supported(document, &["Lena Ode became secretary.", "Lena Ode did not become treasurer."]);
    let document = "Lena Ode became treasurer on 3 May 2023.";
    assert_verdict(document, "Lena Ode took over as treasurer on 3 May 2023.", Overall::Supported);
    assert_verdict(document, "Lena Ode became treasurer on 9 May 2023.", Overall::Conflicting);
    for document in [
        "Lena Ode will become treasurer in June.",
        "Lena Ode nearly became treasurer.",
        "Lena Ode refused to become treasurer.",
        "Lena Ode took over as acting treasurer.",
    ] {
        assert_none_supported(document, &["Lena Ode became treasurer.", "Lena Ode is the treasurer."]);
    }
}

#[test]
fn charges_that_are_faced_and_durations_and_a_half() {
    let document = "Tom Berg was charged with fraud.";
    assert_verdict(document, "Tom Berg is facing a fraud charge.", Overall::Supported);
    assert_none_supported(document, &["Tom Berg was convicted of fraud.", "Tom Berg is facing a murder charge."]);
    for document in ["Tom Berg could face a fraud charge.", "Tom Berg may be facing a fraud charge."] {
        assert_none_supported(document, &["Tom Berg is charged with fraud."]);
    }
    let document = "The inquiry lasted 18 months.";
    assert_verdict(document, "The inquiry lasted a year and a half.", Overall::Supported);
    assert_verdict(document, "The inquiry lasted two and a half years.", Overall::Conflicting);
}

#[test]
fn small_verbs_are_not_any_verb() {
    assert_none_supported(
        "The guild expelled the treasurer.",
        &["The guild kept the treasurer.", "The guild took the treasurer."],
    );
    assert_none_supported("The pit rejected the bid.", &["The pit took the bid."]);
    assert_none_supported("The shed caved in under the hail.", &["The shed held under the hail."]);
    assert_none_supported("The kiln runs on coal.", &["The kiln makes coal."]);
    assert_none_supported("The guild hailed four smiths.", &["The guild put four smiths on trial."]);
    assert_verdict("The guild announced a strike.", "The guild made an announcement of a strike.", Overall::Supported);
}

#[test]
fn who_does_it_to_whom_and_from_where() {
    assert_none_supported("The envoy was poisoned.", &["The envoy poisoned someone.", "The envoy poisoned him."]);
    assert_none_supported("The vases were smuggled into Riga.", &["The vases were smuggled out of Riga."]);
    assert_none_supported("The barn was turned into a school.", &["The school was turned into a barn."]);
    assert_none_supported(
        "The guild informed its members of the loss.",
        &["The guild blamed its members for the loss."],
    );
    assert_none_supported("Police named the victim as Tom Berg.", &["Police named the suspect as Tom Berg."]);
    assert_none_supported("Lena Ode, the former head of the bank, sold a kiln.", &["Lena Ode heads the bank."]);
    assert_none_supported("Rye prices dipped 2%.", &["Rye prices were up 2%."]);
}
