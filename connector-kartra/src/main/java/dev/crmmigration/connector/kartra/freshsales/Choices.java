package dev.crmmigration.connector.kartra.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

    static final Choice WITHOUT_COMPANY = Choice.of(
            "withoutCompany",
            "Contacts without a company: 'none' leaves the contact without an account; 'singlePerson' makes an account for"
                    + " each, named like the contact and tagged 'Single person', for accounts whose deals must have one.",
            List.of(CommonChoices.NONE, "singlePerson"),
            CommonChoices.NONE);

    static final Choice PIPELINE = CommonChoices.accountPipeline("Freshsales");

    static final Choice PHONE = CommonChoices.phoneField("Freshsales");

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
