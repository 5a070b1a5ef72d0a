package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Amounts of deals, which Freshsales demands. */
final class Amounts {

    private static final Pattern CURRENCY = Pattern.compile("\\b[A-Z]{3}\\b");

    private Amounts() {}

    /** Returns, over an opportunity, its budget, else nothing in the first currency that budgets are in. */
    static String ofOpportunity(Business business) {
        String currency = business.distinct("opportunity", "budget").stream()
                .map(amount -> CURRENCY.matcher(amount).results().findFirst())
                .flatMap(Optional::stream)
                .map(MatchResult::group)
                .findFirst()
                .orElse("USD");
        return "coalesce(" + business.column("opportunity", "budget") + ", money(0, " + Expressions.text(currency)
                + "))";
    }
}
