package dev.crmmigration.connector.nextcrm.mapping;

import static dev.crmmigration.toolkit.mapping.Expressions.line;

/** What a destination without fields for it has to say of a task in a text. */
public final class TaskText {

    private TaskText() {}

    /**
     * Returns the expression of what is noted of a task: its text, comments and project.
     *
     * @param commentsOn the column of comments that names such a task
     */
    public static String note(Business business, String from, String commentsOn) {
        String comments = business.has("taskComment", commentsOn)
                ? "join(\"; \", related(taskComment, on: " + commentsOn
                        + ", equals: $id, each: comment, reduce: list, order: createdAt))"
                : "null";
        String project = from.equals("task")
                ? line("Project", section("related(board, on: $id, equals: board, each: title)")) + ", "
                        + line("Column", section("title")) + ", "
                : "";
        return "join(\"<br>\", " + project + line("Priority", "priority") + ", " + line("Status", "text(taskStatus)")
                + ", " + line("Tags", "join(\", \", tags)") + ", " + line("Comments", comments)
                + ", case(empty(content) => null, else => html(content)))";
    }

    /** Returns, over a task of a project, a column of the section that it is in. */
    public static String section(String each) {
        return "related(section, on: $id, equals: section, each: " + each + ")";
    }
}
