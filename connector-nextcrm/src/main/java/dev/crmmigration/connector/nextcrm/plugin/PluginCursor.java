package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files of one object one after the other. */
final class PluginCursor implements RecordCursor {

    private static final int PAGE_ROWS = 500;

    private final List<PluginFile> files;
    private final PluginRows rows;
    private final Map<String, Set<String>> united;
    private final boolean complete;
    private int file;
    private long given;
    private boolean hasStarted;
    private boolean hasAside;
    private @Nullable TabularReader reader;

    PluginCursor(
            List<PluginFile> files,
            PluginRows rows,
            Map<String, Set<String>> united,
            Optional<String> from,
            boolean complete) {
        this.files = files;
        this.rows = rows;
        this.united = united;
        this.complete = complete;
        from.ifPresent(position -> {
            String[] words = position.split(" ", -1);
            file = Integer.parseInt(words[0]);
            given = Long.parseLong(words[1]);
            hasStarted = true;
        });
    }

    @Override
    public List<SourceEntry> next() {
        while (file < files.size()) {
            List<SourceEntry> page = page(files.get(file));
            if (!page.isEmpty()) {
                given += page.size();
                hasStarted = true;
                hasAside |= page.stream().anyMatch(SourceEntry.Quarantined.class::isInstance);
                return page;
            }
            close();
            file++;
            given = 0;
        }
        return List.of();
    }

    private List<SourceEntry> page(PluginFile from) {
        List<SourceEntry> page = new ArrayList<>(PAGE_ROWS);
        boolean done = false;
        try {
            TabularReader open = open(from);
            for (TabularRow row = open.next(); row != null; row = page.size() < PAGE_ROWS ? open.next() : null) {
                page.add(row.match(
                        data -> rows.read(from, data, united),
                        broken -> new SourceEntry.Quarantined(
                                ObjectType.of(from.object().type()), broken.origin(), "", broken.rule())));
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
        return page;
    }

    private TabularReader open(PluginFile from) {
        TabularReader open = reader;
        if (open == null) {
            open = from.table().read();
            reader = open;
            open.skip(given);
        }
        return open;
    }

    @Override
    public Optional<String> position() {
        return hasStarted ? Optional.of(file + " " + given) : Optional.empty();
    }

    @Override
    public Coverage coverage() {
        return complete && !hasAside ? Coverage.FULL : Coverage.PARTIAL;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
