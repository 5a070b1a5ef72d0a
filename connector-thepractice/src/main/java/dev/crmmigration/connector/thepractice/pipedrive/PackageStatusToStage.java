package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.PackageText.is;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.STAGE;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageFields;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** Puts the deals of packages into the stage of their status, and keeps when each status was reached. */
public final class PackageStatusToStage extends PracticeRow {

    private static final String OWN = "Coaching packages";

    public PackageStatusToStage() {
        super(4, "Package Stage -> Pipeline Stage");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PIPELINE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(PackageText.statuses());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "times of status changes",
                        "Pipedrive has no fields of date and time, and stage changes carry the time of the import",
                        "a date field each, such as Status_Active_At__c, with the exact moment in Status_Active_At__c (exact); the"
                                + " last time of each status. All changes stand in Status_Log__c"),
                new Loss(
                        "times of status changes that were not exported",
                        "without package_status_changes only the last change of a row is known",
                        "it stands for the time of the status, and Status_Log__c is empty"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(CLIENT_PACKAGE)) {
            Fields fields = new Fields(export, CLIENT_PACKAGE, DEAL);
            stage(fields, export, account);
            outcome(fields, account);
            PackageFields.times(fields, export, account, DEAL);
            parts.add(MappingPart.Contribution.to(PACKAGE_TO_DEAL, CLIENT_PACKAGE, fields.mappings(), fields.schema()));
        }
        new PackageText(export).foldInto(parts, PACKAGE_TO_DEAL);
        return parts;
    }

    private static void stage(Fields fields, Export export, DestinationView account) {
        String answer = export.answer(Choices.PIPELINE);
        Pipeline pipeline = answer.equals("one") || answer.equals(OWN)
                ? Pipeline.ours(STAGE, OWN, PackageText.STATUSES)
                : Pipeline.named(account, STAGE, answer, PackageText.STATUSES);
        StringBuilder stage = new StringBuilder("case(");
        PackageText.STATUSES.forEach(status -> stage.append(is(status))
                .append(" => ")
                .append(pipeline.stage(status))
                .append(", "));
        fields.set(STAGE, stage.append("else => null)").toString());
        pipeline.schema().forEach(fields::needs);
        fields.pickList("Package_Status__c", FieldType.CHOICE, PackageText.STATUSES, PackageText.status());
    }

    private static void outcome(Fields fields, DestinationView account) {
        String won = PackageText.isWon();
        String lost = is("Cancelled");
        fields.set(
                        "status",
                        "case(" + won + " => " + label(account, "won") + ", " + lost + " => " + label(account, "lost")
                                + ", else => " + label(account, "open") + ")")
                .set("won_time", "case(" + won + " => ended_at, else => null)")
                .set("lost_time", "case(" + lost + " => ended_at, else => null)")
                .set("lost_reason", "case(" + lost + " => \"Package cancelled\", else => null)");
    }

    private static String label(DestinationView account, String status) {
        return Expressions.text(account.label(DEAL, "status", status));
    }
}
