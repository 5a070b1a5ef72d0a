package dev.crmmigration.engine.internal.snapshot;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A place of the customer's own at which files are that the destination does not take. Names follow from the content of a
 * file, so they are always the same, two files never share one, and nobody can guess them.
 *
 * @param base the address of the folder, without a slash at its end
 */
public record FileHost(String base) {

    private static final int DIGITS = 32;
    private static final int LONGEST = 100;

    public FileHost {
        base = base.strip().replaceAll("/+$", "");
    }

    /** Tells whether a text can be the address of a folder: names are put behind it, so it ends with its path. */
    public static boolean isAddress(String text) {
        try {
            URI address = new URI(text.strip());
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Returns what a file is called there; it needs no escapes in an address, and means the same on every host. */
    public static String name(String fileName, String sha256) {
        String safe = fileName.replaceAll("[^A-Za-z0-9._-]+", "_");
        return sha256.substring(0, DIGITS) + "-" + safe.substring(Math.max(0, safe.length() - LONGEST));
    }

    /** Returns where a file is. */
    public String address(String fileName, String sha256) {
        return base + "/" + name(fileName, sha256);
    }

    /** Returns the text that stands at a destination that has no links. */
    String note(String fileName, String sha256, long size) {
        return fileName + " is too large to be kept here. It is at\n\n" + address(fileName, sha256) + "\n\nIt has "
                + size + " bytes and the SHA-256\n" + sha256 + "\n";
    }
}
