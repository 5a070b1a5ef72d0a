package dev.crmmigration.connector.thepractice.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

    /** The pipeline that the account shows first. */
    static final String FIRST = "first";

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

    static final Choice SHARED_EMAIL = Choice.of(
            "sharedEmail",
            "Clients with the address of another client, which Freshsales takes once only: 'hold' lets all but the first"
                    + " wait; 'field' writes them without the address, which then stands in the field Shared_Email__c: an"
                    + " account that demands addresses refuses those.",
            List.of("hold", "field"),
            "hold");

    static final Choice EQUAL_NAMES = Choice.of(
            "equalNames",
            "Companies of one name, which Freshsales takes once only: 'number' puts The Practice's id behind the name of all"
                    + " but the first; 'keep' leaves the names as they are, for accounts that allow it.",
            List.of("number", "keep"),
            "number");

    static final Choice INDUSTRY = Choice.of(
            "industry",
            "The industry of companies: 'list' takes it from the account's own list of industries, word by word in the plan;"
                    + " 'field' keeps The Practice's words in the field Industry__c.",
            List.of("list", "field"),
            "list");

    static final Choice GROUP_SESSIONS = Choice.of(
            "groupSessions",
            "Sessions of several clients, as an appointment hangs on one contact: 'each' makes an appointment for every"
                    + " client; 'first' makes one for the first client, and it names the others.",
            List.of("each", "first"),
            "each");

    static final Choice DEFAULT_OWNER = CommonChoices.defaultOwner("The Practice", "Freshsales");

    private Choices() {}
}
