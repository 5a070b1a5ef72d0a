package dev.crmmigration.connector.thepractice.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TableTest {

    private static List<ObjectMapping> rows() {
        return ServiceLoader.load(ObjectMapping.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(row -> row.sourcePlatform().equals("thepractice"))
                .filter(row -> row.destinationPlatform().equals("freshsales"))
                .toList();
    }

    @Test
    void hasAClassForEachRow_andOthersForWhatTheBundleHoldsBeyond() {
        assertThat(rows())
                .extracting(row -> row.row() + " " + row.name())
                .containsExactlyInAnyOrder(
                        "1 ClientToContact",
                        "2 CompanyToAccount",
                        "3 PackageToDeal",
                        "4 PackageStatusToStage",
                        "5 SessionToAppointment",
                        "6 CoachToUser",
                        "7 IntakeFormToNote",
                        "8 InvoiceToNoteAndActivity",
                        "9 PropertyToCustomField",
                        "10 ReferralSourceToContactField",
                        "0 AttachmentToDocument",
                        "0 ClientStatusToLifecycle",
                        "0 CompanyNameToAccount",
                        "0 ContractToDocument",
                        "0 NoteToNote",
                        "0 SessionToTask",
                        "0 TagToTag");
    }

    @Test
    void marksAllTenRowsOneToOne_andSaysWhatIsLost() {
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

        assertThat(choices).extracting(Choice::name).doesNotHaveDuplicates().hasSize(10);
        assertThat(choices).allSatisfy(choice -> assertThat(choice.proposed()).isPresent());
    }

    @Test
    void givesAContactTenAccountsAtMost() {
        assertThat(new FirstTen().apply(List.of(Collections.nCopies(12, "cy_1"))))
                .isEqualTo(Collections.nCopies(10, "cy_1"));
        assertThat(new FirstTen().apply(List.of(List.of("cy_1", "cy_2")))).isEqualTo(List.of("cy_1", "cy_2"));
    }
}
