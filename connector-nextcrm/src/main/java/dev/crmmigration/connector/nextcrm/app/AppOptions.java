package dev.crmmigration.connector.nextcrm.app;

import java.time.Duration;
import java.util.Set;

/**
 * What is wanted of the database.
 *
 * @param leftOut objects that are not read
 * @param pageRows how many rows are read at once
 * @param changesOnly whether a delta reads only rows that changed, where the application deletes without removing rows
 * @param overlap how much earlier changes are looked for, for transactions that took long
 * @param currency the currency of amounts if the application names none, or empty text
 */
public record AppOptions(Set<String> leftOut, int pageRows, boolean changesOnly, Duration overlap, String currency) {

    public AppOptions {
        leftOut = Set.copyOf(leftOut);
    }
}
