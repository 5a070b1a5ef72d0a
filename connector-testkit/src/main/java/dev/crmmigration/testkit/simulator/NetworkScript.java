package dev.crmmigration.testkit.simulator;

/** Chooses what happens to each exchange. Called by several threads. */
@FunctionalInterface
public interface NetworkScript {

    /**
     * Returns what happens to an exchange.
     *
     * @param exchange counts the exchanges of the proxy from 1
     * @param requestLine such as {@code POST /api/v2/persons HTTP/1.1}
     */
    NetworkFault faultFor(long exchange, String requestLine);

    /** Passes everything on. */
    static NetworkScript quiet() {
        return (exchange, requestLine) -> NetworkFault.NONE;
    }

    /** Breaks one exchange, counted from 1. */
    static NetworkScript only(long number, NetworkFault fault) {
        return (exchange, requestLine) -> exchange == number ? fault : NetworkFault.NONE;
    }

    /** Breaks each exchange whose number is a multiple. */
    static NetworkScript every(long number, NetworkFault fault) {
        return (exchange, requestLine) -> exchange % number == 0 ? fault : NetworkFault.NONE;
    }
}
