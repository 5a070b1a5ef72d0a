package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.STATUS_CHANGE;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Expressions over a client's package: what became of it, what it is worth, and whether it becomes a deal. */
public final class PackageText {

    /** The statuses, which are the stages of the pipeline as well. */
    public static final List<String> STATUSES = List.of("Active", "Paused", "Completed", "Expired", "Cancelled");

    private static final String STATUS_MAP = "packageStatus";
    private static final String STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private final Export export;

    public PackageText(Export export) {
        this.export = export;
    }

    /** Returns what each status is called; one that is not known is a question in the plan. */
    public static ValueMap statuses() {
        Map<String, String> entries = new LinkedHashMap<>();
        STATUSES.forEach(status -> entries.put(status.toLowerCase(Locale.ROOT), status));
        entries.put("not given", "Active");
        return new ValueMap(STATUS_MAP, STATUSES, entries);
    }

    public static String status() {
        return STATUS;
    }

    public static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    public static String isWon() {
        return "or(" + is("Completed") + ", " + is("Expired") + ")";
    }

    public static String isClosed() {
        return "or(" + is("Completed") + ", " + is("Expired") + ", " + is("Cancelled") + ")";
    }

    /** Returns which packages become deals. */
    public String where() {
        return export.chose(PracticeChoices.CLOSED_PACKAGES, "skip") ? "not(" + isClosed() + ")" : "true";
    }

    /** Returns, over a record that names a client's package, a link to its deal; no value if it has none. */
    public String dealOf(Rows rows, String reference) {
        if (!export.has(CLIENT_PACKAGE)) {
            return "null";
        }
        String where = where();
        return "link(" + rows.deal() + ", related(client_package, on: $id, equals: " + reference
                + (where.equals("true") ? "" : ", where: " + where) + "))";
    }

    /** Leaves out what is sold, and the packages that are over if they do not move. */
    public void leaveOut(List<MappingPart> parts) {
        if (export.has(CLIENT_PACKAGE) && export.chose(PracticeChoices.CLOSED_PACKAGES, "skip")) {
            parts.add(MappingPart.Exclusion.of(
                    CLIENT_PACKAGE, isClosed(), "Packages that are over do not move (closedPackages: skip)"));
        }
        sold(parts, Export.PACKAGE, "Packages are what is sold: title, type and price are in the deals of clients");
        sold(parts, Export.PRODUCT, "Products are what is sold: invoices name those that were bought");
        sold(parts, Export.COUPON, "Coupons are what is sold with: invoices hold the amounts after them");
    }

    private void sold(List<MappingPart> parts, String object, String reason) {
        if (export.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }

    /** Folds the changes of status into what {@code mapping} makes of their packages. */
    public void foldInto(List<MappingPart> parts, String mapping) {
        if (export.has(STATUS_CHANGE)) {
            parts.add(MappingPart.Contribution.fold(mapping, STATUS_CHANGE, "true", "client_package_id", List.of()));
            parts.add(
                    MappingPart.Exclusion.of(STATUS_CHANGE, "true", "These changes are of packages that do not move"));
        }
    }

    /** Returns what is left of a package while it goes on, and its price once it is over, unless the customer wants one of them. */
    public String value() {
        String price = export.column(CLIENT_PACKAGE, "price");
        String remaining =
                "case(eq(remaining_from, \"none\") => null, else => coalesce(remaining_credit, " + price + "))";
        return switch (export.answer(PracticeChoices.DEAL_VALUE)) {
            case "total" -> price;
            case "remaining" -> remaining;
            default -> "case(" + isClosed() + " => " + price + ", else => " + remaining + ")";
        };
    }

    /** Returns where the value is from, in words. */
    public String valueFrom() {
        String remaining =
                "case(present(remaining_credit) => concat(\"remaining, \", remaining_from), eq(remaining_from, \"none\") =>"
                        + " \"none, paid by use\", else => \"total\")";
        return switch (export.answer(PracticeChoices.DEAL_VALUE)) {
            case "total" -> "\"total\"";
            case "remaining" -> remaining;
            default -> "case(" + isClosed() + " => \"total\", else => " + remaining + ")";
        };
    }
}
