package dev.crmmigration.connector.freshsales.simulator;

/** The objects that can be searched. */
enum MainObject {
    CONTACT("contact", "contacts", "Contact", "emails"),
    SALES_ACCOUNT("sales_account", "sales_accounts", "SalesAccount", "name"),
    DEAL("deal", "deals", "Deal", "name");

    private final String envelope;
    private final String plural;
    private final String model;
    private final String bulkKey;

    MainObject(String envelope, String plural, String model, String bulkKey) {
        this.envelope = envelope;
        this.plural = plural;
        this.model = model;
        this.bulkKey = bulkKey;
    }

    String envelope() {
        return envelope;
    }

    String plural() {
        return plural;
    }

    /** Returns the name by which others refer to a record of this object. */
    String model() {
        return model;
    }

    /** Returns by what an item of a bulk upsert names its record if not by its id. */
    String bulkKey() {
        return bulkKey;
    }
}
