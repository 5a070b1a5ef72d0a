package dev.crmmigration.connector.freshsales;

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
 * @param maxBytes the largest file that is sent: 150 MB, support article 50000002563, read 2026-10
 */
record Uploads(long maxBytes) {

    /**
     * A call, or why there is none.
     *
     * @param error empty if the call can be made
     */
    record Prepared(Call call, Optional<FieldError> error) {}

    Prepared prepare(Write.Attach attach) {
        Optional<FreshsalesObject> parent =
                FreshsalesObject.of(attach.parent().type()).filter(FreshsalesObject::isParent);
        if (parent.isEmpty()) {
            return refused(
                    "NO_FILES_HERE",
                    "Freshsales hangs no files on records of type "
                            + attach.parent().type() + ". Map them to the record's own parent.");
        }
        try {
            long size = FileSize.of(attach.content(), maxBytes);
            return size > maxBytes
                    ? refused(
                            "FILE_TOO_LARGE",
                            "The file is larger than maxFileBytes (" + maxBytes
                                    + "). Keep it elsewhere and link to it.")
                    : new Prepared(call(attach, parent.get(), size), Optional.empty());
        } catch (IOException e) {
            return refused("FILE_UNREADABLE", "The file could not be read. Look whether the source still has it.");
        }
    }

    private static Call call(Write.Attach attach, FreshsalesObject parent, long size) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("file_name", attach.fileName());
        parts.put("is_shared", "true");
        parts.put("targetable_id", attach.parent().id());
        parts.put("targetable_type", parent.model());
        return new Call(
                "POST /api/documents",
                HttpRequest.of("POST", "/api/documents")
                        .upload(new Upload(parts, "file", attach.fileName(), attach.content(), size)));
    }

    private static Prepared refused(String code, String remedy) {
        return new Prepared(Call.get("documents"), Optional.of(new FieldError("", code, remedy)));
    }

    /** Returns what the file's record will say; of a file whose size is known only after reading, all but the size. */
    static Map<String, FieldValue> shown(Write.Attach attach) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("name", FieldValue.of(attach.fileName()));
        attach.content().size().ifPresent(size -> fields.put("file_size", FieldValue.of(size)));
        Parents.field(attach.parent().type()).ifPresent(field -> fields.put(field, FieldValue.of(attach.parent())));
        return fields;
    }

    /** Makes every refusal of a file one of this file alone. */
    static List<FieldError> errors(ApiResult.Denied denied) {
        return denied.status() == 413
                ? List.of(new FieldError(
                        "",
                        "FILE_TOO_LARGE",
                        "Freshsales refuses a file of this size. Keep it elsewhere and link to it."))
                : denied.errors();
    }
}
