package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Writes every contract into a note on its organization. */
public final class ContractToNote extends NextCrmRow {

    private static final String FROM = "contract";

    public ContractToNote() {
        super(BEYOND, "Contract -> Note", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("contracts", "Pipedrive has none", "a note on the organization with dates, value and lines"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.addAll(PAPERS.contracts(business));
        }
        if (business.has("contractLineItem")) {
            parts.add(MappingPart.Exclusion.of("contractLineItem", "true", "it is a line of the note of its contract"));
        }
        return parts;
    }
}
