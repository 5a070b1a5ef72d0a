package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.Currencies;
import dev.crmmigration.toolkit.mapping.Expressions;

/** Amounts of deals, which Freshsales demands. */
final class Amounts {

    private Amounts() {}

    /** Returns, over an opportunity, its budget, else nothing in the first currency that budgets are in. */
    static String ofOpportunity(Business business) {
        String currency = Currencies.first(business.distinct("opportunity", "budget").stream());
        return "coalesce(" + business.column("opportunity", "budget") + ", money(0, " + Expressions.text(currency)
                + "))";
    }
}
