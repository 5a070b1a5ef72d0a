package dev.crmmigration.connector.profi.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Pipedrive in this pair of platforms. */
final class Choices {

    static final Choice TAGS = CommonChoices.tagsAsLabels("Profi");

    static final Choice PIPELINES = Choice.of(
            "pipelines",
            "Where deals go: 'one' makes the pipeline 'Profi packages'; 'perType' makes one for each type of package; any"
                    + " other answer is the name of one pipeline, which is made if the account lacks it. In a pipeline of"
                    + " yours a deal goes to the stage of the same name, else to the first stage.",
            List.of(),
            "one");

    static final Choice EXCEPTIONAL_SESSIONS = Choice.of(
            "exceptionalSessions",
            "Sessions that were cancelled, missed, moved, requested or confirmed: 'type' makes an activity type for each"
                    + " such status; 'subject' puts the status at the head of the subject, for accounts that cannot have"
                    + " more activity types.",
            List.of("type", "subject"),
            "type");

    static final Choice LEADS = Choice.of(
            "leads",
            "Clients whose status is lead: 'inbox' makes a person and a lead in the leads inbox; 'person' makes the"
                    + " person only.",
            List.of("inbox", "person"),
            "inbox");

    static final Choice CO_COACHES = Choice.of(
            "coCoaches",
            "Further coaches of a client: 'field' keeps their e-mail addresses in a text field of the person;"
                    + " 'leave' does not move them.",
            List.of("field", "leave"),
            "field");

    static final Choice DEFAULT_OWNER = Choice.of(
            "defaultOwner",
            "The e-mail address of the Pipedrive user who owns what has no coach in Profi; 'none' lets those records"
                    + " wait for one.",
            List.of(),
            CommonChoices.NONE);

    private Choices() {}
}
