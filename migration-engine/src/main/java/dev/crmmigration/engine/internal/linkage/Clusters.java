package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.engine.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups what is surely the same. Pairs for review never join groups; a group of more than five, or with a contradiction in
 * it, is for review as well.
 */
final class Clusters {

    private static final int LARGEST = 5;
    private static final int MOST_SHOWN = 100;
    private static final Comparator<Profile.DuplicateGroup> BY_ID =
            Comparator.comparing((Profile.DuplicateGroup group) -> String.join("\n", group.records()));

    private final CardFile cards;
    private final Judge judge;
    private final Map<Long, Long> parents = new HashMap<>();
    private final TreeSet<Profile.DuplicateGroup> firstSure = new TreeSet<>(BY_ID);
    private final TreeSet<Profile.DuplicateGroup> firstReview = new TreeSet<>(BY_ID);
    private long groups;
    private long groupedRecords;
    private long reviewPairs;

    Clusters(CardFile cards, Judge judge) {
        this.cards = cards;
        this.judge = judge;
    }

    /** What was found in the end. */
    record Found(long groups, long groupedRecords, long reviewPairs, List<Profile.DuplicateGroup> first) {}

    /** Takes the pairs of one record, each pair once. */
    void add(long place, List<Long> others) {
        Card card = cards.read(place);
        for (long otherPlace : others) {
            Card other = cards.read(otherPlace);
            Judgement judgement = judge.judge(card, other);
            if (judgement.tier() == Judgement.Tier.AUTO) {
                join(place, otherPlace);
            } else if (judgement.tier() == Judgement.Tier.REVIEW) {
                reviewPairs++;
                keep(firstReview, group("review", List.of(card, other), judgement.reasons(), judgement.probability()));
            }
        }
    }

    private void join(long one, long other) {
        long rootOfOne = root(one);
        long rootOfOther = root(other);
        parents.put(Math.max(rootOfOne, rootOfOther), Math.min(rootOfOne, rootOfOther));
    }

    private long root(long place) {
        long at = place;
        while (parents.computeIfAbsent(at, own -> own) != at) {
            long next = parents.getOrDefault(at, at);
            parents.put(at, parents.getOrDefault(next, next));
            at = next;
        }
        return at;
    }

    Found found() {
        Map<Long, List<Long>> members = new TreeMap<>();
        for (long place : new ArrayList<>(parents.keySet())) {
            members.computeIfAbsent(root(place), unused -> new ArrayList<>()).add(place);
        }
        members.values().forEach(this::cluster);
        List<Profile.DuplicateGroup> first = new ArrayList<>(firstSure);
        first.addAll(firstReview);
        return new Found(groups, groupedRecords, reviewPairs, first);
    }

    private void cluster(List<Long> places) {
        places.sort(null);
        if (places.size() > LARGEST) {
            large(places);
            return;
        }
        List<Card> group = places.stream().map(cards::read).toList();
        List<String> reasons = new ArrayList<>();
        boolean isContradicted = false;
        double least = 1;
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                Judgement judgement = judge.judge(group.get(i), group.get(j));
                isContradicted |= judgement.tier() == Judgement.Tier.VETO;
                if (judgement.tier() == Judgement.Tier.AUTO || judgement.tier() == Judgement.Tier.VETO) {
                    judgement.reasons().stream()
                            .filter(it -> !reasons.contains(it))
                            .forEach(reasons::add);
                    least = Math.min(least, judgement.probability());
                }
            }
        }
        if (isContradicted) {
            reviewPairs += pairs(places.size());
            keep(firstReview, group("review", group, reasons, least));
        } else {
            groups++;
            groupedRecords += places.size();
            keep(firstSure, group("auto", group, reasons, least));
        }
    }

    private void large(List<Long> places) {
        reviewPairs += pairs(places.size());
        List<Card> shown = places.stream().limit(LARGEST + 1L).map(cards::read).toList();
        keep(
                firstReview,
                group("review", shown, List.of("a chain of " + places.size() + " records, more than " + LARGEST), 0.5));
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    private static Profile.DuplicateGroup group(
            String tier, List<Card> cards, List<String> reasons, double probability) {
        return new Profile.DuplicateGroup(
                tier,
                cards.stream().map(Card::id).sorted().toList(),
                List.copyOf(reasons),
                Math.round(probability * 1000) / 1000.0);
    }

    private static void keep(NavigableSet<Profile.DuplicateGroup> first, Profile.DuplicateGroup group) {
        first.add(group);
        if (first.size() > MOST_SHOWN) {
            first.pollLast();
        }
    }
}
