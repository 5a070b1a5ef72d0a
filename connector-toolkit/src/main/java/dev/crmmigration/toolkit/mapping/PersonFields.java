package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.catalog.FieldType;
import java.util.function.UnaryOperator;

/** How people and companies are written where a record has a field for each part of an address and one number of a kind. */
public final class PersonFields {

    private static final String OTHER_PHONES = "Other_Phones__c";

    private PersonFields() {}

    /** Returns a last name; of somebody without any name the whole of what he is called, as he would show as his address. */
    public static String lastName(String first, String last, String whole) {
        return "coalesce(" + last + ", case(empty(" + first + ") => " + whole + ", else => null))";
    }

    /** Sets the address of a record of a bundle. */
    public static void address(Fields fields, UnaryOperator<String> column) {
        fields.set(
                        "address",
                        "join(\", \", " + column.apply("address_line1") + ", " + column.apply("address_line2") + ")",
                        "address_line1",
                        "address_line2")
                .set("city", column.apply("city"), "city")
                .set("state", column.apply("state"), "state")
                .set("zipcode", column.apply("postal_code"), "postal_code")
                .set("country", column.apply("country"), "country");
    }

    /** Sets the pages of a person at the networks that have a field. */
    public static void networks(Fields fields, UnaryOperator<String> column) {
        for (String network : new String[] {"linkedin", "facebook", "twitter"}) {
            fields.set(network, column.apply(network + "_url"), network + "_url");
        }
    }

    /**
     * Sets the first of all phone numbers, and a text of all of them if they are several or it is none: a field for numbers
     * would throw it away.
     *
     * @param isMobile whether it is a mobile number, of which each is taken once
     * @param others the label of the field for the text
     */
    public static void phones(Fields fields, boolean isMobile, String others, String all) {
        String number = "dialable(first(" + all + "))";
        fields.set(isMobile ? "mobile_number" : "work_number", number)
                .custom(
                        others,
                        FieldType.TEXT,
                        "case(or(gt(size(" + all + "), 1), empty(" + number + ")) => join(\", \", " + all
                                + "), else => null)");
    }

    /** The same for the contacts of a bundle. */
    public static void phones(Fields fields, boolean isMobile, String all) {
        phones(fields, isMobile, OTHER_PHONES, all);
    }

    /**
     * Sets what is known of a company of a bundle.
     *
     * @param phone its number as it is to be dialled
     */
    public static void company(Fields fields, UnaryOperator<String> column, String phone) {
        String domain = column.apply("domain");
        fields.set(
                        "website",
                        "coalesce(" + column.apply("website") + ", case(empty(" + domain
                                + ") => null, else => concat(\"https://\", " + domain + ")))",
                        "website",
                        "domain")
                .set("phone", "dialable(" + phone + ")", "phone")
                .custom(
                        OTHER_PHONES,
                        FieldType.TEXT,
                        "case(empty(dialable(" + phone + ")) => phone, else => null)",
                        "phone")
                .custom("Domain__c", FieldType.TEXT, "domain", "domain");
        address(fields, column);
    }
}
