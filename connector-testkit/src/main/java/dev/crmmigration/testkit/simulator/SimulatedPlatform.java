package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What one platform gives to {@link SimulatorServer}. Called by many threads at once. */
public interface SimulatedPlatform {

    /** Answers a request of a client: authentication, limits, routes, state. */
    Reply answer(Request request);

    /** Returns the answer that the platform gives when it refuses a request for this reason. Changes nothing. */
    Reply refusal(Refusal reason);

    /** Returns the live records as {@code {"objects": [...], ..., "deleted": {"objects": [ids]}}}. */
    Reply state();

    /** Returns what was spent and how often the limits were violated. */
    JsonNode ledger();

    /** Changes the account as a person would, outside the limits. */
    Reply edit(JsonNode change);

    /** Adds invented records, so many of each object; returns how many there are now. */
    JsonNode seed(JsonNode amounts);

    /** Forgets all records and all spending; keys and ids begin as in a new account of the same seed. */
    void reset();

    /** Writes all that {@link #restore} needs. */
    void save(OutputStream out) throws IOException;

    /**
     * Takes over what {@link #save} wrote; called before the first request.
     *
     * @throws IOException if the file is not such a state
     */
    void restore(InputStream in) throws IOException;
}
