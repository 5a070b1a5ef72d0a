package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Puts clients whose status is lead into the leads inbox, beside their person. */
public final class LeadToLead extends ProfiRow {

    public LeadToLead() {
        super(0, "Client with status lead -> Lead");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.LEADS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("creation time of leads", "Pipedrive takes none", "the person was added when the client was"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        boolean hasLeads = export.distinct(CLIENT, "status").contains("lead");
        if (!hasLeads || !export.chose(Choices.LEADS, "inbox") || !account.has("lead", "title")) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder leads = MappingPart.Records.from(CLIENT)
                .to("lead")
                .where("and(eq(status, \"lead\"), " + client.isPerson() + ")")
                .set("title", "concat(\"Lead: \", " + client.displayName() + ")")
                .set("person_id", "link(ClientToPerson, $id)");
        if (client.merges()) {
            leads.sameAs("same_as").orderBy("duplicate_rank");
        }
        if (export.has(CLIENT, "created_at")) {
            leads.orderBy("created_at");
        }
        return List.of(leads.build());
    }
}
