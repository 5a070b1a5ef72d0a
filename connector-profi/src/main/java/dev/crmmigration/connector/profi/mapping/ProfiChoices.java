package dev.crmmigration.connector.profi.mapping;

import dev.crmmigration.api.mapping.Choice;
import java.util.List;

/** What the customer decides about Profi, whatever the destination. */
public final class ProfiChoices {

    public static final Choice CLOSED_PACKAGES = Choice.of(
            "closedPackages",
            "Packages that are completed, expired or cancelled: 'migrate' makes won and lost deals of them; 'skip' leaves"
                    + " them out, counted; their sessions move without a deal.",
            List.of("migrate", "skip"),
            "migrate");

    private ProfiChoices() {}
}
