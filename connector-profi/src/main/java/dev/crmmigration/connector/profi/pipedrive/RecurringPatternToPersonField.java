package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.RecurrenceText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives persons the patterns in which their sessions recur, a line for each series. */
public final class RecurringPatternToPersonField extends ProfiRow {

    public RecurringPatternToPersonField() {
        super(8, "Recurring Session Pattern -> Pipedrive Automation");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "recurring sessions",
                "Pipedrive's activities do not recur, and its automations are not in its API",
                "the pattern as text in Recurring_Schedule__c and in the note of each session; what is to be rebuilt is in the"
                        + " list of automations"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CLIENT) || !export.fills(SESSION, "recurring_schedule")) {
            return List.of();
        }
        Fields fields = new Fields(export, CLIENT, PERSON)
                .custom("Recurring_Schedule__c", FieldType.LONG_TEXT, RecurrenceText.all(export));
        return List.of(MappingPart.Contribution.to(CLIENT_TO_PERSON, CLIENT, fields.mappings(), fields.schema()));
    }
}
