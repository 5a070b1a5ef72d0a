package dev.crmmigration.testkit.contract;

/** What rules are tried on: an open account or source. */
interface Trial extends AutoCloseable {

    /** Takes back what a check has done. */
    void tidy();

    @Override
    void close();
}
