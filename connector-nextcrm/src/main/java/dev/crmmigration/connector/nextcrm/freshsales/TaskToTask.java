package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.TASK;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.TaskText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes a task of every task of an account or an opportunity. */
public final class TaskToTask extends FreshsalesRow {

    private static final String FROM = "accountTask";

    public TaskToTask() {
        super(BEYOND, "Task -> Task", Fidelity.ONE_TO_ONE);
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
                        "tasks have no such fields",
                        "lines of the description"),
                new Loss(
                        "time at which a task was completed",
                        "NextCRM has none, and Freshsales stamps the import",
                        "the status alone"),
                new Loss("tasks without a due date", "a task must have one", "the day on which it was made"),
                new Loss(
                        "tasks whose account and opportunity are deleted",
                        "tasks hang on something",
                        "they are counted as left out"),
                new Loss(
                        "tasks of projects",
                        "a task hangs on a contact, account or deal, and projects belong to none",
                        "by the choice 'projects' a CSV file"),
                NOTES.continued("texts of tasks"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            tasks(parts, business);
        }
        if (business.has("task") && business.chose(Choices.PROJECTS, "document")) {
            parts.add(projects(business));
        } else {
            exclude(parts, business, "task", "the choice 'projects' says so");
        }
        exclude(parts, business, "board", "a project belongs to no account and no opportunity");
        exclude(parts, business, "section", "a project belongs to no account and no opportunity");
        exclude(parts, business, "taskComment", "it stands in the description of its task");
        return parts;
    }

    private static void tasks(List<MappingPart> parts, Business business) {
        String deal = business.live("opportunity", business.column(FROM, "opportunity"));
        String account = business.live("account", business.column(FROM, "account"));
        String isThere = "or(present(" + deal + "), present(" + account + "))";
        String text = TaskText.note(business, FROM, FROM);
        Consumer<RecordsBuilder> belonging = record -> record.orderBy("createdAt")
                .set(OF_DEAL, "link(OpportunityToDeal, " + deal + ")")
                .set(
                        OF_SALES_ACCOUNT,
                        "case(present(" + deal + ") => null, else => link(AccountToAccount, " + account + "))");
        RecordsBuilder tasks = MappingPart.Records.from(FROM)
                .to(TASK)
                .where(isThere)
                .set("title", "truncate(coalesce(title, \"Task\"), 255)")
                .set("status", "case(eq(taskStatus, \"COMPLETE\") => \"done\", else => \"open\")")
                .set("due_date", "coalesce(" + business.column(FROM, "dueDateAt") + ", createdAt)")
                .set("description", NOTES.firstPiece(text));
        belonging.accept(tasks);
        parts.add(tasks.build());
        parts.addAll(NOTES.further(LongNotes.Text.of(FROM, text).where(isThere), belonging));
        parts.add(MappingPart.Exclusion.of(FROM, "not(" + isThere + ")", "what the task belongs to is deleted"));
    }

    private static MappingPart projects(Business business) {
        return MappingPart.Document.of(
                "task",
                "true",
                "project-tasks",
                "A line for each task of a project, to be made again where projects are kept in future.",
                MappingPart.Document.Column.of(
                        "Project", TaskText.section("related(board, on: $id, equals: board, each: title)")),
                MappingPart.Document.Column.of("Column", TaskText.section("title")),
                MappingPart.Document.Column.of("Title", "title"),
                MappingPart.Document.Column.of("Status", "taskStatus"),
                MappingPart.Document.Column.of("Priority", business.column("task", "priority")),
                MappingPart.Document.Column.of("Due", business.column("task", "dueDateAt")),
                MappingPart.Document.Column.of("Owner", business.column("task", "owner_email")),
                MappingPart.Document.Column.of("Text", business.column("task", "content")));
    }
}
