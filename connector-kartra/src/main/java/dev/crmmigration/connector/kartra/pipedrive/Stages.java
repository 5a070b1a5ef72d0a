package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.pipedrive.Account.DEAL;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** The pipeline that deals of one kind go to, with its stages. */
final class Stages {

    private final String pipeline;
    private final List<String> wanted;
    private final List<String> existing;

    /**
     * @param proposed the pipeline unless the customer names one
     * @param wanted its stages, in order
     */
    Stages(Export export, Account account, String proposed, List<String> wanted) {
        boolean own = export.chose(Choices.PIPELINES, "kartra");
        this.pipeline = own ? proposed : export.answer(Choices.PIPELINES);
        this.wanted = wanted;
        this.existing = own ? List.of() : account.stages(pipeline);
    }

    /** Returns the expression of a stage; in a pipeline of the customer's that lacks it, of its first stage. */
    String stage(String name) {
        String found = existing.isEmpty() || existing.contains(name) ? name : existing.get(0);
        return Export.text(pipeline + " / " + found);
    }

    /** Returns what the account needs; nothing of a pipeline of the customer's is changed. */
    List<SchemaElement> schema() {
        if (!existing.isEmpty()) {
            return List.of();
        }
        ObjectType deal = ObjectType.of(DEAL);
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(SchemaElement.pipeline(deal, pipeline));
        wanted.forEach(stage -> elements.add(SchemaElement.stage(deal, "stage_id", pipeline, stage)));
        return elements;
    }
}
