package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** A pipeline that deals go to: one of ours with the stages that we want, or the customer's own as it is. */
public final class Pipeline {

    private static final ObjectType DEAL = ObjectType.of("deal");

    private final String name;
    private final String stageField;
    private final List<String> wanted;
    private final List<String> existing;

    private Pipeline(String name, String stageField, List<String> wanted, List<String> existing) {
        this.name = name;
        this.stageField = stageField;
        this.wanted = List.copyOf(wanted);
        this.existing = List.copyOf(existing);
    }

    /**
     * Returns a pipeline of ours, which is made if the account lacks it.
     *
     * @param stageField the field of deals whose options are the stages
     * @param wanted its stages, in order
     */
    public static Pipeline ours(String stageField, String name, List<String> wanted) {
        return new Pipeline(name, stageField, wanted, List.of());
    }

    /** Returns a pipeline that the customer named: nothing of it is changed if the account has it. */
    public static Pipeline named(DestinationView account, String stageField, String name, List<String> wanted) {
        return new Pipeline(name, stageField, wanted, account.stages(DEAL.toString(), stageField, name));
    }

    /** Returns the expression of a stage; in a pipeline of the customer's that lacks it, of its first stage. */
    public String stage(String stage) {
        String found = existing.isEmpty() || existing.contains(stage) ? stage : existing.get(0);
        return Expressions.text(name + " / " + found);
    }

    /** Returns what the account needs. */
    public List<SchemaElement> schema() {
        if (!existing.isEmpty()) {
            return List.of();
        }
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(SchemaElement.pipeline(DEAL, name));
        wanted.forEach(stage -> elements.add(SchemaElement.stage(DEAL, stageField, name, stage)));
        return elements;
    }
}
