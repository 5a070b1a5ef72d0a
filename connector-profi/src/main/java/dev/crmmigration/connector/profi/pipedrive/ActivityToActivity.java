package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an activity of every logged call, meeting, e-mail and task, and a note of every message. */
public final class ActivityToActivity extends ProfiRow {

    private static final String KIND_MAP = "activityKind";
    private static final String IS_MESSAGE = "eq(kind, \"message\")";

    public ActivityToActivity() {
        super(0, "Activity -> Activity, message -> Note");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("call", account.label(ACTIVITY, "type", "Call"));
        kinds.put("meeting", account.label(ACTIVITY, "type", "Meeting"));
        kinds.put("email", account.label(ACTIVITY, "type", "Email"));
        kinds.put("task", account.label(ACTIVITY, "type", "Task"));
        return List.of(new ValueMap(KIND_MAP, List.of(), kinds));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("messages", "Pipedrive has no chats with clients", "a note with the original time"),
                new Loss("creation time of activities", "Pipedrive takes none", "due date and time, in UTC"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(Export.ACTIVITY)) {
            return List.of();
        }
        ClientText client = clients(export);
        String subject = "coalesce(" + export.columns(Export.ACTIVITY, "subject") + ", kind)";
        Fields fields = new Fields(export, Export.ACTIVITY, ACTIVITY)
                .set("subject", subject)
                .set("type", "map(\"" + KIND_MAP + "\", case(" + IS_MESSAGE + " => null, else => kind))")
                .set(
                        "due_date",
                        "coalesce(utcDate(" + started(export) + "), " + export.column(Export.ACTIVITY, "due_on") + ")")
                .set("due_time", "utcTime(started_at)", "started_at")
                .set("duration", "minutes(duration_minutes)", "duration_minutes")
                .set("done", "coalesce(" + export.column(Export.ACTIVITY, "done") + ", not(eq(kind, \"task\")))")
                .set("note", "concat(content, \"<br>Profi_Activity__c: \", html($id))")
                .set("participants", "list(" + client.personOrHold("client_id") + ")")
                .set("org_id", client.organizationOf("client_id"));
        RecordsBuilder activities =
                MappingPart.Records.from(Export.ACTIVITY).to(ACTIVITY).where("not(" + IS_MESSAGE + ")");
        if (export.has(Export.ACTIVITY, "started_at")) {
            activities.orderBy("started_at");
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(activities).build());
        parts.addAll(messages(export, subject));
        return parts;
    }

    private static List<MappingPart> messages(Export export, String subject) {
        LongNotes.Text text = LongNotes.Text.of(
                        Export.ACTIVITY, "concat(\"<b>\", html(" + subject + "), \"</b><br>\", content)")
                .part("message")
                .where(IS_MESSAGE);
        return NOTES.all(text, note -> {
            NoteToNote.belong(note, export, "client_id");
            if (export.has(Export.ACTIVITY, "started_at")) {
                note.orderBy("started_at").set("add_time", "started_at");
            }
        });
    }

    private static String started(Export export) {
        return export.column(Export.ACTIVITY, "started_at");
    }
}
