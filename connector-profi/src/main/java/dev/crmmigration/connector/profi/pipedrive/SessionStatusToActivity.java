package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.connector.profi.mapping.SessionText.is;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the activities of sessions their status, by the best that Pipedrive has for each. */
public final class SessionStatusToActivity extends ProfiRow {

    /** The statuses that a type and a tick cannot tell apart, with the activity type that each gets. */
    static final Map<String, String> EXCEPTIONS = exceptions();

    private static final String MEDIUM_MAP = "sessionMedium";

    public SessionStatusToActivity() {
        super(6, "Session Status -> Custom field on Activity");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.EXCEPTIONAL_SESSIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        Map<String, String> media = new LinkedHashMap<>();
        media.put("phone", account.label(ACTIVITY, "type", "Call"));
        media.put("meeting", account.label(ACTIVITY, "type", "Meeting"));
        return List.of(SessionText.statuses(), new ValueMap(MEDIUM_MAP, List.of(), media));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "Session_Status__c",
                        "Pipedrive's activities take no custom fields",
                        "scheduled and completed by the tick; cancelled, no_show, rescheduled, requested and confirmed by an activity"
                                + " type each, or by a word at the head of the subject; every status as the first line of the note"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(SESSION)) {
            return List.of();
        }
        boolean byType = export.chose(Choices.EXCEPTIONAL_SESSIONS, "type");
        String medium = "map(\"" + MEDIUM_MAP + "\", case(eq(" + export.column(SESSION, "meeting_provider")
                + ", \"phone\") => \"phone\", else => \"meeting\"))";
        Fields fields = new Fields(export, SESSION, ACTIVITY)
                .set("type", byType ? typed(medium) : medium)
                .set("done", "not(or(" + is("scheduled") + ", " + is("requested") + ", " + is("confirmed") + "))");
        if (byType) {
            EXCEPTIONS
                    .values()
                    .forEach(type -> fields.needs(SchemaElement.activityType(ObjectType.of(ACTIVITY), "type", type)));
        }
        return List.of(MappingPart.Contribution.to(SESSION_TO_ACTIVITY, SESSION, fields.mappings(), fields.schema()));
    }

    private static String typed(String medium) {
        StringBuilder type = new StringBuilder("case(");
        EXCEPTIONS.forEach((status, name) -> type.append(is(status))
                .append(" => ")
                .append(Expressions.text(name))
                .append(", "));
        return type.append("else => ").append(medium).append(')').toString();
    }

    private static Map<String, String> exceptions() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("cancelled", "Session cancelled");
        types.put("no_show", "Session no-show");
        types.put("rescheduled", "Session rescheduled");
        types.put("requested", "Session requested");
        types.put("confirmed", "Session confirmed");
        return types;
    }
}
