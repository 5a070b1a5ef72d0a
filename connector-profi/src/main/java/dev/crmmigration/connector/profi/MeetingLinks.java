package dev.crmmigration.connector.profi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the address of a video meeting in text. */
final class MeetingLinks {

    /** Hosts, and paths on them, where meetings are held. */
    private static final List<String> PLACES = List.of(
            "(?:[a-z0-9-]+\\.)*zoom\\.us/(?:j|my|w|s)/",
            "meet\\.google\\.com/[a-z0-9]",
            "teams\\.(?:microsoft|live)\\.com/(?:l/meetup-join|meet)/",
            "(?:[a-z0-9-]+\\.)*whereby\\.com/[a-z0-9]",
            "(?:[a-z0-9-]+\\.)*profi\\.io/(?:room|rooms|meet|call|s)/");

    private static final Pattern LINK =
            Pattern.compile("(?i)\\bhttps?://(?:" + String.join("|", PLACES) + ")[^\\s<>\"'\\])}]*");

    private static final Pattern END = Pattern.compile("[.,;:!?]+$");

    private MeetingLinks() {}

    /** Returns the first one in a text, which may be HTML. */
    static Optional<String> in(String text) {
        Matcher found = LINK.matcher(text.replace("&amp;", "&"));
        return found.find() ? Optional.of(END.matcher(found.group()).replaceAll("")) : Optional.empty();
    }
}
