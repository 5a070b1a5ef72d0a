package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.identity.EmailText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of one object their ids: those of the export, and where one is missing a made one that is the same in every export
 * of the same row. Finds ids that two different rows have. Not thread-safe.
 */
final class RowIds {

    private static final int DIGITS = 16;
    private static final String BETWEEN = "/";

    private final BundleObject object;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<String> clashes = new HashSet<>();
    private final Map<String, List<Missing>> missing = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();

    /** What a row with an id said. */
    private record Seen(long version, int content) {}

    /** A row without an id. */
    private record Missing(String place, Instant made, int number) {}

    RowIds(BundleObject object) {
        this.object = object;
    }

    /** Looks at a row once, in the order of the files. */
    void see(RowDraft row) {
        String id = stated(row);
        if (id == null) {
            List<Missing> alike = missing.computeIfAbsent(made(row), any -> new ArrayList<>());
            Instant created = row.moment(Columns.CREATED).orElse(Instant.MAX);
            alike.add(new Missing(row.origin().toString(), created, alike.size()));
            return;
        }
        Seen now = new Seen(row.version(), row.data().cells().hashCode());
        Seen before = seen.putIfAbsent(id, now);
        if (before != null && before.version() == now.version() && before.content() != now.content()) {
            clashes.add(id);
        } else if (before != null && before.version() < now.version()) {
            seen.put(id, now);
        }
    }

    /** Numbers rows that nothing tells apart, after all were seen. */
    void conclude() {
        missing.forEach((id, rows) -> {
            rows.sort(Comparator.comparing(Missing::made).thenComparing(Missing::number));
            for (int index = 0; index < rows.size(); index++) {
                made.put(rows.get(index).place(), index == 0 ? id : id + "#" + (index + 1));
            }
        });
        missing.clear();
        seen.clear();
    }

    /** Gives a row its id. */
    void identify(RowDraft row) {
        String id = stated(row);
        row.id(id == null ? made.getOrDefault(row.origin().toString(), made(row)) : id);
        if (id == null) {
            row.mend(object.key().size() == 1 ? field(row) : "", Rule.ID_MISSING);
        }
    }

    private String field(RowDraft row) {
        return row.data().has(object.key().get(0)) ? object.key().get(0) : "";
    }

    /** Tells whether another row with the same id says something else, and nothing tells which is the newer. */
    boolean isClash(RowDraft row) {
        return clashes.contains(row.id());
    }

    private @Nullable String stated(RowDraft row) {
        List<String> parts = object.key().stream().map(row.data()::text).toList();
        return parts.stream().anyMatch(String::isBlank) ? null : String.join(BETWEEN, parts);
    }

    private String made(RowDraft row) {
        String natural =
                object.natural().stream().map(column -> natural(row, column)).collect(Collectors.joining("\n"));
        String told = natural.isBlank() ? String.join("\n", row.data().cells()) : natural;
        return "syn:" + digest(object.type() + "\n" + told).substring(0, DIGITS);
    }

    /** An address alone is who a client is; where there is one, the name does not count. */
    private String natural(RowDraft row, String column) {
        String text = row.data().text(column);
        if (column.equals("email") || column.endsWith("_email")) {
            return EmailText.key(text).orElse(text);
        }
        boolean isKnown =
                object.isPerson() && EmailText.key(row.data().text("email")).isPresent();
        return isKnown ? "" : text;
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
