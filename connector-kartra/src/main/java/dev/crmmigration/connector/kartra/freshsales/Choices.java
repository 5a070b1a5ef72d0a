package dev.crmmigration.connector.kartra.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

    /** The pipeline that the account shows first. */
    static final String FIRST = "first";

    static final Choice WITHOUT_COMPANY = Choice.of(
            "withoutCompany",
            "Contacts without a company: 'none' leaves the contact without an account; 'singlePerson' makes an account for"
                    + " each, named like the contact and tagged 'Single person', for accounts whose deals must have one.",
            List.of(CommonChoices.NONE, "singlePerson"),
            CommonChoices.NONE);

    static final Choice PIPELINE = Choice.of(
            "pipeline",
            "The pipeline that deals go to: 'first' takes the first of the account; any other answer is the name of a"
                    + " pipeline. Freshsales lets neither pipelines nor stages be made from outside: those that are"
                    + " missing are listed for the administrator.",
            List.of(),
            FIRST);

    static final Choice PHONE = Choice.of(
            "phoneField",
            "Where phone numbers go: 'work', which people may share; 'mobile', of which Freshsales takes each number once"
                    + " only.",
            List.of("work", "mobile"),
            "work");

    static final Choice DEFAULT_OWNER = Choice.open(
            "defaultOwner",
            "Kartra names no owner for most records. The e-mail address of the Freshsales user who owns those records.",
            List.of());

    static final Choice AFFILIATES_WITHOUT_CONTACT = Choice.of(
            "affiliatesWithoutContact",
            "Affiliates who are no contact: 'contact' makes a contact of each; 'leave' does not move them.",
            List.of("contact", "leave"),
            "contact");

    private Choices() {}
}
