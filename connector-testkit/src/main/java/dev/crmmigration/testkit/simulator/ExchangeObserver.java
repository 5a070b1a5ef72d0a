package dev.crmmigration.testkit.simulator;

/** Sees the exchanges of a simulator. Called by many threads at once, before the client gets its answer. */
@FunctionalInterface
public interface ExchangeObserver {

    /** Sees nothing. */
    ExchangeObserver NONE = (request, reply) -> {};

    /**
     * Called after the platform has answered a request; not for control endpoints, nor for requests that a fault kept from the platform.
     *
     * @param request as the platform got it
     * @param reply as the platform gave it, before a fault changed it; holds personal data
     */
    void observed(Request request, Reply reply);
}
