package dev.crmmigration.examples.quickstart;

import dev.crmmigration.engine.Profile;
import dev.crmmigration.examples.cli.text.ProfileText;
import dev.crmmigration.examples.cli.text.Text;
import dev.crmmigration.examples.cli.text.Words;

/** Tells what was found in the export. */
final class Findings {

    private Findings() {}

    static void print(Profile profile, Text text) {
        text.paragraph("The files are read once, into a snapshot in the workspace: " + found(profile)
                + " Rows that cannot be read are put aside with file, line, column and rule; the rest goes on.");
        text.table("Files", ProfileText.files(profile.files()));
        text.table("Objects", ProfileText.objects(profile));
        text.table("Put aside", ProfileText.quarantine(profile));
        text.table("Mended", ProfileText.repairs(profile));
        text.table("Owners", ProfileText.owners(profile));
        ProfileText.findings(profile, text);
        text.list("What this export cannot give", profile.gaps());
        text.list("Automations to rebuild", profile.automations());
    }

    private static String found(Profile profile) {
        long rows = profile.files().stream().mapToLong(Profile.FileCount::rows).sum();
        long records = profile.objects().stream()
                .mapToLong(Profile.ObjectProfile::records)
                .sum();
        long duplicates = profile.objects().stream()
                .mapToLong(Profile.ObjectProfile::duplicatesByEmail)
                .sum();
        return Words.count(rows, "row") + " in " + Words.count(profile.files().size(), "file") + " give "
                + Words.count(records, "record") + "; " + Words.number(profile.quarantined()) + " put aside, "
                + Words.number(duplicates) + " sharing an e-mail address with another one of their object.";
    }
}
