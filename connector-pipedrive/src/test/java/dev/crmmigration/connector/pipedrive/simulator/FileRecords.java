package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The records of files: kept with a hash of the content, shown with the names of what the file hangs on. */
final class FileRecords {

    /** What a file can hang on, by link. */
    private static final Map<String, String> OBJECTS = Map.of(
            "deal_id", "deals",
            "person_id", "persons",
            "org_id", "organizations",
            "product_id", "products",
            "activity_id", "activities",
            "lead_id", "leads",
            "project_id", "projects");

    static final List<String> LINKS =
            List.of("deal_id", "person_id", "org_id", "product_id", "activity_id", "lead_id", "project_id");

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff");

    private final Account account;

    FileRecords(Account account) {
        this.account = account;
    }

    ObjectNode blank(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        String hash = hash(content);
        ObjectNode file = Json.object();
        file.put("id", account.table("files").lastId() + 1);
        file.put("user_id", account.tokenUserId());
        file.put("add_time", account.nowV1());
        file.put("update_time", account.nowV1());
        file.put("file_name", base + "_" + hash.substring(0, 46) + (dot > 0 ? name.substring(dot) : ""));
        file.put("file_type", PICTURES.contains(extension) ? "img" : extension);
        file.put("file_size", content.length);
        file.put("active_flag", true);
        file.put("inline_flag", false);
        file.put("remote_location", "s3");
        file.put("remote_id", "files/" + hash);
        for (String empty : List.of("cid", "s3_bucket", "mail_message_id", "mail_template_id")) {
            file.put(empty, "");
        }
        file.put("name", name);
        file.put("description", "");
        file.put("sha256", hash);
        return file;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hangs a file on records, which must be there. Forms carry numbers as text. */
    void link(ObjectNode file, ObjectNode given) {
        for (String link : LINKS) {
            String id = given.path(link).asText("");
            if (id.isEmpty()) {
                continue;
            }
            String object = OBJECTS.getOrDefault(link, "");
            long number = link.equals("lead_id") ? account.rowOf("leads", id) : number(link, id);
            if (!account.hasTable(object)) {
                throw ApiException.badRequest(link + ": there is no such record of " + object);
            }
            account.requireReference(link, object, number);
            if (link.equals("lead_id")) {
                file.put(link, id);
            } else {
                file.put(link, number);
            }
        }
    }

    private static long number(String link, String id) {
        if (!id.matches("\\d{1,18}")) {
            throw ApiException.badRequest(link + " must be a whole number");
        }
        return Long.parseLong(id);
    }

    /** Returns the document as v1 shows it; links that the file does not have are left out or null. */
    byte[] shown(Row row, Request request) {
        ObjectNode file = row.record();
        file.remove("sha256");
        file.putNull("log_id");
        for (String link : LINKS) {
            String object = OBJECTS.getOrDefault(link, "");
            if (!link.equals("activity_id")) {
                file.put(link.replace("_id", "_name"), name(file, link, object));
            }
            if (!file.has(link)
                    && account.settings().answer(Switch.ABSENT_IN_V1).equals("null")) {
                file.putNull(link);
            }
        }
        String host = request.header("host");
        file.put(
                "url",
                "http://" + (host == null ? "127.0.0.1" : host) + Endpoint.V1 + "/files/" + row.id() + "/download");
        return Json.bytes(file);
    }

    private String name(ObjectNode file, String link, String object) {
        if (!file.has(link) || !account.hasTable(object)) {
            return "";
        }
        String id = file.path(link).asText("");
        Row row = account.table(object).find(link.equals("lead_id") ? Uuids.numberOf(id) : Long.parseLong(id));
        if (row == null) {
            return "";
        }
        ObjectNode record = row.record();
        return record.path(record.has("name") ? "name" : "title").asText("");
    }
}
