package dev.crmmigration.connector.nextcrm.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TableTest {

    private static List<ObjectMapping> rows() {
        return ServiceLoader.load(ObjectMapping.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(row -> row.sourcePlatform().equals("nextcrm"))
                .filter(row -> row.destinationPlatform().equals("freshsales"))
                .toList();
    }

    @Test
    void hasAClassForEachRow_andOthersForWhatTheSourceHoldsBeyond() {
        assertThat(rows())
                .extracting(row -> row.row() + " " + row.name())
                .containsExactlyInAnyOrder(
                        "1 ContactToContact",
                        "2 AccountToAccount",
                        "3 OpportunityToDeal",
                        "4 TagToTag",
                        "5 ListToTag",
                        "6 CustomFieldToCustomField",
                        "7 ActivityToSalesActivity",
                        "8 CampaignToCsv",
                        "9 AutomationToInventory",
                        "10 InvoiceToCsv",
                        "0 ContactNotesToNote",
                        "0 ContractToNote",
                        "0 DocumentToFile",
                        "0 EmailToSalesActivity",
                        "0 LeadToContact",
                        "0 LineItemToNote",
                        "0 OwnerToUser",
                        "0 ProductToCsv",
                        "0 StatusToLifecycle",
                        "0 TargetToContact",
                        "0 TaskToTask");
    }

    @Test
    void saysWhatIsLost_andMarksFiveRowsOneToOne() {
        assertThat(rows()).allSatisfy(row -> assertThat(row.losses()).isNotEmpty());
        assertThat(rows())
                .filteredOn(row -> row.row() > 0 && row.fidelity() == Fidelity.ONE_TO_ONE)
                .extracting(ObjectMapping::row)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 7);
    }

    @Test
    void leavesOnlyTheWayOfReadingAndTheOwnerOpen_andAsksEachQuestionOnce() {
        List<Choice> choices = rows().stream()
                .flatMap(row -> row.choices().stream())
                .distinct()
                .toList();

        assertThat(choices).extracting(Choice::name).doesNotHaveDuplicates().hasSize(16);
        assertThat(choices)
                .filteredOn(choice -> choice.proposed().isEmpty())
                .extracting(Choice::name)
                .containsExactlyInAnyOrder("extractionMethod", "defaultOwner");
    }
}
