package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Profile;
import java.util.Locale;

/** What is there more than once, as tables. */
final class DuplicatesText {

    private static final int MOST_GROUPS = 10;

    private DuplicatesText() {}

    static Table counts(Profile profile) {
        Table table = Table.of("object", "kind", "sure groups", "records in them", "pairs to review");
        profile.duplicates()
                .forEach(found -> table.row(
                        found.object(), found.kind(), found.groups(), found.groupedRecords(), found.reviewPairs()));
        return table;
    }

    static Table groups(Profile profile) {
        Table table = Table.of("object", "tier", "records", "sure to", "because");
        profile.duplicates()
                .forEach(found -> found.first().stream()
                        .limit(MOST_GROUPS)
                        .forEach(group -> table.row(
                                found.object(),
                                group.tier(),
                                String.join(", ", group.records()),
                                String.format(Locale.ROOT, "%.3f", group.probability()),
                                String.join(", ", group.reasons()))));
        return table;
    }

    static Table dropped(Profile profile) {
        Table table = Table.of("object", "key", "blocks", "records");
        profile.duplicates()
                .forEach(found -> found.dropped()
                        .forEach(block -> table.row(found.object(), block.key(), block.blocks(), block.records())));
        return table;
    }
}
