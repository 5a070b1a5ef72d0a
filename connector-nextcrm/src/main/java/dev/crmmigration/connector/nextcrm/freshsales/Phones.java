package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Phone numbers of a contact, of which Freshsales has one of a kind; what is no number goes into a text. */
final class Phones {

    private static final String OTHERS = "NextCRM other phones";

    private Phones() {}

    /**
     * @param office the columns with numbers of an office, of which the first counts
     * @param mobile the column with a mobile number
     */
    static void addTo(Fields fields, Business business, String from, List<String> office, String mobile) {
        List<String> columns = new ArrayList<>(office);
        columns.add(mobile);
        String[] all = columns.toArray(String[]::new);
        String work = coalesce(business, from, office);
        String own = dialable(business, from, mobile);
        if (business.chose(Choices.PHONE, "mobile")) {
            fields.set("work_number", work, office.toArray(String[]::new)).set("mobile_number", own, mobile);
        } else {
            fields.set("work_number", "coalesce(" + work + ", " + own + ")", all);
        }
        String texts = "list(" + business.columns(from, all) + ")";
        String written = business.chose(Choices.PHONE, "mobile")
                ? "list(" + work + ", " + own + ")"
                : "list(coalesce(" + work + ", " + own + "))";
        fields.custom(
                OTHERS,
                FieldType.TEXT,
                "case(gt(size(" + texts + "), size(" + written + ")) => join(\", \", " + texts + "), else => null)",
                all);
    }

    private static String coalesce(Business business, String from, List<String> columns) {
        return "coalesce("
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> dialable(business, from, column))
                                .toList())
                + ")";
    }

    private static String dialable(Business business, String from, String column) {
        return "dialable(" + business.column(from, column) + ")";
    }
}
