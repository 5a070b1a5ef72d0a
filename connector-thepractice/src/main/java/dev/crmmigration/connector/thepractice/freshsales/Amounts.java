package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.INVOICE;

import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The amounts of deals, which every deal must have. */
final class Amounts {

    private static final Pattern CURRENCY = Pattern.compile("\\b[A-Z]{3}\\b");

    private final Export export;

    Amounts(Export export) {
        this.export = export;
    }

    /** Returns, over a client's package, its value, else nothing in the currency of its price. */
    String ofPackage() {
        String none = "money(0, coalesce(currency(" + export.column(CLIENT_PACKAGE, "price") + "), "
                + Expressions.text(currency()) + "))";
        return "coalesce(" + new PackageText(export).value() + ", " + none + ")";
    }

    /** The first currency that amounts of the export are in; without any amount there is nothing to get wrong. */
    private String currency() {
        return Stream.concat(
                        export.distinct(CLIENT_PACKAGE, "price").stream(), export.distinct(INVOICE, "total").stream())
                .map(amount -> CURRENCY.matcher(amount).results().findFirst())
                .flatMap(Optional::stream)
                .map(MatchResult::group)
                .findFirst()
                .orElse("USD");
    }
}
