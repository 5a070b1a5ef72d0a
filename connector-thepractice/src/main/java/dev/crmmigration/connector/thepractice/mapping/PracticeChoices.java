package dev.crmmigration.connector.thepractice.mapping;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about The Practice, whatever the destination. */
public final class PracticeChoices {

    public static final Choice CLOSED_PACKAGES = CommonChoices.closedPackages();

    public static final Choice DEAL_VALUE = Choice.of(
            "dealValue",
            "The value of the deal of a package: 'byStatus' is what is left of it while it is active or paused, and its price"
                    + " once it is over; 'remaining' is always what is left; 'total' is always the price. Packages that are paid"
                    + " by use have nothing left.",
            List.of("byStatus", "remaining", "total"),
            "byStatus");

    private PracticeChoices() {}
}
