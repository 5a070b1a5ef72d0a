package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.STAGE;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PackageFields;
import dev.crmmigration.connector.thepractice.mapping.PackageText;
import dev.crmmigration.toolkit.mapping.AccountPipeline;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the deals of packages into the stage of their status, and keeps when each status was reached. */
public final class PackageStatusToStage extends FreshsalesRow {

    private static final String STAGE_MAP = "packageStage";
    private static final String UNNAMED = "Coaching packages";

    public PackageStatusToStage() {
        super(4, "Package Stage -> Deal Stage");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PIPELINE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        AccountPipeline pipeline = pipeline(new Export(context), account);
        Map<String, String> entries = new LinkedHashMap<>();
        PackageText.STATUSES.forEach(status -> entries.put(status, pipeline.found(stage(status))));
        return List.of(PackageText.statuses(), new ValueMap(STAGE_MAP, List.of(), entries));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "pipeline and stages",
                        "Freshsales lets neither be made from outside",
                        "the stages Active and Paused are listed for the administrator; completed and expired packages are"
                                + " won, cancelled ones lost; Package_Status__c has the status itself"),
                new Loss(
                        "times of status changes",
                        "Freshsales stamps stage changes with the time of the import",
                        "a field each, such as Status_Active_At__c, the last time of each status. All changes stand in"
                                + " Status_Log__c"),
                new Loss(
                        "times of status changes that were not exported",
                        "without package_status_changes only the last change of a row is known",
                        "it stands for the time of the status, and Status_Log__c is empty"),
                new Loss(
                        "probability of deals",
                        "it follows the stage, whatever is sent",
                        "none is sent; reports on the pipeline go by the stage"),
                new Loss(
                        "reason of a cancellation",
                        "the reasons for lost deals are a list that is made in the account",
                        "the reason of the account that is called 'Cancelled', and Lost_Reason__c"));
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
        AccountPipeline pipeline = pipeline(export, account);
        fields.set(STAGE, pipeline.mapped(STAGE_MAP, PackageText.status()));
        List<String> stages =
                PackageText.STATUSES.stream().map(PackageStatusToStage::stage).toList();
        pipeline.schema(stages).forEach(fields::needs);
        fields.pickList("Package_Status__c", FieldType.CHOICE, PackageText.STATUSES, PackageText.status());
    }

    private static AccountPipeline pipeline(Export export, DestinationView account) {
        return new AccountPipeline(account, STAGE, export.answer(Choices.PIPELINE), UNNAMED);
    }

    /** What is over is won or lost, so that reports count it; what goes on has a stage of its own. */
    private static String stage(String status) {
        return switch (status) {
            case "Completed", "Expired" -> "Won";
            case "Cancelled" -> "Lost";
            default -> status;
        };
    }

    private static void outcome(Fields fields, DestinationView account) {
        String closed = PackageText.isClosed();
        String cancelled = PackageText.is("Cancelled");
        fields.momentOrDay(
                account,
                "closed_date",
                "case(" + closed + " => ended_at, else => null)",
                "case(" + closed + " => utcDate(ended_at), else => null)");
        fields.custom(
                "Lost_Reason__c", FieldType.TEXT, "case(" + cancelled + " => \"Package cancelled\", else => null)");
        account.found(DEAL, "deal_reason_id", "Cancelled")
                .ifPresent(reason -> fields.set(
                        "deal_reason_id", "case(" + cancelled + " => " + Expressions.text(reason) + ", else => null)"));
    }
}
