package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.Manifest.Listed;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Checks that the files of an export are those that its manifest lists. */
final class ManifestCheck {

    private static final int BUFFER = 1 << 16;

    private ManifestCheck() {}

    /** @throws ConfigurationException naming every file that is missing or not as listed */
    static void check(ExportFolder folder, Manifest manifest) {
        List<String> problems = new ArrayList<>();
        for (Listed file : manifest.files()) {
            if (!folder.has(file.path())) {
                problems.add("file " + file.path() + " is in the manifest, not in the export (" + Rule.FILE_MISSING
                        + "). Copy it again");
            } else if (!file.sha256().isEmpty() && !file.sha256().equals(sha256(folder, file.path()))) {
                problems.add("file " + file.path() + " is not the one in the manifest (" + Rule.FILE_HASH
                        + "). Copy it again, or take its checksum out of the manifest if it was edited on purpose");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the export", problems);
        }
    }

    static String sha256(ExportFolder folder, String file) {
        try (InputStream in = folder.openPacked(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        } catch (IOException e) {
            throw new ConfigurationException("file " + file + " of the export cannot be read. Copy it again");
        }
    }
}
