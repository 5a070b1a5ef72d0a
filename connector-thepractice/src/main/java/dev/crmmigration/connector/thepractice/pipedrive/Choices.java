package dev.crmmigration.connector.thepractice.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import java.util.List;

/** What the customer decides about Pipedrive in this pair of platforms. */
final class Choices {

    static final Choice TAGS = CommonChoices.tagsAsLabels("Practice");

    static final Choice DEFAULT_OWNER = CommonChoices.defaultOwner("The Practice", "Pipedrive");

    static final Choice PIPELINE = Choice.of(
            "pipelines",
            "Where deals go: 'one' makes the pipeline 'Coaching packages' with a stage for each status; any other answer is"
                    + " the name of one pipeline, which is made if the account lacks it. In a pipeline of yours a deal goes to"
                    + " the stage of the same name, else to the first stage.",
            List.of(),
            "one");

    static final Choice EXCEPTIONAL_SESSIONS = Choice.of(
            "exceptionalSessions",
            "Sessions that were cancelled, missed or moved: 'type' makes an activity type for each such status; 'subject'"
                    + " puts the status at the head of the subject, for accounts that cannot have more activity types.",
            List.of("type", "subject"),
            "type");

    static final Choice LEADS = Choice.of(
            "leads",
            "Clients whose status is lead: 'inbox' makes a person and a lead in the leads inbox; 'person' makes the"
                    + " person only.",
            List.of("inbox", "person"),
            "inbox");

    private Choices() {}
}
