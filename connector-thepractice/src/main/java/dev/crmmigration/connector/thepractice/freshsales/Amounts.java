package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.INVOICE;

import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.toolkit.mapping.Currencies;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.stream.Stream;

/** The amounts of deals, which every deal must have. */
final class Amounts {

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
        return Currencies.first(Stream.concat(
                export.distinct(CLIENT_PACKAGE, "price").stream(), export.distinct(INVOICE, "total").stream()));
    }
}
