package dev.crmmigration.examples.cli.text;

import dev.crmmigration.engine.Profile;
import java.util.List;

/** The profile of the source as text. */
public final class ProfileText {

    private ProfileText() {}

    public static void print(Profile profile, Text text) {
        text.table("Objects in snapshot " + profile.generation(), objects(profile));
        text.table("Files", files(profile.files()));
        text.table("Put aside: " + Words.count(profile.quarantined(), "row"), quarantine(profile));
        text.table("Mended", repairs(profile));
        text.table("Owners", owners(profile));
        text.table("Fields", ProfileDetails.fields(profile));
        text.table("Fields whose values are not what they are declared as", ProfileDetails.differing(profile));
        text.table("Most frequent values", ProfileDetails.values(profile));
        findings(profile, text);
        text.list("Cannot move and is to be rebuilt", profile.automations());
        text.list("This source cannot give", profile.gaps());
    }

    /** Prints what is wrong with the data, or may be left behind. */
    public static void findings(Profile profile, Text text) {
        text.table("Duplicates", DuplicatesText.counts(profile));
        text.table("Duplicates: the first groups", DuplicatesText.groups(profile));
        text.table("Not compared, as too many records share a key", DuplicatesText.dropped(profile));
        text.table("Contacts that one would not pay for", ProfileDetails.standing(profile));
        text.table("Tags and lists", ProfileDetails.tags(profile));
        text.table("Likely traces of behaviour", ProfileDetails.behaviour(profile));
        text.table("References", ProfileDetails.links(profile));
        text.list("What can be done about broken references", ProfileDetails.repairs(profile));
        text.table("Attached files", ProfileDetails.files(profile));
    }

    public static Table objects(Profile profile) {
        Table table = Table.of("object", "records", "no e-mail", "same e-mail", "fields", "custom");
        for (Profile.ObjectProfile object : profile.objects()) {
            long custom = object.fields().stream()
                    .filter(Profile.FieldProfile::custom)
                    .count();
            table.row(
                    object.object(),
                    object.records(),
                    object.withoutEmail(),
                    object.duplicatesByEmail(),
                    object.fields().size(),
                    custom);
        }
        return table;
    }

    /** Returns the counts of files, which the reconciliation repeats. */
    public static Table files(List<Profile.FileCount> files) {
        Table table = Table.of("file", "object", "rows", "records", "superseded", "put aside", "closes");
        for (Profile.FileCount file : files) {
            table.row(
                    file.file(),
                    file.object(),
                    file.rows(),
                    file.records(),
                    file.superseded(),
                    file.quarantined(),
                    Words.yesOrNo(file.closes()));
        }
        return table;
    }

    public static Table quarantine(Profile profile) {
        Table table = Table.of("file", "line", "column", "rule");
        profile.quarantine().forEach(row -> table.row(row.file(), row.line(), row.column(), row.rule()));
        return table;
    }

    public static Table repairs(Profile profile) {
        Table table = Table.of("object", "file", "field", "rule", "values");
        profile.repairs()
                .forEach(repair ->
                        table.row(repair.object(), repair.file(), repair.field(), repair.rule(), repair.repairs()));
        return table;
    }

    public static Table owners(Profile profile) {
        Table table = Table.of("object", "owner", "records");
        profile.owners().forEach(owner -> table.row(owner.object(), owner.email(), owner.records()));
        return table;
    }
}
