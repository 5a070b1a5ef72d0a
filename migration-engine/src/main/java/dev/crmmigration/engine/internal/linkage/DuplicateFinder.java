package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what is there more than once in one object: takes its records in any order, then compares those that share a key.
 * Keys and cards lie on disk; in memory is only what was found to be the same.
 */
public final class DuplicateFinder implements AutoCloseable {

    private static final int LARGEST_BLOCK = 200;
    private static final double FEWEST_PAIRS = 0.5;
    private static final double MISSED = 1.5;

    private final ObjectDescription object;
    private final Kind kind;
    private final FieldParts parts;
    private final CardReader reader;
    private final CardFile cards;
    private final KeySpool keys;
    private final KeySpool links;
    private final Frequencies frequencies;
    private final Weights.Sample sample = new Weights.Sample();
    private final Map<BlockKey, long[]> dropped = new EnumMap<>(BlockKey.class);
    private long sure;

    /**
     * Starts with no records.
     *
     * @param expected about how many there will be
     * @param folder where what does not fit into memory may lie while this is open
     */
    public DuplicateFinder(ObjectDescription object, Kind kind, long expected, Path folder) {
        this.object = object;
        this.kind = kind;
        parts = FieldParts.of(object, kind);
        reader = new CardReader(parts, kind);
        cards = new CardFile(folder);
        keys = new KeySpool(folder);
        links = new KeySpool(folder);
        frequencies = new Frequencies(expected);
    }

    public void add(CrmRecord record) {
        Card card = reader.read(record);
        long place = cards.add(card);
        frequencies.add(card);
        sample.add(card);
        BlockKey.keys(card, kind, (key, hash) -> keys.add(hash, place));
    }

    /** Compares; call it once, after the last record. */
    public Profile.DuplicateProfile find() {
        cards.finish();
        Weights weights = Weights.of(sample);
        // First everything that could be a pair: how many are sure decides how likely the others are
        Judge lenient = judge(weights, 0.5);
        keys.forEach((key, places) -> block(BlockKey.of(key), places, lenient));
        Clusters clusters = new Clusters(cards, judge(weights, prior()));
        links.forEach((place, others) -> clusters.add(place, others));
        return profile(clusters);
    }

    private Judge judge(Weights weights, double prior) {
        return kind == Kind.CONTACT ? new ContactJudge(weights, frequencies, prior) : new CompanyJudge(frequencies);
    }

    private double prior() {
        double records = Math.max(2, frequencies.records());
        return Math.min(0.5, Math.max(FEWEST_PAIRS, MISSED * sure) / (records * (records - 1) / 2));
    }

    private void block(BlockKey key, List<Long> places, Judge judge) {
        if (places.size() > LARGEST_BLOCK) {
            long[] counts = dropped.computeIfAbsent(key, unused -> new long[2]);
            counts[0]++;
            counts[1] += places.size();
            return;
        }
        if (places.size() > 1) {
            List<Card> block = places.stream().map(cards::read).toList();
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    compare(key, block.get(i), block.get(j), places.get(i), places.get(j), judge);
                }
            }
        }
    }

    private void compare(BlockKey key, Card one, Card other, long place, long otherPlace, Judge judge) {
        Judgement judgement = judge.judge(one, other);
        if (judgement.isLink()) {
            links.add(place, otherPlace);
            // A pair that shares an address is in that block once
            sure += judgement.tier() == Judgement.Tier.AUTO && key == BlockKey.EMAIL ? 1 : 0;
        }
    }

    private Profile.DuplicateProfile profile(Clusters clusters) {
        Clusters.Found found = clusters.found();
        List<Profile.DroppedBlocks> large = new ArrayList<>();
        dropped.forEach((key, counts) -> large.add(new Profile.DroppedBlocks(key.words(), counts[0], counts[1])));
        return new Profile.DuplicateProfile(
                object.type().name(),
                kind.word(),
                parts.compared(),
                found.groups(),
                found.groupedRecords(),
                found.reviewPairs(),
                found.first(),
                large);
    }

    @Override
    public void close() {
        cards.close();
        keys.close();
        links.close();
    }
}
