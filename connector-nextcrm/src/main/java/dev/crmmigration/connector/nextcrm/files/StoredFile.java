package dev.crmmigration.connector.nextcrm.files;

/**
 * Where a file lies, as far as its record says.
 *
 * @param key its key in the bucket, or empty text
 * @param url its address, or empty text
 */
public record StoredFile(String key, String url) {

    /** Names of files can be personal data. */
    @Override
    public String toString() {
        return "StoredFile[...]";
    }
}
