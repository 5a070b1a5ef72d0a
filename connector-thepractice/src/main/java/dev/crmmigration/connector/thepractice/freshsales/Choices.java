package dev.crmmigration.connector.thepractice.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

    static final Choice PIPELINE = CommonChoices.accountPipeline("Freshsales");

    static final Choice PHONE = CommonChoices.phoneField("Freshsales");

    static final Choice SHARED_EMAIL =
            CommonChoices.sharedEmail(new CommonChoices.Plural("Clients", "client"), "Freshsales", "Shared_Email__c");

    static final Choice EQUAL_NAMES = CommonChoices.equalNames("Companies", "The Practice", "Freshsales");

    static final Choice INDUSTRY = CommonChoices.industry("companies", "The Practice", "Industry__c");

    static final Choice NOTE_IMAGES = CommonChoices.noteImages();

    static final Choice GROUP_SESSIONS = CommonChoices.groupSessions();

    static final Choice DEFAULT_OWNER = CommonChoices.defaultOwner("The Practice", "Freshsales");

    private Choices() {}
}
