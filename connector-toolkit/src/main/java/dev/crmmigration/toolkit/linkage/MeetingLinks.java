package dev.crmmigration.toolkit.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the address of a video meeting in text. Immutable. */
public final class MeetingLinks {

    /** Hosts, and paths on them, where meetings are held. */
    private static final List<String> PLACES = List.of(
            "(?:[a-z0-9-]+\\.)*zoom\\.us/(?:j|my|w|s)/",
            "meet\\.google\\.com/[a-z0-9]",
            "teams\\.(?:microsoft|live)\\.com/(?:l/meetup-join|meet)/",
            "(?:[a-z0-9-]+\\.)*whereby\\.com/[a-z0-9]");

    private static final Pattern END = Pattern.compile("[.,;:!?]+$");

    private final Pattern link;

    private MeetingLinks(Pattern link) {
        this.link = link;
    }

    /**
     * Knows the places where everybody meets.
     *
     * @param own patterns of a platform's own hosts and paths
     */
    public static MeetingLinks with(String... own) {
        List<String> places = new ArrayList<>(PLACES);
        places.addAll(List.of(own));
        return new MeetingLinks(
                Pattern.compile("(?i)\\bhttps?://(?:" + String.join("|", places) + ")[^\\s<>\"'\\])}]*"));
    }

    /** Returns the first one in a text, which may be HTML. */
    public Optional<String> in(String text) {
        Matcher found = link.matcher(text.replace("&amp;", "&"));
        return found.find() ? Optional.of(END.matcher(found.group()).replaceAll("")) : Optional.empty();
    }
}
