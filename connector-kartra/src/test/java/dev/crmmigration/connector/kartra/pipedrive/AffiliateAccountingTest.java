package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.pipedrive.Worked.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who carries an affiliate. */
class AffiliateAccountingTest {

    private static final CrmRecord BY_ID = record("affiliate", "a1", "lead_id", "c1", "status", "approved");
    private static final CrmRecord BY_MAIL = record("affiliate", "a2", "email", "ANN@example.com");
    private static final CrmRecord STRANGER = record("affiliate", "a3", "lead_id", "gone", "email", "joe@example.com");
    private static final CrmRecord CONTACT = record("contact", "c1", "email", "ann@example.com");
    private static final List<CrmRecord> SNAPSHOT = List.of(CONTACT, BY_ID, BY_MAIL, STRANGER);

    private final InventedContext context = new InventedContext();
    private final Worked worked = new Worked(SNAPSHOT, context);

    @Test
    void foldsAffiliatesIntoTheirContact() {
        assertThat(ways(BY_ID)).containsExactly("ContactToPerson c1");
        assertThat(ways(BY_MAIL)).containsExactly("ContactToPerson c1");
    }

    @Test
    void holdsAffiliatesWithoutContact_unlessTheCustomerDecidesOtherwise() {
        assertThat(ways(STRANGER)).containsExactly("note for Link[ContactToPerson]");

        context.answering("affiliatesWithoutContact", "person");
        assertThat(ways(STRANGER)).containsExactly("person, on its own");

        context.answering("affiliatesWithoutContact", "leave");
        assertThat(ways(STRANGER)).containsExactly("the affiliate is no contact");
    }

    @Test
    void makesOrganizationsOfAll_ifTheCustomerWants() {
        context.answering("affiliates", "organizations");

        assertThat(ways(BY_ID)).containsExactly("organization, on its own");
        assertThat(ways(STRANGER)).containsExactly("organization, on its own");
    }

    @Test
    void givesTheContactWhatTheAffiliateSays() {
        MappingPart.Contribution carried = (MappingPart.Contribution)
                new AffiliateToPersonFields().define(context).get(0);

        assertThat(carried.fields().get(0).target()).isEqualTo("affiliate_id__c");
        assertThat(worked.value(carried.fields().get(0).value(), CONTACT)).isEqualTo("a1");
        assertThat(worked.value(carried.fields().get(1).value(), CONTACT)).isEqualTo("approved");
    }

    private List<String> ways(CrmRecord affiliate) {
        return new AffiliateToPersonFields()
                .define(context).stream()
                        .filter(part -> worked.holds(part.where(), affiliate))
                        .map(part -> way(part, affiliate))
                        .toList();
    }

    private String way(MappingPart part, CrmRecord affiliate) {
        return part.match(
                records -> records.to() + personOf(records, affiliate),
                fold -> fold.toMapping() + " " + worked.value(fold.key(), affiliate),
                owner -> "owner",
                document -> "document",
                exclusion -> exclusion.reason());
    }

    private String personOf(Records records, CrmRecord affiliate) {
        return records.fields().stream()
                .filter(field -> field.target().equals("person_id"))
                .map(field -> (Link) worked.value(field.value(), affiliate))
                .map(link -> " for " + link)
                .findFirst()
                .orElse(", on its own");
    }
}
