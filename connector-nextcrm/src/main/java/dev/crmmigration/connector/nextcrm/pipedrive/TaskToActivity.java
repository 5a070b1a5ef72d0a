package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.TaskText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes an activity of type task of every task of an account, and of those of projects if they are wanted. */
public final class TaskToActivity extends NextCrmRow {

    private static final String FROM = "accountTask";

    public TaskToActivity() {
        super(BEYOND, "Task -> Activity", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PROJECTS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "priority, tags and comments of tasks",
                        "Pipedrive's activities take no custom fields",
                        "lines of the note"),
                new Loss("time at which a task was completed", "NextCRM has none", "the tick alone"),
                new Loss(
                        "projects",
                        "NextCRM's projects belong to no account and no opportunity, and Pipedrive has projects only as an"
                                + " add-on",
                        "by the choice 'projects' their tasks become activities with project and column in the note"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.add(fields(business, FROM, "accountTask")
                    .set(
                            "deal_id",
                            "link(OpportunityToDeal, " + business.live("opportunity", "opportunity") + ")",
                            "opportunity")
                    .set(
                            "org_id",
                            "link(AccountToOrganization, " + business.live("account", "account") + ")",
                            "account")
                    .into(MappingPart.Records.from(FROM).to(ACTIVITY).orderBy("createdAt"))
                    .build());
        }
        projects(parts, business);
        return parts;
    }

    private static Fields fields(Business business, String from, String commentsOn) {
        return new Fields(business, from, ACTIVITY)
                .set("subject", "title")
                .set("type", ActivityToActivity.type("\"task\""))
                .set("done", "eq(taskStatus, \"COMPLETE\")")
                .set("due_date", "utcDate(dueDateAt)", "dueDateAt")
                .set("due_time", "utcTime(dueDateAt)", "dueDateAt")
                .set("note", TaskText.note(business, from, commentsOn));
    }

    private static void projects(List<MappingPart> parts, Business business) {
        boolean move = business.chose(Choices.PROJECTS, "activities");
        String reason = "projects belong to no account and no opportunity; the choice 'projects' says so";
        if (business.has("task")) {
            parts.add(
                    move
                            ? fields(business, "task", "task")
                                    .into(MappingPart.Records.from("task")
                                            .to(ACTIVITY)
                                            .part("project")
                                            .orderBy("createdAt"))
                                    .build()
                            : MappingPart.Exclusion.of("task", "true", reason));
        }
        for (String object : List.of("board", "section")) {
            if (business.has(object)) {
                parts.add(MappingPart.Exclusion.of(object, "true", reason));
            }
        }
        if (business.has("taskComment")) {
            parts.add(MappingPart.Exclusion.of("taskComment", "true", "it stands in the note of its task"));
        }
    }
}
