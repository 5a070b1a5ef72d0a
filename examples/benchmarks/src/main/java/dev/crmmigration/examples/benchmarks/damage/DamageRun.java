package dev.crmmigration.examples.benchmarks.damage;

import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Damages a clean export in every way there is, one at a time, and compares what is read with what was there. */
public final class DamageRun {

    private final Path folder;
    private final int rows;
    private final long seed;
    private List<Data> before = List.of();
    private final Map<Damage, Tally> tallies = new LinkedHashMap<>();

    /**
     * @param folder an empty folder for the files
     * @param rows how many rows an export has
     */
    public DamageRun(Path folder, int rows, long seed) {
        this.folder = folder;
        this.rows = rows;
        this.seed = seed;
    }

    /** Does it. */
    public void run() throws IOException {
        CleanTable clean = CleanTable.of(rows, new Random(seed));
        before = read(CsvFile.usual().text(clean.rows()).getBytes(StandardCharsets.UTF_8), "client_id")
                .all();
        List<Damage> damages = new ArrayList<>(FileDamages.all());
        damages.addAll(RowDamages.all());
        damages.addAll(CellDamages.all());
        for (Damage damage : damages) {
            Damaged damaged = damage.work().apply(clean, new Random(seed + damages.indexOf(damage)));
            tallies.put(damage, judged(damage, damaged));
        }
    }

    private Reading read(byte[] bytes, String key) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, bytes);
        return Reading.of(folder, key);
    }

    private Tally judged(Damage damage, Damaged damaged) throws IOException {
        List<Data> was = before;
        Reading is = read(damaged.bytes(), damage.key());
        int size = damaged.rows().size();
        if (is.isStopped()) {
            return new Tally(size, 0, size, 0, 0);
        }
        Tally tally = Tally.NONE;
        long gone = 0;
        for (int i = 0; i < was.size(); i++) {
            Optional<Data> found = is.row(was.get(i).text(damage.key()));
            boolean hurt = damaged.rows().contains(i);
            gone += found.isEmpty() ? 1 : 0;
            tally = tally.plus(judged(was.get(i), found, hurt, damage));
        }
        // Rows may only be gone if they were put aside; those that say otherwise are reported.
        long unsaid = Math.max(0, gone - is.aside() - unkeyed(is, damage));
        return new Tally(size, tally.repaired(), tally.quarantined(), tally.flagged(), tally.wrong() + unsaid);
    }

    /** Rows whose key is not what it was, which their repairs say. */
    private static long unkeyed(Reading is, Damage damage) {
        return is.all().stream()
                .filter(row ->
                        row.mends().stream().anyMatch(mend -> mend.column().equals(damage.key())))
                .count();
    }

    private static Tally judged(Data was, Optional<Data> found, boolean hurt, Damage damage) {
        if (found.isEmpty()) {
            return new Tally(0, 0, 1, 0, 0);
        }
        boolean keys = damage.key().equals("email");
        if (keys && hurt) {
            boolean isRight =
                    damage.repairable() && found.get().text("client_id").matches("\\d{13}");
            boolean isSaid = !found.get().mends().isEmpty();
            return isRight ? new Tally(0, 1, 0, 0, 0) : new Tally(0, 0, 0, isSaid ? 1 : 0, isSaid ? 0 : 1);
        }
        if (keys || Reading.isSame(found.get(), was)) {
            return new Tally(0, hurt ? 1 : 0, 0, 0, 0);
        }
        boolean flagged = Reading.isFlagged(found.get(), was);
        return new Tally(0, 0, 0, flagged && hurt ? 1 : 0, flagged ? 0 : 1);
    }

    /** Returns what became of damage that can be repaired. */
    public Tally repairable() {
        return sum(true);
    }

    /** Returns what became of damage that cannot. */
    public Tally lasting() {
        return sum(false);
    }

    private Tally sum(boolean repairable) {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getKey().repairable() == repairable)
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    /** Returns a line for each way. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        tallies.forEach((damage, tally) -> lines.add(String.format(
                Locale.ROOT,
                "%-16s %-45s %-10s %6d damaged %6d repaired %6d aside %6d flagged %3d wrong",
                damage.rule(),
                damage.name(),
                damage.repairable() ? "repairable" : "lasting",
                tally.damaged(),
                tally.repaired(),
                tally.quarantined(),
                tally.flagged(),
                tally.wrong())));
        return lines;
    }
}
