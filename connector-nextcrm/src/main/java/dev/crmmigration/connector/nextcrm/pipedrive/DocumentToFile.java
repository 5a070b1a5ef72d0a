package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.DocumentFiles;
import dev.crmmigration.connector.nextcrm.mapping.DocumentFiles.Place;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.PipedriveNames;
import java.util.List;

/** Hangs every document on what it is linked to, once for each link. */
public final class DocumentToFile extends NextCrmRow {

    public DocumentToFile() {
        super(BEYOND, "Document -> File", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "older versions of documents",
                        "NextCRM writes over them: the first row of a chain has the newest file",
                        "the newest version alone"),
                new Loss("date and author of files", "Pipedrive takes neither", "the day of the import"),
                new Loss(
                        "documents that are linked to nothing, to leads, to invoices or to tasks of projects",
                        "Pipedrive's files hang on something",
                        "they are counted as left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        return DocumentFiles.parts(
                business,
                PipedriveNames.FILE,
                List.of(
                        new Place("account", "org_id", ACCOUNT_TO_ORGANIZATION),
                        new Place("contact", "person_id", CONTACT_TO_PERSON),
                        new Place("opportunity", "deal_id", OPPORTUNITY_TO_DEAL),
                        new Place("accountTask", "activity_id", TASK_TO_ACTIVITY)));
    }
}
