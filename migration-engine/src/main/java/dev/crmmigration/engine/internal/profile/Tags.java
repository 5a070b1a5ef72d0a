package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.internal.linkage.FieldParts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that records are sorted by, and which of them are traces of behaviour. */
final class Tags {

    private static final int MOST = 100;
    private static final Pattern FIELDS =
            Pattern.compile("(\\w+_)?(tags?|lists?|labels?|segments?|groups?|sequences?|categor(y|ies))(_names?)?");
    private static final Pattern BEHAVIOUR = Pattern.compile(
            "\\W*(link )?(clicked|click|opened|attended|attendee|registered|signed up|purchased|bought|ordered|refunded|"
                    + "watched|viewed|visited|downloaded|completed|started|finished|abandoned|submitted|replied|unopened|"
                    + "no[- ]show|missed|joined|subscribed|unsubscribed|cancell?ed|renewed|upgraded|played|redeemed|"
                    + "logged in|responded|engaged|did not (open|click|attend|buy))\\b.*"
                    + "|.*\\b(clicked|opened|attended|purchased|registered|watched|downloaded|abandoned( cart)?|no[- ]show)\\W*");

    private Tags() {}

    /** Tells whether a field sorts records, rather than saying something about each. */
    static boolean isTag(FieldDescription field) {
        return field.type() == FieldType.CHOICES
                && FIELDS.matcher(FieldParts.words(field.key())).matches();
    }

    static boolean isBehavioural(String name) {
        return BEHAVIOUR.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
    }

    static Optional<Profile.TagProfile> profile(String object, FieldTally tally) {
        if (!isTag(tally.field()) || tally.filled() == 0) {
            return Optional.empty();
        }
        List<Profile.TagCount> names = tally.distinct().top(DistinctCount.MOST_EXACT).stream()
                .map(value -> new Profile.TagCount(value.value(), value.records(), isBehavioural(value.value())))
                .toList();
        return Optional.of(new Profile.TagProfile(
                object,
                tally.field().key(),
                tally.distinct().count(),
                names.stream().filter(Profile.TagCount::behavioural).count(),
                names.stream().limit(MOST).toList()));
    }
}
