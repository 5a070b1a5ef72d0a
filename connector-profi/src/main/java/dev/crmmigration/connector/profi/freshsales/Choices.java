package dev.crmmigration.connector.profi.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Freshsales in this pair of platforms. */
final class Choices {

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

    static final Choice PIPELINE = CommonChoices.accountPipeline("Freshsales");

    static final Choice STAGES_PER = Choice.of(
            "stagesPer",
            "What the stage of a session's deal follows: 'status' takes the status of the session alone; 'packageType' lets"
                    + " each type of package have stages of its own in the plan.",
            List.of("status", "packageType"),
            "status");

    static final Choice PHONE = CommonChoices.phoneField("Freshsales");

    static final Choice SHARED_EMAIL =
            CommonChoices.sharedEmail(new CommonChoices.Plural("Clients", "client"), "Freshsales", "Shared_Email__c");

    static final Choice EQUAL_NAMES = CommonChoices.equalNames("Companies", "Profi", "Freshsales");

    static final Choice INDUSTRY = CommonChoices.industry("companies", "Profi", "Industry__c");

    static final Choice NOTE_IMAGES = CommonChoices.noteImages();

    static final Choice GROUP_SESSIONS = CommonChoices.groupSessions();

    static final Choice CO_COACHES = Choice.of(
            "coCoaches",
            "Further coaches of a client: 'field' keeps their e-mail addresses in a text field of the contact; 'leave' does"
                    + " not move them.",
            List.of("field", "leave"),
            "field");

    static final Choice DEFAULT_OWNER = CommonChoices.defaultOwner("Profi", "Freshsales");

    private Choices() {}
}
