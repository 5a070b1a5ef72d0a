package dev.crmmigration.connector.nextcrm.app;

/** A table whose names are put into the records that refer to it. */
enum SmallTable {
    USERS("Users", "email", "t.id"),
    INDUSTRIES("crm_Industry_Type", "name", "t.name, t.id"),
    CONTACT_TYPES("crm_Contact_Types", "name", "t.name, t.id"),
    LEAD_SOURCES("crm_Lead_Sources", "name", "t.name, t.id"),
    LEAD_STATUSES("crm_Lead_Statuses", "name", "t.name, t.id"),
    LEAD_TYPES("crm_Lead_Types", "name", "t.name, t.id"),
    /** Orders are neither complete nor unique, and two stages may have one name. */
    STAGES("crm_Opportunities_Sales_Stages", "name", "t.\"order\" NULLS LAST, t.probability, t.name, t.id"),
    OPPORTUNITY_TYPES("crm_Opportunities_Type", "name", "t.\"order\" NULLS LAST, t.name, t.id"),
    DOCUMENT_TYPES("Documents_Types", "name", "t.name, t.id"),
    CATEGORIES("crm_ProductCategories", "name", "t.name, t.id"),
    TAX_RATES("Invoice_TaxRates", "name", "t.name, t.id"),
    SERIES("Invoice_Series", "name", "t.name, t.id"),
    INVOICE_STATES("invoice_States", "name", "t.name, t.id");

    private final String table;
    private final String label;
    private final String order;

    SmallTable(String table, String label, String order) {
        this.table = table;
        this.label = label;
        this.order = order;
    }

    String table() {
        return table;
    }

    String label() {
        return label;
    }

    String order() {
        return order;
    }

    /** Returns the probability of an option in percent, which stages alone have. */
    String probability() {
        return this == STAGES ? "t.probability" : "NULL";
    }
}
