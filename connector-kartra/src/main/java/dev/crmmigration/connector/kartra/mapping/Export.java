package dev.crmmigration.connector.kartra.mapping;

import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.SourceView;

/** What was exported from Kartra and what the customer decided: columns differ from export to export. */
public final class Export extends SourceView {

    public static final String CONTACT = "contact";
    public static final String TRANSACTION = "transaction";
    public static final String SUBSCRIPTION = "subscription";
    public static final String APPOINTMENT = "appointment";
    public static final String AFFILIATE = "affiliate";

    public Export(MappingContext context) {
        super(context);
    }

    /** Returns the expression of the calendar day of a moment, where the business counts its days. */
    public String day(String moment) {
        return "date(" + moment + ", " + Expressions.text(answer(KartraChoices.CALENDAR_ZONE)) + ")";
    }
}
