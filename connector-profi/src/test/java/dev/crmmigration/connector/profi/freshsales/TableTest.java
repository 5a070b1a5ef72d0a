package dev.crmmigration.connector.profi.freshsales;

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
                .filter(row -> row.sourcePlatform().equals("profi"))
                .filter(row -> row.destinationPlatform().equals("freshsales"))
                .toList();
    }

    @Test
    void hasAClassForEachRow_andOthersForWhatTheBundleHoldsBeyond() {
        assertThat(rows())
                .extracting(row -> row.row() + " " + row.name())
                .containsExactlyInAnyOrder(
                        "1 MemberToContact",
                        "2 OrganizationToAccount",
                        "3 SessionToDeal",
                        "4 PackageToDealFields",
                        "5 CourseToContactFields",
                        "6 BookingToAppointment",
                        "7 SessionNoteToNote",
                        "8 InvoiceToDealFieldsAndNote",
                        "9 StaffToUser",
                        "10 AttachmentToDocument",
                        "11 AutomationToInventory",
                        "0 ActivityToSalesActivity",
                        "0 BusinessMemberToAccount",
                        "0 CompanyNameToAccount",
                        "0 CustomFieldToCustomField",
                        "0 MemberStatusToLifecycle",
                        "0 PackageToDeal",
                        "0 RecurringPatternToContactField",
                        "0 TagToTag");
    }

    @Test
    void marksAllElevenRowsOneToOne_andSaysWhatIsLost() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.fidelity()).isEqualTo(Fidelity.ONE_TO_ONE);
            assertThat(row.losses()).isNotEmpty();
        });
    }

    @Test
    void proposesAnAnswerToEveryQuestion_andAsksItOnce() {
        List<Choice> choices = rows().stream()
                .flatMap(row -> row.choices().stream())
                .distinct()
                .toList();

        assertThat(choices).extracting(Choice::name).doesNotHaveDuplicates().hasSize(13);
        assertThat(choices).allSatisfy(choice -> assertThat(choice.proposed()).isPresent());
    }
}
