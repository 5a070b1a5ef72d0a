package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.FileSize;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.Upload;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the calls that hang files on records. What cannot be sent is found out before anything is sent.
 *
 * @param maxBytes the largest file that is sent; Pipedrive says of no size that it is too large, only that one was
 */
record Uploads(long maxBytes) {

    private static final Map<String, String> PARENTS = Map.of(
            "deal", "deal_id",
            "person", "person_id",
            "organization", "org_id",
            "product", "product_id",
            "activity", "activity_id",
            "lead", "lead_id");

    /**
     * A call, or why there is none.
     *
     * @param error empty if the request can be sent
     */
    record Prepared(HttpRequest request, Optional<FieldError> error) {}

    Prepared prepare(Operation operation, Write.Attach attach) {
        String parent = PARENTS.get(attach.parent().type().name());
        if (parent == null) {
            return refused(
                    operation,
                    "NO_FILES_HERE",
                    "Pipedrive hangs no files on records of type "
                            + attach.parent().type() + ". Map them to the record's own parent.");
        }
        try {
            long size = FileSize.of(attach.content(), maxBytes);
            if (size > maxBytes) {
                return refused(
                        operation,
                        "FILE_TOO_LARGE",
                        "The file is larger than maxFileBytes (" + maxBytes
                                + "). Keep it elsewhere and link to it, or raise the setting if Pipedrive takes more.");
            }
            Upload file =
                    new Upload(Map.of(parent, attach.parent().id()), "file", attach.fileName(), attach.content(), size);
            return new Prepared(operation.request().upload(file), Optional.empty());
        } catch (IOException e) {
            return refused(
                    operation, "FILE_UNREADABLE", "The file could not be read. Look whether the source still has it.");
        }
    }

    private static Prepared refused(Operation operation, String code, String remedy) {
        return new Prepared(operation.request(), Optional.of(new FieldError("", code, remedy)));
    }

    /** Returns what the file's record will say; of a file whose size is known only after reading, all but the size. */
    static Map<String, FieldValue> shown(Write.Attach attach) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("name", FieldValue.of(attach.fileName()));
        attach.content().size().ifPresent(size -> fields.put("file_size", FieldValue.of(size)));
        Optional.ofNullable(PARENTS.get(attach.parent().type().name()))
                .ifPresent(parent -> fields.put(parent, FieldValue.of(attach.parent())));
        return fields;
    }

    /** Makes every refusal of a file one of this file alone: too large for Pipedrive, or not to its taste. */
    static List<FieldError> errors(ApiResult.Denied denied) {
        return denied.status() == 413
                ? List.of(new FieldError(
                        "",
                        "FILE_TOO_LARGE",
                        "Pipedrive refuses a file of this size. Keep it elsewhere and link to it."))
                : denied.errors();
    }
}
