package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACTIVITY;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.TASK;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a sales activity of every logged call, meeting and e-mail, which keep their time so, a task of tasks, a note of messages. */
public final class ActivityToSalesActivity extends FreshsalesRow {

    private static final String KIND_MAP = "activityKind";
    private static final String TYPE = "sales_activity_type_id";
    private static final String TEXT = "concat(content, \"<br>Profi_Activity__c: \", html($id))";

    public ActivityToSalesActivity() {
        super(BEYOND, "Activity -> Sales activity, task -> Task, message -> Note");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(new ValueMap(KIND_MAP, List.of(), types(new DestinationView(context.destination()))));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "messages",
                        "Freshsales has no chats with clients",
                        "a note with the original time in its text"),
                new Loss(
                        "time at which a task was done",
                        "Freshsales stamps the import",
                        "the due date, and the first line of the description"),
                new Loss(
                        "creation time of activities",
                        "Freshsales stamps the import",
                        "sales activities begin and end when they did"),
                NOTES.continued("texts of activities and tasks"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(ACTIVITY)) {
            return List.of();
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(hang(activities(export, account), export, "client_id").build());
        parts.add(hang(tasks(export), export, "client_id").build());
        parts.addAll(NOTES.all(messages(export), note -> belong(note, export)));
        parts.addAll(NOTES.further(
                LongNotes.Text.of(ACTIVITY, TEXT).part("text").where("ne(kind, \"message\")"),
                note -> belong(note, export)));
        return parts;
    }

    private static RecordsBuilder activities(Export export, DestinationView account) {
        RecordsBuilder records = MappingPart.Records.from(ACTIVITY)
                .to(SALES_ACTIVITY)
                .where("not(in(kind, \"task\", \"message\"))")
                .set("title", subject(export))
                .set(TYPE, "map(\"" + KIND_MAP + "\", case(in(kind, \"task\", \"message\") => null, else => kind))")
                .set("start_date", moment(export))
                .set("end_date", end(export))
                .set("notes", NOTES.firstPiece(TEXT));
        export.distinct(ACTIVITY, "kind").stream()
                .filter(types(account)::containsKey)
                .map(types(account)::get)
                .distinct()
                .forEach(type -> records.needs(SchemaElement.activityType(ObjectType.of(SALES_ACTIVITY), TYPE, type)));
        return inOrder(records, export, ACTIVITY, "started_at");
    }

    private static RecordsBuilder tasks(Export export) {
        return inOrder(
                MappingPart.Records.from(ACTIVITY)
                        .to(TASK)
                        .part("task")
                        .where("eq(kind, \"task\")")
                        .set("title", subject(export))
                        .set(
                                "due_date",
                                "coalesce(instant(" + export.column(ACTIVITY, "due_on") + ", \"UTC\"), "
                                        + moment(export) + ")")
                        .set(
                                "status",
                                "case(eq(" + export.column(ACTIVITY, "done") + ", true) => \"done\", else =>"
                                        + " \"open\")")
                        .set("description", NOTES.firstPiece(TEXT)),
                export,
                ACTIVITY,
                "created_at");
    }

    private static LongNotes.Text messages(Export export) {
        String head = "html(join(\", \", " + subject(export) + ", iso(" + moment(export) + ")))";
        return LongNotes.Text.of(ACTIVITY, "concat(\"<b>\", " + head + ", \"</b><br>\", content)")
                .part("message")
                .where("eq(kind, \"message\")");
    }

    private static void belong(RecordsBuilder note, Export export) {
        inOrder(hang(note, export, "client_id"), export, ACTIVITY, "started_at");
    }

    private static String subject(Export export) {
        return "coalesce(" + export.columns(ACTIVITY, "subject") + ", kind)";
    }

    private static String moment(Export export) {
        return "coalesce(" + export.column(ACTIVITY, "started_at") + ", instant(" + export.column(ACTIVITY, "due_on")
                + ", \"UTC\"), " + export.column(ACTIVITY, "created_at") + ")";
    }

    private static String end(Export export) {
        return export.has(ACTIVITY, "duration_minutes")
                ? "coalesce(shift(" + moment(export) + ", minutes(duration_minutes)), " + moment(export) + ")"
                : moment(export);
    }

    /** The account's own types by what they are called most often; a type that it lacks an administrator has to make. */
    private static Map<String, String> types(DestinationView account) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("call", account.firstFound(SALES_ACTIVITY, TYPE, "Call", "Phone"));
        types.put("meeting", account.firstFound(SALES_ACTIVITY, TYPE, "Meeting"));
        types.put("email", account.firstFound(SALES_ACTIVITY, TYPE, "Email", "E-mail"));
        return types;
    }
}
