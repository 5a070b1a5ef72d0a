package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CONTRACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DOCUMENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DOCUMENT_LINK;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Attaches contracts to the deal of their package, else to the contact, with a note of who signed them when. */
public final class ContractToDocument extends FreshsalesRow {

    public ContractToDocument() {
        super(BEYOND, "Contract -> File + Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "contracts whose link has expired, or leads to a page that asks to log in",
                        "exports only link to them",
                        "a link to where they were; the note says why the file is missing: put it into the folder files/ and"
                                + " extract again"),
                new Loss(
                        "addresses of contracts",
                        "they are signed and expire, so no note holds them",
                        "contracts without a file have a link beside the note"),
                new Loss(
                        "status of contracts, who signed them when",
                        "files have no such fields",
                        "they stand in the note; templates of contracts do not move"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CONTRACT)) {
            return List.of();
        }
        List<MappingPart> parts = new ArrayList<>(NOTES.all(
                LongNotes.Text.of(CONTRACT, new PaperText(export).contractWithoutLink()),
                note -> belong(note, export, CONTRACT, "created_at")));
        parts.add(belong(
                        MappingPart.Records.from(CONTRACT)
                                .to(DOCUMENT)
                                .part("file")
                                .where("present(file)")
                                .set(FieldMapping.CONTENT, "file"),
                        export,
                        CONTRACT,
                        "created_at")
                .build());
        if (export.has(CONTRACT, "file_url")) {
            parts.add(link(export));
        }
        return parts;
    }

    private static MappingPart link(Export export) {
        RecordsBuilder link = MappingPart.Records.from(CONTRACT)
                .to(DOCUMENT_LINK)
                .part("link")
                .where("and(not(present(file)), present(file_gap), present(file_url))")
                .set("name", "coalesce(" + export.columns(CONTRACT, "title", "template_name") + ", \"Contract\")")
                .set("url", "file_url");
        return belong(link, export, CONTRACT, "created_at").build();
    }
}
