package dev.crmmigration.connector.profi.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

    /** The pipeline that the account shows first. */
    static final String FIRST = "first";

    static final Choice DEAL_PER = Choice.of(
            "dealPer",
            "What becomes a deal: 'session' makes one of every session, and one of every package that nobody has booked a"
                    + " session of; 'package' makes one of every package that a client has bought, and sessions are"
                    + " appointments only.",
            List.of("session", "package"),
            "session");

    static final Choice PACKAGE_FEE = Choice.of(
            "packageFee",
            "The amount of the deal of a session that has no fee of its own: 'share' divides the fee of its package by the"
                    + " sessions that it holds, so that money is counted once; 'whole' takes the whole fee for each"
                    + " session, which counts it many times; 'none' takes 0.",
            List.of("share", "whole", CommonChoices.NONE),
            "share");

    static final Choice PIPELINE = Choice.of(
            "pipeline",
            "The pipeline that deals go to: 'first' takes the first of the account; any other answer is the name of a"
                    + " pipeline. Freshsales lets neither pipelines nor stages be made from outside: those that are"
                    + " missing are listed for the administrator.",
            List.of(),
            FIRST);

    static final Choice STAGES_PER = Choice.of(
            "stagesPer",
            "What the stage of a session's deal follows: 'status' takes the status of the session alone; 'packageType' lets"
                    + " each type of package have stages of its own in the plan.",
            List.of("status", "packageType"),
            "status");

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
            "Companies of one name, which Freshsales takes once only: 'number' puts Profi's id behind the name of all but the"
                    + " first; 'keep' leaves the names as they are, for accounts that allow it.",
            List.of("number", "keep"),
            "number");

    static final Choice INDUSTRY = Choice.of(
            "industry",
            "The industry of companies: 'list' takes it from the account's own list of industries, word by word in the plan;"
                    + " 'field' keeps Profi's words in the field Industry__c.",
            List.of("list", "field"),
            "list");

    static final Choice GROUP_SESSIONS = Choice.of(
            "groupSessions",
            "Sessions of several clients, as an appointment hangs on one contact: 'each' makes an appointment for every"
                    + " client; 'first' makes one for the first client and names the others in it.",
            List.of("each", "first"),
            "each");

    static final Choice CO_COACHES = Choice.of(
            "coCoaches",
            "Further coaches of a client: 'field' keeps their e-mail addresses in a text field of the contact; 'leave' does"
                    + " not move them.",
            List.of("field", "leave"),
            "field");

    static final Choice DEFAULT_OWNER = Choice.of(
            "defaultOwner",
            "The e-mail address of the Freshsales user who owns what has no coach in Profi; 'none' lets those records wait"
                    + " for one.",
            List.of(),
            CommonChoices.NONE);

    private Choices() {}
}
