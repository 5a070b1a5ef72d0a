package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;

import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.Currencies;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.List;
import java.util.stream.Stream;

/** The amounts of deals, which every deal must have. */
final class Amounts {

    /** Where the amount of a session's deal can come from. */
    static final List<String> ORIGINS = List.of("Session fee", "Package share", "Package fee", "No fee");

    private final Export export;

    Amounts(Export export) {
        this.export = export;
    }

    /** Returns, over a session, its fee, else what the package gives, else nothing in the currency of the business. */
    String ofSession() {
        return "coalesce(" + export.column(SESSION, "fee") + ", " + ofPackage() + ", " + nothing() + ")";
    }

    /** Returns, over a session, where its amount comes from. */
    String origin() {
        String fromPackage = export.chose(Choices.PACKAGE_FEE, "whole") ? "Package fee" : "Package share";
        return "case(present(" + export.column(SESSION, "fee") + ") => \"Session fee\", present(" + ofPackage()
                + ") => " + Expressions.text(fromPackage) + ", else => \"No fee\")";
    }

    /** Returns, over an enrollment, its fee. */
    String ofEnrollment() {
        return "coalesce(" + export.column(ENROLLMENT, "fee") + ", " + nothing() + ")";
    }

    private String ofPackage() {
        String fee = SessionToDeal.ofPackage(export, "fee");
        return switch (export.answer(Choices.PACKAGE_FEE)) {
            case "whole" -> fee;
            case "share" -> "share(" + fee + ", " + SessionToDeal.ofPackage(export, "sessions_total") + ")";
            default -> "null";
        };
    }

    private String nothing() {
        return "money(0, " + Expressions.text(currency()) + ")";
    }

    /** The first currency that amounts of the export are in; without any amount there is nothing to get wrong. */
    private String currency() {
        return Currencies.first(Stream.of(SESSION, ENROLLMENT, Export.INVOICE)
                .flatMap(object ->
                        Stream.of("fee", "total").flatMap(column -> export.distinct(object, column).stream())));
    }
}
