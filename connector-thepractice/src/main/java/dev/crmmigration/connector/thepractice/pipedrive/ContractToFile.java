package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CONTRACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.FILE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Attaches contracts to the deal of their package, else to the person, with a note of who signed them when. */
public final class ContractToFile extends PracticeRow {

    public ContractToFile() {
        super(BEYOND, "Contract -> File + Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "contracts whose link has expired, or leads to a page that asks to log in",
                        "exports only link to them",
                        "the note says why the file is missing; put it into the folder files/ and extract again"),
                new Loss(
                        "status of contracts, who signed them when",
                        "files have no such fields",
                        "they stand in the note; templates of contracts do not move"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CONTRACT)) {
            return List.of();
        }
        String deal = export.has(CONTRACT, "client_package_id") ? dealOf(export, "client_package_id") : "null";
        RecordsBuilder note = MappingPart.Records.from(CONTRACT)
                .to(NOTE)
                .part("note")
                .set("content", new PaperText(export).contract());
        belong(note, export, CONTRACT, "created_at");
        return List.of(
                note.build(),
                file("deal", "present(" + deal + ")", "deal_id", deal),
                file(
                        "person",
                        "not(present(" + deal + "))",
                        "person_id",
                        clients(export).personOrHold("client_id")));
    }

    private static MappingPart file(String part, String where, String target, String parent) {
        return MappingPart.Records.from(CONTRACT)
                .to(FILE)
                .part(part)
                .where("and(present(file), " + where + ")")
                .set(FieldMapping.CONTENT, "file")
                .set(target, parent)
                .build();
    }
}
