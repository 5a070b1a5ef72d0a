package dev.crmmigration.api.record;

/**
 * Names a file of a record; its bytes come from the session that gave the reference.
 *
 * @param id what the source calls it
 * @param fileName as the user sees it
 */
public record AttachmentRef(String id, String fileName) {

    /** The file name may name a person, so it is not shown. */
    @Override
    public String toString() {
        return "AttachmentRef[" + id + "]";
    }
}
