package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.toolkit.bundle.AttachmentFiles;
import dev.crmmigration.toolkit.bundle.BundleObject;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.damage.Rule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The contracts, which exports only link to: their PDF is a file of the bundle, an attachment, or at an address that may no
 * longer answer. Not thread-safe before it has concluded.
 */
final class Contracts {

    private static final String LINK = "link:";

    private final AttachmentFiles files;
    private final ContractLinks links;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, String> byAttachment = new HashMap<>();
    private final Map<String, Long> gaps = new TreeMap<>();

    Contracts(AttachmentFiles files, ContractLinks links) {
        this.files = files;
        this.links = links;
    }

    static BundleObject fields(BundleObject object) {
        return object.with("file", FieldType.ATTACHMENT)
                .with("file_from", FieldType.TEXT)
                .with("file_gap", FieldType.TEXT)
                .with("link_status", FieldType.INTEGER)
                .with("file_size", FieldType.INTEGER)
                .with("file_sha256", FieldType.TEXT);
    }

    void see(RowDraft row) {
        if (!row.text("attachment_id").isEmpty()) {
            byAttachment.put(row.text("attachment_id"), row.id());
        }
        if (files.document(row.text("file_path"), true).isEmpty()) {
            addresses.put(row.id(), row.text("file_url"));
        }
    }

    /** Returns the contract whose file an attachment is, or empty text. */
    String ofAttachment(String attachment) {
        return byAttachment.getOrDefault(attachment, "");
    }

    /** Fetches what is only linked to, after all attachments were seen. */
    void conclude() {
        byAttachment.forEach(
                (attachment, contract) -> files.attached(attachment).ifPresent(file -> addresses.remove(contract)));
        addresses.forEach((contract, address) -> {
            ContractLinks.Fetched fetched = links.fetch(contract, address);
            if (!fetched.gap().isEmpty()) {
                gaps.merge(fetched.gap(), 1L, Long::sum);
            }
        });
    }

    /** Gives a contract its file, or says why it has none. */
    void complete(RowDraft row) {
        Optional<AttachmentRef> bundled = files.document(row.text("file_path"), true);
        if (bundled.isPresent()) {
            row.put("file", bundled.get());
            row.put("file_from", "bundle");
        } else if (files.attached(row.text("attachment_id")).isPresent()) {
            row.put("file_from", "attachment");
        } else {
            linked(row, links.of(row.id()));
        }
    }

    private static void linked(RowDraft row, ContractLinks.Fetched fetched) {
        if (fetched.status() > 0) {
            row.put("link_status", (long) fetched.status());
        }
        if (!fetched.gap().isEmpty()) {
            row.put("file_gap", fetched.gap());
            row.mend("file", Rule.FILE_MISSING);
            return;
        }
        row.put("file", new AttachmentRef(LINK + row.id(), "contract-" + row.id() + ".pdf"));
        row.put("file_from", "link");
        row.put("file_size", fetched.size());
        row.put("file_sha256", fetched.sha256());
        String said = row.text("sha256").toLowerCase(Locale.ROOT);
        if (!said.isEmpty() && !said.equals(fetched.sha256())) {
            row.mend("sha256", Rule.FILE_HASH);
        }
    }

    /** Returns the bytes of a contract that was fetched; empty if there is none. */
    Optional<Content> open(String attachment) {
        return attachment.startsWith(LINK) ? links.content(attachment.substring(LINK.length())) : Optional.empty();
    }

    /** Returns how many contracts have no file, by why. */
    Map<String, Long> gaps() {
        return gaps;
    }
}
