package dev.crmmigration.examples.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A destination as far as it is not like the others: how it is set up, what is asked of it, what its records look like. */
interface Platform {

    /** Returns its name, also that of its simulator. */
    String name();

    /** Returns the name of the setting that is secret. */
    String secret();

    /** Returns the settings of its simulator. */
    Map<String, String> simulated();

    /**
     * Returns the settings of its connector, but for the secret and for those that every connector has.
     *
     * @param address where the account is said to be
     */
    Map<String, String> settings(String address);

    /** Returns the settings of its connector for a migration by the machine's clock, which must not wait long. */
    Map<String, String> impatient();

    /** Returns the paths of calls that create records. */
    String creates();

    /** Returns the paths of calls that list records. */
    String lists();

    /** Does with a new account what a person does before anything else. */
    void begin(URI simulator);

    /** Does what a person has to do before the account can be prepared for a plan. */
    void administer(URI simulator, JsonNode plan);

    /** Returns a line per record that says whose it is and what it refers to, not its id. */
    List<String> records(JsonNode state);

    /** Counts the fields that a migration has made. */
    int ownFields(JsonNode state);
}
