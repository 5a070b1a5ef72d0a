package dev.crmmigration.testkit.simulator;

/** Why a platform refuses a request before it looks at what is asked. */
public enum Refusal {
    /** Too many requests in the last seconds. */
    BURST,
    /** The budget of the day or hour is spent. */
    BUDGET,
    /** The gateway blocks the client and answers with a page. */
    BLOCKED,
    /** The credential is missing, wrong or expired. */
    UNAUTHORIZED,
    /** The account is suspended or its trial is over. */
    PAYMENT_REQUIRED
}
