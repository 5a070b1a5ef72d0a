package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import java.util.List;

/**
 * A row of the table of two platforms, or a mapping beyond it. It is named like its class.
 *
 * @param <V> the view of the source that its parts are made from
 */
public abstract class MappingRow<V extends SourceView> implements ObjectMapping {

    /** The number of mappings beyond the table. */
    protected static final int BEYOND = 0;

    private final PlatformPair<V> pair;
    private final int row;
    private final String title;
    private final Fidelity fidelity;

    protected MappingRow(PlatformPair<V> pair, int row, String title, Fidelity fidelity) {
        this.pair = pair;
        this.row = row;
        this.title = title;
        this.fidelity = fidelity;
    }

    /** Returns the parts of this row, for what the source holds and the account has. */
    protected abstract List<MappingPart> parts(V source, DestinationView account);

    @Override
    public final String sourcePlatform() {
        return pair.source();
    }

    @Override
    public final String destinationPlatform() {
        return pair.destination();
    }

    @Override
    public final String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final int row() {
        return row;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Fidelity fidelity() {
        return fidelity;
    }

    @Override
    public final List<MappingPart> define(MappingContext context) {
        return parts(pair.view().apply(context), new DestinationView(context.destination()));
    }
}
