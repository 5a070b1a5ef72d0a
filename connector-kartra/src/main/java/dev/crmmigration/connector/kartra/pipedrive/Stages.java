package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.STAGE;

import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.List;

/** The pipelines that deals go to. */
final class Stages {

    private Stages() {}

    /**
     * Returns the pipeline that deals of one kind go to.
     *
     * @param proposed the pipeline unless the customer names one
     * @param wanted its stages, in order
     */
    static Pipeline of(Export export, DestinationView account, String proposed, List<String> wanted) {
        return export.chose(Choices.PIPELINES, "kartra")
                ? Pipeline.ours(STAGE, proposed, wanted)
                : Pipeline.named(account, STAGE, export.answer(Choices.PIPELINES), wanted);
    }
}
