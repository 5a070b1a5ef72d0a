package dev.crmmigration.connector.kartra.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void hasAClassForEachRow_andOneForTheNotes() {
        List<ObjectMapping> rows = InventedContext.rows();

        assertThat(rows)
                .extracting(row -> row.row() + " " + row.name())
                .containsExactlyInAnyOrder(
                        "0 ContactNoteToNote",
                        "1 ContactToPerson",
                        "2 CompanyToOrganization",
                        "3 TransactionToDeal",
                        "4 SubscriptionToDeal",
                        "5 TagToLabel",
                        "6 ListToLabel",
                        "7 CustomFieldToCustomField",
                        "8 OwnerToUser",
                        "9 AppointmentToActivity",
                        "10 AffiliateToPersonFields",
                        "11 GdprStatusToOptIn");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.sourcePlatform()).isEqualTo("kartra");
            assertThat(row.name()).isEqualTo(row.getClass().getSimpleName());
            assertThat(row.losses()).isNotEmpty();
        });
    }

    @Test
    void marksNineOfElevenRowsOneToOne() {
        List<ObjectMapping> table =
                InventedContext.rows().stream().filter(row -> row.row() > 0).toList();

        assertThat(table)
                .filteredOn(row -> row.fidelity() == Fidelity.ONE_TO_ONE)
                .hasSize(9);
        assertThat(table)
                .filteredOn(row -> row.fidelity() == Fidelity.LOSSY)
                .extracting(ObjectMapping::name)
                .containsExactlyInAnyOrder("ListToLabel", "AffiliateToPersonFields");
    }

    @Test
    void namesEveryChoiceOnce_howeverManyRowsAskIt() {
        assertThat(InventedContext.rows().stream()
                        .flatMap(row -> row.choices().stream())
                        .distinct()
                        .map(choice -> choice.name()))
                .doesNotHaveDuplicates()
                .hasSize(15);
    }

    @Test
    void asksForNothingButTheDefaultOwner() {
        assertThat(InventedContext.rows().stream()
                        .flatMap(row -> row.choices().stream())
                        .filter(choice -> choice.proposed().isEmpty())
                        .map(choice -> choice.name()))
                .containsExactly("defaultOwner");
    }
}
