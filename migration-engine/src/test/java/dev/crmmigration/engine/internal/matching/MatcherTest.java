package dev.crmmigration.engine.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.engine.internal.matching.Match.OptionMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final ObjectFacts CLIENT = object(
            "Client",
            Kind.CONTACT,
            field("given_name", "Given name", ValueType.TEXT),
            field("family_name", "Family name", ValueType.TEXT),
            field("mail", "E-mail", ValueType.EMAIL),
            field("cell", "Cell phone", ValueType.PHONE),
            field("officetel", "Office telephone", ValueType.PHONE),
            field("faxno", "Fax no.", ValueType.PHONE),
            field("bill_addr_town", "Billing town", ValueType.TEXT),
            field("bill_addr_zip", "Billing ZIP", ValueType.TEXT),
            field("ship_addr_town", "Delivery town", ValueType.TEXT),
            field("occupation", "Occupation", ValueType.TEXT),
            field("shoe_size", "Shoe size", ValueType.INTEGER),
            field("rep", "Sales rep", ValueType.REFERENCE),
            field("newsletter_hash", "Newsletter hash", ValueType.TEXT));

    private static final ObjectFacts PERSON = object(
            "Person",
            Kind.CONTACT,
            field("firstName", "First name", ValueType.TEXT),
            field("lastName", "Last name", ValueType.TEXT),
            field("emailAddress", "Email", ValueType.EMAIL),
            field("phoneMobile", "Mobile", ValueType.PHONE),
            field("phoneWork", "Work phone", ValueType.PHONE),
            field("mailingCity", "Mailing city", ValueType.TEXT),
            field("mailingPostalCode", "Mailing postal code", ValueType.TEXT),
            field("otherCity", "Other city", ValueType.TEXT),
            field("jobTitle", "Job title", ValueType.TEXT),
            field("cf_shoe_size", "Shoe Size", ValueType.INTEGER),
            field("owner", "Owner", ValueType.REFERENCE),
            field("birthDate", "Birthday", ValueType.DATE));

    private final Matcher matcher = new Matcher();

    @Test
    void findsTheFieldThatMeansTheSame_whateverItIsCalled() {
        List<Match> matches = matcher.match(CLIENT, PERSON);

        assertThat(target(matches, "given_name")).contains("firstName");
        assertThat(target(matches, "family_name")).contains("lastName");
        assertThat(target(matches, "mail")).contains("emailAddress");
        assertThat(target(matches, "occupation")).contains("jobTitle");
        assertThat(target(matches, "shoe_size")).contains("cf_shoe_size");
        assertThat(target(matches, "rep")).contains("owner");
    }

    @Test
    void keepsSlotsApart_whereTheConceptIsTheSame() {
        List<Match> matches = matcher.match(CLIENT, PERSON);

        assertThat(target(matches, "cell")).contains("phoneMobile");
        assertThat(target(matches, "officetel")).contains("phoneWork");
        assertThat(target(matches, "faxno")).isEmpty();
        assertThat(target(matches, "bill_addr_town")).contains("mailingCity");
        assertThat(target(matches, "bill_addr_zip")).contains("mailingPostalCode");
        assertThat(target(matches, "ship_addr_town")).contains("otherCity");
    }

    @Test
    void leavesAloneWhatHasNoCounterpart_andSaysWhatCameNearest() {
        Match hash = only(matcher.match(CLIENT, PERSON), "newsletter_hash");

        assertThat(hash.target()).isEmpty();
        assertThat(hash.tier()).isEqualTo(Tier.UNMAPPED);
        assertThat(hash.rivals()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void saysWhy_andWhatElseItCouldBe() {
        Match town = only(matcher.match(CLIENT, PERSON), "bill_addr_town");

        assertThat(town.tier()).isEqualTo(Tier.AUTO);
        assertThat(town.confidence()).isBetween(0.9, 1.0);
        assertThat(town.reasons())
                .anySatisfy(
                        reason -> assertThat(reason).contains("\"Billing town\" and \"Mailing city\" both mean city"));
        assertThat(town.rivals()).extracting(Match.Rival::target).contains("otherCity");
    }

    @Test
    void givesTheSameProposals_inWhateverOrderTheFieldsCome() {
        List<Match> expected = matcher.match(CLIENT, PERSON);

        for (long seed = 0; seed < 50; seed++) {
            List<Match> shuffled = matcher.match(shuffled(CLIENT, seed), shuffled(PERSON, seed + 1000));

            assertThat(shuffled).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void asksAPerson_whereAValueCanLoseSomething() {
        Match match = single(
                field("met", "First contact date", ValueType.DATETIME),
                field("firstContact", "First contact date", ValueType.DATE));

        assertThat(match.target()).contains("firstContact");
        assertThat(match.tier()).isEqualTo(Tier.CONFIRM);
        assertThat(match.reasons()).last().asString().contains("can lose something");
    }

    @Test
    void findsNothing_whereTheTypesRuleItOut() {
        Match match = single(field("vip", "VIP", ValueType.BOOLEAN), field("vip", "VIP", ValueType.DATE));

        assertThat(match.tier()).isEqualTo(Tier.UNMAPPED);
    }

    @Test
    void neverIsSure_whereTheTargetCannotBeWritten() {
        FieldFacts target =
                new FieldFacts("score", "Score", ValueType.INTEGER, true, Optional.empty(), List.of(), List.of());

        Match match = single(field("score", "Score", ValueType.INTEGER), target);

        assertThat(match.tier()).isEqualTo(Tier.CONFIRM);
    }

    @Test
    void matchesOptions_andAsksForThoseWithoutACounterpart() {
        Match match = single(
                choice("segment", "Segment", "small", "Mid-size", "Giant"),
                choice("market_segment", "Segment", "Small", "mid size", "Enterprise"));

        assertThat(match.values())
                .extracting(OptionMatch::option, OptionMatch::target, OptionMatch::tier)
                .containsExactly(
                        tuple("small", Optional.of("Small"), Tier.AUTO),
                        tuple("Mid-size", Optional.of("mid size"), Tier.AUTO),
                        tuple("Giant", Optional.empty(), Tier.UNMAPPED));
        assertThat(match.tier()).isEqualTo(Tier.CONFIRM);
    }

    @Test
    void believesTheValues_moreThanTheName() {
        FieldFacts named = new FieldFacts(
                "phone",
                "Phone",
                ValueType.TEXT,
                false,
                Optional.empty(),
                List.of(),
                List.of("ann@customers.example", "bob@customers.example", "cid@customers.example"));

        Match match = single(named, field("phone", "Phone", ValueType.PHONE));

        assertThat(match.tier()).isNotEqualTo(Tier.AUTO);
    }

    @Test
    void readsOtherLanguages() {
        assertThat(single(field("plz", "Postleitzahl", ValueType.TEXT), field("zip", "ZIP code", ValueType.TEXT))
                        .target())
                .contains("zip");
        assertThat(single(
                                field("umsatz", "Jahresumsatz", ValueType.MONEY),
                                field("rev", "Annual revenue", ValueType.MONEY))
                        .target())
                .contains("rev");
    }

    private Match single(FieldFacts source, FieldFacts target) {
        return matcher.match(object("Client", Kind.CONTACT, source), object("Person", Kind.CONTACT, target))
                .get(0);
    }

    private static Optional<String> target(List<Match> matches, String source) {
        return only(matches, source).target();
    }

    private static Match only(List<Match> matches, String source) {
        return matches.stream()
                .filter(match -> match.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectFacts shuffled(ObjectFacts object, long seed) {
        List<FieldFacts> fields = new ArrayList<>(object.fields());
        Collections.shuffle(fields, new Random(seed));
        return new ObjectFacts(object.name(), object.kind(), fields);
    }

    private static ObjectFacts object(String name, Kind kind, FieldFacts... fields) {
        return new ObjectFacts(name, kind, List.of(fields));
    }

    private static FieldFacts field(String name, String label, ValueType type) {
        return new FieldFacts(name, label, type);
    }

    private static FieldFacts choice(String name, String label, String... options) {
        return new FieldFacts(name, label, ValueType.CHOICE, false, Optional.empty(), List.of(options), List.of());
    }
}
