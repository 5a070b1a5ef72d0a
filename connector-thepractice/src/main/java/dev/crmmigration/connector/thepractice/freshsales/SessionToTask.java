package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.TASK;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Makes a task of every session that is administrative work; part of the fifth row of the table. */
public final class SessionToTask extends FreshsalesRow {

    public SessionToTask() {
        super(BEYOND, "Administrative session -> Task");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "time at which a task was done",
                        "Freshsales stamps the import",
                        "the due date, which is the beginning of the session"),
                new Loss("length of a task", "tasks of Freshsales have a due date only", "it stays in the export"),
                new Loss(
                        "tasks that were cancelled or moved",
                        "a task is open or done",
                        "they are done; the status is the first line of the description"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(SESSION)) {
            return List.of();
        }
        SessionText text = new SessionText(export);
        return List.of(MappingPart.Records.from(SESSION)
                .to(TASK)
                .where(SessionToAppointment.isTask(export))
                .set("title", text.subject())
                .set("due_date", "starts_at")
                .set("status", "case(" + SessionText.is("scheduled") + " => \"open\", else => \"done\")")
                .set("description", NOTES.firstPiece(text.all()))
                .set(OF_CONTACT, clients(export).personOrHold(text.firstClient()))
                .orderBy("starts_at")
                .build());
    }
}
