package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.RecurrenceText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives contacts the patterns in which their sessions recur, a line for each series. */
public final class RecurringPatternToContactField extends FreshsalesRow {

    public RecurringPatternToContactField() {
        super(BEYOND, "Recurring Session Pattern -> Contact field");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "recurring sessions",
                "Freshsales' appointments do not recur",
                "the pattern as text in Recurring_Schedule__c and in the description of each appointment; what is to be"
                        + " rebuilt is in the list of automations"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CLIENT) || !export.fills(SESSION, "recurring_schedule")) {
            return List.of();
        }
        Fields fields = new Fields(export, CLIENT, CONTACT)
                .custom("Recurring_Schedule__c", FieldType.LONG_TEXT, RecurrenceText.all(export));
        return List.of(MappingPart.Contribution.to(MEMBER_TO_CONTACT, CLIENT, fields.mappings(), fields.schema()));
    }
}
